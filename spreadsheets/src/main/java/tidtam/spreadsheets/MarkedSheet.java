package tidtam.spreadsheets;

import java.io.Writer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tidtam.facts.CellRef;

/** Copies a sheet and gives some of its cells another format. Cells and rows that are not written yet are put in where they belong. */
final class MarkedSheet extends XmlCopy {
    /** What comes after the drawing that shows notes. */
    private static final Set<String> AFTER_NOTES = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst",
            "AlternateContent");

    private final NavigableMap<Integer, NavigableMap<Integer, Integer>> formats = new TreeMap<>();
    private final Optional<String> drawing;
    private final String relations;
    private NavigableMap<Integer, Integer> left = new TreeMap<>();
    private boolean dataEnded;
    private boolean drawn;
    private int depth;
    private int row = -1;
    private int column = -1;

    /**
     * @param formats of the cells, by their place
     * @param drawing the relationship of the drawing that shows the notes, where the sheet does not name one yet
     * @param relations the namespace of relationships
     */
    MarkedSheet(Writer out, Map<SheetScan.Place, Integer> formats, Optional<String> drawing, String relations) {
        super(out);
        formats.forEach((place, format) -> this.formats
                .computeIfAbsent(place.row(), none -> new TreeMap<>())
                .put(place.column(), format));
        this.drawing = drawing;
        this.relations = relations;
    }

    @Override
    void start(String name, Map<String, String> attributes) {
        depth++;
        if (depth == 2 && dataEnded && AFTER_NOTES.contains(name)) {
            draw();
        }
        switch (name) {
            case "row" -> {
                int number = XmlPart.number(attributes.getOrDefault("r", ""));
                row = number > 0 ? number - 1 : row + 1;
                column = -1;
                rowsBefore(row);
                left = Optional.ofNullable(formats.remove(row)).orElseGet(TreeMap::new);
                widen(attributes);
            }
            case "c" -> {
                Optional<int[]> at = Optional.ofNullable(attributes.get("r")).flatMap(SheetXml::address);
                column = at.isPresent() ? at.get()[1] : column + 1;
                cellsBefore(column);
                Integer format = left.remove(column);
                if (format != null) {
                    attributes.putIfAbsent("r", address(row, column));
                    attributes.put("s", format.toString());
                }
            }
            default -> {}
        }
    }

    /** A row may say between which columns its cells lie. */
    private void widen(Map<String, String> attributes) {
        String[] spans = attributes.getOrDefault("spans", "").split(":", -1);
        if (!left.isEmpty() && spans.length == 2) {
            int first = XmlPart.number(spans[0]);
            int last = XmlPart.number(spans[1]);
            attributes.put("spans", Math.min(first, left.firstKey() + 1) + ":" + Math.max(last, left.lastKey() + 1));
        }
    }

    @Override
    void ending(String name) {
        switch (name) {
            case "row" -> cellsBefore(Integer.MAX_VALUE);
            case "sheetData" -> {
                rowsBefore(Integer.MAX_VALUE);
                dataEnded = true;
            }
            default -> {
                if (depth == 1) {
                    draw();
                }
            }
        }
        depth--;
    }

    private void rowsBefore(int next) {
        while (!formats.isEmpty() && formats.firstKey() < next) {
            Map.Entry<Integer, NavigableMap<Integer, Integer>> missing = formats.pollFirstEntry();
            int at = missing.getKey();
            write("<" + rootPrefix() + "row r=\"" + (at + 1) + "\">");
            missing.getValue().forEach((cell, format) -> cell(at, cell, format));
            write("</" + rootPrefix() + "row>");
        }
    }

    private void cellsBefore(int next) {
        while (!left.isEmpty() && left.firstKey() < next) {
            Map.Entry<Integer, Integer> missing = left.pollFirstEntry();
            cell(row, missing.getKey(), missing.getValue());
        }
    }

    private void cell(int atRow, int atColumn, int format) {
        write("<" + rootPrefix() + "c r=\"" + address(atRow, atColumn) + "\" s=\"" + format + "\"/>");
    }

    private void draw() {
        if (!drawn) {
            drawn = true;
            drawing.ifPresent(id ->
                    write("<" + rootPrefix() + "legacyDrawing xmlns:r=\"" + relations + "\" r:id=\"" + id + "\"/>"));
        }
    }

    static String address(int row, int column) {
        return new CellRef("", row, column).toString().substring(1);
    }
}
