package tidtam.reports.pdf;

import java.util.List;

/** What stands in one cell of a table: paragraphs, one below the other. */
public record Cell(List<Text> texts) {
    /** A paragraph. */
    public record Text(String text, Look look) {}

    public Cell {
        texts = List.copyOf(texts);
    }

    public static Cell of(String text, Look look) {
        return new Cell(List.of(new Text(text, look)));
    }
}
