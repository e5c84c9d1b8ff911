package tidtam.facts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What narrows a duty's kind.
 *
 * @param days the number of days of {@code WITHIN_DAYS} and {@code EVERY_N_DAYS} ({@code n} in JSON), 1 to {@link #MOST_DAYS}
 * @param months the due months that are named, 1–12; not the months covered
 * @param day the due day of the month
 * @param date the due date of {@code BY_FIXED_DATE}
 * @param workingDays whether {@code days} counts working days
 */
public record Limits(
        OptionalInt days, SortedSet<Integer> months, OptionalInt day, Optional<LocalDate> date, boolean workingDays) {
    /** The largest number of days a duty may state: ten years. A larger one is no deadline. */
    public static final int MOST_DAYS = 3660;

    private static final Limits NONE =
            new Limits(OptionalInt.empty(), new TreeSet<>(), OptionalInt.empty(), Optional.empty(), false);

    public Limits {
        months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
        boolean possible = (months.isEmpty() || (months.first() >= 1 && months.last() <= 12))
                && days.orElse(1) >= 1
                && days.orElse(1) <= MOST_DAYS
                && day.orElse(1) >= 1
                && day.orElse(1) <= 31;
        if (!possible) {
            throw new IllegalArgumentException("days " + days + ", months " + months + ", day " + day);
        }
    }

    /** No limit beyond the kind itself. */
    public static Limits none() {
        return NONE;
    }

    public Limits withDays(int number, boolean working) {
        return new Limits(OptionalInt.of(number), months, day, date, working);
    }

    public Limits withMonths(SortedSet<Integer> named) {
        return new Limits(days, named, day, date, workingDays);
    }

    public Limits withDay(int dayOfMonth) {
        return new Limits(days, months, OptionalInt.of(dayOfMonth), date, workingDays);
    }

    public Limits withDate(LocalDate fixed) {
        return new Limits(days, months, day, Optional.of(fixed), workingDays);
    }

    /** The limits in one line that is equal for equal limits; empty for none. Part of a finding's fingerprint. */
    public String signature() {
        StringBuilder line = new StringBuilder();
        days.ifPresent(n -> line.append(" n=").append(n).append(workingDays ? "w" : ""));
        if (!months.isEmpty()) {
            line.append(" months=").append(months.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        day.ifPresent(n -> line.append(" day=").append(n));
        date.ifPresent(d -> line.append(" date=").append(d));
        return line.toString().strip();
    }
}
