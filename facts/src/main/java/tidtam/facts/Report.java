package tidtam.facts;

import java.time.LocalDate;

/** Something dated that may serve an obligation. A range counts by its last day. */
public record Report(MeasureId measure, LocalDate from, LocalDate to, Source source, CellText text, boolean guessed) {
    /** Where a report was found. */
    public enum Source {
        /** The action column. */
        ACTION,
        /** The report log. */
        LOG
    }
}
