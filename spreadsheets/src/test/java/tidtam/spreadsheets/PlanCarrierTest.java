package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Measure;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormSheet;

class PlanCarrierTest {
    private static final String LONG = "ก".repeat(32_767);

    /** Workbooks as agencies have them. */
    static Stream<byte[]> workbooks() {
        return Stream.of(
                sample(),
                Books.written(new XSSFWorkbook(), PlanCarrierTest::merged),
                Books.written(new HSSFWorkbook(), PlanCarrierTest::merged),
                severalSheets(),
                Books.xlsx(Books.rows(
                        row("แผนปฏิบัติการ"),
                        Books.HEADER,
                        row("=SUM(A1)", "+กองคลัง", "-๑.", "@รายงานทุกไตรมาส", LONG),
                        row("E2 ก", "กองช่าง", "ขั้นตอน", "รายงานทุกเดือน", "วันที่ ๓๑ กุมภาพันธ์ ๒๕๖๖"),
                        row("หมายเหตุ: ตารางนี้เป็นฉบับร่าง"),
                        row("", "", "(ลงชื่อ)............"))));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void every_text_of_the_old_workbook_is_in_the_new_one(byte[] old) throws UnreadableException {
        List<String> now = texts(form(old).workbook());
        assertThat(texts(old))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(now).anySatisfy(kept -> assertThat(kept).contains(text)));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void measures_are_read_as_before(byte[] old) {
        Reading.Contents before = Books.read(old);
        Reading.Contents after = Books.read(form(old).workbook());
        assertThat(after.plan().title()).isEqualTo(before.plan().title());
        assertThat(after.plan().measures()).hasSameSizeAs(before.plan().measures());
        for (int i = 0; i < before.plan().measures().size(); i++) {
            PlannedMeasure was = before.plan().measures().get(i);
            PlannedMeasure is = after.plan().measures().get(i);
            assertThat(said(is.measure())).isEqualTo(said(was.measure()));
            for (Column column : Column.official()) {
                assertThat(Books.text(is, column)).isEqualTo(Books.text(was, column));
            }
            assertThat(is.duties())
                    .usingRecursiveComparison()
                    .ignoringFieldsOfTypes(CellText.class)
                    .isEqualTo(was.duties());
            assertThat(is.completion())
                    .usingRecursiveComparison()
                    .ignoringFieldsOfTypes(CellText.class)
                    .isEqualTo(was.completion());
            assertThat(is.contradictions()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void carrying_again_changes_nothing(byte[] old) {
        byte[] form = form(old).workbook();
        assertThat(form(old).workbook()).isEqualTo(form);
        assertThat(PlanCarrier.carry(form, Map.of())).isInstanceOf(Carried.Already.class);
    }

    @Test
    void what_was_read_is_marked_and_what_was_not_is_said() {
        byte[] form = form(Books.xlsx(Books.rows(
                        Books.HEADER,
                        row(
                                "E1 ก",
                                "กองคลัง",
                                "ข",
                                "รายงานทุก ๖ เดือน ภายในเดือนเมษายน ตุลาคม",
                                "ดำเนินการแล้วเมื่อวันที่ ๕ เมษายน ๒๕๖๖"),
                        row("E2 ข", "กองช่าง", "ข", "ภายใน ๑๕ วัน", "ดำเนินการแล้วเมื่อวันที่ ๓๑ เมษายน ๒๕๖๖"),
                        row("E3 ค", "กองช่าง", "ข", "ตามความเหมาะสม", "-"))))
                .workbook();
        XSSFSheet sheet = workbook(form).getSheet(FormSheet.MEASURES.title());
        assertThat(value(sheet, 2, FormColumn.CADENCE)).isEqualTo("ทุก ๖ เดือน");
        assertThat(value(sheet, 2, FormColumn.DUE_MONTHS)).isEqualTo("ตุลาคม, เมษายน");
        assertThat(cell(sheet, 2, FormColumn.DATE_DONE)
                        .getLocalDateTimeCellValue()
                        .toLocalDate())
                .isEqualTo("2023-04-05");
        assertThat(note(sheet, 2, FormColumn.CADENCE)).contains("โปรแกรมอ่านได้ว่า", "โปรดตรวจ");
        assertThat(cell(sheet, 3, FormColumn.DAYS).getNumericCellValue()).isEqualTo(15);
        assertThat(value(sheet, 3, FormColumn.DATE_DONE)).isEmpty();
        assertThat(note(sheet, 3, FormColumn.DATE_DONE)).contains("เป็นไปไม่ได้", "๓๑ เมษายน ๒๕๖๖", "30 เมษายน 2566");
        assertThat(value(sheet, 4, FormColumn.CADENCE)).isEmpty();
        assertThat(note(sheet, 4, FormColumn.CADENCE)).contains("อ่านความถี่จากข้อความไม่ได้");
        assertThat(fill(sheet, 2, FormColumn.CADENCE))
                .isEqualTo(fill(sheet, 2, FormColumn.DATE_DONE))
                .isNotEqualTo(fill(sheet, 4, FormColumn.CADENCE));
        XSSFSheet divisions = workbook(form).getSheet(FormSheet.DIVISIONS.title());
        assertThat(divisions.getRow(2).getCell(0).getStringCellValue()).isEqualTo("กองคลัง");
        assertThat(divisions.getRow(2).getCell(0).getCellComment()).isNotNull();
        assertThat(divisions.getRow(2).getCell(3)).as("no e-mail is made up").isNull();
    }

    @Test
    void other_columns_stay_beside_their_measures_and_their_links_lead_on() {
        byte[] old = Books.xlsx(sheet -> {
            Books.fill(
                    sheet,
                    row("ประเด็น", "ผู้รับผิดชอบ", "ขั้นตอน", "กำหนดเวลา", "การดำเนินการ", "หลักฐาน", "หมายเหตุ"),
                    row("E1 ก", "กองคลัง", "ข", "ทุกเดือน", "แล้ว", "ประกาศ", "ดี"),
                    row("E2 ข", "กองคลัง", "ข", "ทุกเดือน", "แล้ว", "", "พอใช้"));
            Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("https://example.go.th/a");
            sheet.getRow(1).getCell(5).setHyperlink(link);
        });
        XSSFSheet sheet = workbook(form(old).workbook()).getSheet(FormSheet.MEASURES.title());
        int first = FormSheet.MEASURES.columns().size();
        assertThat(sheet.getRow(0).getCell(first).getStringCellValue()).isEqualTo("หลักฐาน");
        assertThat(sheet.getRow(2).getCell(first).getStringCellValue()).isEqualTo("ประกาศ");
        assertThat(sheet.getRow(2).getCell(first).getHyperlink().getAddress()).isEqualTo("https://example.go.th/a");
        assertThat(sheet.getRow(3).getCell(first + 1).getStringCellValue()).isEqualTo("พอใช้");
    }

    @Test
    void notes_on_cells_are_listed() throws UnreadableException {
        byte[] old = Books.xlsx(sheet -> {
            Books.fill(sheet, Books.HEADER, row("E1 ก", "กองคลัง", "ข", "ทุกเดือน", "แล้ว"));
            Comment note = sheet.createDrawingPatriarch()
                    .createCellComment(sheet.getWorkbook().getCreationHelper().createClientAnchor());
            note.setString(sheet.getWorkbook().getCreationHelper().createRichTextString("รอเอกสารจากอำเภอ"));
            sheet.getRow(1).getCell(4).setCellComment(note);
        });
        assertThat(texts(form(old).workbook())).contains("รอเอกสารจากอำเภอ", "E2 (หมายเหตุประจำช่อง)");
    }

    @Test
    void what_is_given_counts_before_the_title() {
        Carried.Form form =
                (Carried.Form) PlanCarrier.carry(sample(), Map.of(FormColumn.AGENCY, Entry.text("เทศบาลตำบลใหม่")));
        assertThat(Books.read(form.workbook()).plan().title().agency()).contains("เทศบาลตำบลใหม่");
    }

    @Test
    void says_why_nothing_can_be_carried() {
        assertThat(PlanCarrier.carry(new byte[0], Map.of())).isEqualTo(new Carried.Unreadable(Reading.Why.EMPTY_FILE));
        assertThat(PlanCarrier.carry(Books.xlsx(sheet -> {}), Map.of()))
                .isEqualTo(new Carried.Unreadable(Reading.Why.NO_MEASURE_TABLE));
    }

    private static void merged(Sheet sheet) {
        Books.fill(
                sheet,
                row("องค์การบริหารส่วนตำบลทดสอบ ปีงบประมาณ ๒๕๖๖ รอบที่ ๑"),
                Books.HEADER,
                row("เครื่องมือ EIT"),
                row("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน"),
                row("E1 หนึ่ง", "กองคลัง", "๑. ก", "รายงานทุกไตรมาส", "ดำเนินการแล้วเมื่อวันที่ ๒๐-๒๔ มีนาคม ๒๕๖๖"),
                row("", "", "๒. ข", "", ""),
                row("E2 สอง", "ทุกสำนัก/กอง", "ก", "รายงานทุกเดือน และภายใน ๑๕ วันทำการ", "รายงานทุกสิ้นเดือน"),
                row("E3 สาม", "กองช่าง", "ก", "", "เมื่อวันที่ ๕ มกราคม ๒๕๖๖ และวันที่ ๖ กุมภาพันธ์ ๒๕๖๖"),
                Books.HEADER,
                row("E4 สี่", "กองช่าง", "ก", "ภายใน 30 กันยายน 2566", "ไตรมาสที่ ๒/๒๕๖๖"));
        for (int column : new int[] {0, 1, 3, 4}) {
            sheet.addMergedRegion(new CellRangeAddress(4, 5, column, column));
        }
        sheet.addMergedRegion(new CellRangeAddress(6, 7, 3, 3));
        sheet.getRow(9).setZeroHeight(true);
    }

    private static byte[] severalSheets() {
        Workbook workbook = new XSSFWorkbook();
        Books.fill(workbook.createSheet("ปก"), row("แผนของเทศบาลตำบลทดสอบ ปีงบประมาณ ๒๕๖๖"));
        Books.fill(
                workbook.createSheet("IIT"),
                Books.HEADER,
                row("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "กองคลัง", "ก", "ทุกเดือน", "แล้วเมื่อวันที่ ๓ ม.ค. ๖๖"));
        Books.fill(
                workbook.createSheet("EIT"),
                row("ที่", "ความถี่", "ผู้รับผิดชอบ", "ประเด็น", "ขั้นตอน", "กำหนดเวลา", "การดำเนินการ", "งบประมาณ"),
                row("๑", "บ่อย", "กองช่าง", "เรื่องแรก", "ก", "ทุกไตรมาส", "ยังไม่ดำเนินการ", "๕๐๐"),
                row("๒", "", "กองช่าง", "เรื่องแรก", "ก", "ปีละ ๓ ครั้ง", "", ""));
        Books.fill(workbook.createSheet("ซ่อน"), Books.HEADER, row("ลับ", "ก", "ข", "ค", "ง"));
        workbook.setSheetHidden(3, true);
        return Books.bytes(workbook);
    }

    private static List<Object> said(Measure measure) {
        return List.of(
                measure.key(),
                measure.code(),
                measure.title(),
                measure.issue().raw(),
                measure.section(),
                measure.heading().map(heading -> heading.number() + heading.title()),
                measure.ownHeading());
    }

    private static Carried.Form form(byte[] old) {
        return (Carried.Form) PlanCarrier.carry(old, Map.of());
    }

    private static List<String> texts(byte[] workbook) throws UnreadableException {
        List<String> texts = new ArrayList<>();
        for (SheetGrid sheet : WorkbookReader.grids(workbook).sheets()) {
            sheet.rows().forEach(row -> row.own().forEach(cell -> texts.add(cell.text())));
        }
        return texts;
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, FormColumn column) {
        return sheet.getRow(row).getCell(FormSheet.MEASURES.columns().indexOf(column));
    }

    private static String value(XSSFSheet sheet, int row, FormColumn column) {
        return cell(sheet, row, column).getStringCellValue();
    }

    private static String note(XSSFSheet sheet, int row, FormColumn column) {
        return cell(sheet, row, column).getCellComment().getString().getString();
    }

    private static String fill(XSSFSheet sheet, int row, FormColumn column) {
        return cell(sheet, row, column)
                .getCellStyle()
                .getFillForegroundColorColor()
                .getARGBHex();
    }

    private static XSSFWorkbook workbook(byte[] form) {
        try {
            return new XSSFWorkbook(new java.io.ByteArrayInputStream(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sample() {
        try (InputStream in =
                Objects.requireNonNull(PlanCarrierTest.class.getResourceAsStream("/samples/jomuang-2566-h1.xlsx"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
