package tidtam.engine.obligations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Public holidays as a dated table.
 *
 * @param names the holidays and their names
 * @param years the calendar years (CE) that the table covers
 * @param source where the table comes from
 */
public record Holidays(Map<LocalDate, String> names, Set<Integer> years, String source) {
    private static final Holidays UNKNOWN = new Holidays(Map.of(), Set.of(), "");

    public Holidays {
        names = Map.copyOf(names);
        years = Set.copyOf(years);
    }

    /** No table at all: only weekends are known. */
    public static Holidays unknown() {
        return UNKNOWN;
    }

    /** Whether the table covers the year of a day. */
    public boolean covers(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** The holiday a day is, where the table has it. */
    public Optional<String> find(LocalDate day) {
        return Optional.ofNullable(names.get(day));
    }

    /** Whether no one works: a Saturday, a Sunday or a holiday of the table. */
    public boolean dayOff(LocalDate day) {
        return weekend(day) || names.containsKey(day);
    }

    public static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The last of {@code days} working days after a day; the day itself is not counted. */
    public LocalDate plusWorkingDays(LocalDate day, int days) {
        LocalDate last = day;
        for (int left = days; left > 0; ) {
            last = last.plusDays(1);
            if (!dayOff(last)) {
                left--;
            }
        }
        return last;
    }

    /** The day itself where someone works, else the next on which someone does. */
    public LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day;
        while (dayOff(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
