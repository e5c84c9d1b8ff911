package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.form;
import static tidtam.spreadsheets.Books.headings;
import static tidtam.spreadsheets.Books.problems;
import static tidtam.spreadsheets.Books.read;
import static tidtam.spreadsheets.Books.row;
import static tidtam.spreadsheets.Books.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.AgencyRecords;
import tidtam.facts.Column;
import tidtam.facts.Division;
import tidtam.facts.DivisionFault;
import tidtam.facts.Holiday;
import tidtam.facts.PlanTitle;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormExample;
import tidtam.spreadsheets.form.FormSheet;

/** The sheets of the working form: which is which, the general sheet, divisions and holidays. */
class FormSheetsTest {
    private static final String NO_MEASURES = "NO_MEASURES มาตรการ มาตรการ";
    private static final String[] MEASURE = row("", "E5 การติดต่อราชการ", "กองคลัง", "", "ทุกไตรมาส", "ดำเนินการแล้ว");
    private static final String[] REPORT = row("E5", "ไตรมาสที่ ๑/๒๕๖๖", "", "10 มกราคม 2566");

    private static Map<String, String[][]> without(FormSheet sheet) {
        Map<String, String[][]> sheets = form();
        sheets.remove(sheet.title());
        return sheets;
    }

    private static Map<String, String[][]> renamed(Map<String, String[][]> sheets, FormSheet sheet, String name) {
        Map<String, String[][]> renamed = new LinkedHashMap<>();
        sheets.forEach((title, rows) -> renamed.put(title.equals(sheet.title()) ? name : title, rows));
        return renamed;
    }

    private static String[] example(FormSheet sheet) {
        return sheet.columns().stream().map(FormExample::text).toArray(String[]::new);
    }

    private static PlanTitle title(String[]... lines) {
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.GENERAL.title(), lines);
        return read(sheets).plan().title();
    }

    @Test
    void an_empty_form_has_its_measures_and_nothing_to_say() {
        Reading.Contents contents = read(form());
        assertThat(problems(contents)).isEmpty();
        assertThat(Books.texts(contents, Column.ISSUE))
                .containsExactly("E5 การติดต่อราชการ", "การใช้ทรัพย์สินของราชการ");
        assertThat(contents.plan().records())
                .isEqualTo(new AgencyRecords(List.of(), List.of(), List.of(), Optional.of(List.of()), false));
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void a_form_without_any_measure_or_with_empty_sheets_is_read() {
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.MEASURES.title(), table(headings(FormSheet.MEASURES)));
        sheets.put(FormSheet.LOG.title(), table());
        sheets.put(FormSheet.HOLIDAYS.title(), table());
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().measures()).isEmpty();
        assertThat(contents.plan().records().log()).contains(List.of());
        assertThat(problems(contents)).containsExactly(NO_MEASURES);
        assertThat(contents.plan().complete()).isFalse();
    }

    @Test
    void a_sheet_that_only_bears_a_name_of_the_form_makes_no_form() {
        Map<String, String[][]> sheets = new LinkedHashMap<>();
        sheets.put("แผน", table(Books.HEADER, row("E5 การติดต่อราชการ", "กองคลัง", "", "ทุกไตรมาส", "ดำเนินการแล้ว")));
        sheets.put(FormSheet.DIVISIONS.title(), table(row("กองคลัง มีเจ้าหน้าที่ ๕ คน")));
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().records()).isEqualTo(AgencyRecords.none());
        assertThat(problems(contents))
                .contains("SHEET_WITHOUT_TABLE หน่วยงาน หน่วยงาน")
                .noneMatch(problem -> problem.startsWith("SHEET_MISSING"));
    }

    @Test
    void an_empty_workbook_holds_no_measure_table() {
        assertThat(WorkbookReader.read(Books.sheets(Map.of("Sheet1", table()))))
                .isEqualTo(new Reading.Unreadable(Reading.Why.NO_MEASURE_TABLE));
    }

    @Test
    void a_form_without_measures_says_so_as_any_workbook_does() {
        assertThat(WorkbookReader.read(Books.sheets(without(FormSheet.MEASURES))))
                .isEqualTo(new Reading.Unreadable(Reading.Why.NO_MEASURE_TABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GENERAL", "LOG", "DIVISIONS", "HOLIDAYS"})
    void a_missing_sheet_is_named(FormSheet sheet) {
        Reading.Contents contents = read(without(sheet));
        assertThat(problems(contents)).contains("SHEET_MISSING  " + sheet.title());
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void the_bare_five_columns_lack_nothing() {
        Map<String, String[][]> sheets = Map.of(
                "มาตรการ",
                table(
                        row("อบต.ทดสอบ รอบที่ 1 ปีงบประมาณ 2566"),
                        Books.HEADER,
                        row("E5 การติดต่อ", "กองคลัง", "จัดทำ", "ทุกเดือน", "ดำเนินการแล้ว")));
        Reading.Contents contents = read(sheets);
        assertThat(problems(contents)).isEmpty();
        assertThat(contents.plan().records()).isEqualTo(AgencyRecords.none());
    }

    @Test
    void a_date_column_of_the_bare_form_belongs_to_the_action_as_before() {
        String[] header = {"ประเด็น", "ผู้รับผิดชอบ", "ขั้นตอน", "กำหนดเวลา", "ผลการดำเนินการ", "วันที่ดำเนินการ"};
        Reading.Contents contents =
                read(header, row("เรื่อง", "กองคลัง", "ข", "ทุกเดือน", "ดำเนินการแล้ว", "10 มกราคม 2566"));
        assertThat(Books.texts(contents, Column.ACTION)).containsExactly("ดำเนินการแล้ว\n10 มกราคม 2566");
        assertThat(Books.texts(contents, Column.DATE_DONE)).containsExactly("absent");
    }

    @Test
    void the_structured_columns_of_the_form_stand_beside_the_official_ones() {
        Reading.Contents contents = read(form(
                FormSheet.MEASURES,
                row("ก-1", "เรื่อง", "กองคลัง", "ข", "ทุกเดือน", "ทำแล้ว", "รายเดือน", "", "15", "10 มกราคม 2566")));
        assertThat(contents.plan().measures().get(0).measure().code()).contains("ก-1");
        assertThat(Books.texts(contents, Column.ACTION)).containsExactly("ทำแล้ว");
        assertThat(Books.texts(contents, Column.DATE_DONE)).containsExactly("10 มกราคม 2566");
        assertThat(Books.texts(contents, Column.DAYS)).containsExactly("15");
        assertThat(Books.texts(contents, Column.CADENCE)).containsExactly("รายเดือน");
    }

    @ParameterizedTest
    @ValueSource(strings = {"บันทึกการรายงาน (2)", "บันทึก การรายงาน", "บันทึกการรายงาณ", "Log", "รายงานที่ส่งแล้ว"})
    void a_log_is_known_by_its_name_or_its_headings(String name) {
        Reading.Contents contents = read(renamed(form(FormSheet.LOG, REPORT), FormSheet.LOG, name));
        assertThat(contents.plan().records().logged()).hasSize(1);
        assertThat(contents.plan().measures()).hasSize(2);
        assertThat(problems(contents)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DIVISIONS,Sheet4", "HOLIDAYS,Sheet5", "GENERAL,Sheet1", "DIVISIONS,หน่วยงาณ"})
    void other_sheets_are_known_by_their_headings_too(FormSheet sheet, String name) {
        assertThat(problems(read(renamed(form(), sheet, name)))).isEmpty();
    }

    @Test
    void a_measure_table_on_a_sheet_named_like_one_of_the_form_stays_one() {
        for (FormSheet sheet : List.of(FormSheet.LOG, FormSheet.DIVISIONS, FormSheet.GENERAL, FormSheet.HOLIDAYS)) {
            Map<String, String[][]> sheets = Map.of(
                    sheet.title(),
                    table(
                            row("มาตรการ", "ผู้รับผิดชอบ", "ขั้นตอน", "กำหนดเวลา", "การดำเนินการ", "หมายเหตุ"),
                            row("เรื่อง", "กองคลัง", "ข", "ทุกเดือน", "ทำแล้ว")));
            Reading.Contents contents = read(sheets);
            assertThat(contents.plan().measures()).as(sheet.title()).hasSize(1);
            assertThat(contents.plan().records()).isEqualTo(AgencyRecords.none());
        }
    }

    @Test
    void two_sheets_of_a_kind_are_both_read_and_the_second_is_named() {
        Map<String, String[][]> sheets = form(FormSheet.LOG, REPORT);
        sheets.put("บันทึกการรายงาน (2)", table(headings(FormSheet.LOG), REPORT));
        sheets.put("มาตรการ (2)", sheets.get(FormSheet.MEASURES.title()));
        sheets.put("ข้อมูลทั่วไป (2)", table(row("หน่วยงาน", "อบต.อื่น"), row("จังหวัด", "ระยอง")));
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().records().logged())
                .extracting(entry -> entry.number())
                .containsExactly(1, 2);
        assertThat(contents.plan().measures()).hasSize(4);
        assertThat(contents.plan().title().agency()).contains("อบต.ทดสอบ");
        assertThat(problems(contents))
                .contains(
                        "SHEET_REPEATED บันทึกการรายงาน (2) บันทึกการรายงาน",
                        "SHEET_REPEATED มาตรการ (2) มาตรการ",
                        "GENERAL_REPEATED ข้อมูลทั่วไป (2) ข้อมูลทั่วไป",
                        "GENERAL_DISAGREES ข้อมูลทั่วไป (2)!B1 อบต.อื่น",
                        "GENERAL_DISAGREES ข้อมูลทั่วไป (2)!B2 ระยอง");
    }

    @Test
    void a_renamed_heading_is_named_with_its_cell_and_the_one_that_is_missing() {
        Map<String, String[][]> sheets = form();
        sheets.put(
                FormSheet.LOG.title(),
                table(row("มาตรการ", "งวดที่รายงาน", "วันที่เกิดเหตุ", "ส่งเมื่อ", "ผู้รายงาน"), row("E5")));
        Reading.Contents contents = read(sheets);
        assertThat(problems(contents))
                .contains(
                        "HEADING_UNKNOWN บันทึกการรายงาน!D1 ส่งเมื่อ",
                        "HEADING_MISSING บันทึกการรายงาน!A1 วันที่รายงาน",
                        "LOG_NOT_READ บันทึกการรายงาน วันที่รายงาน");
        assertThat(contents.plan().records().logged()).isEmpty();
        assertThat(contents.plan().records().logUnread()).isTrue();
        assertThat(contents.plan().complete()).isFalse();
    }

    @Test
    void a_renamed_heading_of_the_measures_is_named() {
        Map<String, String[][]> sheets = form();
        String[] header = headings(FormSheet.MEASURES);
        header[6] = "บ่อยแค่ไหน";
        sheets.put(FormSheet.MEASURES.title(), table(header, MEASURE));
        assertThat(problems(read(sheets))).containsExactly("HEADING_UNKNOWN มาตรการ!G1 บ่อยแค่ไหน");
    }

    @Test
    void a_log_without_any_heading_is_not_taken_for_read() {
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.LOG.title(), table(REPORT));
        Reading.Contents contents = read(sheets);
        assertThat(problems(contents)).containsExactly("LOG_NOT_READ บันทึกการรายงาน วันที่รายงาน");
        assertThat(contents.plan().complete()).isFalse();
        assertThat(contents.plan().records().logUnread()).isTrue();
    }

    @Test
    void a_list_without_headings_is_named() {
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.DIVISIONS.title(), table(row("กองคลัง", "กค.")));
        assertThat(problems(read(sheets))).containsExactly("HEADING_ROW_MISSING หน่วยงาน หน่วยงาน");
    }

    @Test
    void hidden_sheets_are_not_read_and_named() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        form(FormSheet.LOG, REPORT).forEach((name, rows) -> Books.fill(workbook.createSheet(name), rows));
        workbook.setSheetHidden(2, true);
        workbook.setSheetHidden(3, true);
        Reading.Contents contents = Books.read(Books.bytes(workbook));
        assertThat(problems(contents))
                .containsExactly("SHEET_HIDDEN บันทึกการรายงาน บันทึกการรายงาน", "FORM_SHEET_HIDDEN หน่วยงาน หน่วยงาน");
        assertThat(contents.plan().complete()).isFalse();
        assertThat(contents.plan().records().log()).contains(List.of());
        assertThat(contents.plan().records().logUnread()).isTrue();
    }

    @Test
    void a_hidden_general_sheet_leaves_the_check_incomplete() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        form().forEach((name, rows) -> Books.fill(workbook.createSheet(name), rows));
        workbook.setSheetHidden(0, true);
        workbook.setActiveSheet(1);
        Reading.Contents contents = Books.read(Books.bytes(workbook));
        assertThat(problems(contents)).contains("SHEET_HIDDEN ข้อมูลทั่วไป ข้อมูลทั่วไป");
        assertThat(contents.plan().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3"})
    void a_round_that_neither_the_general_sheet_nor_the_title_says_is_named(String round) {
        Map<String, String[][]> sheets = form();
        sheets.put(
                FormSheet.GENERAL.title(), table(row("หน่วยงาน", "ก"), row("ปีงบประมาณ", "2566"), row("รอบ", round)));
        assertThat(problems(read(sheets))).contains("ROUND_NOT_FOUND ข้อมูลทั่วไป!B3 ");
        sheets.put(
                FormSheet.MEASURES.title(),
                table(row("มาตรการ รอบที่ 2 ปีงบประมาณ พ.ศ. 2566"), headings(FormSheet.MEASURES), MEASURE));
        assertThat(problems(read(sheets))).noneMatch(problem -> problem.startsWith("ROUND_NOT_FOUND"));
    }

    @Test
    void what_found_no_place_in_the_form_is_not_read() {
        Map<String, String[][]> sheets = form();
        sheets.put("ข้อความอื่นจากแฟ้มเดิม", table(row("เทศบาลเมืองอื่น ปีงบประมาณ 2560")));
        assertThat(problems(read(sheets))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEASURES", "LOG", "DIVISIONS", "HOLIDAYS"})
    void the_shipped_example_is_no_entry(FormSheet sheet) {
        Reading.Contents contents = read(form(sheet, example(sheet)));
        assertThat(problems(contents)).isEqualTo(sheet == FormSheet.MEASURES ? List.of(NO_MEASURES) : List.of());
        assertThat(contents.plan().records())
                .isEqualTo(new AgencyRecords(List.of(), List.of(), List.of(), Optional.of(List.of()), false));
        assertThat(contents.plan().measures()).hasSize(sheet == FormSheet.MEASURES ? 0 : 2);
    }

    @ParameterizedTest
    @CsvSource({"MEASURES,1,มาตรการ!A2", "LOG,3,บันทึกการรายงาน!A2", "DIVISIONS,2,หน่วยงาน!A2", "HOLIDAYS,1,วันหยุด!A2"
    })
    void an_example_row_that_was_written_over_is_named(FormSheet sheet, int column, String cell) {
        String[] row = example(sheet);
        row[column] = "เรื่องของเราเอง";
        Reading.Contents contents = read(form(sheet, row));
        assertThat(problems(contents)).anySatisfy(problem -> assertThat(problem).startsWith("EXAMPLE_CHANGED " + cell));
        assertThat(contents.plan().complete()).isFalse();
    }

    @Test
    void the_general_sheet_says_whose_plan_it_is() {
        assertThat(read(form()).plan().title())
                .isEqualTo(new PlanTitle(
                        Optional.of("อบต.ทดสอบ"),
                        Optional.of("ชลบุรี"),
                        OptionalInt.of(2566),
                        OptionalInt.of(1),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2566", "๒๕๖๖", "2023", "66", "พ.ศ. 2566", "ปีงบประมาณ ๒๕๖๖"})
    void a_fiscal_year_is_read_in_any_era(String text) {
        assertThat(title(row("หน่วยงาน", "ก"), row("ปีงบประมาณ", text)).fiscalYear())
                .hasValue(2566);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "๒,2", "รอบที่ ๑,1", "รอบ 2,2", "2/2566,2", "ทั้งปี,0", "6 เดือนหลัง,2", "ครึ่งปีแรก,1"})
    void a_round_is_read(String text, int round) {
        assertThat(title(row("หน่วยงาน", "ก"), row("ปีงบประมาณ", "2566"), row("รอบ", text))
                        .round())
                .hasValue(round);
    }

    @Test
    void a_plan_may_start_on_a_real_date() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        form().forEach((name, rows) -> {
            Sheet sheet = workbook.createSheet(name);
            Books.fill(sheet, rows);
        });
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("d mmmm yyyy"));
        org.apache.poi.ss.usermodel.Cell cell = workbook.getSheetAt(0).getRow(4).createCell(1);
        workbook.getSheetAt(0).removeMergedRegion(0);
        cell.setCellValue(LocalDate.of(2023, 1, 1));
        cell.setCellStyle(style);
        assertThat(Books.read(Books.bytes(workbook)).plan().title().start()).contains(LocalDate.of(2023, 1, 1));
    }

    @Test
    void a_start_in_words_counts_and_one_after_the_year_does_not() {
        String[] year = row("ปีงบประมาณ", "2566");
        assertThat(title(year, row("วันที่เริ่มแผน", "๑ ม.ค. ๖๖")).start()).contains(LocalDate.of(2023, 1, 1));
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.GENERAL.title(), table(year, row("หน่วยงาน", "ก"), row("วันที่เริ่มแผน", "1 ต.ค. 2566")));
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().title().start()).isEmpty();
        assertThat(problems(contents)).contains("START_AFTER_YEAR ข้อมูลทั่วไป!B3 1 ต.ค. 2566");
    }

    @Test
    void what_cannot_be_understood_in_the_general_sheet_is_named() {
        Map<String, String[][]> sheets = form();
        sheets.put(
                FormSheet.GENERAL.title(),
                table(
                        row("ข้อมูลของหน่วยงาน"),
                        row("หน่วยงาน", ""),
                        row("จังหวัด", "จังหวัดชลบุรี"),
                        row("ปีงบประมาณ", "ปีนี้"),
                        row("รอบ", "3"),
                        row("วันที่เริ่มแผน", "31 กุมภาพันธ์ 2566"),
                        row("นายก", "นาย ก")));
        Reading.Contents contents = read(sheets);
        assertThat(problems(contents))
                .containsExactlyInAnyOrder(
                        "CELL_BLANK ข้อมูลทั่วไป!B2 หน่วยงาน",
                        "GENERAL_NOT_UNDERSTOOD ข้อมูลทั่วไป!B4 ปีนี้",
                        "GENERAL_NOT_UNDERSTOOD ข้อมูลทั่วไป!B5 3",
                        "ROUND_NOT_FOUND ข้อมูลทั่วไป!B5 ",
                        "GENERAL_NOT_UNDERSTOOD ข้อมูลทั่วไป!B6 31 กุมภาพันธ์ 2566",
                        "HEADING_UNKNOWN ข้อมูลทั่วไป!A7 นายก");
        assertThat(contents.plan().title().province()).contains("ชลบุรี");
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void the_general_sheet_goes_before_the_title_and_the_difference_is_named() {
        Map<String, String[][]> sheets = form();
        sheets.put(
                FormSheet.MEASURES.title(),
                table(
                        row("มาตรการของ เทศบาลตำบลอื่น รอบที่ 2 ปีงบประมาณ พ.ศ. 2565"),
                        headings(FormSheet.MEASURES),
                        MEASURE));
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().title().agency()).contains("อบต.ทดสอบ");
        assertThat(contents.plan().title().fiscalYear()).hasValue(2566);
        assertThat(contents.plan().title().round()).hasValue(1);
        assertThat(problems(contents))
                .containsExactly(
                        "TITLE_DISAGREES ข้อมูลทั่วไป!B1 เทศบาลตำบลอื่น",
                        "TITLE_DISAGREES ข้อมูลทั่วไป!B3 2565",
                        "TITLE_DISAGREES ข้อมูลทั่วไป!B4 รอบที่ 2");
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void divisions_have_names_a_head_and_addresses() {
        Reading.Contents contents = read(form(
                FormSheet.DIVISIONS,
                row(
                        "กองคลัง",
                        "กค., การคลัง/คลัง\nกองการเงิน",
                        "นาง ก",
                        "khlang@example.go.th",
                        "a@b.th; ข้อมูล@x.th, c@ไทย.ไทย"),
                row("กองช่าง", "", "", "chang@example.go.th")));
        assertThat(contents.plan().records().divisions())
                .containsExactly(
                        new Division(
                                "กองคลัง",
                                List.of("กค.", "การคลัง", "คลัง", "กองการเงิน"),
                                Optional.of("นาง ก"),
                                Optional.of("khlang@example.go.th"),
                                List.of("a@b.th", "c@ไทย.ไทย")),
                        new Division(
                                "กองช่าง", List.of(), Optional.empty(), Optional.of("chang@example.go.th"), List.of()));
        assertThat(contents.plan().records().divisionFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(DivisionFault.Code.COPY_MALFORMED);
            assertThat(fault.first().cell()).hasToString("หน่วยงาน!E2");
            assertThat(fault.first().quote()).isEqualTo("ข้อมูล@x.th");
        });
    }

    @Test
    void the_measures_name_the_listed_divisions() {
        Reading.Contents contents =
                read(form(FormSheet.DIVISIONS, row("กองคลังและพัสดุ", "กองคลัง"), row("สำนักปลัดเทศบาล")));
        assertThat(contents.plan().measures())
                .flatExtracting(planned -> planned.responsible().orElseThrow().divisions())
                .extracting(division -> division.name() + division.listed())
                .containsExactly("กองคลังและพัสดุtrue", "สำนักปลัดfalse");
    }

    @Test
    void a_division_listed_twice_counts_once_and_is_a_fault_with_both_cells() {
        Reading.Contents contents = read(form(
                FormSheet.DIVISIONS,
                row("กองคลัง", "กค.", "นาง ก"),
                row("กอง คลัง", "", "นาง ข"),
                row("กองช่าง", "กค."),
                row("", "", "นาง ค")));
        assertThat(contents.plan().records().divisions())
                .extracting(division -> division.name() + division.otherNames())
                .containsExactly("กองคลัง[กค.]", "กองช่าง[]");
        assertThat(contents.plan().records().divisionFaults())
                .extracting(fault -> fault.code()
                        + fault.division()
                        + fault.cells().stream().map(cell -> cell.cell()).toList())
                .containsExactly("REPEATEDกองคลัง[หน่วยงาน!A2, หน่วยงาน!A3]", "REPEATEDกค.[หน่วยงาน!B2, หน่วยงาน!B4]");
        assertThat(problems(contents)).containsExactly("CELL_BLANK หน่วยงาน!A5 หน่วยงาน");
    }

    @Test
    void short_names_that_two_divisions_share_are_the_first_ones_and_are_named() {
        Reading.Contents contents = read(form(
                FormSheet.DIVISIONS,
                row("สำนักปลัดเทศบาล", "สำนักปลัด; สป."),
                row("สำนักปลัดองค์การ", "สำนักปลัด; สป.")));
        assertThat(contents.plan().records().divisionFaults())
                .extracting(DivisionFault::division)
                .containsExactly("สำนักปลัด, สป.");
        assertThat(contents.plan().measures().get(1).responsible().orElseThrow().divisions())
                .extracting(division -> division.name())
                .containsExactly("สำนักปลัดเทศบาล");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ไม่มี",
                "a@b",
                "a b@c.th",
                "a@b.th, c@d.th",
                "a@@b.th",
                "@b.th",
                "a@",
                "a@b..th",
                "a@-b.th",
                "a.@b.th",
                "a@b.1",
                "สมชาย@b.th",
                "a@b.th.",
                "<a@b.th>",
                "a@b_c.th"
            })
    void what_is_no_address_is_a_fault(String text) {
        Reading.Contents contents = read(form(FormSheet.DIVISIONS, row("กองคลัง", "", "", text)));
        assertThat(contents.plan().records().divisions().get(0).email()).isEmpty();
        assertThat(contents.plan().records().divisionFaults()).hasSize(1);
    }

    @Test
    void a_division_without_an_address_is_a_fault_where_the_list_has_addresses() {
        Reading.Contents contents = read(form(
                FormSheet.DIVISIONS,
                row("กองคลัง", "", "", "\u00a0", "ข้อมูล"),
                row("กองช่าง", "", "", "โทร 1234"),
                row("กองการศึกษา", "", "", "a@b.th"),
                row("กอง คลัง"),
                row("สำนักปลัด")));
        assertThat(divisionFaults(contents))
                .containsExactly(
                        "REPEATED กองคลัง หน่วยงาน!A2",
                        "ADDRESS_MISSING กองคลัง หน่วยงาน!D2",
                        "COPY_MALFORMED กองคลัง หน่วยงาน!E2",
                        "ADDRESS_MALFORMED กองช่าง หน่วยงาน!D3",
                        "ADDRESS_MISSING สำนักปลัด หน่วยงาน!D6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"โทร 1234", "a@b.th"})
    void whatever_stands_as_an_address_shows_a_list_that_is_kept_for_mail(String text) {
        Reading.Contents contents =
                read(form(FormSheet.DIVISIONS, row("กองช่าง"), row("กองคลัง", "", "", text), row("กองคลัง")));
        assertThat(divisionFaults(contents)).contains("ADDRESS_MISSING กองช่าง หน่วยงาน!D2");
    }

    @Test
    void a_list_in_which_no_division_has_an_address_lacks_none() {
        Map<String, String[][]> sheets =
                form(FormSheet.DIVISIONS, row("กองคลัง", "", "", " ", "a@b.th"), row("กองช่าง"), row("กองคลัง"));
        assertThat(divisionFaults(read(sheets))).containsExactly("REPEATED กองคลัง หน่วยงาน!A2");
        sheets.put(FormSheet.DIVISIONS.title(), table(row("หน่วยงาน", "ชื่ออื่น"), row("กองคลัง"), row("กองช่าง")));
        assertThat(divisionFaults(read(sheets))).isEmpty();
    }

    @Test
    void where_a_list_has_no_column_for_addresses_the_division_itself_is_pointed_at() {
        Map<String, String[][]> sheets = form(FormSheet.DIVISIONS, row("กองคลัง", "", "", "a@b.th"));
        sheets.put(FormSheet.DIVISIONS.title() + " (2)", table(row("ชื่ออื่น", "หน่วยงาน"), row("กช.", "กองช่าง")));
        assertThat(divisionFaults(read(sheets))).containsExactly("ADDRESS_MISSING กองช่าง หน่วยงาน (2)!B2");
    }

    private static List<String> divisionFaults(Reading.Contents contents) {
        return contents.plan().records().divisionFaults().stream()
                .map(fault -> fault.code() + " " + fault.division() + " "
                        + fault.first().cell())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@b.th", "first.last+tag@sub.example.go.th", "a_b@ทดสอบ.ไทย", "mailto:x@y.co", "A-1@B-2.TH"})
    void addresses_are_read(String text) {
        assertThat(read(form(FormSheet.DIVISIONS, row("กองคลัง", "", "", text)))
                        .plan()
                        .records()
                        .divisions()
                        .get(0)
                        .email())
                .contains(text.replace("mailto:", ""));
    }

    @Test
    void holidays_are_days_and_ranges_and_what_is_no_date_is_named() {
        Reading.Contents contents = read(form(
                FormSheet.HOLIDAYS,
                row("๕ พ.ค. ๖๖", "วันของเรา"),
                row("30-31 มีนาคม 2566", "งานวัด"),
                row("เร็ว ๆ นี้", "ยังไม่รู้"),
                row("31 เมษายน 2566", "ไม่มีจริง"),
                row("มกราคม 2566", "ทั้งเดือน"),
                row("", "ไม่มีวัน")));
        assertThat(contents.plan().records().holidays())
                .containsExactly(
                        new Holiday(LocalDate.of(2023, 5, 5), "วันของเรา"),
                        new Holiday(LocalDate.of(2023, 3, 30), "งานวัด"),
                        new Holiday(LocalDate.of(2023, 3, 31), "งานวัด"));
        assertThat(problems(contents))
                .containsExactly(
                        "NOT_A_DATE วันหยุด!A4 เร็ว ๆ นี้",
                        "NOT_A_DATE วันหยุด!A5 31 เมษายน 2566",
                        "NOT_A_DATE วันหยุด!A6 มกราคม 2566",
                        "CELL_BLANK วันหยุด!A7 วันที่");
    }

    @Test
    void every_heading_is_that_of_one_column() {
        for (FormColumn column : FormColumn.values()) {
            assertThat(Stream.concat(Stream.of(column.heading()), column.otherHeadings().stream())
                            .map(heading -> FormHeadings.find(column.sheet(), heading)))
                    .containsOnly(Optional.of(column));
        }
    }
}
