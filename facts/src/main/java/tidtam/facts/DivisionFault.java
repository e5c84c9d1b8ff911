package tidtam.facts;

import java.util.List;

/**
 * Something wrong or missing in the agency's list of divisions.
 *
 * @param division the division; of a repetition the names that stand more than once, apart by commas
 * @param cells where it stands; for a repeated division every row that names it; for a missing address the blank cell, or the
 *     division's name where the list has no column for it
 */
public record DivisionFault(Code code, String division, List<CellText> cells) implements Fact {
    /** The first of its cells. */
    public CellText first() {
        return cells.get(0);
    }

    /** Where each of its cells stands. */
    public List<CellRef> places() {
        return cells.stream().map(CellText::cell).toList();
    }

    /** What is wrong. */
    public enum Code {
        /** The division stands twice, or two divisions share a name, which is then that of the first row. */
        REPEATED,
        /** What stands as the head's e-mail address is none. */
        ADDRESS_MALFORMED,
        /** Nothing stands as the head's e-mail address, though for another division something does. */
        ADDRESS_MISSING,
        /** What stands as an address for copies is none. */
        COPY_MALFORMED
    }
}
