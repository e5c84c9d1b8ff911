package tidtam.facts;

import java.time.LocalDate;

/**
 * An obligation as the rules judge it.
 *
 * @param due the due date, grace included
 * @param daysOverdue days from {@code due} to the as-of date, where that is later and no report serves; else 0
 */
public record ObligationState(
        MeasureId measure, Kind kind, State state, Obligation obligation, LocalDate due, int daysOverdue)
        implements Fact {
    /** An obligation judged on a day. Only where nothing dated serves it can it be overdue. */
    public static ObligationState of(Obligation obligation, State state, LocalDate due, LocalDate asOf) {
        boolean served = state == State.MET || state == State.LATE;
        long late = asOf.toEpochDay() - due.toEpochDay();
        return new ObligationState(
                obligation.measure(), obligation.kind(), state, obligation, due, served || late < 0 ? 0 : (int) late);
    }
}
