package tidtam.facts;

import java.time.LocalDate;

/**
 * A date, or a range of dates, that a cell states.
 *
 * @param to the last day; equal to {@code from} for a single day
 * @param ofReport whether its own clause says this is when something was reported, notified or published
 * @param guessed whether the reading was repaired or guessed
 */
public record DateSpan(
        LocalDate from, LocalDate to, Precision precision, CellText text, boolean ofReport, boolean guessed) {
    public DateSpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " after " + to);
        }
    }

    /** The day that must not lie after the as-of date: the last of a range of days, the first of a month, quarter or year. */
    public LocalDate decisive() {
        return precision == Precision.DAY ? to : from;
    }
}
