package tidtam.spreadsheets.form;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a working form is filled in with before it is handed out.
 *
 * @param general the lines of {@link FormSheet#GENERAL}
 * @param extraHeadings the headings of columns that stand to the right of the form's own
 * @param rows the rows of {@link FormSheet#MEASURES}, below its example
 * @param merges cells that stand for several rows
 * @param tables the rows of the other sheets, below their examples
 * @param others what is listed in {@link FormWords#OTHER_TEXTS}; where there is nothing, there is no such sheet
 */
public record FormContents(
        Map<FormColumn, Entry> general,
        List<String> extraHeadings,
        List<Row> rows,
        List<Merge> merges,
        Map<FormSheet, List<Map<FormColumn, Entry>>> tables,
        List<OtherText> others) {

    /** An empty form, of which only the general sheet says something. */
    public static FormContents general(Map<FormColumn, Entry> general) {
        return new FormContents(general, List.of(), List.of(), List.of(), Map.of(), List.of());
    }

    /** How many cells a person has to look at. */
    public int forReview() {
        Stream<Map<FormColumn, Entry>> measures = rows.stream()
                .flatMap(row -> row instanceof Measure measure ? Stream.of(measure.cells()) : Stream.empty());
        Stream<Map<FormColumn, Entry>> others = tables.values().stream().flatMap(List::stream);
        return (int) Stream.of(Stream.of(general), measures, others)
                .flatMap(cells -> cells)
                .flatMap(cells -> cells.values().stream())
                .filter(entry -> entry.mark() != Mark.NONE)
                .count();
    }

    /** Whether the cells of review are explained on the general sheet. */
    boolean carried() {
        return !rows.isEmpty();
    }

    /** A row among the measures. */
    public sealed interface Row {}

    /** A text over all columns. */
    public record Heading(String text) implements Row {}

    /**
     * A measure.
     *
     * @param extras what stands in the extra columns, by the index of their headings
     */
    public record Measure(Map<FormColumn, Entry> cells, Map<Integer, Entry> extras) implements Row {}

    /**
     * A cell that stands for several rows; only the first of them says something there.
     *
     * @param firstRow index among {@link FormContents#rows}
     * @param lastRow included
     * @param column zero-based
     */
    public record Merge(int firstRow, int lastRow, int column) {}

    /** A text without a place in the form, and where it stood. */
    public record OtherText(String sheet, String cell, String text) {}

    /**
     * What stands in a cell.
     *
     * @param note what the cell's note says; empty for none
     */
    public record Entry(Value value, Mark mark, String note) {
        public static Entry text(String text) {
            return new Entry(new Text(text, Optional.empty()), Mark.NONE, "");
        }

        /** A text that leads to an address. */
        public static Entry link(String text, URI address) {
            return new Entry(new Text(text, Optional.of(address)), Mark.NONE, "");
        }

        public static Entry number(int number) {
            return new Entry(new Count(number), Mark.NONE, "");
        }

        public static Entry date(LocalDate date) {
            return new Entry(new Day(date), Mark.NONE, "");
        }

        /** A blank cell that a person has to look at. */
        public static Entry open(String note) {
            return new Entry(new Text("", Optional.empty()), Mark.OPEN, note);
        }

        /** The same, for a person to confirm. */
        public Entry forReview(String why) {
            return new Entry(value, Mark.READ, why);
        }
    }

    /** The value of a cell. */
    public sealed interface Value {}

    /** Never taken for a formula. */
    public record Text(String text, Optional<URI> link) implements Value {}

    public record Count(int number) implements Value {}

    public record Day(LocalDate date) implements Value {}

    /** How a cell is coloured. */
    public enum Mark {
        NONE,
        /** Filled in by the program, to be confirmed. */
        READ,
        /** Left blank by the program, to be filled in. */
        OPEN
    }
}
