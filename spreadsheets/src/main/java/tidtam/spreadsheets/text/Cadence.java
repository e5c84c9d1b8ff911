package tidtam.spreadsheets.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import tidtam.facts.Kind;
import tidtam.facts.Limits;

/**
 * How often.
 *
 * @param kind empty where no kind holds it (three times a year, every four months): it is never rounded to one
 * @param days of {@link Kind#EVERY_N_DAYS}
 */
record Cadence(Optional<Kind> kind, OptionalInt days, boolean workingDays, boolean guessed) {
    static final Cadence UNKNOWN = new Cadence(Optional.empty(), OptionalInt.empty(), false, false);

    private static final int DAYS_IN_WEEK = 7;
    private static final int HOURS_IN_DAY = 24;
    private static final int MONTHS_IN_YEAR = 12;

    static Cadence of(Kind kind) {
        return new Cadence(Optional.of(kind), OptionalInt.empty(), false, false);
    }

    /** Once in {@code count} units. */
    static Cadence every(int count, Unit unit) {
        if (count < 1 || count > Limits.MOST_DAYS) {
            return UNKNOWN;
        }
        return switch (unit) {
            case MINUTE -> UNKNOWN;
            case HOUR -> count == HOURS_IN_DAY ? of(Kind.DAILY) : UNKNOWN;
            case DAY, WORKDAY -> count == 1 ? of(Kind.DAILY) : everyDays(count, unit == Unit.WORKDAY);
            case WEEK -> count == 1 ? of(Kind.WEEKLY) : everyDays(count * DAYS_IN_WEEK, false);
            case TERM ->
                count == 1 ? new Cadence(Optional.of(Kind.SEMIANNUAL), OptionalInt.empty(), false, true) : UNKNOWN;
            case MONTH, QUARTER, HALF_YEAR, YEAR, FISCAL_YEAR -> everyMonths(count * months(unit));
        };
    }

    /** So many times in {@code count} units. More often than daily or weekly is still daily or weekly. */
    static Cadence times(int times, int count, Unit unit) {
        if (times < 1 || count < 1 || count > Limits.MOST_DAYS) {
            return UNKNOWN;
        }
        if (times == 1 || unit == Unit.DAY || unit == Unit.WORKDAY || unit == Unit.WEEK) {
            return every(count, unit);
        }
        int months = count * months(unit);
        return months > 0 && months % times == 0 ? everyMonths(months / times) : UNKNOWN;
    }

    /** By the number of months named: once, twice, four times or twelve times a year. */
    static Cadence inMonths(SortedSet<Integer> months) {
        return months.isEmpty() || MONTHS_IN_YEAR % months.size() != 0
                ? UNKNOWN
                : everyMonths(MONTHS_IN_YEAR / months.size());
    }

    /** After so many months of a year, each: 6 and 12 is every half-year, 3, 6, 9 and 12 every quarter. */
    static Cadence atMonths(SortedSet<Integer> months) {
        int step = months.first();
        if (step < 1) {
            return UNKNOWN;
        }
        for (int month : months) {
            if (month % step != 0) {
                return UNKNOWN;
            }
        }
        return everyMonths(step);
    }

    private static Cadence everyDays(int days, boolean working) {
        return days > Limits.MOST_DAYS
                ? UNKNOWN
                : new Cadence(Optional.of(Kind.EVERY_N_DAYS), OptionalInt.of(days), working, false);
    }

    private static Cadence everyMonths(int months) {
        return switch (months) {
            case 1 -> of(Kind.MONTHLY);
            case 3 -> of(Kind.QUARTERLY);
            case 6 -> of(Kind.SEMIANNUAL);
            case MONTHS_IN_YEAR -> of(Kind.ANNUAL);
            default -> UNKNOWN;
        };
    }

    private static int months(Unit unit) {
        return switch (unit) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case YEAR, FISCAL_YEAR -> MONTHS_IN_YEAR;
            default -> 0;
        };
    }

    /** The longest gap it allows; the largest number where none follows. */
    int gap() {
        return kind.map(k -> k.longestGap(days).orElse(Integer.MAX_VALUE)).orElse(Integer.MAX_VALUE);
    }
}
