package tidtam.facts;

import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;

/**
 * A stretch of a fiscal year that a check covers.
 *
 * @param fiscalYear Buddhist; FY 2566 is 2022-10-01 to 2023-09-30
 * @param number 1 (October–March), 2 (April–September), or 0 for the whole year
 */
public record Round(int fiscalYear, int number) implements Fact {
    public Round {
        if (number < 0 || number > 2) {
            throw new IllegalArgumentException("round " + number);
        }
    }

    /** The round a day falls in. */
    public static Round of(LocalDate day) {
        int year = ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA);
        int month = day.getMonthValue();
        return new Round(month >= 10 ? year + 1 : year, month >= 4 && month <= 9 ? 2 : 1);
    }

    /** First day of the fiscal year. */
    public LocalDate yearStart() {
        return LocalDate.from(ThaiBuddhistDate.of(fiscalYear - 1, 10, 1));
    }

    public LocalDate from() {
        return number == 2 ? yearStart().plusMonths(6) : yearStart();
    }

    public LocalDate to() {
        return (number == 1 ? yearStart().plusMonths(6) : yearStart().plusYears(1)).minusDays(1);
    }

    /** {@code 2566/1}, or {@code 2566} for the whole year. */
    @Override
    public String toString() {
        return number == 0 ? String.valueOf(fiscalYear) : fiscalYear + "/" + number;
    }
}
