package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.facts.Limits;
import tidtam.spreadsheets.text.Phrase.Due;
import tidtam.spreadsheets.text.StatedDate.Part;

/** The months, day and date that named due days give. */
final class DueDays {
    private static final int ANY_LEAP_YEAR = 2024;
    private static final int FISCAL_YEAR_STARTS = 10;

    private final OptionalInt fiscalYear;
    private final List<Point> points = new ArrayList<>();
    private boolean guessed = false;

    /** @param fiscalYear Buddhist; places a day that names no year */
    DueDays(OptionalInt fiscalYear) {
        this.fiscalYear = fiscalYear;
    }

    /**
     * The last day of one due date named.
     *
     * @param day 0 where only a month is named
     * @param year Christian; 0 where none is named, negative where the date named cannot be
     */
    private record Point(int day, int month, int year) {
        YearMonth in(int otherYear) {
            return YearMonth.of(otherYear, month);
        }
    }

    DueDays with(List<Due> dues) {
        for (Due due : dues) {
            for (StatedDate date : due.dates()) {
                add(due, date);
            }
        }
        return this;
    }

    DueDays withDates(List<StatedDate> dates) {
        for (StatedDate date : dates) {
            add(new Due(0, 0, List.of(), 0, false, Phrase.Anchor.WITHIN, false), date);
        }
        return this;
    }

    private void add(Due due, StatedDate date) {
        Part last = date.last();
        if (last.month() < 1 || last.month() > 12) {
            return;
        }
        int year = last.year();
        int written = due.day() > 0 ? due.day() : last.day();
        boolean exists = Years.exists(year > 0 ? year : ANY_LEAP_YEAR, last.month(), Math.max(written, 1));
        int day = exists ? written : 0;
        year = exists ? year : Years.IMPOSSIBLE;
        guessed |= date.guessed();
        if (!due.before() || date.range()) {
            points.add(new Point(day, last.month(), year));
        } else if (day > 1) {
            points.add(new Point(day - 1, last.month(), year));
        } else {
            YearMonth before =
                    YearMonth.of(year == 0 ? ANY_LEAP_YEAR : year, last.month()).minusMonths(1);
            int lastDay = day == 0 || (year == 0 && before.getMonthValue() == 2) ? 0 : before.lengthOfMonth();
            points.add(new Point(lastDay, before.getMonthValue(), year == 0 ? 0 : before.getYear()));
        }
    }

    boolean empty() {
        return points.isEmpty();
    }

    boolean guessed() {
        return guessed;
    }

    /** Whether a year is named. */
    boolean dated() {
        return points.stream().anyMatch(p -> p.year() > 0);
    }

    SortedSet<Integer> months() {
        SortedSet<Integer> months = new TreeSet<>();
        points.forEach(p -> months.add(p.month()));
        return months;
    }

    /** The months, and the day where it is the same in each. */
    Limits recurring() {
        Limits limits = Limits.none().withMonths(months());
        OptionalInt day = sameDay();
        return day.isPresent() ? limits.withDay(day.getAsInt()) : limits;
    }

    private OptionalInt sameDay() {
        int day = points.get(0).day();
        for (Point point : points) {
            if (point.day() != day) {
                return OptionalInt.empty();
            }
        }
        return day > 0 ? OptionalInt.of(day) : OptionalInt.empty();
    }

    /** One fixed date for each day named: month, day, and the date where its year is named or follows from the fiscal year. */
    List<Limits> fixed() {
        List<Limits> all = new ArrayList<>();
        for (Point point : points) {
            Limits limits = Limits.none().withMonths(new TreeSet<>(List.of(point.month())));
            if (point.day() > 0) {
                limits = limits.withDay(point.day());
            }
            Optional<LocalDate> date = date(point);
            all.add(date.isPresent() ? limits.withDate(date.get()) : limits);
        }
        return all;
    }

    private Optional<LocalDate> date(Point point) {
        int year = point.year();
        if (year <= 0) {
            if (fiscalYear.isEmpty() || year < 0) {
                return Optional.empty();
            }
            int christian = Years.fromBuddhist(fiscalYear.getAsInt());
            year = point.month() >= FISCAL_YEAR_STARTS ? christian - 1 : christian;
        }
        YearMonth month = point.in(year);
        if (!month.isValidDay(Math.max(point.day(), 1))) {
            return Optional.empty();
        }
        return Optional.of(point.day() == 0 ? month.atEndOfMonth() : month.atDay(point.day()));
    }
}
