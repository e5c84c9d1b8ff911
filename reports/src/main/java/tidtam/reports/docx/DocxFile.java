package tidtam.reports.docx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tidtam.reports.markup.Markup;

/** A word-processing document. The same text gives the same bytes. */
public final class DocxFile {
    /** The first day that a zip file can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final ZipOutputStream zip;

    private DocxFile(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * What stands beside the text.
     *
     * @param date when it is said to have been made
     * @param thaiDigits whether pages are numbered in Thai digits
     */
    public record Front(String title, LocalDate date, boolean thaiDigits) {}

    /** Writes a document to a stream, which stays open. */
    public static void write(Front front, Consumer<Body> text, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        DocxFile file = new DocxFile(zip);
        try {
            file.write(front, text);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        zip.finish();
    }

    private void write(Front front, Consumer<Body> text) throws IOException {
        copy("[Content_Types].xml", "content-types.xml");
        copy("_rels/.rels", "package-rels.xml");
        part("docProps/core.xml", xml -> core(xml, front));
        part("word/document.xml", xml -> document(xml, front, text));
        copy("word/_rels/document.xml.rels", "document-rels.xml");
        copy("word/styles.xml", "styles.xml");
        copy("word/settings.xml", "settings.xml");
        copy("word/header.xml", "header.xml");
        copy("word/fontTable.xml", "font-table.xml");
        copy("word/_rels/fontTable.xml.rels", "font-rels.xml");
        font("word/fonts/font1.odttf", "Sarabun-Regular.ttf", "8F2A6B10-3C5D-4E71-9A42-5461726E6701");
        font("word/fonts/font2.odttf", "Sarabun-Bold.ttf", "8F2A6B10-3C5D-4E71-9A42-5461726E6702");
    }

    private static void core(Markup xml, Front front) {
        xml.open(
                "cp:coreProperties",
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms",
                "http://purl.org/dc/terms/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.element("dc:title", front.title());
        xml.element("dcterms:created", front.date() + "T00:00:00Z", "xsi:type", "dcterms:W3CDTF");
        xml.element("dcterms:modified", front.date() + "T00:00:00Z", "xsi:type", "dcterms:W3CDTF");
        xml.close();
    }

    private static void document(Markup xml, Front front, Consumer<Body> text) {
        xml.open(
                        "w:document",
                        "xmlns:w",
                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                        "xmlns:r",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                .open("w:body")
                .line();
        Body body = new Body(xml, front.thaiDigits());
        text.accept(body);
        body.pages();
        xml.close().close();
    }

    private void part(String name, Consumer<Markup> content) throws IOException {
        begin(name);
        Writer writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        content.accept(new Markup(writer).own(XML));
        writer.flush();
        zip.closeEntry();
    }

    private void copy(String name, String resource) throws IOException {
        begin(name);
        zip.write(bytes("/tidtam/reports/docx/" + resource));
        zip.closeEntry();
    }

    private void font(String name, String resource, String key) throws IOException {
        byte[] font = bytes("/tidtam/reports/fonts/" + resource);
        begin(name);
        zip.write(StandIn.of(font, UUID.fromString(key)));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = DocxFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return in.readAllBytes();
        }
    }
}
