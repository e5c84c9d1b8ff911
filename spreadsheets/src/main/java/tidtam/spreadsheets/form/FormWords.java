package tidtam.spreadsheets.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tidtam.facts.Kind;

/** The words a working form offers to choose from, and those that mark its example rows. */
public final class FormWords {
    /** What stands in the first column of a row that only shows how to fill in the sheet. */
    public static final String EXAMPLE = "ตัวอย่าง";

    /** What separates several entries of one structured cell: {@code รายไตรมาส; ภายในจำนวนวัน}. */
    public static final String BETWEEN = "; ";

    /** What separates the due months of one entry: {@code เมษายน, ตุลาคม}. */
    public static final String AND = ", ";

    /** Stands in a structured cell's segment where that entry has nothing to say: {@code -; เมษายน, ตุลาคม}. */
    public static final String NONE = "-";

    /** Follows a number of days that counts working days only: {@code 15 วันทำการ}. */
    public static final String WORKING_DAYS = " วันทำการ";

    /** The sheet that lists what {@code template --from} found no place for in the form. It holds nothing to be read. */
    public static final String OTHER_TEXTS = "ข้อความอื่นจากแฟ้มเดิม";

    private static final List<String> MONTHS = List.of(
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม",
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน");

    private static final Map<Kind, String> CADENCES = cadences();

    private FormWords() {}

    /** The choices of the cadence column, one for each kind of duty, in the order of the kinds. */
    public static Map<Kind, String> cadenceChoices() {
        return CADENCES;
    }

    /** The choices of the round: for the whole year, the first and the second half, in this order. */
    public static List<String> roundChoices() {
        return List.of("ทั้งปี", "รอบที่ ๑", "รอบที่ ๒");
    }

    /** The months by name, in the order of the fiscal year. */
    public static List<String> monthChoices() {
        return MONTHS;
    }

    /** The quarters of the fiscal year, in their order. */
    public static List<String> quarterChoices() {
        return List.of("ไตรมาสที่ ๑", "ไตรมาสที่ ๒", "ไตรมาสที่ ๓", "ไตรมาสที่ ๔");
    }

    /** The halves of the fiscal year, in their order. */
    public static List<String> halfChoices() {
        return List.of("ครึ่งปีแรก", "ครึ่งปีหลัง");
    }

    /** The periods the report log offers: months, quarters and halves of the fiscal year that the general sheet states. */
    public static List<String> periodChoices() {
        return Stream.of(MONTHS, quarterChoices(), halfChoices())
                .flatMap(List::stream)
                .toList();
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
