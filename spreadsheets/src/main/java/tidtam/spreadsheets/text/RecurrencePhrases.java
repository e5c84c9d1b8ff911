package tidtam.spreadsheets.text;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.facts.Kind;
import tidtam.spreadsheets.text.Phrase.Recurrence;
import tidtam.spreadsheets.text.Phrase.Weight;

/** Reads how often something recurs. */
final class RecurrencePhrases {
    private static final int NO_CONDITION = -1;
    private static final int LONGEST_WEEK = 21;

    private final Tokens tokens;

    RecurrencePhrases(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The phrase that begins at a token. */
    Optional<Recurrence> read(int at) {
        Optional<Recurrence> found = Optional.empty();
        if (tokens.is(at, Word.EVERY, Word.EACH)) {
            found = every(at);
        } else if (tokens.number(at)) {
            found = rate(at).or(() -> perUnit(at)).or(() -> unitPerTimes(at));
        } else if (tokens.unit(at)) {
            found = perUnit(at).or(() -> unitPerTimes(at)).or(() -> alternate(at));
        } else if (tokens.is(at, Word.TIMES)) {
            found = rate(at);
        } else if (tokens.is(at, Word.BY)) {
            found = by(at);
        } else if (tokens.is(at, Word.ROUND, Word.INSTALMENT)) {
            found = round(at);
        } else if (tokens.is(at, Word.REGULAR)) {
            found = attribute(at);
        } else if (tokens.is(at, Word.WEEKDAY)) {
            found = weekdays(at, at);
        }
        return found;
    }

    private static Optional<Recurrence> phrase(int from, int to, Cadence cadence) {
        return Optional.of(new Recurrence(from, to, cadence, Weight.EVERY, NO_CONDITION));
    }

    private Optional<Recurrence> every(int at) {
        int next = at + 1;
        if (tokens.is(next, Word.ROUND, Word.INSTALMENT)) {
            return round(next).map(r -> new Recurrence(at, r.to(), r.cadence(), Weight.EVERY, NO_CONDITION));
        }
        if (tokens.is(next, Word.DATE) && !tokens.number(next + 1)) {
            return Optional.of(new Recurrence(at, next + 1, Cadence.of(Kind.DAILY), Weight.EVERY, next));
        }
        if (tokens.is(next, Word.DAYTIME)) {
            return tokens.is(next + 1, Word.WEEKDAY)
                    ? weekdays(at, next + 1)
                    : phrase(at, next + 1, Cadence.of(Kind.DAILY));
        }
        if (tokens.is(next, Word.WEEKDAY)) {
            return weekdays(at, next);
        }
        if (tokens.is(next, Word.END, Word.BEGIN, Word.MID) && tokens.unit(next + 1)) {
            Unit unit = Unit.of(tokens.value(next + 1));
            return unit == Unit.FISCAL_YEAR ? Optional.empty() : phrase(at, next + 2, Cadence.every(1, unit));
        }
        if (tokens.number(next) && tokens.unit(next + 1)) {
            return phrase(at, next + 2, Cadence.every(tokens.value(next), Unit.of(tokens.value(next + 1))));
        }
        if (!tokens.unit(next)) {
            return Optional.empty();
        }
        int period = ordinalOfUnit(next + 1);
        period = tokens.is(period, Word.END) && tokens.unit(period + 1) ? period + 1 : period;
        if (period > next + 1) {
            return phrase(at, period + 1, everyUnit(period));
        }
        Optional<Recurrence> rate = perUnit(next);
        if (rate.isPresent()) {
            return rate.map(r -> new Recurrence(at, r.to(), r.cadence(), Weight.EVERY, NO_CONDITION));
        }
        int end = tokens.skip(next + 1, Word.CLOSE_OF_BUSINESS);
        return phrase(at, end, Cadence.every(1, Unit.of(tokens.value(next))));
    }

    /** {@code สุดท้ายของเดือน}, {@code แรกของทุกเดือน}, {@code ที่ ๒ ของไตรมาส}: the place of the unit, or {@code at}. */
    private int ordinalOfUnit(int at) {
        int next = tokens.is(at, Word.FIRST, Word.LAST) ? at + 1 : at;
        next = next == at && tokens.is(at, Word.AT) && tokens.number(at + 1) ? at + 2 : next;
        if (next == at) {
            return at;
        }
        int unit = tokens.skip(tokens.skip(next, Word.OF), Word.EVERY, Word.EACH);
        return tokens.unit(unit) ? unit : at;
    }

    private Cadence everyUnit(int at) {
        return Cadence.every(1, Unit.of(tokens.value(at)));
    }

    private Optional<Recurrence> weekdays(int from, int at) {
        int next = at;
        while ((tokens.is(next, Word.WEEKDAY) && next - at < LONGEST_WEEK)
                || (next > at && tokens.unit(next, Unit.WEEK) && tokens.mark(next - 1, '-'))) {
            next++;
            int joint = next;
            joint = tokens.mark(joint, ',') || tokens.mark(joint, '-') ? joint + 1 : joint;
            joint = tokens.is(joint, Word.AND, Word.UNTIL, Word.OR) ? joint + 1 : joint;
            next = tokens.is(joint, Word.WEEKDAY) || (tokens.unit(joint, Unit.WEEK) && joint > next) ? joint : next;
        }
        int period = ordinalOfUnit(next);
        if (period > next) {
            return phrase(from, period + 1, everyUnit(period));
        }
        int week = tokens.skip(next, Word.OF);
        boolean everyWeek = tokens.is(week, Word.EVERY, Word.EACH) && tokens.unit(week + 1, Unit.WEEK);
        if (everyWeek) {
            return phrase(from, week + 2, Cadence.of(Kind.WEEKLY));
        }
        return from < at ? phrase(from, next, Cadence.of(Kind.WEEKLY)) : Optional.empty();
    }

    /** {@code ไตรมาสละ ๑ ครั้ง}, {@code สัปดาห์ละไม่น้อยกว่า 2 ครั้ง}, {@code เดือนละ ๒ ข่าว}. */
    private Optional<Recurrence> perUnit(int at) {
        int unitAt = tokens.number(at) ? at + 1 : at;
        int per = tokens.is(unitAt + 1, Word.OTHER)
                        && tokens.letters(unitAt + 1, unitAt + 2).equals("ๆ")
                ? unitAt + 2
                : unitAt + 1;
        if (!tokens.unit(unitAt) || !tokens.is(per, Word.PER)) {
            return Optional.empty();
        }
        Unit unit = Unit.of(tokens.value(unitAt));
        int count = unitAt > at ? tokens.value(at) : 1;
        int timesAt = tokens.skip(per + 1, Word.AT_LEAST, Word.AT_MOST);
        int times = tokens.number(timesAt) ? tokens.value(timesAt) : 1;
        int what = tokens.number(timesAt) ? timesAt + 1 : timesAt;
        if (tokens.is(what, Word.TIMES)) {
            return phrase(at, what + 1, Cadence.times(times, count, unit));
        }
        return tokens.is(what, Word.PIECES) ? phrase(at, what + 1, Cadence.every(count, unit)) : Optional.empty();
    }

    /** {@code สองครั้งต่อปี}, {@code ๑ ครั้ง/เดือน}. */
    private Optional<Recurrence> rate(int at) {
        int timesAt = tokens.number(at) ? at + 1 : at;
        boolean per = tokens.is(timesAt + 1, Word.TO, Word.PER, Word.EVERY) || tokens.mark(timesAt + 1, '/');
        if (!tokens.is(timesAt, Word.TIMES) || !per) {
            return Optional.empty();
        }
        int unitAt = tokens.number(timesAt + 2) ? timesAt + 3 : timesAt + 2;
        if (!tokens.unit(unitAt)) {
            return Optional.empty();
        }
        int times = timesAt > at ? tokens.value(at) : 1;
        int count = unitAt > timesAt + 2 ? tokens.value(timesAt + 2) : 1;
        return phrase(at, unitAt + 1, Cadence.times(times, count, Unit.of(tokens.value(unitAt))));
    }

    /** {@code สามเดือนต่อหนึ่งครั้ง}, {@code ๖ เดือน/ครั้ง}, {@code หกเดือนครั้ง}. */
    private Optional<Recurrence> unitPerTimes(int at) {
        int unitAt = tokens.number(at) ? at + 1 : at;
        if (!tokens.unit(unitAt)) {
            return Optional.empty();
        }
        boolean per = tokens.is(unitAt + 1, Word.TO) || tokens.mark(unitAt + 1, '/');
        int timesAt = per ? unitAt + 2 : unitAt + 1;
        int what = tokens.number(timesAt) ? timesAt + 1 : timesAt;
        if (!tokens.is(what, Word.TIMES) || (!per && unitAt == at) || tokens.is(what + 1, Word.AT)) {
            return Optional.empty();
        }
        int count = unitAt > at ? tokens.value(at) : 1;
        int times = what > timesAt ? tokens.value(timesAt) : 1;
        return phrase(at, what + 1, Cadence.times(times, count, Unit.of(tokens.value(unitAt))));
    }

    /** {@code วันเว้นวัน}. */
    private Optional<Recurrence> alternate(int at) {
        boolean alternate =
                tokens.is(at + 1, Word.ALTERNATE) && tokens.unit(at + 2) && tokens.value(at) == tokens.value(at + 2);
        return alternate ? phrase(at, at + 3, Cadence.every(2, Unit.of(tokens.value(at)))) : Optional.empty();
    }

    /** {@code รายไตรมาส}, {@code ราย ๓ เดือน}. */
    private Optional<Recurrence> by(int at) {
        int unitAt = tokens.number(at + 1) ? at + 2 : at + 1;
        int count = unitAt > at + 1 ? tokens.value(at + 1) : 1;
        return tokens.unit(unitAt)
                ? phrase(at, unitAt + 1, Cadence.every(count, Unit.of(tokens.value(unitAt))))
                : Optional.empty();
    }

    /** {@code รอบ ๖ เดือน}, {@code งวด 6 เดือน และ 12 เดือน}, {@code รอบการประเมิน}. */
    private Optional<Recurrence> round(int at) {
        int next = at + 1;
        if (tokens.is(next, Word.EVALUATION)) {
            return Optional.of(
                    new Recurrence(at, next + 1, Cadence.of(Kind.EVERY_EVALUATION_ROUND), Weight.EVERY, NO_CONDITION));
        }
        if (tokens.unit(next)) {
            boolean covered = tokens.is(next + 1, Word.MONTH, Word.PAST, Word.NUMBER)
                    || tokens.is(next + 1, Word.AT, Word.BUDDHIST_ERA);
            return covered ? Optional.empty() : round(at, next + 1, Cadence.every(1, Unit.of(tokens.value(next))));
        }
        if (!tokens.number(next)) {
            return Optional.empty();
        }
        SortedSet<Integer> numbers = new TreeSet<>();
        int end = next;
        Unit unit = Unit.MINUTE;
        while (tokens.number(next)) {
            numbers.add(tokens.value(next));
            end = next + 1;
            if (tokens.unit(end)) {
                unit = Unit.of(tokens.value(end));
                end++;
            }
            end = tokens.is(end, Word.FIRST, Word.AFTER) ? end + 1 : end;
            next = end;
            while (tokens.mark(next, ',') || tokens.is(next, Word.AND, Word.ROUND, Word.INSTALMENT)) {
                next++;
            }
        }
        if (tokens.is(end, Word.PAST)) {
            return Optional.empty();
        }
        boolean several = unit == Unit.MONTH && numbers.first() > 0;
        return round(at, end, several ? Cadence.atMonths(numbers) : Cadence.every(numbers.first(), unit));
    }

    private static Optional<Recurrence> round(int from, int to, Cadence cadence) {
        return Optional.of(new Recurrence(from, to, cadence, Weight.ROUND, NO_CONDITION));
    }

    /** {@code รายงานประจำปี}; not {@code งบประมาณรายจ่ายประจำปี}, {@code ประจำปีงบประมาณ ๒๕๖๖}. */
    private Optional<Recurrence> attribute(int at) {
        boolean report = tokens.is(at - 1, Word.REPORT, Word.NOUN) || tokens.is(at - 2, Word.REPORT, Word.NOUN);
        boolean dated = tokens.is(at + 2, Word.NUMBER, Word.MONTH, Word.BUDDHIST_ERA) || tokens.is(at + 2, Word.AT);
        boolean weak = report && !dated && tokens.unit(at + 1) && !tokens.unit(at + 1, Unit.FISCAL_YEAR);
        return weak
                ? Optional.of(new Recurrence(
                        at, at + 2, Cadence.every(1, Unit.of(tokens.value(at + 1))), Weight.ATTRIBUTE, NO_CONDITION))
                : Optional.empty();
    }
}
