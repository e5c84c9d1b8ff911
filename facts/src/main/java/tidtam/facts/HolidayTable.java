package tidtam.facts;

import java.util.List;
import java.util.Set;

/**
 * The public holidays of some fiscal years.
 *
 * @param fiscalYears the years (Buddhist) that the table covers
 * @param provisional those of them in which days were computed, or are still to be announced
 */
public record HolidayTable(List<Holiday> days, Set<Integer> fiscalYears, Set<Integer> provisional) {
    public HolidayTable {
        days = List.copyOf(days);
        fiscalYears = Set.copyOf(fiscalYears);
        provisional = Set.copyOf(provisional);
    }
}
