package tidtam.spreadsheets.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;

/** Tells Buddhist from Christian years, per date. Christian years go out; {@link #IMPOSSIBLE} where a year cannot be meant. */
final class Years {
    /** No year is stated. */
    static final int NONE = 0;
    /** A year that cannot be. */
    static final int IMPOSSIBLE = -1;

    private static final int FIRST = 1957;
    private static final int LAST = 2100;
    /** Numbers from here on are Buddhist years, before it Christian ones. */
    private static final int BUDDHIST_FROM = 2400;
    /** Two digits from here on are Buddhist; below, the Buddhist year is long past and the Christian one near. */
    private static final int TWO_DIGITS_BUDDHIST_FROM = 40;

    private Years() {}

    /** The Christian year of a year as written. */
    static int christian(int written, int digits) {
        if (digits == 2) {
            return written >= TWO_DIGITS_BUDDHIST_FROM ? fromBuddhist(2500 + written) : 2000 + written;
        }
        if (digits != 4) {
            return IMPOSSIBLE;
        }
        int year = written >= BUDDHIST_FROM ? fromBuddhist(written) : written;
        return year >= FIRST && year <= LAST ? year : IMPOSSIBLE;
    }

    /** Whether two digits could not be taken as the Buddhist year they would be by custom. */
    static boolean guessed(int written, int digits) {
        return digits == 2 && written < TWO_DIGITS_BUDDHIST_FROM;
    }

    static int fromBuddhist(int year) {
        return LocalDate.from(ThaiBuddhistDate.of(year, 1, 1)).getYear();
    }

    static int buddhist(LocalDate day) {
        return ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA);
    }

    /** The first day of a quarter of a fiscal year, which begins in October of the year before. */
    static LocalDate quarterStart(int christianFiscalYear, int quarter) {
        return LocalDate.of(christianFiscalYear - 1, 10, 1).plusMonths(3L * (quarter - 1));
    }

    /** Whether the calendar has the day. */
    static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
