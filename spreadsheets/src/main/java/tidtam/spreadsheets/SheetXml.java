package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.Attributes;
import tidtam.facts.CellProblem;

/** One sheet ({@code sheet1.xml}): kept as written until all of it, hidden rows and links included, is known. */
final class SheetXml extends XmlPart.Handler {
    private static final int LAST_ROW = 1_048_575;
    private final SheetGrid.TextBudget budget;
    private final List<WrittenCell> cells = new ArrayList<>();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private final List<SheetGrid.Area> merges = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private int row = -1;
    private int column = -1;
    private String type = "";
    private int style;
    private boolean hasFormula;
    private boolean hasValue;
    private boolean inPronunciation;
    private Into into = Into.NOTHING;

    private enum Into {
        NOTHING,
        VALUE,
        INLINE,
        FORMULA
    }

    private record WrittenCell(int row, int column, String type, int style, String value, Optional<String> formula) {}

    private record Link(SheetGrid.Area area, String relation, String location) {}

    /** What the sheets of a workbook share. */
    record Context(List<String> strings, List<NumberFormat> formats, boolean since1904, SheetGrid.TextBudget budget) {}

    SheetXml(SheetGrid.TextBudget budget) {
        this.budget = budget;
    }

    @Override
    void start(String name, Attributes attributes) throws UnreadableException {
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v" -> {
                into = Into.VALUE;
                hasValue = true;
            }
            case "t" -> into = inPronunciation ? Into.NOTHING : Into.INLINE;
            case "f" -> {
                into = Into.FORMULA;
                hasFormula = true;
            }
            case "rPh" -> inPronunciation = true;
            case "mergeCell" -> {
                if (merges.size() >= WorkbookLimits.MERGES) {
                    throw new UnreadableException(Reading.Why.TOO_LARGE);
                }
                area(attributes).ifPresent(merges::add);
            }
            case "hyperlink" ->
                area(attributes)
                        .ifPresent(area -> links.add(new Link(
                                area,
                                XmlPart.attribute(attributes, "id").orElse(""),
                                XmlPart.attribute(attributes, "location").orElse(""))));
            default -> {}
        }
    }

    private void startRow(Attributes attributes) {
        int number = XmlPart.number(attributes, "r");
        row = number > 0 ? number - 1 : row + 1;
        column = -1;
        boolean flat = XmlPart.attribute(attributes, "ht")
                .filter(height -> height.equals("0") || height.startsWith("0."))
                .isPresent();
        if (XmlPart.isTrue(attributes, "hidden") || flat) {
            hiddenRows.add(row);
        }
    }

    private void startCell(Attributes attributes) {
        Optional<int[]> at = XmlPart.attribute(attributes, "r").flatMap(SheetXml::address);
        row = at.isPresent() ? at.get()[0] : row;
        column = at.isPresent() ? at.get()[1] : column + 1;
        type = XmlPart.attribute(attributes, "t").orElse("n");
        style = XmlPart.number(attributes, "s");
        hasFormula = false;
        hasValue = false;
        value.setLength(0);
        inline.setLength(0);
        formula.setLength(0);
    }

    @Override
    void text(char[] characters, int start, int length) {
        switch (into) {
            case VALUE -> StringsXml.append(value, characters, start, length);
            case INLINE -> StringsXml.append(inline, characters, start, length);
            case FORMULA -> StringsXml.append(formula, characters, start, length);
            case NOTHING -> {}
        }
    }

    @Override
    void end(String name) throws UnreadableException {
        switch (name) {
            case "v", "t", "f" -> into = Into.NOTHING;
            case "rPh" -> inPronunciation = false;
            case "c" -> endCell();
            default -> {}
        }
    }

    private void endCell() throws UnreadableException {
        String written = type.equals("inlineStr") ? inline.toString() : value.toString();
        if (column < 0 || row < 0 || row > LAST_ROW || (written.isEmpty() && !hasFormula)) {
            return;
        }
        boolean calculated = !written.isEmpty() || (hasValue && type.equals("str"));
        Optional<String> source = hasFormula && !calculated ? Optional.of(formula.toString()) : Optional.empty();
        budget.take(written.length());
        cells.add(new WrittenCell(row, column, type, style, written, source));
    }

    /** The sheet as a person sees it. */
    SheetGrid grid(XlsxFile.WorkbookXml.Sheet sheet, Map<String, String> addresses, Context context)
            throws UnreadableException {
        SheetGrid.Builder grid = new SheetGrid.Builder(sheet.name(), sheet.hidden(), context.budget());
        for (WrittenCell cell : cells) {
            if (cell.formula().isPresent()) {
                String source = "=" + cell.formula().get();
                grid.text(cell.row(), cell.column(), source);
                grid.problem(CellProblem.Code.FORMULA_NOT_CALCULATED, cell.row(), cell.column(), source);
            } else {
                grid.text(cell.row(), cell.column(), shown(cell, context));
                if (cell.type().equals("e")) {
                    grid.problem(CellProblem.Code.FORMULA_ERROR, cell.row(), cell.column(), cell.value());
                }
            }
        }
        for (Link link : links) {
            String address = addresses.getOrDefault(link.relation(), link.location());
            grid.link(link.area().firstRow(), link.area().firstColumn(), address);
        }
        for (SheetGrid.Area merge : merges) {
            grid.merge(merge);
        }
        hiddenRows.forEach(grid::hide);
        return grid.build();
    }

    private static String shown(WrittenCell cell, Context context) {
        String written = cell.value();
        return switch (cell.type()) {
            case "s" -> shared(written, context.strings());
            case "str", "inlineStr" -> StringsXml.unescape(written);
            case "b" -> written.strip().equals("1") || written.strip().equals("true") ? "TRUE" : "FALSE";
            case "d" -> NumberFormat.isoText(written.strip());
            case "e" -> written;
            default -> number(written.strip(), cell.style(), context);
        };
    }

    private static String shared(String index, List<String> strings) {
        int at = XmlPart.number(index.strip());
        return at >= 0 && at < strings.size() ? strings.get(at) : "";
    }

    private static String number(String written, int style, Context context) {
        NumberFormat format = style >= 0 && style < context.formats().size()
                ? context.formats().get(style)
                : NumberFormat.builtIn(0);
        try {
            return format.text(Double.parseDouble(written), context.since1904());
        } catch (NumberFormatException notANumber) {
            return written;
        }
    }

    private static Optional<SheetGrid.Area> area(Attributes attributes) {
        String[] corners = XmlPart.attribute(attributes, "ref").orElse("").split(":", 2);
        Optional<int[]> first = address(corners[0]);
        Optional<int[]> last = address(corners[corners.length - 1]);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        int[] a = first.get();
        int[] b = last.get();
        return Optional.of(new SheetGrid.Area(
                Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])));
    }

    /** Row and column, zero-based, of an address such as {@code AB12}. */
    static Optional<int[]> address(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 3 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        int row = XmlPart.number(reference.substring(i));
        return column < 1 || row < 1 ? Optional.empty() : Optional.of(new int[] {row - 1, column - 1});
    }
}
