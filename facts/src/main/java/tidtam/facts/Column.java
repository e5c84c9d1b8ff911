package tidtam.facts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The columns of a measure table: the five of the official form, and the structured ones of the working form. */
public enum Column {
    /** ประเด็น, มาตรการ: what is to be improved. */
    ISSUE,
    /** ผู้รับผิดชอบ: who is responsible. */
    RESPONSIBLE,
    /** ขั้นตอนหรือวิธีการ: the steps. */
    STEPS,
    /** การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ: what is reported, how often, by when. */
    DEADLINE,
    /** การดำเนินการ: what was done, and when. */
    ACTION,
    /** ความถี่: how often, as a choice from a list; counts before the text. */
    CADENCE,
    /** เดือนที่ครบกำหนด: the due months that are named. */
    DUE_MONTHS,
    /** จำนวนวัน: within, or every, so many days. */
    DAYS,
    /** วันที่ดำเนินการ: when it was done; counts before the text. */
    DATE_DONE;

    private static final Set<Column> OFFICIAL = Collections.unmodifiableSet(EnumSet.range(ISSUE, ACTION));

    /** The five of the official form. */
    public static Set<Column> official() {
        return OFFICIAL;
    }
}
