package tidtam.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something dated that may serve an obligation. A range counts by its last day.
 *
 * @param covers the period it is said to be about, or the days of the event it is said to follow; absent where nothing is said, and it
 *     may serve any
 */
public record Report(
        MeasureId measure,
        LocalDate from,
        LocalDate to,
        Optional<Period> covers,
        Source source,
        CellText text,
        boolean guessed) {
    /** Where a report was found. */
    public enum Source {
        /** The action column. */
        ACTION,
        /** The report log. */
        LOG
    }
}
