package tidtam.engine.obligations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidtam.facts.HolidayTable;
import tidtam.facts.Round;

/**
 * Public holidays as a dated table.
 *
 * @param names the holidays and their names
 * @param fiscalYears the fiscal years (Buddhist) that the table covers
 * @param provisional those of them in which days were computed, or are still to be announced: a due date counted there is a guess
 */
public record Holidays(Map<LocalDate, String> names, Set<Integer> fiscalYears, Set<Integer> provisional) {
    private static final Holidays UNKNOWN = new Holidays(Map.of(), Set.of(), Set.of());

    public Holidays {
        names = Map.copyOf(names);
        fiscalYears = Set.copyOf(fiscalYears);
        provisional = Set.copyOf(provisional);
    }

    /** No table at all: only weekends are known. */
    public static Holidays unknown() {
        return UNKNOWN;
    }

    public static Holidays of(HolidayTable table) {
        Map<LocalDate, String> names = new HashMap<>();
        table.days().forEach(holiday -> names.put(holiday.date(), holiday.name()));
        return new Holidays(names, table.fiscalYears(), table.provisional());
    }

    /**
     * This table with the days of an agency's own list, whose name of a day goes before the table's. The list says nothing of other days:
     * a fiscal year that was not covered, or was provisional, stays so.
     */
    public Holidays plus(Map<LocalDate, String> more) {
        Map<LocalDate, String> all = new HashMap<>(names);
        all.putAll(more);
        return new Holidays(all, fiscalYears, provisional);
    }

    /** Whether the table covers the fiscal year of a day. */
    public boolean covers(LocalDate day) {
        return fiscalYears.contains(fiscalYear(day));
    }

    /** Whether the table covers the fiscal year of a day, and all its holidays were announced. */
    public boolean settled(LocalDate day) {
        return covers(day) && !provisional.contains(fiscalYear(day));
    }

    private static int fiscalYear(LocalDate day) {
        return Round.of(day).fiscalYear();
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
