package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of a responsible cell into names. A name begins with a word that names of units or positions begin with, and goes on
 * to the next such word or mark: spaces and {@code และ} may stand inside it ({@code กองการศึกษา ศาสนาและวัฒนธรรม}).
 */
final class ResponsibleNames {
    /** What a name is of. */
    enum What {
        EVERY_DIVISION,
        /** All staff. */
        EVERYONE,
        DIVISION,
        /** A unit inside a division. */
        SECTION,
        POSITION,
        OTHER,
        /** No name: where owner and deadline share a cell, what is due when. */
        DEADLINE
    }

    /** A name: letters {@code from..to} of the text. */
    record Name(What what, String shown, int from, int to) {}

    /** A word that names begin with; where it is a whole unit's, also without a space before it. */
    private record Head(String letters, String shown, What what, boolean anywhere) {
        /** Whether no such word begins the name. */
        boolean none() {
            return letters.isEmpty();
        }

        /** Whether it is no name by itself. */
        boolean needsMore() {
            return (what == What.DIVISION || what == What.SECTION) && !WHOLE_UNITS.contains(shown);
        }

        static Head of(String shown, What what, boolean anywhere) {
            return new Head(shown.replace('ำ', 'า'), shown, what, anywhere);
        }
    }

    private static final List<Head> HEADS = heads();
    private static final Head NO_HEAD = Head.of("", What.OTHER, false);
    private static final String AND = "และ";
    private static final String MARKS = ",;|+/()-\"•";
    private static final List<String> TITLES_OF_UNITS =
            List.of("ผู้อานวยการ", "ผอ.", "ผอ", "หัวหน้า", "รองผู้อานวยการ", "รักษาการ");
    private static final List<String> WHOLE_UNITS =
            List.of("สำนักปลัด", "สำนักงานปลัด", "หน่วยตรวจสอบภายใน", "ตรวจสอบภายใน");
    private static final List<String> AGENCIES = List.of("อบต", "องค์การบริหารส่วน", "เทศบาล", "อบจ", "บุคลากร");

    private final NormalText text;
    private final String letters;
    private final List<Name> names = new ArrayList<>();

    private ResponsibleNames(NormalText text) {
        this.text = text;
        this.letters = text.letters();
    }

    static List<Name> of(NormalText text) {
        ResponsibleNames names = new ResponsibleNames(text);
        int from = 0;
        for (int i = 0; i <= names.letters.length(); i++) {
            if (i == names.letters.length() || names.separates(i)) {
                names.cut(from, i);
                from = i + 1;
            }
        }
        return names.names;
    }

    private static List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        add(heads, What.EVERY_DIVISION, true, "ทุกสำนัก ทุกกอง ทุกส่วน ทุกหน่วย ทุกฝ่าย ทุกงาน ทั้งองค์กร");
        add(heads, What.EVERYONE, true, "ทุกตำแหน่ง ทุกคน ทุกระดับ");
        add(heads, What.OTHER, true, "กองทุน");
        add(heads, What.DIVISION, true, "สำนักงานปลัด สำนักปลัด หน่วยตรวจสอบภายใน กอง");
        add(heads, What.DIVISION, false, "สำนัก ส่วน ฝ่าย หน่วย กลุ่ม ศูนย์ ตรวจสอบภายใน");
        add(heads, What.SECTION, false, "งาน");
        add(heads, What.POSITION, false, """
                เจ้าพนักงาน เจ้าหน้าที่ นัก ผู้อำนวยการ ผอ. ผอ หัวหน้า ปลัด รองปลัด รองนายก นายก เลขานุการ คณะผู้บริหาร ผู้บริหาร คณะกรรมการ คณะทำงาน
                ครู ผู้รับผิดชอบ ผู้ช่วย นิติกร วิศวกร สถาปนิก ผู้บังคับบัญชา ผู้ดูแล รองผู้อำนวยการ รักษาการ""");
        add(heads, What.DEADLINE, false, """
                รายงานทุก รายงานภายใน รายงานผลทุก รายงานผลภายใน รายงานปีละ รายงานเดือนละ รายงานไตรมาสละ ภายในวัน ภายในเดือน ภายในสิ้น ภายในปี ภายในไตรมาส ทุกวัน ทุกสัปดาห์ ทุกเดือน ทุกไตรมาส ทุกปี ทุกสิ้น
                ทุกครั้ง วันละ เดือนละ ไตรมาสละ ปีละ ไตรมาสที่ สิ้นเดือน สิ้นไตรมาส สิ้นปี ตลอดปี ตลอดเวลา ตลอดระยะ ระหว่างวัน ระหว่างเดือน กำหนดเวลา กำหนดแล้วเสร็จ ดำเนินการภายใน เดือน
                ตุลาคม พฤศจิกายน ธันวาคม มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน
                ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย.""");
        return List.copyOf(heads);
    }

    private static void add(List<Head> heads, What what, boolean anywhere, String words) {
        for (String word : words.split("\\s+", -1)) {
            heads.add(Head.of(word, what, anywhere));
        }
    }

    private boolean separates(int at) {
        char c = letters.charAt(at);
        boolean point = c == '.' && (at == 0 || digit(letters.charAt(at - 1)));
        return digit(c) || point || MARKS.indexOf(c) >= 0;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Cuts a stretch without marks into names. */
    private void cut(int from, int to) {
        int start = from;
        int at = from;
        Head open = NO_HEAD;
        while (at < to) {
            Head head = headAt(at, start);
            if (head.none() || (head.what() == What.DIVISION && isTitle(open, start, at))) {
                at += Math.max(1, head.letters().length());
                continue;
            }
            add(open, start, at);
            open = head;
            start = at;
            at += head.letters().length();
        }
        add(open, start, to);
    }

    /** The longest word that names begin with, where a name may begin. */
    private Head headAt(int at, int start) {
        boolean begins = at == start || text.gap(at) != NormalText.NONE || letters.startsWith(AND, at - AND.length());
        Head found = NO_HEAD;
        for (Head head : HEADS) {
            boolean longer = head.letters().length() > found.letters().length();
            if (longer && (begins || head.anywhere()) && letters.startsWith(head.letters(), at)) {
                found = head;
            }
        }
        return found;
    }

    private boolean isTitle(Head open, int start, int end) {
        return open.what() == What.POSITION && TITLES_OF_UNITS.contains(letters.substring(start, end));
    }

    private void add(Head head, int from, int to) {
        int end = letters.startsWith(AND, to - AND.length()) && to - AND.length() >= from ? to - AND.length() : to;
        int rest = from + head.letters().length();
        if (end <= from || (end <= rest && head.needsMore())) {
            return;
        }
        What what = head.none() && AGENCIES.stream().anyMatch(agency -> letters.startsWith(agency, from))
                ? What.EVERYONE
                : head.what();
        String shown = rest <= end ? head.shown() + text.shown(rest, end) : text.shown(from, end);
        names.add(new Name(what, shown, from, end));
        if (what == What.POSITION) {
            addUnitOfTitle(from, end);
        }
    }

    /** {@code ผู้อำนวยการกองคลัง} names the division too. */
    private void addUnitOfTitle(int from, int to) {
        for (String title : TITLES_OF_UNITS) {
            int unit = from + title.length();
            if (unit < to && letters.startsWith(title, from)) {
                Head head = headAt(unit, unit);
                if (head.what() == What.DIVISION) {
                    add(head, unit, to);
                    return;
                }
            }
        }
    }
}
