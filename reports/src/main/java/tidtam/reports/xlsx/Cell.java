package tidtam.reports.xlsx;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A cell to be written.
 *
 * @param content a {@link String}, {@link Long} or {@link LocalDate}; absent for an empty cell that has a look
 */
public record Cell(Optional<Object> content, Look look) {
    private static final Cell BLANK = new Cell(Optional.empty(), Look.PLAIN);
    private static final Cell ENTRY = new Cell(Optional.empty(), Look.ENTRY);

    /** An empty cell in a frame. */
    public static Cell blank() {
        return BLANK;
    }

    /** An empty cell for a person to fill in. */
    public static Cell entry() {
        return ENTRY;
    }

    public static Cell text(String text) {
        return text(text, Look.PLAIN);
    }

    public static Cell text(String text, Look look) {
        return new Cell(Optional.of(text), look);
    }

    public static Cell number(long number) {
        return new Cell(Optional.of(number), Look.NUMBER);
    }

    public static Cell day(LocalDate day) {
        return new Cell(Optional.of(day), Look.DAY);
    }
}
