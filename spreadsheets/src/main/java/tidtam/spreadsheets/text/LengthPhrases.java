package tidtam.spreadsheets.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.spreadsheets.text.Phrase.Length;
import tidtam.spreadsheets.text.Phrase.PeriodDay;
import tidtam.spreadsheets.text.Phrase.YearEnd;

/** Reads within how many days something is due, and from when they count. */
final class LengthPhrases {
    private static final int DAYS_IN_WEEK = 7;
    private static final int DAYS_IN_MONTH = 30;
    private static final int DAYS_IN_YEAR = 365;
    private static final int HOURS_IN_DAY = 24;
    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_EVENT = 5;

    private final Tokens tokens;
    private final DuePhrases due;

    LengthPhrases(Tokens tokens, DuePhrases due) {
        this.tokens = tokens;
        this.due = due;
    }

    /** The phrase that begins at a token. */
    Optional<Phrase> read(int at) {
        boolean within = tokens.is(at, Word.WITHIN);
        if ((within || tokens.is(at, Word.AT_MOST)) && !tokens.is(at - 1, Word.HAVE, Word.NOT_IN_TIME)) {
            int number = at + 1;
            while (tokens.is(number, Word.AT_MOST, Word.AT_LEAST, Word.LENGTH)) {
                number++;
            }
            boolean nextDay = (tokens.unit(number, Unit.DAY) || tokens.unit(number, Unit.WORKDAY))
                    && tokens.is(number + 1, Word.NEXT);
            if (within && nextDay) {
                return Optional.of(new Length(at, number + 2, 1, tokens.unit(number, Unit.WORKDAY), false, false));
            }
            return length(at, number, within);
        }
        if (tokens.is(at, Word.LENGTH)) {
            int number = tokens.skip(at + 1, Word.ACT, Word.NOUN);
            return tokens.number(number) ? length(at, number, false) : Optional.empty();
        }
        boolean days = tokens.number(at) && (tokens.unit(at + 1, Unit.DAY) || tokens.unit(at + 1, Unit.WORKDAY));
        return days && (tokens.is(at + 2, Word.SINCE) || afterEvent(at)) ? length(at, at, false) : Optional.empty();
    }

    /** {@code หลังเสร็จสิ้นกิจกรรม ๗ วัน}: whether the words before a number name an event to count from. */
    private boolean afterEvent(int at) {
        for (int i = at - 1; i >= at - LONGEST_EVENT; i--) {
            if (tokens.is(i, Word.AFTER, Word.SINCE)) {
                return true;
            }
            if (!tokens.is(i, Word.OTHER, Word.DONE, Word.NOUN) && !tokens.is(i, Word.ACT, Word.DATE, Word.HAVE)) {
                return false;
            }
        }
        return false;
    }

    private Optional<Phrase> length(int from, int at, boolean within) {
        int number = at;
        if (tokens.number(at) && (tokens.mark(at + 1, '-') || tokens.is(at + 1, Word.UNTIL)) && tokens.number(at + 2)) {
            number = at + 2;
        }
        if (!tokens.number(number) || !tokens.unit(number + 1) || due.dated(number) || due.dated(at)) {
            return Optional.empty();
        }
        Unit unit = Unit.of(tokens.value(number + 1));
        int count = days(tokens.value(number), unit, within);
        int next = number + 2;
        boolean first = unit == Unit.DAY || unit == Unit.WORKDAY;
        if (first && tokens.is(next, Word.FIRST, Word.OF)) {
            return due.firstDays(from, next, count);
        }
        if (count < 1 || count > Limits.MOST_DAYS || tokens.is(next, Word.BEFORE, Word.TO, Word.FIRST)) {
            return Optional.empty();
        }
        Optional<Phrase> afterPeriod = afterPeriod(from, next, count);
        if (afterPeriod.isPresent()) {
            return afterPeriod;
        }
        boolean guessed = unit == Unit.MONTH || unit == Unit.YEAR || unit == Unit.QUARTER;
        boolean open = !tokens.is(next, Word.SINCE, Word.AFTER);
        return Optional.of(new Length(from, next, count, unit == Unit.WORKDAY, guessed, open));
    }

    /** The number of days; 0 where the unit is none that a deadline is counted in. */
    private static int days(int count, Unit unit, boolean within) {
        if (count > Limits.MOST_DAYS) {
            return 0;
        }
        return switch (unit) {
            case DAY, WORKDAY -> count;
            case WEEK -> count * DAYS_IN_WEEK;
            case HOUR -> count % HOURS_IN_DAY == 0 ? count / HOURS_IN_DAY : 0;
            case MONTH -> count * DAYS_IN_MONTH;
            case YEAR -> within ? count * DAYS_IN_YEAR : 0;
            default -> 0;
        };
    }

    /** {@code นับแต่วันสิ้นไตรมาส}, {@code หลังสิ้นเดือน}: the days count from the end of each period. */
    private Optional<Phrase> afterPeriod(int from, int at, int days) {
        if (!tokens.is(at, Word.SINCE, Word.AFTER)) {
            return Optional.empty();
        }
        int end = tokens.skip(tokens.skip(at + 1, Word.SINCE), Word.DATE);
        end = tokens.skip(end, Unit.DAY);
        if (!tokens.is(end, Word.END)) {
            return Optional.empty();
        }
        int unitAt = tokens.skip(end + 1, Word.ROUND);
        int months = tokens.number(unitAt) ? tokens.value(unitAt) : 1;
        unitAt = tokens.number(unitAt) ? unitAt + 1 : unitAt;
        if (!tokens.unit(unitAt)) {
            return Optional.empty();
        }
        Unit unit = Unit.of(tokens.value(unitAt));
        int to = unitAt + 1;
        int year = tokens.skip(to, Word.OF);
        to = tokens.is(year, Word.EVERY) && tokens.unit(year + 1) ? year + 2 : to;
        if (unit == Unit.FISCAL_YEAR) {
            return Optional.of(new YearEnd(from, to, OptionalInt.of(days), List.of()));
        }
        Optional<Kind> kind = Cadence.every(months, unit).kind();
        int last = to;
        return days > LONGEST_MONTH ? Optional.empty() : kind.map(k -> new PeriodDay(from, last, days, k, true));
    }
}
