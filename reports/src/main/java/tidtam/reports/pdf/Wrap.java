package tidtam.reports.pdf;

import java.util.ArrayList;
import java.util.List;

/** Pieces of text put into lines, as many into each as it holds. */
final class Wrap {
    private final Look look;
    private final int space;
    private final int width;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line.Piece> line = new ArrayList<>();
    /** How much of the first line is taken by its indent; none of the others is. */
    private int indent;
    /** The width of the line's pieces, and of the spaces after the last of them. */
    private int used;

    private int spaces;

    Wrap(Look look, int space, float width, float indent) {
        this.look = look;
        this.space = space;
        this.width = Math.round(width * 1000 / look.size());
        this.indent = Math.round(indent * 1000 / look.size());
    }

    /** Whether a line of its own is wide enough for a piece. */
    boolean holds(Shaped shaped) {
        return shaped.width() <= width;
    }

    void add(Shaped shaped, int spacesAfter) {
        if (!line.isEmpty() && indent + used + spaces * space + shaped.width() > width) {
            flush();
        }
        used += spaces * space + shaped.width();
        spaces = spacesAfter;
        line.add(new Line.Piece(shaped, spacesAfter));
    }

    /** The last piece gets spaces after it. */
    void spaces(int after) {
        if (!line.isEmpty()) {
            line.add(new Line.Piece(line.remove(line.size() - 1).shaped(), after));
            spaces = after;
        }
    }

    List<Line> lines() {
        if (!line.isEmpty()) {
            flush();
        }
        return lines;
    }

    private void flush() {
        spaces(0);
        lines.add(new Line(look, List.copyOf(line), used * look.size() / 1000));
        line.clear();
        used = 0;
        spaces = 0;
        indent = 0;
    }
}
