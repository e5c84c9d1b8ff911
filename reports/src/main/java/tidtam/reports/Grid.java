package tidtam.reports;

import java.util.ArrayList;
import java.util.List;

/** A table's rows set in columns of fixed width, each cell wrapped within its own. */
final class Grid {
    private static final String GAP = "  ";

    private final List<LineWrap> columns = new ArrayList<>();
    private final boolean colours;

    /**
     * @param widths columns of the terminal for each column of the table, gaps of 2 between them not counted
     */
    Grid(List<Integer> widths, boolean colours) {
        widths.forEach(width -> columns.add(new LineWrap(width)));
        this.colours = colours;
    }

    /** What a table of such columns takes of a line beside the columns themselves. */
    static int gaps(int columns) {
        return GAP.length() * (columns - 1);
    }

    /** A paragraph of a cell. */
    record Part(Style style, String text) {}

    /** Writes one row; a cell is a list of paragraphs. */
    void row(StringBuilder page, List<List<Part>> cells) {
        List<List<Part>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<Part> lines = wrap(columns.get(i), cells.get(i));
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int y = 0; y < height; y++) {
            int written = 0;
            int start = 0;
            for (int i = 0; i < wrapped.size(); i++) {
                List<Part> lines = wrapped.get(i);
                if (y < lines.size() && !lines.get(y).text().isEmpty()) {
                    Part part = lines.get(y);
                    page.append(" ".repeat(start - written)).append(part.style().paint(part.text(), colours));
                    written = start + TextWidth.of(part.text());
                }
                start += columns.get(i).width() + GAP.length();
            }
            page.append('\n');
        }
    }

    private static List<Part> wrap(LineWrap column, List<Part> cell) {
        List<Part> lines = new ArrayList<>();
        for (Part part : cell) {
            column.wrap(part.text()).forEach(line -> lines.add(new Part(part.style(), line)));
        }
        return lines;
    }
}
