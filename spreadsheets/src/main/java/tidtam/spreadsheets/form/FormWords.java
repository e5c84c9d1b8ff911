package tidtam.spreadsheets.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import tidtam.facts.Kind;

/** The words a working form offers to choose from, and those that mark its example rows. */
public final class FormWords {
    /** What stands in the first column of a row that only shows how to fill in the sheet. */
    public static final String EXAMPLE = "ตัวอย่าง";

    /** What separates several entries of one structured cell: {@code รายไตรมาส; ภายในจำนวนวัน}. */
    public static final String BETWEEN = "; ";

    private static final Map<Kind, String> CADENCES = cadences();

    private FormWords() {}

    /** The choices of the cadence column, one for each kind of duty, in the order of the kinds. */
    public static Map<Kind, String> cadenceChoices() {
        return CADENCES;
    }

    private static Map<Kind, String> cadences() {
        Map<Kind, String> words = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            words.put(kind, word(kind));
        }
        return Collections.unmodifiableMap(words);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case DAILY -> "รายวัน";
            case WEEKLY -> "รายสัปดาห์";
            case MONTHLY -> "รายเดือน";
            case QUARTERLY -> "รายไตรมาส";
            case SEMIANNUAL -> "ทุก ๖ เดือน";
            case ANNUAL -> "รายปี";
            case EVERY_N_DAYS -> "ทุกจำนวนวัน";
            case WITHIN_DAYS -> "ภายในจำนวนวัน";
            case BY_FIXED_DATE -> "ภายในวันที่กำหนด";
            case FISCAL_YEAR_END -> "ภายในสิ้นปีงบประมาณ";
            case EVERY_EVALUATION_ROUND -> "ทุกรอบการประเมิน";
            case CONTINUOUS -> "ต่อเนื่อง";
        };
    }
}
