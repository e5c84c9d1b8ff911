package tidtam.reports.xlsx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook that is being written, sheet by sheet. The same calls give the same bytes. Nothing in it is active: no formula, macro or link.
 * Rows that one sheet cannot hold go on in sheets of the same form, and a text that a cell cannot hold is cut; {@link #continued} and
 * {@link #cut} count both, so that they can be said.
 */
public final class NewWorkbook {
    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Rows that a sheet can hold. */
    public static final int ROWS = 1_048_576;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Writer writer;
    private final int rows;
    private final List<SheetForm> sheets = new ArrayList<>();
    private final SheetPart.Cut cut = new SheetPart.Cut();
    private int continued;

    /** @param out stays open */
    public NewWorkbook(OutputStream out) {
        this(out, ROWS);
    }

    /** @param rows how many rows a sheet holds */
    NewWorkbook(OutputStream out, int rows) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 14);
        this.rows = rows;
    }

    /** Writes a sheet, and more of the same form where the rows are too many for one. */
    public void sheet(SheetForm form, Iterator<List<Cell>> content) throws IOException {
        int part = 1;
        do {
            SheetForm named = part == 1 ? form : renamed(form, part);
            sheets.add(named);
            begin("xl/worksheets/sheet" + sheets.size() + ".xml");
            new SheetPart(named, writer, cut).write(content, rows);
            end();
            continued += part > 1 ? 1 : 0;
            part++;
        } while (content.hasNext());
    }

    /** How many sheets continue another. */
    public int continued() {
        return continued;
    }

    /** How many texts were cut because no cell can hold them. */
    public int cut() {
        return cut.texts;
    }

    /**
     * Writes what holds the sheets together. Nothing can be written after it.
     *
     * @param first the sheet that is shown first and stands before all others
     * @param made the day that stands in the file's properties
     * @param dayFormat how dates are shown
     */
    public void finish(SheetForm first, Iterator<List<Cell>> content, String title, LocalDate made, String dayFormat)
            throws IOException {
        begin("xl/worksheets/sheet0.xml");
        new SheetPart(first, writer, cut).write(content, rows);
        end();
        part("xl/styles.xml", Look.styles(Escaped.attribute(dayFormat)));
        part("xl/workbook.xml", workbook(first));
        part("xl/_rels/workbook.xml.rels", relations());
        part("docProps/core.xml", properties(title, made));
        part(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation("a", RELATIONS + "/officeDocument", "xl/workbook.xml")
                        + relation("b", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
                        + "</Relationships>");
        part("[Content_Types].xml", contentTypes());
        zip.finish();
    }

    private static SheetForm renamed(SheetForm form, int part) {
        return new SheetForm(
                form.name() + " " + part,
                form.widths(),
                form.top(),
                form.frozenColumns(),
                form.filtered(),
                form.pagesAcross(),
                form.markings(),
                form.choices());
    }

    private String workbook(SheetForm first) {
        StringBuilder xml = new StringBuilder(XML)
                .append("<workbook xmlns=\"")
                .append(MAIN)
                .append("\" xmlns:r=\"")
                .append(RELATIONS)
                .append("\"><sheets>");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i <= sheets.size(); i++) {
            SheetForm sheet = i == 0 ? first : sheets.get(i - 1);
            xml.append("<sheet name=\"")
                    .append(Escaped.attribute(sheet.name()))
                    .append("\" sheetId=\"")
                    .append(i + 1)
                    .append("\" r:id=\"s")
                    .append(i)
                    .append("\"/>");
            int heading = sheet.top().size();
            if (heading > 0) {
                String named = "'" + Escaped.attribute(sheet.name().replace("'", "''")) + "'!";
                String columns = sheet.frozenColumns() == 0
                        ? ""
                        : named + "$A:$" + SheetPart.letters(sheet.frozenColumns() - 1) + ",";
                names.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
                        .append(i)
                        .append("\">")
                        .append(columns)
                        .append(named)
                        .append("$" + heading + ":$" + heading)
                        .append("</definedName>");
            }
        }
        xml.append("</sheets>");
        if (!names.isEmpty()) {
            xml.append("<definedNames>").append(names).append("</definedNames>");
        }
        return xml.append("</workbook>").toString();
    }

    private String relations() {
        StringBuilder xml = new StringBuilder(XML)
                .append("<Relationships xmlns=\"")
                .append(PACKAGE)
                .append("relationships\">");
        for (int i = 0; i <= sheets.size(); i++) {
            xml.append(relation("s" + i, RELATIONS + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return xml.append(relation("styles", RELATIONS + "/styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String properties(String title, LocalDate made) {
        return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE
                + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + Escaped.text(title)
                + "</dc:title><dc:creator>Tidtam</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + made
                + "T00:00:00Z</dcterms:created></cp:coreProperties>";
    }

    private String contentTypes() {
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder xml = new StringBuilder(XML)
                .append("<Types xmlns=\"")
                .append(PACKAGE)
                .append(
                        "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.")
                .append("relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(override("/xl/workbook.xml", main + "sheet.main+xml"))
                .append(override("/xl/styles.xml", main + "styles+xml"))
                .append(override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        for (int i = 0; i <= sheets.size(); i++) {
            xml.append(override("/xl/worksheets/sheet" + i + ".xml", main + "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private void part(String name, String xml) throws IOException {
        begin(name);
        writer.write(xml);
        end();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
    }

    private void end() throws IOException {
        writer.flush();
        zip.closeEntry();
    }
}
