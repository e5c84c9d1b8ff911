package tidtam.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;

/** Workbooks for tests, and short ways to look into what was read. */
final class Books {
    static final String[] HEADER = {
        "ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ", "กำหนดเวลาแล้วเสร็จ", "การดำเนินการ"
    };

    private Books() {}

    static byte[] xlsx(Consumer<Sheet> fill) {
        return written(new XSSFWorkbook(), fill);
    }

    static byte[] xls(Consumer<Sheet> fill) {
        return written(new HSSFWorkbook(), fill);
    }

    static byte[] written(Workbook workbook, Consumer<Sheet> fill) {
        fill.accept(workbook.createSheet("แผน"));
        return bytes(workbook);
    }

    static byte[] bytes(Workbook workbook) {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a sheet; an empty text makes no cell, and a row of one text is merged over the width of the longest row. */
    static Consumer<Sheet> rows(String[]... rows) {
        return sheet -> fill(sheet, rows);
    }

    static void fill(Sheet sheet, String[]... rows) {
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row.length);
        }
        for (int r = 0; r < rows.length; r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                if (!rows[r][c].isEmpty()) {
                    row.createCell(c).setCellValue(rows[r][c]);
                }
            }
            if (rows[r].length == 1 && width > 1) {
                sheet.addMergedRegion(new CellRangeAddress(r, r, 0, width - 1));
            }
        }
    }

    /** A workbook of sheets by name, each with its rows. */
    static byte[] sheets(Map<String, String[][]> sheets) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        sheets.forEach((name, rows) -> {
            Sheet sheet = workbook.createSheet(name);
            for (int r = 0; r < rows.length; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < rows[r].length; c++) {
                    if (!rows[r][c].isEmpty()) {
                        row.createCell(c).setCellValue(rows[r][c]);
                    }
                }
            }
        });
        return bytes(workbook);
    }

    static String[][] table(String[]... rows) {
        return rows;
    }

    /** The headings of a sheet of the working form. */
    static String[] headings(FormSheet sheet) {
        return sheet.columns().stream().map(FormColumn::heading).toArray(String[]::new);
    }

    /** A working form with two measures, E5 and one without a code, and nothing in its other sheets. */
    static Map<String, String[][]> form() {
        Map<String, String[][]> sheets = new LinkedHashMap<>();
        sheets.put(
                FormSheet.GENERAL.title(),
                table(
                        row("หน่วยงาน", "อบต.ทดสอบ"),
                        row("จังหวัด", "ชลบุรี"),
                        row("ปีงบประมาณ", "2566"),
                        row("รอบ", "รอบที่ ๑"),
                        row("วันที่เริ่มแผน")));
        sheets.put(
                FormSheet.MEASURES.title(),
                table(
                        headings(FormSheet.MEASURES),
                        row("", "E5 การติดต่อราชการ", "กองคลัง", "จัดทำคู่มือ", "รายงานทุกไตรมาส", "ดำเนินการแล้ว"),
                        row("", "การใช้ทรัพย์สินของราชการ", "สำนักปลัด", "ประชุม", "รายงานทุกเดือน", "ดำเนินการแล้ว")));
        for (FormSheet sheet : List.of(FormSheet.LOG, FormSheet.DIVISIONS, FormSheet.HOLIDAYS)) {
            sheets.put(sheet.title(), table(headings(sheet)));
        }
        return sheets;
    }

    /** That form with rows below the headings of one of its sheets. */
    static Map<String, String[][]> form(FormSheet sheet, String[]... rows) {
        Map<String, String[][]> sheets = form();
        String[][] all = new String[rows.length + 1][];
        all[0] = headings(sheet);
        System.arraycopy(rows, 0, all, 1, rows.length);
        sheets.put(sheet.title(), all);
        return sheets;
    }

    static Reading.Contents read(Map<String, String[][]> sheets) {
        return read(sheets(sheets));
    }

    /** Every problem: code, cell or sheet, and text. */
    static List<String> problems(Reading.Contents contents) {
        return contents.problems().stream()
                .map(problem -> problem.code() + " "
                        + problem.cell().map(CellRef::toString).orElse(problem.sheet()) + " " + problem.text())
                .toList();
    }

    static String[] row(String... texts) {
        return texts;
    }

    static void merge(Sheet sheet, String area) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    }

    static Reading.Contents read(byte[] workbook) {
        return (Reading.Contents) WorkbookReader.read(workbook);
    }

    static Reading.Contents read(String[]... rows) {
        return read(xlsx(rows(rows)));
    }

    static List<String> texts(Reading.Contents contents, Column column) {
        return contents.plan().measures().stream()
                .map(planned -> text(planned, column))
                .toList();
    }

    static String text(PlannedMeasure planned, Column column) {
        CellText text = planned.cells().get(column);
        return text == null ? "absent" : text.raw();
    }

    static CellRef cell(Reading.Contents contents, int measure, Column column) {
        CellText text = contents.plan().measures().get(measure).cells().get(column);
        return Optional.ofNullable(text).orElseThrow().cell();
    }

    static List<String> problems(Reading.Contents contents, CellProblem.Code code) {
        return contents.problems().stream()
                .filter(problem -> problem.code() == code)
                .map(CellProblem::text)
                .toList();
    }

    /** A zip of parts, in the order given. */
    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final String RELATIONS =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    private static final String RELATION =
            "<Relationship Id='%s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'/>";

    /** The parts of a workbook written by hand, with the XML of its sheets; they are called แผน, แผน2, แผน3 … */
    static Map<String, String> parts(String... sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder(
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='png' ContentType='image/png'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>");
        StringBuilder relations = new StringBuilder(RELATIONS);
        StringBuilder entries = new StringBuilder();
        for (int i = 1; i <= sheets.length; i++) {
            String part = "/xl/worksheets/sheet" + i + ".xml";
            types.append("<Override PartName='")
                    .append(part)
                    .append(
                            "' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>");
            relations.append(String.format(RELATION, "s" + i, "worksheet", part));
            entries.append("<sheet name='แผน")
                    .append(i == 1 ? "" : i)
                    .append("' sheetId='")
                    .append(i)
                    .append("' r:id='s")
                    .append(i)
                    .append("'/>");
            parts.put(part.substring(1), sheets[i - 1]);
        }
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put(
                "_rels/.rels",
                RELATIONS + String.format(RELATION, "a", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        parts.put("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
                        + entries
                        + "</sheets></workbook>");
        return parts;
    }

    /** A sheet's XML with the header row and then the rows given. */
    static String sheetXml(String rows) {
        StringBuilder header = new StringBuilder("<row r='1'>");
        for (String text : HEADER) {
            header.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
        }
        return "<worksheet><sheetData>" + header + "</row>" + rows + "</sheetData></worksheet>";
    }
}
