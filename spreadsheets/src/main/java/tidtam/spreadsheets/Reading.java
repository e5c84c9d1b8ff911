package tidtam.spreadsheets;

import java.util.List;
import tidtam.facts.CellProblem;
import tidtam.facts.Plan;

/** What came of reading a workbook. */
public sealed interface Reading {
    /**
     * The plan, and what could not be read of it.
     *
     * @param problems in the order of the sheets and their cells
     */
    record Contents(Plan plan, List<CellProblem> problems) implements Reading {}

    /** Nothing could be read. */
    record Unreadable(Why why) implements Reading {}

    /** Why nothing could be read. */
    enum Why {
        EMPTY_FILE,
        /** Another kind of file, whatever its name says. */
        NOT_A_WORKBOOK,
        /** Protected with a password. */
        ENCRYPTED,
        /** Cut off, or broken inside. */
        DAMAGED,
        /** More than {@link WorkbookLimits} allows, such as a zip bomb. */
        TOO_LARGE,
        /** No visible sheet holds a table whose heading names a measure plan's columns. */
        NO_MEASURE_TABLE
    }
}
