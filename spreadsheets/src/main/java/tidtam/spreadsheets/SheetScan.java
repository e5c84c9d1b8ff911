package tidtam.spreadsheets;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.xml.sax.Attributes;

/** What must be known of a sheet before notes can be put on some of its cells: their formats, and how high and wide rows and columns are. */
final class SheetScan extends XmlPart.Handler {
    private static final double POINT = 4.0 / 3;
    private static final int CHARACTER = 7;

    private final Map<Place, Integer> formats = new HashMap<>();
    private final Map<Integer, Integer> rowFormats = new HashMap<>();
    private final NavigableMap<Integer, Columns> columns = new TreeMap<>();
    private final Map<Integer, Integer> heights = new HashMap<>();
    private final Set<Place> wanted;
    private Optional<String> legacyDrawing = Optional.empty();
    private int defaultHeight = 20;
    private int row = -1;
    private int column = -1;

    /** A cell's place in its sheet; both from 0. */
    record Place(int row, int column) {}

    private record Columns(int last, int pixels, OptionalInt format) {}

    SheetScan(Set<Place> wanted) {
        this.wanted = wanted;
    }

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "sheetFormatPr" -> pixels(attributes, "defaultRowHeight").ifPresent(height -> defaultHeight = height);
            case "col" -> column(attributes);
            case "row" -> row(attributes);
            case "c" -> {
                Optional<int[]> at = XmlPart.attribute(attributes, "r").flatMap(SheetXml::address);
                row = at.isPresent() ? at.get()[0] : row;
                column = at.isPresent() ? at.get()[1] : column + 1;
                Place place = new Place(row, column);
                if (wanted.contains(place)) {
                    formats.put(place, Math.max(XmlPart.number(attributes, "s"), 0));
                }
            }
            case "legacyDrawing" -> legacyDrawing = XmlPart.attribute(attributes, "id");
            default -> {}
        }
    }

    private void column(Attributes attributes) {
        int first = XmlPart.number(attributes, "min");
        int last = XmlPart.number(attributes, "max");
        if (first > 0 && last >= first) {
            int format = XmlPart.number(attributes, "style");
            int pixels = XmlPart.isTrue(attributes, "hidden")
                    ? 0
                    : (int) (number(attributes, "width").orElse(9.0) * CHARACTER);
            columns.put(
                    first - 1,
                    new Columns(last - 1, pixels, format > 0 ? OptionalInt.of(format) : OptionalInt.empty()));
        }
    }

    private void row(Attributes attributes) {
        int number = XmlPart.number(attributes, "r");
        row = number > 0 ? number - 1 : row + 1;
        column = -1;
        if (XmlPart.isTrue(attributes, "hidden")) {
            heights.put(row, 0);
        } else {
            int at = row;
            pixels(attributes, "ht").ifPresent(height -> heights.put(at, height));
        }
        int format = XmlPart.number(attributes, "s");
        if (format > 0 && XmlPart.isTrue(attributes, "customFormat")) {
            rowFormats.put(row, format);
        }
    }

    /** The format that a cell has; where it is not written, that of its row, else of its column. */
    int format(Place place) {
        Integer own = formats.getOrDefault(place, rowFormats.get(place.row()));
        return own != null
                ? own
                : columns(place.column())
                        .map(Columns::format)
                        .orElse(OptionalInt.empty())
                        .orElse(0);
    }

    /** The relationship of the drawing that shows the sheet's notes. */
    Optional<String> legacyDrawing() {
        return legacyDrawing;
    }

    /** In pixels. */
    int height(int atRow) {
        return heights.getOrDefault(atRow, defaultHeight);
    }

    /** In pixels. */
    int width(int atColumn) {
        return columns(atColumn).map(Columns::pixels).orElse(9 * CHARACTER);
    }

    private Optional<Columns> columns(int atColumn) {
        return Optional.ofNullable(columns.floorEntry(atColumn))
                .map(Map.Entry::getValue)
                .filter(found -> atColumn <= found.last());
    }

    private static Optional<Integer> pixels(Attributes attributes, String name) {
        return number(attributes, name).map(points -> (int) (points * POINT));
    }

    private static Optional<Double> number(Attributes attributes, String name) {
        return XmlPart.attribute(attributes, name).flatMap(text -> {
            try {
                return Optional.of(Math.min(Math.max(Double.parseDouble(text), 0), 2000));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        });
    }
}
