package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Precision;
import tidtam.spreadsheets.text.Clauses.Clause;
import tidtam.spreadsheets.text.Phrase.Always;
import tidtam.spreadsheets.text.Phrase.Anchor;
import tidtam.spreadsheets.text.Phrase.Due;
import tidtam.spreadsheets.text.Phrase.Length;
import tidtam.spreadsheets.text.Phrase.PeriodDay;
import tidtam.spreadsheets.text.Phrase.Recurrence;
import tidtam.spreadsheets.text.Phrase.Weight;
import tidtam.spreadsheets.text.Phrase.YearEnd;

/** Puts the phrases of one clause together: which recurrence a due month belongs to, and what only says what a report covers. */
final class ClauseReadings {
    private static final int LONGEST_MONTH = 31;

    private final Tokens tokens;
    private final Clause clause;
    private final OptionalInt fiscalYear;
    private final boolean strict;
    private final List<Recurrence> recurrences = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();
    private final List<PeriodDay> periodDays = new ArrayList<>();
    private final List<Length> lengths = new ArrayList<>();
    private final List<YearEnd> yearEnds = new ArrayList<>();
    private final List<Always> always = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();

    private ClauseReadings(Tokens tokens, Clause clause, OptionalInt fiscalYear, boolean strict) {
        this.tokens = tokens;
        this.clause = clause;
        this.fiscalYear = fiscalYear;
        this.strict = strict;
    }

    /**
     * What a clause states.
     *
     * @param strict whether only words that can mean nothing but a deadline count, as in the steps column
     */
    static List<Reading> of(
            Tokens tokens, Clause clause, List<Phrase> phrases, OptionalInt fiscalYear, boolean strict) {
        ClauseReadings readings = new ClauseReadings(tokens, clause, fiscalYear, strict);
        phrases.forEach(readings::sort);
        readings.read();
        readings.readings.sort(Comparator.comparingInt(Reading::from));
        return readings.readings;
    }

    private void sort(Phrase phrase) {
        if (phrase instanceof Recurrence recurrence) {
            recurrences.add(recurrence);
        } else if (phrase instanceof Due due) {
            dues.add(due);
        } else if (phrase instanceof PeriodDay day) {
            periodDays.add(day);
        } else if (phrase instanceof Length length) {
            lengths.add(length);
        } else if (phrase instanceof YearEnd end) {
            yearEnds.add(end);
        } else if (phrase instanceof Always word) {
            always.add(word);
        }
    }

    private void read() {
        if (strict) {
            recurrences.removeIf(r -> r.weight() != Weight.EVERY);
            dues.removeIf(d -> d.anchor() != Anchor.WITHIN);
        }
        boolean firm = recurrences.stream().anyMatch(r -> r.weight() != Weight.ATTRIBUTE);
        recurrences.removeIf(r -> r.weight() == Weight.ATTRIBUTE
                && (firm
                        || !lengths.isEmpty()
                        || !periodDays.isEmpty()
                        || !yearEnds.isEmpty()
                        || dues.stream().anyMatch(d -> d.anchor() == Anchor.WITHIN)));
        if (recurrences.stream().allMatch(r -> r.weight() == Weight.ROUND) && fixedDateNamed()) {
            recurrences.clear();
        }
        List<Recurrence> rhythms = rhythms();
        boolean unknown = rhythms.stream().anyMatch(r -> r.cadence().kind().isEmpty());
        for (int i = 0; i < rhythms.size(); i++) {
            int next = i + 1 < rhythms.size() ? rhythms.get(i + 1).from() : clause.to();
            recurring(rhythms.get(i), next, i + 1 == rhythms.size());
        }
        if (rhythms.isEmpty()) {
            dueAlone();
        }
        periodDays.forEach(this::periodDay);
        lengths.forEach(this::length);
        yearEnds.stream().filter(end -> ownDuty(end, rhythms)).forEach(this::yearEnd);
        if (readings.isEmpty() && !unknown && !always.isEmpty()) {
            Always word = always.get(0);
            add(Kind.CONTINUOUS, Limits.none(), word, -1, false);
        }
    }

    /** Whether a year's end is a duty of its own, and not the end of a stretch of time or what a yearly duty is due by. */
    private boolean ownDuty(YearEnd end, List<Recurrence> rhythms) {
        if (rhythms.isEmpty()) {
            return readings.isEmpty();
        }
        boolean yearly = rhythms.stream()
                .anyMatch(r -> r.cadence().kind().filter(Kind.ANNUAL::equals).isPresent());
        return !yearly && tokens.is(end.from(), Word.EVERY, Word.WITHIN);
    }

    private void add(Kind kind, Limits limits, Phrase phrase, int when, boolean guessed) {
        readings.add(new Reading(kind, limits, phrase.from(), phrase.to(), when, guessed));
    }

    /** Whether a date with its year stands as the due date, so that a round beside it is what the report covers. */
    private boolean fixedDateNamed() {
        return dues.stream()
                .anyMatch(d -> d.anchor() == Anchor.WITHIN
                        && new DueDays(fiscalYear).with(List.of(d)).dated());
    }

    /** The recurrences, each run of mere alternatives ({@code รอบ ๑๕ วัน, รอบ ๓๐ วัน}) being its most frequent. */
    private List<Recurrence> rhythms() {
        List<Recurrence> rhythms = new ArrayList<>();
        for (Recurrence next : recurrences) {
            Recurrence last = rhythms.isEmpty() ? next : rhythms.get(rhythms.size() - 1);
            if (rhythms.isEmpty() || !alternatives(last, next)) {
                rhythms.add(next);
            } else {
                Recurrence kept = next.cadence().gap() < last.cadence().gap() ? next : last;
                rhythms.set(
                        rhythms.size() - 1,
                        new Recurrence(last.from(), next.to(), kept.cadence(), kept.weight(), last.when()));
            }
        }
        return rhythms;
    }

    /**
     * Whether nothing but marks and "and" stands between, or, between rounds, the day each is due. An "and" between two of which each
     * says every ({@code ทุกเดือน และทุกไตรมาส}) joins no alternatives.
     */
    private boolean alternatives(Recurrence last, Recurrence next) {
        boolean each = last.weight() == Weight.EVERY
                && next.weight() == Weight.EVERY
                && !last.cadence().kind().equals(next.cadence().kind());
        boolean rounds = last.weight() == Weight.ROUND && next.weight() == Weight.ROUND;
        for (int i = last.to(); i < next.from(); i++) {
            int at = i;
            Optional<Due> due =
                    rounds ? dues.stream().filter(d -> d.from() == at).findFirst() : Optional.empty();
            if (due.isPresent()) {
                i = due.get().to() - 1;
            } else if (each && tokens.is(i, Word.AND)) {
                return false;
            } else if (!tokens.is(i, Word.MARK) && !tokens.is(i, Word.AND, Word.OR, Word.THAT_IS)) {
                return false;
            }
        }
        return true;
    }

    private void recurring(Recurrence rhythm, int next, boolean last) {
        Optional<Kind> kind = rhythm.cadence().kind();
        if (kind.isEmpty()) {
            dues.clear();
            periodDays.clear();
            return;
        }
        Cadence cadence = rhythm.cadence();
        Limits limits = Limits.none();
        if (cadence.days().isPresent()) {
            limits = limits.withDays(cadence.days().getAsInt(), cadence.workingDays());
        }
        boolean guessed = cadence.guessed();
        if (named(kind.get())) {
            List<Due> own = dues.stream().filter(d -> attaches(d, rhythm)).toList();
            DueDays days = new DueDays(fiscalYear).with(own);
            boolean fits = !days.empty()
                    && (kind.get() != Kind.QUARTERLY || days.months().size() > 1)
                    && own.get(0).from() < next;
            if (fits) {
                Limits due = days.recurring();
                limits = due.day().isPresent()
                        ? limits.withMonths(due.months()).withDay(due.day().getAsInt())
                        : limits.withMonths(due.months());
                guessed |= days.guessed();
                dues.removeAll(own);
            }
        }
        Optional<PeriodDay> day = periodDays.stream()
                .filter(d -> d.kind() == kind.get() || (!d.ownKind() && named(kind.get())))
                .findFirst();
        if (day.isPresent() && limits.day().isEmpty()) {
            limits = limits.withDay(day.get().day());
            periodDays.remove(day.get());
        }
        Optional<Length> after = lengths.stream()
                .filter(l -> l.from() == rhythm.to() && l.openEnded() && l.days() <= LONGEST_MONTH)
                .findFirst();
        if (after.isPresent() && limits.day().isEmpty() && (named(kind.get()) || kind.get() == Kind.MONTHLY)) {
            limits = limits.withDay(after.get().days());
            guessed |= after.get().working();
            lengths.remove(after.get());
        }
        add(kind.get(), limits, rhythm, rhythm.when(), guessed);
        if (last) {
            List<Due> rest =
                    dues.stream().filter(d -> d.anchor() == Anchor.WITHIN).toList();
            alone(rest);
        }
    }

    /** Whether a kind recurs so seldom that its months can be named. */
    private static boolean named(Kind kind) {
        return kind == Kind.QUARTERLY
                || kind == Kind.SEMIANNUAL
                || kind == Kind.ANNUAL
                || kind == Kind.EVERY_EVALUATION_ROUND;
    }

    /** Whether a due date says when in each period; a range beside a recurrence is what is covered, and so is a quarter. */
    private boolean attaches(Due due, Recurrence rhythm) {
        if (due.dates().stream().anyMatch(d -> d.precision() == Precision.QUARTER || d.precision() == Precision.YEAR)) {
            return false;
        }
        if (due.anchor() != Anchor.NONE) {
            return true;
        }
        boolean covered = due.dates().stream().anyMatch(StatedDate::range);
        boolean close = due.from() >= rhythm.to() && due.from() - rhythm.to() <= 3;
        return !covered && close && !tokens.is(due.from() - 1, Word.INSTALMENT);
    }

    private void dueAlone() {
        List<Due> within =
                dues.stream().filter(d -> d.anchor() == Anchor.WITHIN).toList();
        if (!within.isEmpty()) {
            alone(within);
            return;
        }
        List<Due> stated =
                dues.stream().filter(d -> d.anchor() == Anchor.IN || d.yearly()).toList();
        if (stated.isEmpty() && always.isEmpty() && bare()) {
            stated = dues;
        }
        if (always.isEmpty() || stated.stream().anyMatch(Due::yearly)) {
            alone(stated);
        }
    }

    /** Whether nothing but dates and words that belong to them stands in the clause. */
    private boolean bare() {
        int at = clause.from();
        for (Due due : dues) {
            if (!filler(at, due.from())) {
                return false;
            }
            at = due.to();
        }
        return filler(at, clause.to());
    }

    private boolean filler(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean filler = tokens.is(i, Word.MARK, Word.LENGTH, Word.FROM)
                    || tokens.is(i, Word.IN, Word.DATE, Word.AND)
                    || tokens.is(i, Word.ACT, Word.DONE, Word.LET)
                    || tokens.is(i, Word.OF, Word.OR, Word.UNIT);
            if (!filler) {
                return false;
            }
        }
        return true;
    }

    /** Due dates without a recurrence: of every year, several a year, or fixed. */
    private void alone(List<Due> stated) {
        if (stated.isEmpty()) {
            return;
        }
        Due first = stated.get(0);
        Due last = stated.get(stated.size() - 1);
        Due whole = new Due(first.from(), last.to(), List.of(), 0, false, Anchor.NONE, false);
        DueDays days = new DueDays(fiscalYear).with(stated);
        if (days.empty()) {
            return;
        }
        boolean yearly = stated.stream().anyMatch(Due::yearly);
        if (yearly || (days.months().size() > 1 && !days.dated() && !oneWindow(stated))) {
            Cadence cadence = Cadence.inMonths(days.months());
            cadence.kind().ifPresent(kind -> add(kind, days.recurring(), whole, -1, days.guessed()));
            return;
        }
        if (stated.stream().flatMap(d -> d.dates().stream()).allMatch(ClauseReadings::fiscalYear)) {
            add(Kind.FISCAL_YEAR_END, Limits.none(), whole, -1, days.guessed());
            return;
        }
        if (oneWindow(stated)) {
            window(stated, whole);
            return;
        }
        SortedSet<String> seen = new TreeSet<>();
        for (Limits limits : days.fixed()) {
            if (seen.add(limits.signature())) {
                add(Kind.BY_FIXED_DATE, limits, whole, -1, days.guessed());
            }
        }
    }

    private static boolean fiscalYear(StatedDate date) {
        return date.precision() == Precision.YEAR && date.last().month() == 9;
    }

    /** Whether ranges are stated that tell of one stretch of time, in quarters, months or days. */
    private static boolean oneWindow(List<Due> stated) {
        long ranges = stated.stream()
                .flatMap(d -> d.dates().stream())
                .filter(StatedDate::range)
                .count();
        long months = stated.stream()
                .flatMap(d -> d.dates().stream())
                .filter(d -> d.range())
                .map(d -> d.last().month())
                .distinct()
                .count();
        return ranges > 0 && months == 1;
    }

    private void window(List<Due> stated, Due whole) {
        List<StatedDate> ranges = stated.stream()
                .flatMap(d -> d.dates().stream())
                .filter(StatedDate::range)
                .toList();
        StatedDate best =
                ranges.stream().filter(StatedDate::hasYear).findFirst().orElse(ranges.get(0));
        boolean wholeYear = best.precision() == Precision.QUARTER
                && best.first().month() == 10
                && best.last().month() == 9;
        if (wholeYear) {
            add(Kind.QUARTERLY, Limits.none(), whole, -1, best.guessed());
            return;
        }
        DueDays days = new DueDays(fiscalYear).withDates(List.of(best));
        days.fixed().forEach(limits -> add(Kind.BY_FIXED_DATE, limits, whole, -1, days.guessed()));
    }

    private void periodDay(PeriodDay day) {
        boolean said = readings.stream()
                .anyMatch(r -> r.kind() == day.kind() && r.limits().day().isEmpty());
        if (!said) {
            add(day.kind(), Limits.none().withDay(day.day()), day, -1, false);
        }
    }

    private void length(Length length) {
        add(Kind.WITHIN_DAYS, Limits.none().withDays(length.days(), length.working()), length, -1, length.guessed());
    }

    private void yearEnd(YearEnd end) {
        Limits limits = Limits.none();
        DueDays days = new DueDays(fiscalYear).withDates(end.dates());
        if (!days.empty()) {
            limits = days.fixed().get(0);
        }
        if (end.days().isPresent()) {
            limits = limits.withDays(end.days().getAsInt(), false);
        }
        add(Kind.FISCAL_YEAR_END, limits, end, -1, days.guessed());
    }
}
