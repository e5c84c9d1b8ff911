package tidtam.facts;

/** The columns of a measure table. */
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
    ACTION
}
