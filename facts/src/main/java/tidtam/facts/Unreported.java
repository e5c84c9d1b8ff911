package tidtam.facts;

import java.time.LocalDate;

/** An obligation that no dated report was allotted to, and what the completion offers instead. */
public record Unreported(MeasureId measure, Obligation obligation, Limit limit, LocalDate due, Instead instead)
        implements Fact {
    /** What stands in place of a dated report. */
    public enum Instead {
        NOTHING,
        /** A recurring claim of the duty's kind or a more frequent one. */
        CLAIM,
        /** "Done" with no date, or a blank one. */
        UNDATED,
        /** The only dates are impossible. */
        UNREADABLE_DATE,
        /** The table has no action column. */
        NO_ACTION_COLUMN,
        /** There is a report log that was not read, and might have had one. */
        LOG_NOT_READ,
        /** The completion says, with a reason, that there was nothing to report. */
        NOTHING_TO_REPORT
    }
}
