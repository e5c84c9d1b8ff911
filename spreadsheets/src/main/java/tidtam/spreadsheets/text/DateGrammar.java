package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.facts.Precision;
import tidtam.spreadsheets.text.StatedDate.Part;

/** Finds the dates written in a text, possible or not, complete or not. What they mean is for the readers to say. */
final class DateGrammar {
    private static final int LONGEST_LIST = 12;

    private final Tokens tokens;
    private final NumericDates numeric;
    private final MonthSpelling spelling;
    private final List<StatedDate> dates = new ArrayList<>();

    private DateGrammar(Tokens tokens) {
        this.tokens = tokens;
        this.numeric = new NumericDates(tokens);
        this.spelling = new MonthSpelling(tokens);
    }

    /** All dates of a text, in order; none overlaps another. */
    static List<StatedDate> dates(Tokens tokens) {
        DateGrammar grammar = new DateGrammar(tokens);
        int at = 0;
        while (at < tokens.size()) {
            at = Math.max(at + 1, grammar.read(at));
        }
        return grammar.dates;
    }

    /** Reads what begins at a token; gives the place after it, or {@code at} where no date begins. */
    private int read(int at) {
        if (tokens.is(at, Word.NUMBER)) {
            Optional<StatedDate> number = numeric.read(at);
            return number.isPresent() ? range(number.get()) : days(at);
        }
        if (tokens.is(at, Word.MONTH)) {
            return month(at);
        }
        if (tokens.unit(at, Unit.QUARTER)) {
            return quarter(at);
        }
        return year(at);
    }

    /** {@code ๑๐ มกราคม ๒๕๖๖}, {@code ๒๐-๒๔ เดือนมีนาคม ๒๕๖๖}, {@code 9, 16 และ 23 ม.ค. 66}. */
    private int days(int at) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        List<Boolean> ranges = new ArrayList<>();
        int next = at;
        boolean joined = false;
        while (values.size() < LONGEST_LIST && dayNumber(next)) {
            int value = tokens.value(next);
            int end = next + 1;
            if (splitDay(next)) {
                value = value * 10 + tokens.value(end);
                end++;
                joined = true;
            }
            starts.add(next);
            ends.add(end);
            values.add(value);
            boolean range = tokens.mark(end, '-') || tokens.is(end, Word.UNTIL);
            next = end;
            if (!range && !tokens.mark(end, ',') && !tokens.is(end, Word.AND, Word.OR)) {
                break;
            }
            int day = dayPrefix(end + 1);
            if (!dayNumber(day)) {
                break;
            }
            ranges.add(range);
            next = day;
        }
        if (values.isEmpty()) {
            return at;
        }
        int monthAt = tokens.skip(next, Unit.MONTH);
        MonthSpelling.Read month = spelling.read(monthAt);
        if (month.to() == monthAt || (monthAt > next && numbersForm(at))) {
            return at;
        }
        YearRead year = yearAfter(month.to(), true);
        int end = year.to();
        boolean guessed = joined || month.guessed() || year.guessed();
        int i = 0;
        while (i < values.size()) {
            boolean range = i < ranges.size() && ranges.get(i);
            int last = range ? i + 1 : i;
            boolean final_ = last == values.size() - 1;
            StatedDate date = new StatedDate(
                    starts.get(i),
                    final_ ? end : ends.get(last),
                    new Part(values.get(i), month.month(), year.year()),
                    new Part(values.get(last), month.month(), year.year()),
                    Precision.DAY,
                    range,
                    guessed);
            if (final_ && !range) {
                return range(date);
            }
            dates.add(date);
            i = last + 1;
        }
        return end;
    }

    private boolean dayNumber(int at) {
        return tokens.is(at, Word.NUMBER) && tokens.get(at).size() <= 2;
    }

    /** {@code 1 7 มกราคม}: two digits a space has come between. */
    private boolean splitDay(int at) {
        return tokens.get(at).size() == 1
                && tokens.is(at + 1, Word.NUMBER)
                && tokens.get(at + 1).size() == 1
                && tokens.value(at) <= 3
                && !tokens.is(at - 1, Word.AT, Word.TIMES)
                && tokens.is(tokens.skip(at + 2, Unit.MONTH), Word.MONTH);
    }

    /** {@code แบบ สขร. 1 เดือนพฤษภาคม}: the number is a form's and not the day's. */
    private boolean numbersForm(int at) {
        boolean abbreviation = tokens.mark(at - 1, '.')
                && tokens.is(at - 2, Word.OTHER)
                && tokens.get(at - 1).gap() == 0;
        return abbreviation
                || (tokens.is(at - 1, Word.OTHER) && tokens.letters(at - 1, at).endsWith("แบบ"));
    }

    private int dayPrefix(int at) {
        int next = tokens.skip(at, Word.FROM);
        next = tokens.is(next, Word.WEEKDAY) ? tokens.skip(next + 1, Word.AT) : next;
        return tokens.skip(next, Word.DATE);
    }

    /** {@code มกราคม ๒๕๖๖}, {@code ตุลาคม - ธันวาคม ๒๕๖๕}, {@code กุมภาพันธ์ 09, 2015}. */
    private int month(int at) {
        int month = tokens.value(at);
        if (dayNumber(at + 1)
                && tokens.mark(at + 2, ',')
                && tokens.is(at + 3, Word.NUMBER)
                && tokens.get(at + 3).size() == 4) {
            Part day = new Part(tokens.value(at + 1), month, Years.christian(tokens.value(at + 3), 4));
            dates.add(new StatedDate(at, at + 4, day, day, Precision.DAY, false, false));
            return at + 4;
        }
        YearRead year = yearAfter(at + 1, false);
        Part part = new Part(0, month, year.year());
        return range(new StatedDate(at, year.to(), part, part, Precision.MONTH, false, year.guessed()));
    }

    /** Adds a date, joined with the one after it where a dash or "until" stands between them. */
    private int range(StatedDate start) {
        int next = start.to();
        if (tokens.mark(next, '-') || tokens.is(next, Word.UNTIL)) {
            int before = dates.size();
            int at = tokens.skip(dayPrefix(next + 1), Unit.MONTH);
            int end = single(at);
            if (end > at) {
                StatedDate last = dates.remove(before);
                dates.add(new StatedDate(
                        start.from(),
                        last.to(),
                        start.first(),
                        last.last(),
                        start.precision(),
                        true,
                        start.guessed() || last.guessed()));
                return end;
            }
            while (dates.size() > before) {
                dates.remove(dates.size() - 1);
            }
        }
        dates.add(start);
        return start.to();
    }

    /** Reads one date that is no list and no range; adds it and gives the place after it, else {@code at}. */
    private int single(int at) {
        if (tokens.is(at, Word.MONTH)) {
            YearRead year = yearAfter(at + 1, false);
            Part part = new Part(0, tokens.value(at), year.year());
            dates.add(new StatedDate(at, year.to(), part, part, Precision.MONTH, false, year.guessed()));
            return year.to();
        }
        Optional<StatedDate> number = numeric.read(at);
        if (number.isPresent()) {
            dates.add(number.get());
            return number.get().to();
        }
        if (!dayNumber(at)) {
            return at;
        }
        int monthAt = tokens.skip(at + 1, Unit.MONTH);
        MonthSpelling.Read month = spelling.read(monthAt);
        if (month.to() == monthAt) {
            return at;
        }
        YearRead year = yearAfter(month.to(), true);
        Part part = new Part(tokens.value(at), month.month(), year.year());
        dates.add(new StatedDate(at, year.to(), part, part, Precision.DAY, false, month.guessed() || year.guessed()));
        return year.to();
    }

    /** {@code ไตรมาสที่ ๒/๒๕๖๖}, {@code ไตรมาส 1 และ 3}, {@code ไตรมาสที่ ๑ ถึงไตรมาสที่ ๒}. */
    private int quarter(int at) {
        List<Integer> quarters = new ArrayList<>();
        boolean range = false;
        int end = at;
        int next = tokens.skip(at + 1, Word.AT);
        while (quarters.size() < 4
                && tokens.number(next)
                && tokens.value(next) >= 1
                && tokens.value(next) <= 4
                && tokens.get(next).size() == 1) {
            quarters.add(tokens.value(next));
            end = next + 1;
            if (!joins(end)) {
                break;
            }
            range |= tokens.mark(end, '-') || tokens.is(end, Word.UNTIL);
            next = tokens.mark(end, ',') && tokens.is(end + 1, Word.AND) ? end + 2 : end + 1;
            next = tokens.unit(next, Unit.QUARTER) ? tokens.skip(next + 1, Word.AT) : tokens.skip(next, Word.AT);
        }
        if (quarters.isEmpty()) {
            return at;
        }
        YearRead year = fiscalYearAfter(end);
        if (range && quarters.size() == 2) {
            addQuarters(at, year.to(), quarters.get(0), quarters.get(1), year.year());
        } else {
            for (int i = 0; i < quarters.size(); i++) {
                addQuarters(
                        at, i == quarters.size() - 1 ? year.to() : end, quarters.get(i), quarters.get(i), year.year());
            }
        }
        return year.to();
    }

    private boolean joins(int at) {
        return tokens.mark(at, '-') || tokens.mark(at, ',') || tokens.is(at, Word.UNTIL, Word.AND);
    }

    private void addQuarters(int from, int to, int first, int last, int fiscalYear) {
        dates.add(new StatedDate(
                from,
                to,
                quarterMonth(first, 0, fiscalYear),
                quarterMonth(last, 2, fiscalYear),
                Precision.QUARTER,
                first != last,
                false));
    }

    private static Part quarterMonth(int quarter, int months, int fiscalYear) {
        int month = (9 + (quarter - 1) * 3 + months) % 12 + 1;
        return new Part(0, month, fiscalYear > 0 && month >= 10 ? fiscalYear - 1 : fiscalYear);
    }

    private YearRead fiscalYearAfter(int at) {
        int next = tokens.skip(tokens.skipMark(at, '/'), Word.OF);
        next = tokens.is(next, Word.UNIT) && (tokens.unit(next, Unit.FISCAL_YEAR) || tokens.unit(next, Unit.YEAR))
                ? next + 1
                : next;
        next = tokens.skip(next, Word.BUDDHIST_ERA, Word.CHRISTIAN_ERA);
        boolean stated = tokens.is(next, Word.NUMBER)
                && (tokens.get(next).size() >= 4
                        || (next > at && tokens.get(next).size() == 2));
        return stated ? writtenYear(next) : new YearRead(at, Years.NONE, false);
    }

    /** {@code ปีงบประมาณ ๒๕๖๖}, {@code พ.ศ. ๒๕๖๖}, {@code ปี 2566}. */
    private int year(int at) {
        boolean fiscal = tokens.unit(at, Unit.FISCAL_YEAR);
        boolean era = tokens.is(at, Word.BUDDHIST_ERA, Word.CHRISTIAN_ERA);
        if (!fiscal && !era && !tokens.unit(at, Unit.YEAR)) {
            return at;
        }
        int next = tokens.skip(at + 1, Word.BUDDHIST_ERA, Word.CHRISTIAN_ERA);
        if (!tokens.is(next, Word.NUMBER)
                || tokens.get(next).size() < 4
                || tokens.get(next).size() > 5) {
            return at;
        }
        YearRead year = writtenYear(next);
        boolean past = year.year() == Years.IMPOSSIBLE && tokens.get(next).size() == 4 && tokens.value(next) < 2600;
        if (past) {
            return year.to();
        }
        int known = year.year();
        Part first = new Part(0, fiscal ? 10 : 1, known > 0 && fiscal ? known - 1 : known);
        dates.add(new StatedDate(
                at, year.to(), first, new Part(0, fiscal ? 9 : 12, known), Precision.YEAR, false, year.guessed()));
        return year.to();
    }

    /** A year found, and the place after it. */
    private record YearRead(int to, int year, boolean guessed) {}

    /** The year that may follow a month. */
    private YearRead yearAfter(int at, boolean dayBefore) {
        int next = tokens.mark(at, '.') || tokens.mark(at, ',') || tokens.mark(at, '/') ? at + 1 : at;
        next = tokens.skip(next, Unit.YEAR);
        boolean era = tokens.is(next, Word.BUDDHIST_ERA, Word.CHRISTIAN_ERA);
        next = era ? next + 1 : next;
        if (!tokens.is(next, Word.NUMBER)) {
            return new YearRead(at, Years.NONE, false);
        }
        int size = tokens.get(next).size();
        int joined = joinedYear(next);
        if (size < 4 && joined > next) {
            return new YearRead(joined, Years.christian(digits(next, joined), 4), true);
        }
        if (size == 1 || (size == 2 && !era && countsSomething(next, dayBefore))) {
            return new YearRead(at, Years.NONE, false);
        }
        return writtenYear(next);
    }

    private YearRead writtenYear(int at) {
        int size = tokens.get(at).size();
        return new YearRead(at + 1, Years.christian(tokens.value(at), size), Years.guessed(tokens.value(at), size));
    }

    /** Whether a number of two digits after a month is no year but the next day, or a count; after a day and month it is no count. */
    private boolean countsSomething(int at, boolean dayBefore) {
        int next = at + 1;
        boolean day = tokens.value(at) <= 31
                && (tokens.is(tokens.skip(next, Unit.MONTH), Word.MONTH)
                        || (tokens.mark(next, '-') && tokens.is(next + 2, Word.MONTH)));
        boolean count = (tokens.unit(next) && !tokens.unit(next, Unit.YEAR))
                || (tokens.is(next, Word.TIMES) && !tokens.is(next + 1, Word.AT))
                || tokens.is(next, Word.PIECES, Word.MONEY, Word.PERCENT)
                || tokens.mark(next, '%');
        return day || (count && !dayBefore);
    }

    /** {@code 25 6 5}: the place after the last piece of a year of four digits, or {@code at} where there is none. */
    private int joinedYear(int at) {
        int digits = 0;
        int next = at;
        while (tokens.is(next, Word.NUMBER)
                && digits < 4
                && (next == at || tokens.get(next).gap() == NormalText.SPACE)) {
            digits += tokens.get(next).size();
            next++;
        }
        if (digits != 4 || next == at + 1) {
            return at;
        }
        int century = digits(at, next) / 100;
        return century == 25 || century == 20 || century == 19 ? next : at;
    }

    private int digits(int from, int to) {
        return Integer.parseInt(tokens.letters(from, to));
    }
}
