package tidtam.facts;

import java.util.List;

/**
 * Something wrong in the agency's list of divisions.
 *
 * @param cells where it stands; for a repeated division every row that names it
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
        /** The division stands twice, or two divisions share a name; the first row counts. */
        REPEATED,
        /** What stands as an e-mail address is none. */
        ADDRESS_MALFORMED
    }
}
