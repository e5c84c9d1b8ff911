package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellRef;
import tidtam.facts.Column;

/** What a cell of every kind reads as, in both file formats. */
class CellValuesTest {
    /** The action texts of two workbooks, old and new format, whose one measure has an action cell made by the test. */
    private static List<String> actions(Consumer<Cell> make) {
        return List.of(new HSSFWorkbook(), new XSSFWorkbook()).stream()
                .map(workbook -> action(read(workbook, make)))
                .toList();
    }

    private static Reading.Contents read(Workbook workbook, Consumer<Cell> make) {
        return Books.read(Books.written(workbook, sheet -> {
            Books.fill(sheet, Books.HEADER, Books.row("เรื่อง", "กองคลัง", "ขั้นตอน", "ทุกเดือน"));
            make.accept(sheet.getRow(1).createCell(4));
        }));
    }

    private static String action(Reading.Contents contents) {
        return Books.texts(contents, Column.ACTION).get(0);
    }

    private static Consumer<Cell> number(double value, String format) {
        return cell -> {
            cell.setCellValue(value);
            Workbook workbook = cell.getSheet().getWorkbook();
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            cell.setCellStyle(style);
        };
    }

    @Test
    void a_number_has_no_point_where_it_is_whole() {
        assertThat(actions(cell -> cell.setCellValue(15))).containsExactly("15", "15");
        assertThat(actions(cell -> cell.setCellValue(0.1 + 0.2))).containsExactly("0.3", "0.3");
        assertThat(actions(cell -> cell.setCellValue(-2.50))).containsExactly("-2.5", "-2.5");
    }

    @Test
    void a_number_keeps_what_its_format_adds() {
        assertThat(actions(number(0.6, "0%"))).containsExactly("60%", "60%");
        assertThat(actions(number(1.1, "0.00"))).containsExactly("1.10", "1.10");
        assertThat(actions(number(15, "\"ภายใน \"0\" วัน\""))).containsExactly("ภายใน 15 วัน", "ภายใน 15 วัน");
    }

    @Test
    void a_boolean_reads_as_excel_shows_it() {
        assertThat(actions(cell -> cell.setCellValue(true))).containsExactly("TRUE", "TRUE");
    }

    @Test
    void rich_text_is_joined() {
        assertThat(actions(cell -> {
                    Workbook workbook = cell.getSheet().getWorkbook();
                    RichTextString rich =
                            workbook.getCreationHelper().createRichTextString("ดำเนินการแล้ว เมื่อวันที่ ๕");
                    rich.applyFont(0, 8, workbook.createFont());
                    cell.setCellValue(rich);
                }))
                .containsExactly("ดำเนินการแล้ว เมื่อวันที่ ๕", "ดำเนินการแล้ว เมื่อวันที่ ๕");
    }

    @ParameterizedTest
    @CsvSource({
        "d/m/yyyy, 44936, 10 มกราคม 2566",
        "m/d/yy, 44936, 10 มกราคม 2566",
        "[$-D07041E]d mmmm yyyy, 44936, 10 มกราคม 2566",
        "[$-107041E]d mmm yy;@, 44936, 10 มกราคม 2566",
        "[$-41E]d mmmm bbbb, 44936, 10 มกราคม 2566",
        "d mmm bb, 44936.75, 10 มกราคม 2566",
        "yyyy-mm-dd hh:mm, 44936.5, 10 มกราคม 2566",
        "mmm-yy, 44936, มกราคม 2566",
        "[$-41E]mmmm yyyy, 44936, มกราคม 2566",
        // typed as 10/1/2566 in a Gregorian Excel
        "d/m/yyyy, 243263, 10 มกราคม 2566",
        "[$-D07041E]d mmmm yyyy, 243263, 10 มกราคม 2566",
        // typed as 10/1/66: Excel takes 1966
        "d/m/yy, 24117, 10 มกราคม 66",
        "d/m/yyyy, 24117, 10 มกราคม 2509",
        "d/m/yyyy, 59, 28 กุมภาพันธ์ 2443",
        "d/m/yyyy, 61, 1 มีนาคม 2443",
        "h:mm, 0.5625, 13:30",
        "0.00, 44936, 44936.00",
        "'#,##0.00 [$฿-41E]', 500, 500.00",
        "d/m/yyyy, -3, -3",
    })
    void a_date_reads_as_a_thai_date_whatever_its_format(String format, double serial, String text) {
        assertThat(actions(number(serial, format))).containsExactly(text, text);
    }

    @Test
    void the_built_in_date_format_is_a_date() {
        assertThat(actions(cell -> {
                    cell.setCellValue(LocalDate.of(2023, 3, 31));
                    CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
                    style.setDataFormat((short) 14);
                    cell.setCellStyle(style);
                }))
                .containsExactly("31 มีนาคม 2566", "31 มีนาคม 2566");
    }

    @Test
    void a_leap_day_typed_with_a_buddhist_year_stays_as_typed() {
        double serial = org.apache.poi.ss.usermodel.DateUtil.getExcelDate(LocalDate.of(2568, 2, 29));
        assertThat(actions(number(serial, "d/m/yyyy"))).containsExactly("29 กุมภาพันธ์ 2568", "29 กุมภาพันธ์ 2568");
    }

    @Test
    void days_may_be_counted_from_1904() {
        HSSFWorkbook xls = new HSSFWorkbook();
        ((DateWindow1904Record)
                        Optional.ofNullable(xls.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
                                .orElseThrow())
                .setWindowing((short) 1);
        XSSFWorkbook xlsx = new XSSFWorkbook();
        xlsx.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        assertThat(action(read(xls, number(43474, "d/m/yyyy")))).isEqualTo("10 มกราคม 2566");
        assertThat(action(read(xlsx, number(43474, "d/m/yyyy")))).isEqualTo("10 มกราคม 2566");
    }

    @Test
    void an_iso_date_cell_is_a_date() {
        assertThat(inXml("<c t='d'><v>2023-01-10T00:00:00</v></c>")).isEqualTo("10 มกราคม 2566");
        assertThat(inXml("<c t='d'><v>soon</v></c>")).isEqualTo("soon");
    }

    private static String inXml(String action) {
        return action(contentsOf(action));
    }

    private static Reading.Contents contentsOf(String action) {
        String texts = "<c t='inlineStr'><is><t>เรื่อง</t></is></c>".repeat(4);
        return Books.read(Books.zip(Books.parts(Books.sheetXml("<row>" + texts + action + "</row>"))));
    }

    @Test
    void pronunciation_is_no_part_of_a_text() {
        assertThat(
                        inXml(
                                "<c t='inlineStr'><is><r><t>รายงาน</t></r><rPh sb='0' eb='1'><t>x</t></rPh><r><t>แล้ว</t></r></is></c>"))
                .isEqualTo("รายงานแล้ว");
    }

    @Test
    void a_formula_reads_as_its_result() {
        assertThat(inXml("<c t='str'><f>A1&amp;B1</f><v>ทำแล้ว</v></c>")).isEqualTo("ทำแล้ว");
        assertThat(inXml("<c><f>7+8</f><v>15</v></c>")).isEqualTo("15");
        assertThat(inXml("<c t='str'><f>IF(A1=1,\"\",\"x\")</f><v></v></c>")).isEmpty();
    }

    @Test
    void a_formula_that_was_never_calculated_is_said_and_shown() {
        Reading.Contents contents = contentsOf("<c><f>B1&amp;\" แล้ว\"</f></c>");
        assertThat(action(contents)).isEqualTo("=B1&\" แล้ว\"");
        assertThat(Books.problems(contents, Code.FORMULA_NOT_CALCULATED)).containsExactly("=B1&\" แล้ว\"");
        assertThat(action(contentsOf("<c><f>B1</f><v/></c>"))).isEqualTo("=B1");
    }

    @Test
    void an_error_is_said_with_its_cell() {
        for (Workbook workbook : List.of(new HSSFWorkbook(), new XSSFWorkbook())) {
            Reading.Contents contents = read(workbook, cell -> cell.setCellErrorValue(FormulaError.REF.getCode()));
            assertThat(action(contents)).isEqualTo("#REF!");
            assertThat(contents.problems())
                    .filteredOn(problem -> problem.code() == Code.FORMULA_ERROR)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.cell()).contains(new CellRef("แผน", 1, 4)));
        }
    }

    @Test
    void a_link_without_text_reads_as_its_address() {
        Consumer<Cell> bare = cell -> link(cell, "https://example.go.th/report.pdf");
        assertThat(actions(bare))
                .containsExactly("https://example.go.th/report.pdf", "https://example.go.th/report.pdf");
        assertThat(actions(cell -> {
                    link(cell, "https://example.go.th");
                    cell.setCellValue("ลงเว็บไซต์แล้ว");
                }))
                .containsExactly("ลงเว็บไซต์แล้ว", "ลงเว็บไซต์แล้ว");
    }

    private static void link(Cell cell, String address) {
        Sheet sheet = cell.getSheet();
        Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
        link.setAddress(address);
        cell.setHyperlink(link);
        cell.setCellValue("");
    }

    @Test
    void shared_texts_that_are_not_there_read_as_nothing() {
        assertThat(inXml("<c t='s'><v>7</v></c>")).isEmpty();
        assertThat(inXml("<c t='s'><v>-1</v></c>")).isEmpty();
        assertThat(inXml("<c><v>1,5</v></c>")).isEqualTo("1,5");
    }
}
