package tidtam.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Looks into written workbooks. */
final class Workbooks {
    private Workbooks() {}

    /** The cells of all sheets: one line a row, ¦ between cells, line breaks within a cell as ⏎. */
    static String text(byte[] workbook) {
        Map<String, Document> parts = parts(workbook);
        StringBuilder text = new StringBuilder();
        parts.forEach((name, part) -> {
            if (name.startsWith("xl/worksheets/sheet")) {
                text.append("== ").append(name).append('\n');
                NodeList rows = part.getElementsByTagName("row");
                for (int i = 0; i < rows.getLength(); i++) {
                    row((Element) rows.item(i), text);
                }
            }
        });
        return text.toString();
    }

    private static void row(Element row, StringBuilder text) {
        NodeList cells = row.getChildNodes();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.getLength(); i++) {
            Node cell = cells.item(i);
            line.append(i == 0 ? "" : " ¦ ").append(cell.getTextContent().replace("\n", "⏎"));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** Its parts, by name. */
    static Map<String, Document> parts(byte[] workbook) {
        Map<String, Document> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayInputStream content = new ByteArrayInputStream(zip.readAllBytes());
                parts.put(
                        entry.getName(),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
        return parts;
    }
}
