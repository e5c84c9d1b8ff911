package tidtam.spreadsheets.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a working form is filled in with before it is handed out.
 *
 * @param general the lines of {@link FormSheet#GENERAL}
 * @param extraHeadings the headings of columns that stand to the right of the form's own
 * @param rows the rows of {@link FormSheet#MEASURES}, below its example
 * @param merges cells that stand for several rows
 * @param divisions the rows of {@link FormSheet#DIVISIONS}, below its example
 * @param others what is listed in {@link FormWords#OTHER_TEXTS}; where there is nothing, there is no such sheet
 */
public record FormContents(
        Map<FormColumn, Entry> general,
        List<String> extraHeadings,
        List<Row> rows,
        List<Merge> merges,
        List<Map<FormColumn, Entry>> divisions,
        List<OtherText> others) {

    /** An empty form, of which only the general sheet says something. */
    public static FormContents general(Map<FormColumn, Entry> general) {
        return new FormContents(general, List.of(), List.of(), List.of(), List.of(), List.of());
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
     * @param extras the texts of the extra columns, as many as there are headings; empty where there is none
     */
    public record Measure(Map<FormColumn, Entry> cells, List<String> extras) implements Row {}

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
            return new Entry(new Text(text), Mark.NONE, "");
        }

        public static Entry number(int number) {
            return new Entry(new Count(number), Mark.NONE, "");
        }

        public static Entry date(LocalDate date) {
            return new Entry(new Day(date), Mark.NONE, "");
        }

        /** A blank cell that a person has to look at. */
        public static Entry open(String note) {
            return new Entry(new Text(""), Mark.OPEN, note);
        }

        /** The same, for a person to confirm. */
        public Entry forReview(String why) {
            return new Entry(value, Mark.READ, why);
        }
    }

    /** The value of a cell. */
    public sealed interface Value {}

    /** Never taken for a formula. */
    public record Text(String text) implements Value {}

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
