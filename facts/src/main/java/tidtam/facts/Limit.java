package tidtam.facts;

import java.util.List;

/**
 * A parameter an auditor may change: how one kind of duty is judged.
 *
 * @param graceDays days after the due date in which a report is still on time
 * @param leadDays days before the due date from which an obligation is due soon
 * @param basis what it rests on
 * @param rows the rows of the agency's table that it rests on, the most specific last; empty where it rests on none
 */
public record Limit(Kind kind, int graceDays, int leadDays, Basis basis, List<CellRef> rows) {
    /** What a limit rests on. */
    public enum Basis {
        /** The limits of all duties of the kind. */
        GENERAL,
        /** The agency's table. */
        TABLE,
        /** The limits of all duties of the kind, although the agency's table has rows for some of them. */
        OUTSIDE_TABLE
    }

    /** The limit of all duties of a kind. */
    public Limit(Kind kind, int graceDays, int leadDays) {
        this(kind, graceDays, leadDays, Basis.GENERAL, List.of());
    }
}
