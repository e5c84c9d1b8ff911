package tidtam.reports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table on paper. A row that does not fit goes overleaf; one that is long goes on there. */
public final class Table {
    private static final float PADDING = 3;
    private static final int SHADE = 0xECEFF3;
    private static final int RULE = 0xB4BCC6;
    private static final int FRAME = 0x000000;
    private static final float THIN = 0.5f;
    /** A row of more than this part of a page is broken where the page ends. */
    private static final float LONG = 0.4f;

    private final Paper paper;
    private final List<Column> columns;
    private final Look headings;
    private final boolean framed;
    private final float shares;
    private boolean begun;

    Table(Paper paper, List<Column> columns, Look headings, boolean framed) {
        this.paper = paper;
        this.columns = List.copyOf(columns);
        this.headings = headings;
        this.framed = framed;
        this.shares = (float) columns.stream().mapToDouble(Column::share).sum();
    }

    /** A row with a cell for each column. */
    public void row(List<Cell> cells) throws IOException {
        List<List<Line>> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            lines.add(lines(cells.get(i), width(i) - 2 * PADDING));
        }
        if (!begun) {
            paper.keep(height(headings()) + Math.min(height(lines), 4 * headings.leading()));
            head();
            begun = true;
        }
        boolean fresh = false;
        while (lines.stream().anyMatch(cell -> !cell.isEmpty())) {
            float height = height(lines);
            if (height <= paper.room()) {
                draw(lines, height, 0);
                return;
            }
            boolean broken = fresh || (height > LONG * paper.wholeRoom() && paper.room() > 4 * headings.leading());
            if (broken) {
                List<List<Line>> part = new ArrayList<>();
                for (List<Line> cell : lines) {
                    part.add(take(cell, paper.room() - 2 * PADDING, fresh));
                }
                draw(part, height(part), 0);
            }
            paper.turn();
            head();
            fresh = true;
        }
    }

    /** A row of one shaded cell over the whole width, which leads the rows below it. */
    public void band(String text, Look look) throws IOException {
        List<List<Line>> lines = List.of(paper.wrap(text, look, paper.width() - 2 * PADDING, 0));
        if (!begun) {
            paper.keep(height(headings()) + height(lines) + 2 * headings.leading());
            head();
            begun = true;
        } else if (height(lines) + 2 * headings.leading() > paper.room()) {
            paper.turn();
            head();
        }
        draw(lines, height(lines), SHADE);
    }

    private List<List<Line>> headings() {
        List<List<Line>> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            lines.add(paper.wrap(columns.get(i).heading(), headings, width(i) - 2 * PADDING, 0));
        }
        return lines;
    }

    private void head() {
        List<List<Line>> lines = headings();
        float height = height(lines);
        paper.page().fill(paper.left(), paper.y() - height, paper.width(), height, SHADE);
        if (framed) {
            paper.page().fill(paper.left(), paper.y() - THIN / 2, paper.width(), THIN, FRAME);
        }
        draw(lines, height, 0);
    }

    private List<Line> lines(Cell cell, float width) {
        List<Line> lines = new ArrayList<>();
        for (Cell.Text text : cell.texts()) {
            lines.addAll(paper.wrap(text.text(), text.look(), width, 0));
        }
        return lines;
    }

    /** Takes the lines that fit; on a page of its own at least one. */
    private static List<Line> take(List<Line> from, float room, boolean one) {
        int count = 0;
        float height = 0;
        while (count < from.size()) {
            height += from.get(count).look().leading();
            if (height > room && !(one && count == 0)) {
                break;
            }
            count++;
        }
        List<Line> first = from.subList(0, count);
        List<Line> taken = List.copyOf(first);
        first.clear();
        return taken;
    }

    private static float height(List<List<Line>> cells) {
        float most = 0;
        for (List<Line> cell : cells) {
            float height = 0;
            for (Line line : cell) {
                height += line.look().leading();
            }
            most = Math.max(most, height);
        }
        return most + 2 * PADDING;
    }

    /** One cell is as wide as the table. */
    private void draw(List<List<Line>> cells, float height, int shade) {
        Page page = paper.page();
        boolean whole = cells.size() == 1 && columns.size() > 1;
        float upper = paper.y();
        float x = paper.left();
        if (shade != 0) {
            page.fill(x, upper - height, paper.width(), height, shade);
        }
        for (int i = 0; i < cells.size(); i++) {
            float width = whole ? paper.width() : width(i);
            float at = upper - PADDING;
            for (Line line : cells.get(i)) {
                boolean atRight = columns.get(i).number() && !whole;
                page.line(
                        line,
                        atRight ? x + width - PADDING - line.width() : x + PADDING,
                        Paper.baseline(line.look(), at));
                at -= line.look().leading();
            }
            if (framed) {
                page.fill(x - THIN / 2, upper - height, THIN, height, FRAME);
            }
            x += width;
        }
        if (framed) {
            page.fill(x - THIN / 2, upper - height, THIN, height, FRAME);
        }
        page.fill(paper.left(), upper - height - THIN / 2, paper.width(), THIN, framed ? FRAME : RULE);
        paper.gap(height);
    }

    private float width(int column) {
        return paper.width() * columns.get(column).share() / shares;
    }
}
