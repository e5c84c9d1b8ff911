package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import tidtam.facts.Folded;

/**
 * The words of column headings: what a heading says its column holds, and whether it is a heading at all. Weights say how surely
 * a word tells the column: {@code ประเด็น} is always the issue, {@code มาตรการ} the issue only where nothing better is.
 */
final class HeaderWords {
    private static final int LONGEST = 120;
    private static final int WHOLE = 2;
    private static final int STRUCTURED = 9;

    /** What a column of the table may hold. */
    enum Role {
        ISSUE,
        RESPONSIBLE,
        STEPS,
        DEADLINE,
        ACTION,
        CADENCE,
        DUE_MONTHS,
        DAYS,
        DATE_DONE,
        CODE,
        INDICATOR,
        TOOL,
        OTHER
    }

    /**
     * What one heading says.
     *
     * @param weights how surely the column holds each role
     * @param percent how much of the text is made of heading words
     */
    record Heading(Map<Role, Integer> weights, int percent) {
        private static final int MOST = 70;
        private static final int NEARLY_ALL = 90;

        /** Whether it can be a heading. */
        boolean heading() {
            return percent >= MOST;
        }

        /** Whether it can be nothing else. */
        boolean plainly() {
            return percent >= NEARLY_ALL;
        }
    }

    private record Word(Fuzzy fuzzy, Role role, int weight) {}

    private static final List<Word> WORDS = new ArrayList<>();
    private static final List<Fuzzy> FILLERS = new ArrayList<>();
    private static final Set<String> CODES = Set.of(
            Folded.of("ที่"),
            Folded.of("ลำดับ"),
            Folded.of("ลำดับที่"),
            Folded.of("ข้อ"),
            Folded.of("ข้อที่"),
            Folded.of("รหัส"),
            Folded.of("เลขที่"),
            Folded.of("รหัสมาตรการ"),
            Folded.of("มาตรการที่"),
            "no",
            "no.",
            "#");

    static {
        words(Role.ISSUE, 5, "ประเด็น");
        words(Role.ISSUE, 4, "ข้อบกพร่อง", "จุดอ่อน", "สิ่งที่ต้อง", "เรื่องที่ต้อง");
        words(Role.ISSUE, 3, "ข้อเสนอแนะ", "หัวข้อ", "ข้อคำถาม");
        words(Role.ISSUE, 2, "มาตรการ", "รายการ", "ปัญหา");
        words(Role.ISSUE, 1, "กิจกรรม", "โครงการ");
        words(Role.RESPONSIBLE, 5, "ผู้รับผิดชอบ");
        words(Role.RESPONSIBLE, 4, "รับผิดชอบ", "เจ้าภาพ");
        words(Role.RESPONSIBLE, 2, "ผู้ดำเนินการ", "ผู้ปฏิบัติ");
        words(Role.RESPONSIBLE, 1, "หน่วยงาน");
        words(Role.STEPS, 4, "ขั้นตอน");
        words(Role.STEPS, 3, "วิธีการ", "วิธีดำเนิน", "วิธีปฏิบัติ", "แนวทาง", "แนวปฏิบัติ");
        words(Role.STEPS, 2, "กิจกรรม", "โครงการ");
        words(Role.STEPS, 1, "มาตรการ");
        words(
                Role.DEADLINE,
                4,
                "กำหนดเวลา",
                "ระยะเวลา",
                "ช่วงเวลา",
                "ห้วงเวลา",
                "กรอบเวลา",
                "กำหนดการ",
                "กำหนดแล้วเสร็จ",
                "วันครบกำหนด",
                "กำหนดวัน");
        words(Role.DEADLINE, 2, "รายงานผล", "กำกับติดตาม", "ติดตามผล", "การติดตาม", "แล้วเสร็จ", "เวลา");
        words(
                Role.ACTION,
                3,
                "ผลการดำเนินการ",
                "ผลการดำเนินงาน",
                "ผลดำเนินการ",
                "ผลดำเนินงาน",
                "ผลการปฏิบัติ",
                "ความก้าวหน้า",
                "สถานะ",
                "ผลที่เกิดขึ้น",
                "ผลสำเร็จ");
        words(
                Role.ACTION,
                2,
                "การดำเนินการ",
                "การดำเนินงาน",
                "การปฏิบัติ",
                "วันที่ดำเนินการ",
                "วันเดือนปีที่ดำเนินการ");
        words(Role.INDICATOR, 3, "ตัวชี้วัด");
        words(Role.TOOL, 3, "เครื่องมือ", "แบบวัด");
        words(Role.OTHER, 6, "หมายเหตุ", "อุปสรรค", "ตัวชี้วัดความสำเร็จ", "ความสำเร็จของ");
        words(Role.OTHER, 4, "หลักฐาน", "เป้าหมาย", "วัตถุประสงค์", "คะแนน", "ผลผลิต", "ผลที่คาดว่า");
        words(Role.OTHER, 2, "เอกสาร");
        words(Role.OTHER, 1, "งบประมาณ");
        for (String filler : new String[] {
            "ที่ต้อง",
            "ปรับปรุง",
            "แก้ไข",
            "พัฒนา",
            "ดำเนินการ",
            "ดำเนินงาน",
            "และ",
            "หรือ",
            "การ",
            "ของ",
            "ใน",
            "เพื่อ",
            "ต่อ",
            "ผล",
            "ปฏิบัติ",
            "ส่งเสริม",
            "คุณธรรม",
            "ความโปร่งใส",
            "ภายใน",
            "ปีงบประมาณ",
            "พ.ศ.",
            "รอบ",
            "เดือน",
            "หลัก",
            "สนับสนุน",
            "ผู้",
            "ตาม",
            "แผน",
            "ita",
            "ประเมิน",
            "กำกับ",
            "ติดตาม",
            "รายงาน",
            "กำหนด",
            "วัน",
            "ที่",
            "ตุลาคม",
            "มีนาคม",
            "เมษายน",
            "กันยายน",
            "ไตรมาส",
            "ต.ค.",
            "พ.ย.",
            "ธ.ค.",
            "ม.ค.",
            "ก.พ.",
            "มี.ค.",
            "เม.ย.",
            "พ.ค.",
            "มิ.ย.",
            "ก.ค.",
            "ส.ค.",
            "ก.ย.",
            "แรก",
            "หลัง",
            "ส่วนงาน",
            "ส่วนราชการ",
            "สำนัก",
            "กอง",
            "ฝ่าย",
            "กลุ่มงาน"
        }) {
            FILLERS.add(new Fuzzy(filler));
        }
    }

    private final boolean form;
    private final Map<String, Heading> known = new HashMap<>();
    private final Map<SortedMap<Integer, String>, Optional<Map<Role, List<Integer>>>> knownRows = new HashMap<>();

    /** @param form whether the workbook is a working form, which has structured columns */
    HeaderWords(boolean form) {
        this.form = form;
    }

    private static void words(Role role, int weight, String... spelt) {
        for (String word : spelt) {
            WORDS.add(new Word(new Fuzzy(word), role, weight));
        }
    }

    /** Whether a text is short enough for a heading. */
    static boolean brief(String text) {
        return text.length() <= 2 * LONGEST && Folded.of(text).length() <= LONGEST;
    }

    /** Whether a word that tells a column stands in a text, spelt right. A quick look that spares most rows the careful one. */
    static boolean hints(String text) {
        String folded = Folded.of(text);
        return WORDS.stream().anyMatch(word -> word.fuzzy().end(folded, 0) >= 0);
    }

    /** What a brief text says as a column heading. A heading repeated on every page is looked at once. */
    Heading heading(String text) {
        return known.computeIfAbsent(text, unknown -> structured(unknown).orElseGet(() -> read(unknown)));
    }

    private Optional<Heading> structured(String text) {
        return form
                ? FormHeadings.structured(text)
                        .map(column -> new Heading(Map.of(Role.valueOf(column.name()), STRUCTURED), 100))
                : Optional.empty();
    }

    /** The columns that a row of texts stands for, found by the given method once for rows that are equal. */
    Optional<Map<Role, List<Integer>>> columns(
            SortedMap<Integer, String> texts,
            BiFunction<SortedMap<Integer, String>, HeaderWords, Optional<Map<Role, List<Integer>>>> find) {
        Optional<Map<Role, List<Integer>>> columns = knownRows.get(texts);
        if (columns == null) {
            columns = find.apply(texts, this);
            knownRows.put(texts, columns);
        }
        return columns;
    }

    private static Heading read(String text) {
        String folded = Folded.of(text);
        if (folded.isEmpty()
                || folded.length() > LONGEST
                || Statement.find(text).isPresent()) {
            return new Heading(Map.of(), 0);
        }
        if (CODES.contains(folded)) {
            return new Heading(Map.of(Role.CODE, 6), 100);
        }
        Heading spelt = read(folded, false);
        return spelt.plainly() && !spelt.weights().isEmpty() ? spelt : read(folded, true);
    }

    private static Heading read(String folded, boolean misspelt) {
        Map<Role, Integer> weights = new EnumMap<>(Role.class);
        BitSet covered = new BitSet(folded.length());
        for (Word word : WORDS) {
            if (cover(folded, word.fuzzy(), misspelt, covered)) {
                int slack = folded.length() - word.fuzzy().length();
                weights.merge(word.role(), word.weight() + (slack <= 1 ? WHOLE : 0), Math::max);
            }
        }
        FILLERS.forEach(filler -> cover(folded, filler, false, covered));
        for (int i = 0; i < folded.length(); i++) {
            if (!Character.isLetter(folded.charAt(i))
                    && Character.getType(folded.charAt(i)) != Character.NON_SPACING_MARK) {
                covered.set(i);
            }
        }
        return new Heading(weights, covered.cardinality() * 100 / folded.length());
    }

    private static boolean cover(String folded, Fuzzy word, boolean misspelt, BitSet covered) {
        boolean found = false;
        for (int end = word.end(folded, 0); end >= 0; end = word.end(folded, end)) {
            covered.set(end - word.length(), end);
            found = true;
        }
        OptionalInt end = found || !misspelt ? OptionalInt.empty() : word.endIn(folded, 0);
        end.ifPresent(last -> covered.set(Math.max(0, last - word.length()), last));
        return found || end.isPresent();
    }
}
