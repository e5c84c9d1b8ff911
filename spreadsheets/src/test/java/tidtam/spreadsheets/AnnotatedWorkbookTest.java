package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.Annotations;
import tidtam.facts.CellRef;
import tidtam.facts.Severity;

class AnnotatedWorkbookTest {
    private static final List<Annotations.Heading> HEADINGS =
            List.of(new Annotations.Heading("ข้อ", 20), new Annotations.Heading("ระดับ", 12));

    private static Annotations notes(String sheet, String... cells) {
        List<Annotations.Note> notes = new ArrayList<>();
        List<Annotations.Listed> list = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            CellAddress at = new CellAddress(cells[i]);
            CellRef cell = new CellRef(sheet, at.getRow(), at.getColumn());
            Severity severity = List.of(Severity.values()).get(i % 3);
            notes.add(new Annotations.Note(cell, severity, "แก้ " + cells[i]));
            list.add(new Annotations.Listed(Optional.of(cell), severity, List.of("=ข้อ " + i, "ระดับ")));
        }
        return new Annotations("Tidtam", "ผลการตรวจ", List.of("หัว", "สรุป"), HEADINGS, notes, list);
    }

    private static byte[] annotated(byte[] workbook, Annotations notes) {
        Annotated annotated = AnnotatedWorkbook.of(workbook, notes);
        assertThat(annotated).isInstanceOf(Annotated.Workbook.class);
        return ((Annotated.Workbook) annotated).bytes();
    }

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                AnnotatedWorkbookTest.class.getResourceAsStream("/samples/jomuang-2566-h1.xlsx"))) {
            return in.readAllBytes();
        }
    }

    /** A workbook with everything that must survive. */
    private static byte[] rich() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        XSSFSheet sheet = book.createSheet("แผน'ก");
        Books.fill(
                sheet,
                Books.HEADER,
                Books.row("E1 ข้อหนึ่ง", "กองคลัง", "ขั้นตอน", "ทุกเดือน", "ดำเนินการแล้ว"),
                Books.row("E2 ข้อสอง", "กองช่าง", "ขั้นตอน", "ทุกไตรมาส"));
        CellStyle style = book.createCellStyle();
        style.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setRotation((short) 45);
        style.setLocked(false);
        sheet.getRow(1).getCell(4).setCellStyle(style);
        sheet.createRow(5).createCell(0).setCellFormula("SUM(B8:B9)");
        sheet.createRow(7).createCell(1).setCellValue(2);
        sheet.createRow(8).createCell(1).setCellValue(3);
        sheet.addMergedRegion(new CellRangeAddress(9, 10, 0, 2));
        sheet.setColumnWidth(4, 9000);
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 2, 0, 4));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.getHeader().setCenter("หัวกระดาษ");
        sheet.getPrintSetup().setLandscape(true);
        sheet.addValidationData(sheet.getDataValidationHelper()
                .createValidation(
                        sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"ก", "ข"}),
                        new CellRangeAddressList(1, 5, 3, 3)));
        var formatting = sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingRule("$A1=\"ก\"");
        rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.ROSE.getIndex());
        formatting.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A5")}, rule);
        Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
        link.setAddress("https://example.org/");
        sheet.getRow(1).getCell(1).setHyperlink(link);
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int picture = book.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
        drawing.createPicture(new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 6, 1, 8, 6), picture);
        chart(sheet, drawing);
        comment(sheet, "E2", "ของเดิม");
        comment(sheet, "B2", "ไม่เกี่ยว");
        sheet.createTable(
                new org.apache.poi.ss.util.AreaReference("L1:M3", org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
        var name = book.createName();
        name.setNameName("plan_name");
        name.setRefersToFormula("'แผน''ก'!$A$1");
        Books.fill(book.createSheet("อื่น"), Books.row("ไม่แตะ"));
        book.getProperties().getCustomProperties().addProperty("รหัส", "ก-๑");
        return Books.bytes(book);
    }

    private static void chart(XSSFSheet sheet, XSSFDrawing drawing) {
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 6, 8, 12, 20));
        XDDFChartData data = chart.createData(
                ChartTypes.BAR,
                chart.createCategoryAxis(AxisPosition.BOTTOM),
                chart.createValueAxis(AxisPosition.LEFT));
        data.addSeries(
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B8:B9")),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B8:B9")));
        chart.plot(data);
    }

    private static void comment(Sheet sheet, String at, String text) {
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAuthor("ผู้เขียนเดิม");
        comment.setAddress(new CellAddress(at));
    }

    @Test
    void everything_else_in_the_file_survives() throws IOException {
        byte[] before = rich();
        byte[] after = annotated(before, notes("แผน'ก", "E2", "E3", "A10", "C20"));

        Map<String, byte[]> old = parts(before);
        Map<String, byte[]> now = parts(after);
        assertThat(old.keySet()).anyMatch(name -> name.contains("chart")).anyMatch(name -> name.contains("media"));
        List<String> changed = new ArrayList<>();
        old.forEach((name, bytes) -> {
            assertThat(now).containsKey(name);
            if (!java.util.Arrays.equals(bytes, now.get(name))) {
                changed.add(name);
            }
        });
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        "[Content_Types].xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/comments1.xml",
                        "xl/drawings/vmlDrawing0.vml",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml");
        // A plain text of a note becomes a run of its own when another follows; a test of its own reads notes back.
        changed.remove("xl/comments1.xml");
        for (String name : changed) {
            XmlGrowth.assertOnlyAdded(
                    name, Objects.requireNonNull(old.get(name)), Objects.requireNonNull(now.get(name)));
        }
        assertThat(now.keySet()).hasSize(old.size() + 1).contains("xl/worksheets/sheet3.xml");
    }

    @Test
    void colours_each_cell_and_keeps_the_rest_of_its_format() throws IOException {
        byte[] after = annotated(rich(), notes("แผน'ก", "E2", "E3", "A10", "C20"));
        try (XSSFWorkbook book = open(after)) {
            XSSFSheet sheet = book.getSheetAt(0);
            XSSFCell cell = sheet.getRow(1).getCell(4);
            assertThat(cell.getStringCellValue()).isEqualTo("ดำเนินการแล้ว");
            assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFF9D5D3");
            assertThat(cell.getCellStyle().getRotation()).isEqualTo((short) 45);
            assertThat(cell.getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getRow(2)
                            .getCell(4)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFFDE9C4");
            assertThat(sheet.getRow(19)
                            .getCell(2)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .isEqualTo("FFF9D5D3");
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
        }
    }

    @Test
    void writes_notes_and_extends_those_that_are_there() throws IOException {
        byte[] after = annotated(rich(), notes("แผน'ก", "E2", "E3"));
        try (XSSFWorkbook book = open(after)) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getCellComments()).hasSize(3);
            assertThat(sheet.getCellComment(new CellAddress("E2")).getString().getString())
                    .isEqualTo("ของเดิม\n\nแก้ E2");
            assertThat(sheet.getCellComment(new CellAddress("B2")).getString().getString())
                    .isEqualTo("ไม่เกี่ยว");
            Comment added = sheet.getCellComment(new CellAddress("E3"));
            assertThat(added.getString().getString()).isEqualTo("แก้ E3");
            assertThat(added.getAuthor()).isEqualTo("Tidtam");
            assertThat(added.isVisible()).isFalse();
            assertThat(added.getClientAnchor().getRow2()).isGreaterThan(2);
        }
    }

    @Test
    void lists_the_notes_with_links_on_a_sheet_of_its_own() throws IOException {
        byte[] twice = annotated(annotated(rich(), notes("แผน'ก", "E2")), notes("แผน'ก", "E2", "E3"));
        try (XSSFWorkbook book = open(twice)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            XSSFSheet list = book.getSheet("ผลการตรวจ (2)");
            assertThat(list.getRow(0).getCell(0).getStringCellValue()).isEqualTo("หัว");
            XSSFCell first = list.getRow(3).getCell(0);
            assertThat(first.getStringCellValue()).isEqualTo("=ข้อ 0");
            assertThat(first.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(first.getHyperlink().getLocation()).isEqualTo("'แผน''ก'!E2");
            assertThat(book.getSheetAt(0)
                            .getCellComment(new CellAddress("E2"))
                            .getString()
                            .getString())
                    .isEqualTo("ของเดิม\n\nแก้ E2\n\nแก้ E2");
        }
    }

    @Test
    void the_annotated_workbook_is_read_as_the_same_plan() throws IOException {
        for (byte[] book : List.of(rich(), sample())) {
            Reading.Contents before = Books.read(book);
            String sheet =
                    before.plan().measures().get(0).measure().issue().cell().sheet();
            Reading.Contents after = Books.read(annotated(book, notes(sheet, "E3", "E12", "A13", "G40")));

            assertThat(after.plan()).isEqualTo(before.plan());
        }
    }

    @Test
    void the_same_workbook_and_notes_give_the_same_bytes() throws IOException {
        assertThat(annotated(sample(), notes("มาตรการ", "E12", "A13")))
                .isEqualTo(annotated(sample(), notes("มาตรการ", "E12", "A13")));
    }

    @Test
    void puts_missing_cells_and_rows_where_they_belong() {
        Map<String, String> parts = Books.parts("<worksheet><sheetData><row spans='2:2'><c><v>1</v></c></row>"
                + "<row r='4'><c r='C4' s='0'/></row></sheetData><pageMargins left='1'/>"
                + "<tableParts count='0'/></worksheet>");
        withStyles(parts);

        String sheet = sheet(annotated(Books.zip(parts), notes("แผน", "A1", "D1", "B3", "A4", "D4", "A9")));

        assertThat(sheet)
                .contains("<row spans=\"1:4\"><c r=\"A1\" s=\"9\"><v>1</v></c><c r=\"D1\" s=\"10\"/></row>")
                .contains(
                        "<row r=\"3\"><c r=\"B3\" s=\"11\"/></row><row r=\"4\"><c r=\"A4\" s=\"9\"/><c r=\"C4\" s=\"0\"/>"
                                + "<c r=\"D4\" s=\"10\"/></row><row r=\"9\"><c r=\"A9\" s=\"11\"/></row></sheetData>")
                .containsPattern(
                        "<pageMargins left=\"1\"/><legacyDrawing [^>]*/><tableParts count=\"0\"/></worksheet>$");
    }

    @Test
    void takes_a_missing_cells_format_from_its_row_or_column() {
        Map<String, String> parts = Books.parts("<worksheet><cols><col min='1' max='2' style='1'/></cols><sheetData>"
                + "<row r='1' s='2' customFormat='1'/><row r='2'/></sheetData></worksheet>");
        withStyles(parts);

        byte[] after = annotated(Books.zip(parts), notes("แผน", "A1", "B2", "C2"));

        assertThat(sheet(after)).contains("<c r=\"A1\" s=\"11\"/>", "<c r=\"B2\" s=\"12\"/><c r=\"C2\" s=\"13\"/>");
        assertThat(part(after, "xl/styles.xml"))
                .contains("numFmtId=\"2\" fillId=\"2\" applyFill=\"1\"", "numFmtId=\"1\" fillId=\"3\" applyFill=\"1\"");
    }

    private static void withStyles(Map<String, String> parts) {
        parts.put(
                "xl/styles.xml",
                "<x:styleSheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:fonts/><x:fills><x:fill/>"
                        + "<x:fill/></x:fills><x:cellXfs count='1'><x:xf/>"
                        + (Objects.requireNonNull(parts.get("xl/worksheets/sheet1.xml"))
                                        .contains("style='1'")
                                ? "<x:xf numFmtId='1'/><x:xf numFmtId='2'/>"
                                : "")
                        + "</x:cellXfs></x:styleSheet>");
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id='st' Target='styles.xml' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/styles'/></Relationships>"));
    }

    private static String sheet(byte[] workbook) {
        return part(workbook, "xl/worksheets/sheet1.xml");
    }

    private static String part(byte[] workbook, String name) {
        try {
            return new String(Objects.requireNonNull(parts(workbook).get(name)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void says_that_an_old_workbook_is_not_annotated() {
        byte[] old = Books.xls(Books.rows(Books.HEADER));

        assertThat(AnnotatedWorkbook.of(old, notes("แผน", "A1")))
                .isEqualTo(new Annotated.NotMade(Annotated.Why.OLD_FORMAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"})
    void a_broken_part_gives_no_file(String part) {
        for (String broken : new String[] {
            "<a", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "<a>".repeat(2000)
        }) {
            Map<String, String> parts = Books.parts(Books.sheetXml(""));
            withStyles(parts);
            parts.put(part, broken);

            assertThat(AnnotatedWorkbook.of(Books.zip(parts), notes("แผน", "A1")))
                    .isEqualTo(new Annotated.NotMade(Annotated.Why.DAMAGED));
        }
    }

    @Test
    void bytes_that_are_no_workbook_give_no_file() {
        for (byte[] file : new byte[][] {{}, {1, 2, 3}, {'P', 'K', 3, 4}}) {
            assertThat(AnnotatedWorkbook.of(file, notes("แผน", "A1")))
                    .isEqualTo(new Annotated.NotMade(Annotated.Why.DAMAGED));
        }
    }

    @Test
    void a_listed_text_is_cut_only_where_it_is_longer_than_a_cell_can_hold() throws IOException {
        String fits = letters(32_767);
        String kept = "_x0041_" + letters(32_752);
        String cut = kept + "👍" + letters(9);
        List<Annotations.Listed> list = List.of(
                new Annotations.Listed(Optional.empty(), Severity.ERROR, List.of(fits, "")),
                new Annotations.Listed(Optional.empty(), Severity.ERROR, List.of(cut, "")));
        byte[] after = annotated(
                Books.xlsx(Books.rows(Books.HEADER)),
                new Annotations("Tidtam", "ผล", List.of("หัว"), HEADINGS, List.of(), list));

        try (XSSFWorkbook book = open(after)) {
            Sheet written = book.getSheet("ผล");
            assertThat(written.getRow(2).getCell(0).getStringCellValue()).isEqualTo(fits);
            assertThat(written.getRow(3).getCell(0).getStringCellValue()).isEqualTo(kept + "…");
        }
    }

    /** So various that no zip bomb is suspected. */
    private static String letters(int length) {
        return new Random(length)
                .ints(length, 'ก', 'ฮ' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void holds_ten_thousand_notes_of_hostile_text() {
        byte[] book = Books.xlsx(Books.rows(Books.HEADER));
        List<Annotations.Note> notes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String text = i == 0 ? "ก".repeat(40_000) + "👍" : "=cmd|' /C calc'!A0 <b>&_x0041_ 👩‍👧 שלום " + i;
            notes.add(new Annotations.Note(new CellRef("แผน", i, i % 7), Severity.ERROR, text));
        }
        byte[] after = annotated(book, new Annotations("Tidtam", "ผล", List.of("หัว"), HEADINGS, notes, List.of()));
        String texts = part(after, "xl/comments1.xml");
        assertThat(texts.split("<comment ref=", -1)).hasSize(10_001);
        assertThat(texts)
                .contains("ก".repeat(32_766) + "…</t>")
                .contains("=cmd|' /C calc'!A0 &lt;b&gt;&amp;_x005F_x0041_ 👩‍👧 שלום 1</t>")
                .doesNotContain("ก".repeat(32_767));
        assertThat(part(after, "xl/drawings/vmlDrawing1.vml").split("<v:shape ", -1))
                .hasSize(10_001);
    }
}
