package tidtam.facts;

import java.util.OptionalInt;

/** How a duty recurs or ends. The set is closed: a cadence that no kind holds is reported as not understood, never rounded to one. */
public enum Kind {
    DAILY(1),
    WEEKLY(7),
    MONTHLY(31),
    QUARTERLY(92),
    SEMIANNUAL(184),
    ANNUAL(366),
    /** Every {@link Limits#days()} days, counted from the round's first day. */
    EVERY_N_DAYS(0),
    /** Within {@link Limits#days()} days of an event. */
    WITHIN_DAYS(0),
    BY_FIXED_DATE(366),
    /** By 30 September. */
    FISCAL_YEAR_END(366),
    /** In each half-year in which staff are evaluated. */
    EVERY_EVALUATION_ROUND(184),
    /** "Always up to date": no period follows from it. */
    CONTINUOUS(0);

    private final int days;

    Kind(int days) {
        this.days = days;
    }

    /** The longest gap in days that this kind allows between two reports, given the duty's own number of days; empty where none follows. */
    public OptionalInt longestGap(OptionalInt ownDays) {
        if (this == EVERY_N_DAYS) {
            return ownDays;
        }
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
