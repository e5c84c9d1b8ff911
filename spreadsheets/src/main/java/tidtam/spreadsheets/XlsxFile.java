package tidtam.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import tidtam.facts.CellProblem;

/**
 * Reads {@code .xlsx} (ECMA-376, transitional and strict) with POI's event model: POI opens the package and finds its parts, and the XML
 * of each is read as it streams by. POI's user model would load the schema of the whole format for a few hundred cells.
 */
final class XlsxFile {
    /** The content types of workbooks and templates, with and without macros. */
    private static final Pattern WORKBOOK = Pattern.compile(".*(?:spreadsheetml|ms-excel)\\..*main\\+xml");

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final XmlPart xml = new XmlPart();
    private final SheetGrid.TextBudget written = new SheetGrid.TextBudget();
    private final SheetGrid.TextBudget shown = new SheetGrid.TextBudget();
    private final XSSFReader reader;

    private XlsxFile(XSSFReader reader) {
        this.reader = reader;
    }

    /**
     * The sheets of a workbook, in their order. A sheet that is damaged among whole ones comes as a problem.
     *
     * @throws UnreadableException where there is no workbook in it, or nothing of it can be read
     */
    static WorkbookGrids read(byte[] file) throws UnreadableException {
        GuardedZip zip = GuardedZip.open(file);
        if (zip.getEntry(CONTENT_TYPES) == null) {
            throw new UnreadableException(Reading.Why.NOT_A_WORKBOOK);
        }
        try (OPCPackage opc = OPCPackage.open(zip)) {
            if (!holdsWorkbook(opc)) {
                throw new UnreadableException(Reading.Why.NOT_A_WORKBOOK);
            }
            try {
                return new XlsxFile(new XSSFReader(opc)).grids();
            } finally {
                opc.revert();
            }
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            // POI reports broken packages with whatever exception they happen to cause.
            throw new UnreadableException(zip.tooLarge() ? Reading.Why.TOO_LARGE : Reading.Why.DAMAGED, e);
        }
    }

    private static boolean holdsWorkbook(OPCPackage opc) throws OpenXML4JException {
        return opc.getParts().stream()
                .anyMatch(part -> WORKBOOK.matcher(part.getContentType()).matches());
    }

    private WorkbookGrids grids() throws IOException, OpenXML4JException, SAXException, UnreadableException {
        WorkbookXml workbook = parsed(reader.getWorkbookData(), new WorkbookXml());
        StringsXml strings = parsed(reader.getSharedStringsData(), new StringsXml(written));
        StylesXml styles = parsed(reader.getStylesData(), new StylesXml());
        SheetXml.Context context =
                new SheetXml.Context(strings.strings(), styles.formats(), workbook.since1904(), shown);
        List<SheetGrid> grids = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        XSSFReader.SheetIterator parts = reader.getSheetIterator();
        while (parts.hasNext()) {
            try (InputStream content = parts.next()) {
                WorkbookXml.Sheet sheet = workbook.sheet(parts.getSheetName());
                grids.add(parsed(content, new SheetXml(written)).grid(sheet, links(parts.getSheetPart()), context));
            } catch (SAXException damaged) {
                String name = CellCharacters.clean(parts.getSheetName());
                problems.add(new CellProblem(CellProblem.Code.SHEET_UNREADABLE, name, Optional.empty(), name));
            }
        }
        if (grids.isEmpty()) {
            throw new UnreadableException(problems.isEmpty() ? Reading.Why.NO_MEASURE_TABLE : Reading.Why.DAMAGED);
        }
        return new WorkbookGrids(grids, problems);
    }

    /** A part as its handler saw it; an absent part leaves the handler as it was. */
    private <H extends XmlPart.Handler> H parsed(@Nullable InputStream part, H handler)
            throws IOException, SAXException, UnreadableException {
        if (part != null) {
            try (part) {
                xml.parse(part, handler);
            }
        }
        return handler;
    }

    /** Addresses outside the workbook, by the number under which the sheet's links name them. */
    private static Map<String, String> links(PackagePart sheet) throws OpenXML4JException {
        Map<String, String> links = new TreeMap<>();
        for (PackageRelationship relation : sheet.getRelationships()) {
            links.put(relation.getId(), relation.getTargetURI().toString());
        }
        return links;
    }

    /** The list of sheets ({@code workbook.xml}). */
    static final class WorkbookXml extends XmlPart.Handler {
        private final Map<String, Sheet> sheets = new TreeMap<>();
        private boolean since1904;

        /** A sheet's entry. */
        record Sheet(String name, boolean hidden) {}

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("workbookPr")) {
                since1904 = XmlPart.isTrue(attributes, "date1904");
            } else if (name.equals("sheet")) {
                String title = XmlPart.attribute(attributes, "name").orElse("");
                String state = XmlPart.attribute(attributes, "state").orElse("");
                sheets.put(
                        title,
                        new Sheet(CellCharacters.clean(title), state.equals("hidden") || state.equals("veryHidden")));
            }
        }

        Sheet sheet(String name) {
            return sheets.getOrDefault(name, new Sheet(CellCharacters.clean(name), false));
        }

        boolean since1904() {
            return since1904;
        }
    }
}
