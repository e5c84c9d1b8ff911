package tidtam.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One duty in one period, with its due date.
 *
 * @param index 0 for the duty's first obligation
 * @param period what the obligation is about
 * @param window the days on which a report serves it in time, grace not counted
 * @param due the last day by the calendar, before any grace
 * @param guessed whether the due date rests on a repaired or guessed reading, or on a holiday table that is unknown or provisional
 */
public record Obligation(Duty duty, int index, Period period, Period window, LocalDate due, boolean guessed) {
    private static final int LONG_PERIOD = 15;

    public MeasureId measure() {
        return duty.measure();
    }

    public Kind kind() {
        return duty.kind();
    }

    /** Whether its period is so short that a reminder two weeks before the due date would come before it. */
    public boolean brief() {
        return ChronoUnit.DAYS.between(period.start(), due) < LONG_PERIOD;
    }

    /** Few obligations share measure, index and due date; hashing the whole duty would cost more than it tells apart. */
    @Override
    public int hashCode() {
        return (31 * duty.measure().row() + index) * 31 + due.hashCode();
    }
}
