package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Kind;
import tidtam.spreadsheets.text.Phrase.Anchor;
import tidtam.spreadsheets.text.Phrase.Due;
import tidtam.spreadsheets.text.Phrase.PeriodDay;
import tidtam.spreadsheets.text.Phrase.Recurrence;
import tidtam.spreadsheets.text.Phrase.Weight;
import tidtam.spreadsheets.text.Phrase.YearEnd;

/** Reads due days, due months and the ends of periods. */
final class DuePhrases {
    private static final int LAST_DAY = 31;
    private static final int LONGEST_LIST = 40;

    private final Tokens tokens;
    private final Map<Integer, List<StatedDate>> dates = new HashMap<>();

    DuePhrases(Tokens tokens) {
        this.tokens = tokens;
        for (StatedDate date : DateGrammar.dates(tokens)) {
            dates.computeIfAbsent(date.from(), from -> new ArrayList<>()).add(date);
        }
    }

    boolean dated(int at) {
        return dates.containsKey(at);
    }

    /** The phrase that begins at a token: an anchor word, or a date. */
    Optional<Phrase> read(int at) {
        if (tokens.is(at, Word.NEAR, Word.NOT_IN_TIME, Word.PAST)) {
            return Optional.empty();
        }
        if (tokens.is(at, Word.WITHIN, Word.AT_MOST)) {
            int next = tokens.skip(tokens.skip(at + 1, Word.AT_MOST), Word.IN);
            return tokens.is(at - 1, Word.NOT_IN_TIME) ? Optional.empty() : day(at, next, Anchor.WITHIN, false);
        }
        if (tokens.is(at, Word.BEFORE)) {
            return day(at, at + 1, Anchor.WITHIN, true);
        }
        if (tokens.is(at, Word.IN) && !tokens.is(at - 1, Word.NOT_IN_TIME)) {
            return day(at, at + 1, Anchor.IN, false);
        }
        if (tokens.is(at, Word.EVERY) && (tokens.is(at + 1, Word.DATE) || tokens.is(at + 1, Word.END))) {
            return everyDay(at);
        }
        if (tokens.is(at, Word.EVERY) && tokens.unit(at + 1, Unit.MONTH) && dates.containsKey(at + 2)) {
            return list(at, at + 2, 0, Anchor.WITHIN, false, true);
        }
        if (tokens.is(at, Word.END)) {
            return tokens.is(at - 1, Word.NEAR) ? Optional.empty() : end(at, at, Anchor.NONE, false);
        }
        if (tokens.is(at, Word.DATE)) {
            return day(at, at, Anchor.NONE, false);
        }
        if (dates.containsKey(at)) {
            boolean anchored = tokens.is(before(at), Word.DONE, Word.FROM);
            return list(at, at, 0, anchored ? Anchor.IN : Anchor.NONE, false, false);
        }
        return Optional.empty();
    }

    private int before(int at) {
        return tokens.unit(at - 1, Unit.MONTH) || tokens.is(at - 1, Word.DATE) ? at - 2 : at - 1;
    }

    /** {@code ทุกวันที่ ๕ ของเดือน}, {@code ทุกวันที่ ๑๐ มกราคม}, {@code ทุกสิ้นเดือนมิถุนายน ธันวาคม}, {@code ทุกสิ้นปีงบประมาณ}. */
    private Optional<Phrase> everyDay(int at) {
        if (tokens.is(at + 1, Word.END)) {
            boolean plain = tokens.unit(at + 2) && !tokens.unit(at + 2, Unit.FISCAL_YEAR) && !dates.containsKey(at + 3);
            return plain
                    ? Optional.empty()
                    : end(at, at + 1, Anchor.WITHIN, false).map(DuePhrases::everyYear);
        }
        Optional<Phrase> day = day(at, at + 1, Anchor.WITHIN, false);
        return day.map(p -> p instanceof PeriodDay monthly
                ? new PeriodDay(at, monthly.to(), monthly.day(), monthly.kind(), true)
                : everyYear(p));
    }

    private static Phrase everyYear(Phrase phrase) {
        return phrase instanceof Due due
                ? new Due(due.from(), due.to(), due.dates(), due.day(), true, due.anchor(), due.before())
                : phrase;
    }

    private Optional<Phrase> day(int from, int at, Anchor anchor, boolean before) {
        if (tokens.is(at, Word.EVERY) && tokens.is(at + 1, Word.DATE, Word.END)) {
            return everyDay(at)
                    .map(p ->
                            p instanceof PeriodDay d ? new PeriodDay(from, d.to(), d.day(), d.kind(), d.ownKind()) : p);
        }
        if (tokens.is(at, Word.END)) {
            return end(from, at, anchor, before);
        }
        int next = tokens.is(at, Word.WEEKDAY) ? tokens.skip(at + 1, Word.AT) : at;
        next = tokens.skip(next, Word.DATE);
        if (next > at && tokens.number(next) && !dates.containsKey(next)) {
            return dayOfMonth(from, next, anchor, before);
        }
        boolean lastDay = tokens.unit(at, Unit.DAY) || tokens.unit(at, Unit.WORKDAY);
        if (lastDay && tokens.is(at + 1, Word.LAST)) {
            int month = ofEvery(at + 2);
            return tokens.unit(month, Unit.MONTH)
                    ? Optional.of(new Recurrence(from, month + 1, Cadence.of(Kind.MONTHLY), Weight.EVERY, -1))
                    : Optional.empty();
        }
        if (tokens.unit(at, Unit.WEEK) && tokens.is(at + 1, Word.FIRST)) {
            return firstDays(from, at + 1, 7);
        }
        if (tokens.unit(at, Unit.FISCAL_YEAR)) {
            return anchor == Anchor.NONE || tokens.is(at - 1, Word.REGULAR)
                    ? Optional.empty()
                    : Optional.of(new YearEnd(from, at + 1, OptionalInt.empty(), List.of()));
        }
        next = tokens.skip(next, Unit.MONTH);
        return dates.containsKey(next) ? list(from, next, 0, anchor, before, false) : Optional.empty();
    }

    /** {@code ๕ วันแรกของเดือน}: days counted from a month's first, {@code at} on the word "first" or "of". */
    Optional<Phrase> firstDays(int from, int at, int days) {
        int month = ofEvery(tokens.skip(at, Word.FIRST));
        if (days < 1
                || days > LAST_DAY
                || month == at
                || !tokens.unit(month, Unit.MONTH)
                || dates.containsKey(month + 1)) {
            return Optional.empty();
        }
        return Optional.of(new PeriodDay(from, tokens.skip(month + 1, Word.NEXT), days, Kind.MONTHLY, false));
    }

    private int ofEvery(int at) {
        return tokens.skip(tokens.skip(at, Word.OF), Word.EVERY, Word.EACH);
    }

    /** {@code วันที่ ๑๐ ของเดือนถัดไป}, {@code … ของทุกเดือน}, {@code … ของเดือนมิถุนายน และธันวาคม}. {@code at} on the number. */
    private Optional<Phrase> dayOfMonth(int from, int at, Anchor anchor, boolean before) {
        int end = at + 1;
        boolean several = false;
        while ((tokens.mark(end, '-') || tokens.mark(end, ',') || tokens.is(end, Word.UNTIL, Word.AND))
                && tokens.number(tokens.skip(end + 1, Word.DATE))
                && end - at < LONGEST_LIST) {
            several |= !tokens.mark(end, '-') && !tokens.is(end, Word.UNTIL);
            end = tokens.skip(end + 1, Word.DATE) + 1;
        }
        int day = tokens.value(end - 1);
        if (day < 1 || day > LAST_DAY) {
            return Optional.empty();
        }
        int due = before && day > 1 ? day - 1 : day;
        int every = tokens.skip(end, Word.OF);
        int month = tokens.skip(every, Word.EVERY, Word.EACH);
        if (!tokens.unit(month, Unit.MONTH)) {
            return anchor == Anchor.WITHIN && every == end
                    ? Optional.of(new PeriodDay(from, end, due, Kind.MONTHLY, false))
                    : Optional.empty();
        }
        int named = tokens.mark(month + 1, '(') && dates.containsKey(month + 2) ? month + 2 : month + 1;
        if (dates.containsKey(named)) {
            return list(from, named, due, Anchor.WITHIN, false, month > every);
        }
        if (several) {
            return Optional.of(new Recurrence(from, month + 1, Cadence.UNKNOWN, Weight.EVERY, -1));
        }
        int quarter = tokens.skip(tokens.skip(month + 1, Word.FIRST, Word.LAST), Word.OF);
        if (quarter > month + 1 && tokens.unit(quarter, Unit.QUARTER)) {
            return Optional.of(new PeriodDay(from, tokens.skip(quarter + 1, Word.NEXT), due, Kind.QUARTERLY, true));
        }
        boolean ownKind = month > every;
        return Optional.of(new PeriodDay(from, tokens.skip(month + 1, Word.NEXT), due, Kind.MONTHLY, ownKind));
    }

    /** {@code สิ้นเดือนกันยายน}, {@code สิ้นไตรมาส}, {@code สิ้นปีงบประมาณ}, {@code สิ้นสุดวันที่ …}. {@code at} on the word "end". */
    private Optional<Phrase> end(int from, int at, Anchor anchor, boolean before) {
        int next = at + 1;
        if (tokens.unit(next, Unit.FISCAL_YEAR)) {
            int after = tokens.skip(next + 1, Word.BUDDHIST_ERA);
            int to = tokens.is(after, Word.NUMBER) && tokens.get(after).size() == 4 ? after + 1 : next + 1;
            return Optional.of(new YearEnd(from, to, OptionalInt.empty(), List.of()));
        }
        int day = tokens.skip(next, Word.DATE);
        if (dates.containsKey(day)) {
            Optional<Phrase> list = list(from, day, 0, anchor == Anchor.NONE ? Anchor.IN : anchor, before, false);
            boolean ofYear = tokens.unit(at - 1, Unit.FISCAL_YEAR) && day > next;
            return ofYear ? list.map(DuePhrases::yearEnd) : list;
        }
        int month = tokens.skip(next, Unit.MONTH);
        if (dates.containsKey(month)) {
            return list(from, month, 0, Anchor.WITHIN, false, false);
        }
        if (!tokens.unit(next)) {
            return Optional.empty();
        }
        Weight weight = anchor == Anchor.WITHIN ? Weight.EVERY : Weight.ATTRIBUTE;
        int to = ofEvery(next + 1);
        boolean everyUnit = to > next + 1 && tokens.unit(to) && tokens.value(to) == tokens.value(next);
        return Optional.of(new Recurrence(
                from, everyUnit ? to + 1 : next + 1, Cadence.every(1, Unit.of(tokens.value(next))), weight, -1));
    }

    private static Phrase yearEnd(Phrase phrase) {
        return phrase instanceof Due due ? new YearEnd(due.from(), due.to(), OptionalInt.empty(), due.dates()) : phrase;
    }

    /** Dates or months named one after the other, and "of every year" behind them. */
    private Optional<Phrase> list(int from, int at, int day, Anchor anchor, boolean before, boolean everyYear) {
        List<StatedDate> named = new ArrayList<>();
        int next = at;
        int to = at;
        while (dates.containsKey(next)) {
            named.addAll(dates.getOrDefault(next, List.of()));
            to = named.get(named.size() - 1).to();
            next = joint(to);
        }
        int year = tokens.mark(to, ')') ? to + 1 : to;
        year = tokens.skip(year, Word.OF);
        boolean yearly = tokens.is(year, Word.EVERY, Word.EACH)
                && (tokens.unit(year + 1, Unit.YEAR) || tokens.unit(year + 1, Unit.FISCAL_YEAR));
        return Optional.of(
                new Due(from, yearly ? year + 2 : to, List.copyOf(named), day, everyYear || yearly, anchor, before));
    }

    private int joint(int at) {
        int next = at;
        boolean joined = false;
        while (true) {
            boolean joins = tokens.mark(next, ',') || tokens.mark(next, '/') || tokens.is(next, Word.AND, Word.OR);
            boolean again = joined && tokens.is(next, Word.WITHIN, Word.END, Word.ROUND);
            if (!joins && !again && !tokens.is(next, Word.DATE) && !tokens.unit(next, Unit.MONTH)) {
                return next;
            }
            joined |= joins;
            next++;
        }
    }
}
