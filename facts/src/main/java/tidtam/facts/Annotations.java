package tidtam.facts;

import java.util.List;
import java.util.Optional;

/**
 * What is written into an agency's own workbook: notes at cells, and a sheet that lists them. Every text is ready to be read.
 *
 * @param author of the notes
 * @param sheet the name of the added sheet, at most 26 characters
 * @param introduction lines above the list; the first is its title
 * @param headings of the list's columns
 * @param notes at most one for each cell
 */
public record Annotations(
        String author,
        String sheet,
        List<String> introduction,
        List<Heading> headings,
        List<Note> notes,
        List<Listed> list) {

    /**
     * A column of the list.
     *
     * @param width in characters
     */
    public record Heading(String text, int width) {}

    /** A note at a cell, which is coloured by its weight. */
    public record Note(CellRef cell, Severity severity, String text) {}

    /**
     * A row of the list.
     *
     * @param cell where the first text leads to; absent where it leads nowhere
     * @param texts one for each heading; the second is coloured by the weight
     */
    public record Listed(Optional<CellRef> cell, Severity severity, List<String> texts) {}
}
