package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.HEADER;
import static tidtam.spreadsheets.Books.fill;
import static tidtam.spreadsheets.Books.merge;
import static tidtam.spreadsheets.Books.problems;
import static tidtam.spreadsheets.Books.read;
import static tidtam.spreadsheets.Books.row;
import static tidtam.spreadsheets.Books.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.Column;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.Tool;

/** Measures, sections, merged and cut rows, and what is none of these. */
class TableReaderTest {
    private static final String[] FIRST = row("เรื่องที่หนึ่ง", "กองคลัง", "จัดทำแผน", "ทุกเดือน", "ดำเนินการแล้ว");
    private static final String[] SECOND =
            row("เรื่องที่สอง", "กองช่าง", "จัดทำรายงาน", "ทุกไตรมาส", "ยังไม่ดำเนินการ");

    private static List<Measure> measures(Reading.Contents contents) {
        return contents.plan().measures().stream()
                .map(planned -> planned.measure())
                .toList();
    }

    private static Reading.Contents sheet(Consumer<Sheet> fill) {
        Reading.Contents contents = read(Books.xlsx(fill));
        assertThat(read(Books.xls(fill))).isEqualTo(contents);
        return contents;
    }

    @Test
    void old_and_new_format_give_the_same_plan() {
        assertThat(sheet(Books.rows(HEADER, FIRST, SECOND)).plan().measures()).hasSize(2);
    }

    @Test
    void blank_rows_change_nothing() {
        assertThat(texts(read(HEADER, FIRST, row(""), row(" "), SECOND), Column.ISSUE))
                .containsExactly("เรื่องที่หนึ่ง", "เรื่องที่สอง");
    }

    @Test
    void a_value_merged_downwards_belongs_to_each_row() {
        Reading.Contents contents = sheet(sheet -> {
            fill(
                    sheet,
                    HEADER,
                    FIRST,
                    row("เรื่องที่สอง", "", "ข", "", "ทำแล้ว"),
                    row("เรื่องที่สาม", "", "ค", "", "ทำแล้ว"));
            merge(sheet, "B2:B4");
            merge(sheet, "D2:D4");
        });
        assertThat(texts(contents, Column.RESPONSIBLE)).containsExactly("กองคลัง", "กองคลัง", "กองคลัง");
        assertThat(texts(contents, Column.DEADLINE)).containsExactly("ทุกเดือน", "ทุกเดือน", "ทุกเดือน");
        assertThat(Books.cell(contents, 2, Column.RESPONSIBLE)).hasToString("แผน!B2");
    }

    @Test
    void an_issue_merged_downwards_belongs_to_each_row() {
        Reading.Contents contents = sheet(sheet -> {
            fill(sheet, HEADER, FIRST, row("", "กองช่าง", "ข", "ทุกปี", "ทำแล้ว"));
            merge(sheet, "A2:A3");
        });
        assertThat(texts(contents, Column.ISSUE)).containsExactly("เรื่องที่หนึ่ง", "เรื่องที่หนึ่ง");
        assertThat(measures(contents)).extracting(Measure::key).doesNotHaveDuplicates();
    }

    @Test
    void steps_listed_beside_cells_merged_over_all_of_them_are_one_measure() {
        Reading.Contents contents = sheet(sheet -> {
            fill(sheet, HEADER, FIRST, row("", "", "จัดประชุม"), row("", "", "รายงาน"));
            for (String area : List.of("A2:A4", "B2:B4", "D2:D4", "E2:E4")) {
                merge(sheet, area);
            }
        });
        assertThat(texts(contents, Column.STEPS)).containsExactly("จัดทำแผน\nจัดประชุม\nรายงาน");
        assertThat(texts(contents, Column.DEADLINE)).containsExactly("ทุกเดือน");
    }

    @Test
    void a_value_merged_over_two_columns_belongs_to_both() {
        Reading.Contents contents = sheet(sheet -> {
            fill(sheet, HEADER, row("เรื่อง", "กองคลัง", "รายงานทุกเดือน", "", "ทำแล้ว"));
            merge(sheet, "C2:D2");
        });
        assertThat(texts(contents, Column.DEADLINE)).containsExactly("รายงานทุกเดือน");
        assertThat(texts(contents, Column.STEPS)).containsExactly("รายงานทุกเดือน");
    }

    @Test
    void rows_cut_by_a_page_break_are_joined_in_the_first_ones_cell() {
        Reading.Contents contents = sheet(
                Books.rows(HEADER, FIRST, HEADER, row("", "", "และเผยแพร่", "", "เมื่อวันที่ ๕ มกราคม ๒๕๖๖"), SECOND));
        assertThat(texts(contents, Column.STEPS)).containsExactly("จัดทำแผน\nและเผยแพร่", "จัดทำรายงาน");
        assertThat(texts(contents, Column.ACTION))
                .containsExactly("ดำเนินการแล้ว\nเมื่อวันที่ ๕ มกราคม ๒๕๖๖", "ยังไม่ดำเนินการ");
        assertThat(Books.cell(contents, 0, Column.ACTION)).hasToString("แผน!E2");
        assertThat(contents.problems()).noneMatch(problem -> problem.code() == Code.ROW_NOT_UNDERSTOOD);
    }

    @Test
    void a_text_far_below_the_table_is_named_and_goes_on_with_no_measure() {
        String[][] rows = new String[40][];
        Arrays.fill(rows, row("", ""));
        rows[0] = HEADER;
        rows[1] = FIRST;
        rows[4] = row("", "", "", "", "เมื่อวันที่ ๕ มกราคม ๒๕๖๖");
        rows[38] = row("", "", "", "", "ลอยท้ายตาราง ๓๐/๑๑/๒๕๖๕");
        rows[39] = row("", "", "", "", "อีกบรรทัด");
        Reading.Contents contents = read(rows);
        assertThat(texts(contents, Column.ACTION)).containsExactly("ดำเนินการแล้ว\nเมื่อวันที่ ๕ มกราคม ๒๕๖๖");
        assertThat(problems(contents, Code.ROW_NOT_UNDERSTOOD)).containsExactly("ลอยท้ายตาราง ๓๐/๑๑/๒๕๖๕", "อีกบรรทัด");
    }

    @Test
    void divisions_may_go_on_right_below_a_repeated_heading() {
        assertThat(texts(read(HEADER, FIRST, HEADER, row("", "และกองช่าง", "รายงาน"), SECOND), Column.RESPONSIBLE))
                .containsExactly("กองคลัง\nและกองช่าง", "กองช่าง");
    }

    @Test
    void a_page_break_may_cut_every_cell_of_a_row() {
        Reading.Contents contents = read(
                HEADER,
                row("เรื่อง", "กอง", "จัดทำ", "รายงาน", "ดำเนินการ"),
                HEADER,
                row("", "การศึกษา", "แผน", "ทุกเดือน", "แล้ว"));
        assertThat(texts(contents, Column.RESPONSIBLE)).containsExactly("กอง\nการศึกษา");
        assertThat(texts(contents, Column.ACTION)).containsExactly("ดำเนินการ\nแล้ว");
    }

    @Test
    void a_row_with_everything_but_an_issue_below_a_repeated_heading_is_a_measure_of_its_own() {
        assertThat(texts(
                        read(HEADER, FIRST, HEADER, row("", "กองช่าง", "จัดทำรายงาน", "ทุกปี", "ทำแล้ว")),
                        Column.RESPONSIBLE))
                .containsExactly("กองคลัง", "กองช่าง");
    }

    @Test
    void a_row_with_an_owner_and_no_issue_is_a_measure_of_its_own() {
        Reading.Contents contents = read(HEADER, FIRST, row("", "กองช่าง", "จัดทำรายงาน", "ทุกปี", "ทำแล้ว"));
        assertThat(texts(contents, Column.ISSUE)).containsExactly("เรื่องที่หนึ่ง", "");
        assertThat(Books.cell(contents, 1, Column.ISSUE)).hasToString("แผน!A3");
    }

    @Test
    void nothing_goes_on_across_a_section() {
        Reading.Contents contents = read(HEADER, FIRST, row("ตัวชี้วัดที่ ๓ การใช้อำนาจ"), row("", "", "ลอย ๆ"));
        assertThat(texts(contents, Column.STEPS)).containsExactly("จัดทำแผน");
        assertThat(problems(contents, Code.ROW_NOT_UNDERSTOOD)).containsExactly("ลอย ๆ");
    }

    @Test
    void section_rows_give_tool_and_indicator_merged_or_not() {
        Reading.Contents contents = sheet(sheet -> {
            fill(
                    sheet,
                    row("เครื่องมือการประเมิน IIT"),
                    HEADER,
                    row("ตัวชี้วันที่ ๓ การใช้อำนาจ", ""),
                    FIRST,
                    row("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)"),
                    row("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร"),
                    SECOND);
        });
        assertThat(measures(contents))
                .extracting(Measure::section)
                .containsExactly(Optional.of(Tool.IIT), Optional.of(Tool.EIT));
        assertThat(measures(contents))
                .extracting(measure ->
                        measure.heading().map(IndicatorHeading::number).orElse(0))
                .containsExactly(3, 7);
        assertThat(contents.plan().headings())
                .extracting(IndicatorHeading::title)
                .containsExactly("การใช้อำนาจ", "ประสิทธิภาพการสื่อสาร");
    }

    @Test
    void a_tool_ends_the_indicator_of_the_tool_before() {
        Reading.Contents contents =
                read(HEADER, row("ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน"), FIRST, row("เครื่องมือการประเมิน OIT"), SECOND);
        assertThat(measures(contents).get(1).heading()).isEmpty();
    }

    @Test
    void a_section_repeated_after_a_page_break_begins_nothing_new() {
        String[] own = row("ตัวชี้วัดที่ ๙ ข้อมูลพื้นฐาน", "สำนักปลัด", "ก", "ทุกปี", "ทำแล้ว");
        Reading.Contents contents = read(
                row("เครื่องมือ OIT"),
                HEADER,
                row("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"),
                own,
                row("เครื่องมือ OIT"),
                row("ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต"),
                HEADER,
                SECOND);
        assertThat(contents.plan().headings()).hasSize(1);
        assertThat(measures(contents).get(1).heading().map(IndicatorHeading::number))
                .contains(9);
        assertThat(measures(contents).get(1).ownHeading()).isFalse();
    }

    @Test
    void the_number_a_row_states_goes_on_until_an_item_or_a_section() {
        String[] own = row("ตัวชี้วัดที่ ๙.๒ การบริหารงาน - การให้บริการ", "สำนักปลัด", "ก", "ทุกปี", "ทำแล้ว");
        String[] item = row("E๑๑ เจ้าหน้าที่", "สำนักปลัด", "ก", "ทุกปี", "ทำแล้ว");
        Reading.Contents contents = read(
                HEADER,
                row("ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน"),
                FIRST,
                own,
                SECOND,
                item,
                FIRST,
                row("ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"),
                SECOND);
        assertThat(measures(contents))
                .extracting(measure ->
                        measure.heading().map(IndicatorHeading::number).orElse(0))
                .containsExactly(8, 9, 9, 8, 8, 7);
    }

    @Test
    void tool_and_indicator_may_have_columns_of_their_own() {
        Reading.Contents contents = sheet(sheet -> {
            fill(
                    sheet,
                    row("เครื่องมือ", "ตัวชี้วัด", "ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"),
                    row("IIT", "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ก", "กองคลัง", "ทุกเดือน", "ทำแล้ว"),
                    row("", "", "ข", "กองช่าง", "ทุกเดือน", "ทำแล้ว"),
                    row("EIT", "ตัวชี้วัดที่ ๖ คุณภาพ", "ค", "กองช่าง", "ทุกเดือน", "ทำแล้ว"));
            merge(sheet, "A2:A3");
            merge(sheet, "B2:B3");
        });
        assertThat(measures(contents))
                .extracting(measure -> measure.section().orElseThrow())
                .containsExactly(Tool.IIT, Tool.IIT, Tool.EIT);
        assertThat(measures(contents))
                .extracting(measure ->
                        measure.heading().map(IndicatorHeading::number).orElse(0))
                .containsExactly(1, 1, 6);
    }

    @Test
    void an_item_with_nothing_else_said_is_a_measure() {
        Reading.Contents contents = read(HEADER, FIRST, row("E๔ เจ้าหน้าที่ของหน่วยงาน", ""));
        assertThat(measures(contents).get(1).code()).contains("E4");
        assertThat(texts(contents, Column.ACTION)).containsExactly("ดำเนินการแล้ว", "");
    }

    @Test
    void a_text_that_is_none_of_these_is_quoted() {
        Reading.Contents contents =
                read(HEADER, FIRST, row("รวมทั้งสิ้น ๑ เรื่อง", ""), row("ส่วนที่ ๒ อื่น ๆ"), SECOND);
        assertThat(problems(contents, Code.ROW_NOT_UNDERSTOOD))
                .containsExactly("รวมทั้งสิ้น ๑ เรื่อง", "ส่วนที่ ๒ อื่น ๆ");
        assertThat(contents.plan().measures()).hasSize(2);
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void signatures_below_the_table_are_no_measures() {
        Reading.Contents contents = read(
                HEADER,
                FIRST,
                row("หมายเหตุ: ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖", ""),
                row("ลงชื่อ ......................... ผู้รายงาน", "", "ลงชื่อ ................ ผู้รับรอง"),
                row("(นายสมชาย ใจดี)", "", "(นางสาวสมหญิง รักงาน)"),
                row("นักวิเคราะห์นโยบายและแผน", "", "ปลัดองค์การบริหารส่วนตำบล"),
                row("", "", "วันที่ ......"));
        assertThat(texts(contents, Column.STEPS)).containsExactly("จัดทำแผน");
        assertThat(problems(contents, Code.ROW_NOT_UNDERSTOOD)).hasSize(5);
    }

    @Test
    void measures_may_follow_a_signature() {
        assertThat(texts(read(HEADER, FIRST, row("ลงชื่อ.......", "", ""), HEADER, SECOND), Column.ISSUE))
                .containsExactly("เรื่องที่หนึ่ง", "เรื่องที่สอง");
        assertThat(texts(read(HEADER, FIRST, row("ลงชื่อ.......", "", ""), SECOND), Column.ISSUE))
                .containsExactly("เรื่องที่หนึ่ง", "เรื่องที่สอง");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "......", "–", "ไม่มี"})
    void a_row_with_a_dash_is_still_a_measure(String action) {
        assertThat(texts(read(HEADER, row("เรื่อง", "กองคลัง", "", "", action)), Column.ACTION))
                .containsExactly(action);
    }

    @Test
    void a_title_repeated_on_the_next_page_is_no_news() {
        String title = "รายงานผลการดำเนินการตามมาตรการ";
        assertThat(read(row(title), HEADER, FIRST, row(title), HEADER, SECOND).problems())
                .noneMatch(problem -> problem.code() == Code.ROW_NOT_UNDERSTOOD);
    }

    @Test
    void hidden_rows_are_read_and_said() {
        Reading.Contents contents = sheet(sheet -> {
            fill(sheet, HEADER, FIRST, SECOND, row("เรื่องที่สาม", "กองช่าง", "ข", "ค", "ง"));
            sheet.getRow(1).setZeroHeight(true);
            sheet.getRow(2).setZeroHeight(true);
        });
        assertThat(contents.plan().measures()).hasSize(3);
        assertThat(problems(contents, Code.ROWS_HIDDEN)).containsExactly("2–3");
    }

    @Test
    void hidden_sheets_are_said_where_they_hold_a_table_and_not_read() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        fill(workbook.createSheet("แผน"), HEADER, FIRST);
        fill(workbook.createSheet("เก่า"), HEADER, SECOND);
        fill(workbook.createSheet("ตัวเลือก"), row("กองคลัง"), row("กองช่าง"));
        workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
        Reading.Contents contents = read(Books.bytes(workbook));
        assertThat(contents.plan().measures()).hasSize(1);
        assertThat(contents.problems())
                .extracting(CellProblem::code, CellProblem::sheet)
                .contains(org.assertj.core.groups.Tuple.tuple(Code.SHEET_HIDDEN, "เก่า"))
                .noneMatch(said -> said.toList().contains("ตัวเลือก"));
        assertThat(contents.plan().complete()).isFalse();
    }

    @Test
    void every_visible_sheet_with_a_table_is_read_and_names_its_tool() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        fill(workbook.createSheet("ปก"), row("เทศบาลตำบลบ้านใหม่"), row("ปีงบประมาณ ๒๕๖๗ รอบ ๑๒ เดือน"));
        fill(workbook.createSheet("IIT"), HEADER, FIRST);
        workbook.createSheet("ว่าง");
        fill(workbook.createSheet("แบบวัด OIT"), HEADER, SECOND);
        Reading.Contents contents = read(Books.bytes(workbook));
        assertThat(measures(contents))
                .extracting(measure -> measure.section().orElseThrow())
                .containsExactly(Tool.IIT, Tool.OIT);
        assertThat(measures(contents)).extracting(measure -> measure.id().row()).containsExactly(1, 2);
        assertThat(contents.plan().title().agency()).contains("เทศบาลตำบลบ้านใหม่");
        assertThat(contents.problems()).extracting(CellProblem::code).containsExactly(Code.SHEET_WITHOUT_TABLE);
    }

    @Test
    void own_codes_come_from_a_column_of_codes() {
        Reading.Contents contents = read(
                row("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินงาน"),
                row("๑.๑", "ก", "กองคลัง", "ทุกเดือน", "ทำแล้ว"),
                row("ม.๓", "ข", "กองคลัง", "ทุกเดือน", "ทำแล้ว"),
                row("๒.", "E๕ ค", "กองคลัง", "ทุกเดือน", "ทำแล้ว"),
                row("E ๖", "ง", "กองคลัง", "ทุกเดือน", "ทำแล้ว"));
        assertThat(measures(contents))
                .extracting(measure -> measure.code().orElse("-"))
                .containsExactly("1.1", "ม.3", "E5", "E6");
    }
}
