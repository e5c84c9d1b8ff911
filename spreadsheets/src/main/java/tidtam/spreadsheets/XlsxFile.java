package tidtam.spreadsheets;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import tidtam.facts.CellProblem;

/** Reads {@code .xlsx} (ECMA-376, transitional and strict) in one pass over its zip; parts are known by their root element. */
final class XlsxFile {
    private final XmlPart xml = new XmlPart();
    private final SheetGrid.TextBudget budget = new SheetGrid.TextBudget();
    private final Map<String, SheetXml> sheets = new HashMap<>();
    private final Map<String, WorkbookXml> workbooks = new HashMap<>();
    private final Map<String, Relations> relations = new HashMap<>();
    private final Set<String> damaged = new HashSet<>();
    private List<String> strings = List.of();
    private List<NumberFormat> formats = List.of();

    private XlsxFile() {}

    /**
     * The sheets of a workbook, in their order. A sheet that is damaged among whole ones comes as a problem.
     *
     * @throws UnreadableException where there is no workbook in it, or nothing of it can be read
     */
    static WorkbookGrids read(byte[] file) throws UnreadableException {
        XlsxFile xlsx = new XlsxFile();
        try {
            ZipParts.walk(file, xlsx::part);
        } catch (IOException e) {
            throw new UnreadableException(Reading.Why.DAMAGED, e);
        }
        return xlsx.grids();
    }

    private void part(String name, InputStream content) throws IOException, UnreadableException {
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            return;
        }
        try {
            xml.parse(content, root -> handler(name, root)).ifPresent(this::keep);
        } catch (SAXException | CharConversionException | UnsupportedEncodingException e) {
            damaged.add(name);
        }
    }

    private Optional<XmlPart.Handler> handler(String name, String root) {
        return switch (root) {
            case "workbook" -> Optional.of(workbooks.computeIfAbsent(name, n -> new WorkbookXml()));
            case "worksheet" -> Optional.of(sheets.computeIfAbsent(name, n -> new SheetXml(budget)));
            case "Relationships" -> Optional.of(relations.computeIfAbsent(name, n -> new Relations()));
            case "sst" -> Optional.of(new StringsXml(budget));
            case "styleSheet" -> Optional.of(new StylesXml());
            default -> Optional.empty();
        };
    }

    private void keep(XmlPart.Handler read) {
        if (read instanceof StringsXml table) {
            strings = table.strings();
        } else if (read instanceof StylesXml styles) {
            formats = styles.formats();
        }
    }

    private WorkbookGrids grids() throws UnreadableException {
        String path = relations.getOrDefault("_rels/.rels", new Relations()).byType("/officeDocument").stream()
                .map(target -> resolve("", target))
                .findFirst()
                .orElse("xl/workbook.xml");
        WorkbookXml workbook = workbooks.get(path);
        if (workbook == null || damaged.contains(path)) {
            throw new UnreadableException(damaged.isEmpty() ? Reading.Why.NOT_A_WORKBOOK : Reading.Why.DAMAGED);
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Relations targets = relations.getOrDefault(rels(path), new Relations());
        if (targets.byType("/sharedStrings").stream().anyMatch(t -> damaged.contains(resolve(folder, t)))) {
            throw new UnreadableException(Reading.Why.DAMAGED);
        }
        SheetXml.Context context =
                new SheetXml.Context(strings, formats, workbook.since1904(), new SheetGrid.TextBudget());
        List<SheetGrid> grids = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        boolean anyDamaged = false;
        for (WorkbookXml.Sheet sheet : workbook.sheets()) {
            Relations.Target target = targets.byId(sheet.relation()).orElse(null);
            if (target != null && !target.type().endsWith("/worksheet")) {
                continue;
            }
            String part = target == null ? "" : resolve(folder, target.address());
            SheetXml content = sheets.get(part);
            if (content == null || damaged.contains(part)) {
                anyDamaged = true;
                problems.add(new CellProblem(
                        CellProblem.Code.SHEET_UNREADABLE, sheet.name(), Optional.empty(), sheet.name()));
                continue;
            }
            Relations links = relations.getOrDefault(rels(part), new Relations());
            grids.add(content.grid(sheet, links, context));
        }
        if (grids.isEmpty()) {
            throw new UnreadableException(anyDamaged ? Reading.Why.DAMAGED : Reading.Why.NO_MEASURE_TABLE);
        }
        return new WorkbookGrids(grids, problems);
    }

    private static String rels(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/") || target.startsWith("\\")) {
            return ZipParts.name(target);
        }
        List<String> steps = new ArrayList<>();
        for (String step : ZipParts.name(folder + target).split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** The list of sheets ({@code workbook.xml}). */
    static final class WorkbookXml extends XmlPart.Handler {
        private final List<Sheet> sheets = new ArrayList<>();
        private boolean since1904;

        /** A sheet's entry. */
        record Sheet(String name, boolean hidden, String relation) {}

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("workbookPr")) {
                since1904 = XmlPart.isTrue(attributes, "date1904");
            } else if (name.equals("sheet")) {
                String state = XmlPart.attribute(attributes, "state").orElse("");
                sheets.add(new Sheet(
                        CellCharacters.clean(
                                XmlPart.attribute(attributes, "name").orElse("")),
                        state.equals("hidden") || state.equals("veryHidden"),
                        XmlPart.attribute(attributes, "id").orElse("")));
            }
        }

        List<Sheet> sheets() {
            return sheets;
        }

        boolean since1904() {
            return since1904;
        }
    }

    /** What other parts a part names ({@code *.rels}). */
    static final class Relations extends XmlPart.Handler {
        private final Map<String, Target> targets = new HashMap<>();

        /** Another part, or an address outside. */
        record Target(String type, String address) {}

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("Relationship")) {
                targets.put(
                        XmlPart.attribute(attributes, "Id").orElse(""),
                        new Target(
                                XmlPart.attribute(attributes, "Type").orElse(""),
                                XmlPart.attribute(attributes, "Target").orElse("")));
            }
        }

        Optional<Target> byId(String id) {
            return Optional.ofNullable(targets.get(id));
        }

        List<String> byType(String ending) {
            return targets.values().stream()
                    .filter(target -> target.type().endsWith(ending))
                    .map(Target::address)
                    .sorted()
                    .toList();
        }
    }
}
