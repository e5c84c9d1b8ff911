package tidtam.reports.xlsx;

import java.util.List;

/**
 * A sheet but for its rows.
 *
 * @param name at most 28 characters, without any of {@code []:*?/\}
 * @param widths of the columns, in characters
 * @param top the rows above the rows; the last of them holds the headings, is printed on every page, and stays in sight
 * @param frozenColumns how many columns stay in sight
 * @param filtered whether the headings filter the rows
 * @param pagesAcross over how many pages its width is printed; the frozen columns stand on each
 */
public record SheetForm(
        String name,
        List<Integer> widths,
        List<List<Cell>> top,
        int frozenColumns,
        boolean filtered,
        int pagesAcross,
        List<Marking> markings,
        List<Choice> choices) {

    /** A sheet of text that is read from top to bottom. */
    public static SheetForm free(String name, List<Integer> widths) {
        return new SheetForm(name, widths, List.of(), 0, false, 1, List.of(), List.of());
    }

    /**
     * Cells of a column that hold a value are coloured.
     *
     * @param value without {@code <} and {@code &}
     */
    public record Marking(int column, String value, Colour colour) {}

    /**
     * Cells of a column take one of these values, chosen from a list.
     *
     * @param values without commas, {@code <} and {@code &}, together at most 250 characters
     * @param title of what is said where another value is written
     * @param otherwise what is said then
     */
    public record Choice(int column, List<String> values, String title, String otherwise) {}
}
