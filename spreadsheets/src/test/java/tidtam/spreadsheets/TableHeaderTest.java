package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.problems;
import static tidtam.spreadsheets.Books.read;
import static tidtam.spreadsheets.Books.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.Column;
import tidtam.facts.Status;

/** The headings of many agencies' tables. Each measure's cells hold their column's letter: i, r, s, d, a. */
class TableHeaderTest {
    private static String columns(Reading.Contents contents) {
        return Column.official().stream()
                .map(column -> Books.texts(contents, column).get(0))
                .reduce("", String::concat)
                .replace("absent", "-")
                .replace("\n", "");
    }

    static List<Arguments> headings() {
        return List.of(
                Arguments.of(
                        "irsda",
                        row(
                                "ประเด็นที่ต้องปรับปรุงแก้ไข/ ประเด็นที่ต้องพัฒนา",
                                "ผู้รับผิดชอบ",
                                "ขั้นตอนหรือวิธีการ/มาตรการ",
                                "การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ",
                                "การดำเนินการ")),
                Arguments.of(
                        "irsda",
                        row(
                                "ประ เด็น ที่ต้อง พัฒนา",
                                "ผู้รับ ผิดชอบ",
                                "ข ั้นตอน/วิธีการ",
                                "กําหนดเวลา แล้วเสร็จ",
                                "การด ำเนินการ")),
                Arguments.of(
                        "irsda",
                        row(
                                "ประเด้นที่ต้องพัฒนา",
                                "ผู้รับผิดชอย",
                                "ขันตอนหรือวิธีการ",
                                "กำหนดเวลแล้วเสร็จ",
                                "การดำเนนการ")),
                Arguments.of(
                        "irsda",
                        row("ประเด็น", "หน่วยงานที่รับผิดชอบ", "มาตรการ/แนวทาง", "ระยะเวลา", "ผลการดำเนินการ")),
                Arguments.of(
                        "irsda",
                        row("มาตรการ", "หน่วยงานรับผิดชอบ", "วิธีดำเนินการ", "ระยะเวลาดำเนินการ", "ผลการดำเนินงาน")),
                Arguments.of(
                        "irsda",
                        row("มาตรการ/แนวทาง", "ผู้รับผิดชอบ", "ขั้นตอนการดำเนินการ", "การติดตามผล", "ผลการปฏิบัติงาน")),
                Arguments.of(
                        "irsda",
                        row(
                                "ข้อเสนอแนะ",
                                "ผู้รับผิดชอบ",
                                "แนวทางการดำเนินงาน",
                                "การรายงานผลการดำเนินการ",
                                "การดำเนินการ")),
                Arguments.of(
                        "irsda",
                        row(
                                "ประเด็นการประเมิน",
                                "ผู้รับผิดชอบ",
                                "กิจกรรม",
                                "กำหนดการ",
                                "รายงานผลการดำเนินการ ปีงบประมาณ พ.ศ. ๒๕๖๖")),
                Arguments.of(
                        "irsda",
                        row(
                                "ประเด็น",
                                "ผู้รับผิดชอบ",
                                "แนวทางการปรับปรุงแก้ไข",
                                "ระยะเวลาในการดำเนินการ",
                                "ความก้าวหน้า",
                                "หมายเหตุ")),
                Arguments.of(
                        "irsda",
                        row("ประเด็น", "ส่วนงานที่รับผิดชอบ", "มาตรการแก้ไข", "กำหนดการรายงาน", "การดำเนินการ")),
                Arguments.of(
                        "irsda",
                        row("ประเด็น", "กอง/ฝ่ายที่รับผิดชอบ", "ขั้นตอน", "กำหนดวันที่ดำเนินการ", "ผลการดำเนินการ")),
                Arguments.of(
                        "irrs-a",
                        row("ประเด็น", "ผู้รับผิดชอบหลัก", "ผู้รับผิดชอบสนับสนุน", "ขั้นตอน", "-", "การดำเนินการ")));
    }

    @ParameterizedTest
    @MethodSource("headings")
    void finds_the_columns_by_their_words(String columns, String[] heading) {
        String[] cells = new String[heading.length];
        for (int i = 0; i < heading.length; i++) {
            cells[i] = String.valueOf(columns.length() > i ? columns.charAt(i) : 'x');
        }
        cells[0] = "i";
        String expected = columns.chars().distinct().count() == columns.length() ? "irsda" : "irrs-a";
        assertThat(columns(read(heading, cells))).isEqualTo(expected);
    }

    @Test
    void the_order_of_columns_does_not_matter() {
        assertThat(columns(read(
                        row("การดำเนินการ", "กำหนดเวลา", "ที่", "ขั้นตอน", "ผู้รับผิดชอบ", "ประเด็น"),
                        row("a", "d", "1", "s", "r", "i"))))
                .isEqualTo("irsda");
    }

    @Test
    void what_was_done_and_when_may_stand_in_two_columns() {
        Reading.Contents contents = read(
                row("ประเด็น", "ผู้รับผิดชอบ", "ขั้นตอน", "ระยะเวลาดำเนินการ", "วันที่ดำเนินการ", "ผลการดำเนินงาน"),
                row("การใช้อำนาจ", "ฝ่ายบริหาร", "ประกาศ", "ภายใน ๓๐ มิ.ย. ๖๔", "๒๙ มิ.ย. ๖๔", "ประกาศแล้ว"),
                row("การใช้ทรัพย์สิน", "ฝ่ายพัสดุ", "ตรวจสอบ", "ภายใน ๓๐ ก.ย. ๖๔", "-", "ไม่ได้ดำเนินการ"));
        assertThat(contents.plan().measures())
                .extracting(planned -> planned.completion().orElseThrow().status())
                .containsExactly(Status.DONE_DATED, Status.NOT_DONE);
    }

    @Test
    void a_heading_may_take_two_rows_with_groups() {
        Reading.Contents contents = read(Books.xlsx(sheet -> {
            Books.fill(
                    sheet,
                    row("ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "การดำเนินการตามมาตรการ", "", "ผลการดำเนินการ"),
                    row("", "", "ขั้นตอน", "กำหนดเวลา"),
                    row("(๑)", "(๒)", "(๓)", "(๔)", "(๕)"),
                    row("i", "r", "s", "d", "a"));
            for (String area : List.of("A1:A2", "B1:B2", "C1:D1", "E1:E2")) {
                Books.merge(sheet, area);
            }
        }));
        assertThat(columns(contents)).isEqualTo("irsda");
        assertThat(contents.plan().measures()).hasSize(1);
    }

    @Test
    void a_heading_may_take_two_rows_without_merged_cells() {
        assertThat(columns(read(
                        row("ประเด็น", "ผู้รับผิดชอบ", "ขั้นตอน", "การรายงานผลและ", "การ"),
                        row("ที่ต้องพัฒนา", "", "หรือวิธีการ", "กำหนดเวลาแล้วเสร็จ", "ดำเนินการ"),
                        row("i", "r", "s", "d", "a"))))
                .isEqualTo("irsda");
    }

    @Test
    void results_of_both_halves_are_one_column() {
        Reading.Contents contents = read(Books.xlsx(sheet -> {
            Books.fill(
                    sheet,
                    row("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", ""),
                    row("", "", "", "รอบ ๖ เดือน", "รอบ ๑๒ เดือน"),
                    row("i", "r", "d", "a", "b"));
            Books.merge(sheet, "D1:E1");
        }));
        assertThat(Books.texts(contents, Column.ACTION)).containsExactly("a\nb");
    }

    @Test
    void a_column_that_is_not_there_is_said() {
        Reading.Contents contents = read(row("ประเด็น", "ผู้รับผิดชอบ", "การดำเนินการ"), row("i", "r", "a"));
        assertThat(problems(contents, Code.COLUMN_MISSING)).containsExactly("STEPS", "DEADLINE");
        assertThat(columns(contents)).isEqualTo("ir--a");
    }

    @Test
    void without_an_issue_column_the_steps_tell_rows_apart() {
        Reading.Contents contents =
                read(row("ขั้นตอน", "ผู้รับผิดชอบ", "กำหนดเวลา", "การดำเนินการ"), row("s", "r", "d", "a"));
        assertThat(problems(contents, Code.COLUMN_MISSING)).containsExactly("ISSUE");
        assertThat(columns(contents)).isEqualTo("-rsda");
        assertThat(contents.plan().measures().get(0).measure().title()).isEqualTo("s");
    }

    @Test
    void owner_and_deadline_may_share_a_column() {
        Reading.Contents contents = read(
                row("ประเด็น", "วิธีการ", "ผู้รับผิดชอบ/ระยะเวลาดำเนินการ", "ผลการดำเนินการ"), row("i", "s", "x", "a"));
        assertThat(columns(contents)).isEqualTo("ixsxa");
        assertThat(problems(contents, Code.COLUMN_MISSING)).isEmpty();
    }

    @Test
    void a_repeated_heading_that_lost_a_word_keeps_the_columns() {
        Reading.Contents contents = read(
                Books.HEADER,
                row("i", "r", "s", "d", "a"),
                row("ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ", "", "การดำเนินการ"),
                row("i2", "r", "s", "d2", "a"));
        assertThat(Books.texts(contents, Column.DEADLINE)).containsExactly("d", "d2");
        assertThat(contents.problems()).noneMatch(problem -> problem.code() == Code.COLUMN_MISSING);
    }

    @Test
    void a_second_table_may_have_other_columns() {
        Reading.Contents contents = read(
                Books.HEADER,
                row("i", "r", "s", "d", "a"),
                row("ผู้รับผิดชอบ", "ประเด็น", "กำหนดเวลา", "การดำเนินการ"),
                row("r2", "i2", "d2", "a2"));
        assertThat(Books.texts(contents, Column.ISSUE)).containsExactly("i", "i2");
        assertThat(problems(contents, Code.COLUMN_MISSING)).containsExactly("STEPS");
    }

    @Test
    void a_short_measure_is_no_heading() {
        Reading.Contents contents = read(
                Books.HEADER,
                row(
                        "การปรับปรุงวิธีการและขั้นตอนการดำเนินงาน",
                        "ผู้รับผิดชอบโครงการ",
                        "กำหนดขั้นตอนการปฏิบัติงาน",
                        "รายงานผลทุกไตรมาส",
                        "รายงานผลการดำเนินการแล้ว"),
                row("ประเด็นการกำหนดมาตรการ", "กองคลัง", "กำหนดแนวทาง", "ทุกเดือน", "ดำเนินการแล้ว"));
        assertThat(contents.plan().measures()).hasSize(2);
    }
}
