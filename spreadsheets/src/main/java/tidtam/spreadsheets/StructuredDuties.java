package tidtam.spreadsheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.Actor;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Contradiction;
import tidtam.facts.Duty;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.form.FormWords;
import tidtam.spreadsheets.text.DutyReader;
import tidtam.spreadsheets.text.LimitReader;

/**
 * The duties that the working form's structured columns state, beside what the text says: one for each cadence, with the text's own
 * limits, actors and condition where it has a duty of that kind. Where anything in the columns cannot be understood the text counts.
 */
final class StructuredDuties {
    private static final int MONTHS_IN_YEAR = 12;

    private static final Set<Kind> WITH_MONTHS = EnumSet.of(
            Kind.MONTHLY,
            Kind.QUARTERLY,
            Kind.SEMIANNUAL,
            Kind.ANNUAL,
            Kind.EVERY_EVALUATION_ROUND,
            Kind.BY_FIXED_DATE);

    private static final Map<String, Kind> CHOICES = FormWords.cadenceChoices().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(choice -> Folded.of(choice.getValue()), Map.Entry::getKey));

    /** How many months lie between two that a cadence names. */
    private static final Map<Kind, Integer> APART = Map.of(
            Kind.MONTHLY,
            1,
            Kind.QUARTERLY,
            3,
            Kind.SEMIANNUAL,
            6,
            Kind.EVERY_EVALUATION_ROUND,
            6,
            Kind.ANNUAL,
            MONTHS_IN_YEAR);

    private static final Set<Kind> WITH_DAYS = EnumSet.of(Kind.WITHIN_DAYS, Kind.EVERY_N_DAYS);

    private final PlannedMeasure official;
    private final MeasureId id;
    private final OptionalInt fiscalYear;
    private final List<CellProblem> problems;
    private final List<Contradiction> contradictions;

    /** Adds what cannot be understood to the problems, and what the text says otherwise to the contradictions. */
    StructuredDuties(
            PlannedMeasure official,
            OptionalInt fiscalYear,
            List<CellProblem> problems,
            List<Contradiction> contradictions) {
        this.official = official;
        this.id = official.measure().id();
        this.fiscalYear = fiscalYear;
        this.problems = problems;
        this.contradictions = contradictions;
    }

    /**
     * A duty as a cadence states it, or one of the text where there is no cadence.
     *
     * @param text the text's duty of that kind
     */
    private record Entry(
            Duty stated, Optional<Duty> text, Optional<SortedSet<Integer>> months, Optional<LimitReader.Days> days) {
        Entry(Duty stated) {
            this(stated, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Kind kind() {
            return stated.kind();
        }

        Entry of(Duty ofText) {
            return new Entry(stated, Optional.of(ofText), months, days);
        }

        Entry withMonths(SortedSet<Integer> named) {
            return new Entry(stated, text, Optional.of(named), days);
        }

        Entry withDays(LimitReader.Days number) {
            return new Entry(stated, text, months, Optional.of(number));
        }

        /** The limits of the text, overridden by those of the cadence's words and of the columns. */
        Limits limits() {
            Limits own = stated.limits();
            Limits limits = text.map(Duty::limits).orElse(own);
            if (own.days().isPresent()) {
                limits = limits.withDays(own.days().getAsInt(), own.workingDays());
            }
            if (days.isPresent()) {
                limits = limits.withDays(
                        days.get().number(), days.get().working().orElse(limits.workingDays()));
            }
            if (own.day().isPresent()) {
                limits = limits.withDay(own.day().getAsInt());
            }
            if (own.date().isPresent()) {
                limits = limits.withDate(own.date().get());
            }
            SortedSet<Integer> named = months.orElse(own.months());
            return named.isEmpty() ? limits : inMonths(limits, named);
        }

        /** A date in another month than the one that is named does not stand. */
        private static Limits inMonths(Limits limits, SortedSet<Integer> named) {
            Optional<LocalDate> date = limits.date();
            if (date.isEmpty()) {
                return limits.withMonths(named);
            }
            boolean agrees = named.equals(new TreeSet<>(List.of(date.get().getMonthValue())));
            return agrees
                    ? limits
                    : new Limits(
                            limits.days(),
                            named,
                            OptionalInt.of(limits.day().orElse(date.get().getDayOfMonth())),
                            Optional.empty(),
                            limits.workingDays());
        }

        boolean changesNothing() {
            return text.isPresent() && text.get().limits().equals(limits());
        }
    }

    /** The duties as the columns have them; the text's where the columns are blank, say the same, or are not understood. */
    List<Duty> duties() {
        Optional<CellText> cadence = Segments.entered(official, Column.CADENCE);
        boolean entered = cadence.isPresent()
                || Segments.entered(official, Column.DUE_MONTHS).isPresent()
                || Segments.entered(official, Column.DAYS).isPresent();
        Optional<List<Entry>> understood = entered ? entries(cadence) : Optional.empty();
        if (understood.isEmpty()) {
            return official.duties();
        }
        List<Entry> entries = understood.get();
        if (!official.duties().isEmpty()) {
            cadence.ifPresent(cell -> compareCadences(cell, entries));
            compare(Column.DUE_MONTHS, entries, StructuredDuties::otherMonths);
            compare(Column.DAYS, entries, StructuredDuties::otherDays);
        }
        List<Duty> duties = new ArrayList<>();
        entries.forEach(entry -> duties.add(duty(entry, duties.size(), cadence.isPresent())));
        return List.copyOf(duties);
    }

    /** The entries with their limits; empty where something was not understood, which is then said. */
    private Optional<List<Entry>> entries(Optional<CellText> cadence) {
        Optional<List<Entry>> stated = cadence.isPresent()
                ? cadences(cadence.get())
                : Optional.of(official.duties().stream()
                        .map(duty -> new Entry(duty).of(duty))
                        .toList());
        return stated.flatMap(entries -> limited(
                        entries,
                        Column.DUE_MONTHS,
                        WITH_MONTHS,
                        limits -> !limits.months().isEmpty(),
                        LimitReader::months,
                        this::named,
                        Entry::withMonths))
                .flatMap(entries -> limited(
                        entries,
                        Column.DAYS,
                        WITH_DAYS,
                        limits -> limits.days().isPresent(),
                        LimitReader::days,
                        (kind, days) -> true,
                        Entry::withDays))
                .map(entries -> cadence.isPresent() ? besideText(entries) : entries)
                .filter(this::counted);
    }

    private Optional<List<Entry>> cadences(CellText cell) {
        List<Entry> entries = new ArrayList<>();
        for (CellText segment : cadenceWords(cell)) {
            Kind choice = CHOICES.get(Folded.of(segment.quote()));
            List<Duty> stated = choice == null
                    ? DutyReader.duties(id, Optional.of(segment), Optional.empty(), fiscalYear)
                    : List.of(new Duty(
                            id, 0, choice, Limits.none(), Set.of(Actor.OFFICER), Optional.empty(), segment, false));
            if (stated.isEmpty()) {
                problems.add(FormTable.problem(Code.CADENCE_NOT_UNDERSTOOD, segment));
                return Optional.empty();
            }
            stated.forEach(duty -> entries.add(new Entry(duty)));
        }
        return Optional.of(entries);
    }

    /** The words of each cadence; a comma or an and lies between two where one of them is a choice. */
    private static List<CellText> cadenceWords(CellText cell) {
        return Segments.saying(Segments.of(cell)).stream()
                .flatMap(segment -> {
                    List<CellText> parts = Segments.listed(segment);
                    boolean chosen = parts.stream().anyMatch(part -> CHOICES.containsKey(Folded.of(part.quote())));
                    return chosen ? parts.stream() : Stream.of(segment);
                })
                .toList();
    }

    /** Gives the entries what a column says: one value to all that take it and that it fits, or to each its own. */
    private <V> Optional<List<Entry>> limited(
            List<Entry> entries,
            Column column,
            Set<Kind> taking,
            Predicate<Limits> has,
            Function<CellText, Optional<V>> read,
            BiPredicate<Kind, V> fits,
            BiFunction<Entry, V, Entry> with) {
        Optional<CellText> entered = Segments.entered(official, column);
        if (entered.isEmpty()) {
            return Optional.of(entries);
        }
        CellText cell = entered.get();
        List<CellText> segments = Segments.of(cell);
        if (segments.size() != entries.size()) {
            segments = Segments.bySemicolons(cell);
        }
        boolean each = segments.size() == entries.size();
        List<CellText> said = Segments.saying(segments);
        if (!each && said.size() > 1) {
            return notUnderstood(Code.LIMIT_NOT_UNDERSTOOD, cell);
        }
        boolean chosen = Segments.entered(official, Column.CADENCE).isPresent();
        long takers =
                entries.stream().filter(entry -> taking.contains(entry.kind())).count();
        if (!each && (takers == 0 || (takers > 1 && !chosen))) {
            return notUnderstood(Code.LIMIT_FITS_NONE, cell);
        }
        List<Entry> limited = new ArrayList<>();
        int fitting = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean takes = taking.contains(entry.kind());
            CellText segment = each ? segments.get(i) : said.get(0);
            if (!Segments.says(segment) || (!each && !takes)) {
                limited.add(entry);
                continue;
            }
            boolean textHas =
                    official.duties().stream().anyMatch(duty -> duty.kind() == entry.kind() && has.test(duty.limits()));
            if (!takes && !textHas) {
                return notUnderstood(Code.LIMIT_FITS_NONE, segment);
            }
            Optional<V> value = read.apply(segment);
            if (value.isEmpty()) {
                return notUnderstood(Code.LIMIT_NOT_UNDERSTOOD, segment);
            }
            boolean fit = fits.test(entry.kind(), value.get());
            if (each && !fit) {
                return notUnderstood(Code.LIMIT_FITS_NONE, segment);
            }
            fitting += fit ? 1 : 0;
            limited.add(fit ? with.apply(entry, value.get()) : entry);
        }
        return each || fitting > 0 ? Optional.of(limited) : notUnderstood(Code.LIMIT_FITS_NONE, cell);
    }

    /** Whether months leave a cadence what it is, as many as it has periods in a year and as far apart; or the text names the same. */
    private boolean named(Kind kind, SortedSet<Integer> months) {
        Integer apart = APART.get(kind);
        return apart == null
                || (months.size() * apart == MONTHS_IN_YEAR
                        && months.stream().allMatch(month -> (month - months.first()) % apart == 0))
                || official.duties().stream()
                        .anyMatch(duty ->
                                duty.kind() == kind && duty.limits().months().equals(months));
    }

    private Optional<List<Entry>> notUnderstood(Code code, CellText text) {
        problems.add(FormTable.problem(code, text));
        return Optional.empty();
    }

    /** Each entry with the text's duty of its kind, that with the same limits before others; equal entries once. */
    private List<Entry> besideText(List<Entry> entries) {
        List<Duty> left = new ArrayList<>(official.duties());
        List<Entry> found = new ArrayList<>(entries);
        for (boolean sameLimits : new boolean[] {true, false}) {
            for (int i = 0; i < found.size(); i++) {
                Entry entry = found.get(i);
                Optional<Entry> beside = entry.text().isPresent()
                        ? Optional.empty()
                        : left.stream()
                                .filter(duty -> duty.kind() == entry.kind())
                                .map(entry::of)
                                .filter(both -> !sameLimits || both.changesNothing())
                                .findFirst();
                if (beside.isPresent()) {
                    found.set(i, beside.get());
                    beside.get().text().ifPresent(left::remove);
                }
            }
        }
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(entry -> seen.add(entry.kind() + " " + entry.limits().signature())
                        || entry.text().isPresent())
                .toList();
    }

    /** Whether every duty that counts days has a number of days. */
    private boolean counted(List<Entry> entries) {
        Optional<Entry> without = entries.stream()
                .filter(entry -> WITH_DAYS.contains(entry.kind())
                        && entry.limits().days().isEmpty())
                .findFirst();
        without.ifPresent(entry ->
                problems.add(FormTable.problem(Code.DAYS_MISSING, entry.stated().statedIn())));
        return without.isEmpty();
    }

    private void compareCadences(CellText cell, List<Entry> entries) {
        List<Duty> left = new ArrayList<>(official.duties());
        entries.forEach(entry -> entry.text().ifPresent(left::remove));
        Optional<Duty> otherwise = left.stream()
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.text().isEmpty())
                        .findFirst()
                        .flatMap(entry -> official.duties().stream().findFirst()))
                .or(() -> entries.stream()
                        .filter(StructuredDuties::otherWords)
                        .findFirst()
                        .flatMap(Entry::text));
        otherwise.ifPresent(duty -> contradictions.add(new Contradiction(id, Column.CADENCE, cell, duty.statedIn())));
    }

    private void compare(Column column, List<Entry> entries, BiPredicate<Entry, Limits> other) {
        Segments.entered(official, column)
                .ifPresent(cell -> entries.stream()
                        .filter(entry -> entry.text()
                                .filter(duty -> other.test(entry, duty.limits()))
                                .isPresent())
                        .flatMap(entry -> entry.text().stream())
                        .findFirst()
                        .ifPresent(duty -> contradictions.add(new Contradiction(id, column, cell, duty.statedIn()))));
    }

    /** Whether the words of a cadence, such as {@code ทุก ๑๕ วัน}, have another limit than the text. */
    private static boolean otherWords(Entry entry) {
        Limits own = entry.stated().limits();
        Limits text = entry.text().map(Duty::limits).orElse(own);
        return (own.days().isPresent()
                        && text.days().isPresent()
                        && !(own.days().equals(text.days()) && own.workingDays() == text.workingDays()))
                || (own.day().isPresent()
                        && text.day().isPresent()
                        && !own.day().equals(text.day()))
                || (own.date().isPresent()
                        && text.date().isPresent()
                        && !own.date().equals(text.date()))
                || (!own.months().isEmpty()
                        && !text.months().isEmpty()
                        && !own.months().equals(text.months()));
    }

    private static boolean otherMonths(Entry entry, Limits text) {
        boolean otherDate = text.date().isPresent() && entry.limits().date().isEmpty();
        return entry.months().isPresent()
                && (otherDate
                        || (!text.months().isEmpty()
                                && !text.months().equals(entry.months().get())));
    }

    private static boolean otherDays(Entry entry, Limits text) {
        Limits limits = entry.limits();
        return entry.days().isPresent()
                && text.days().isPresent()
                && !(text.days().equals(limits.days()) && text.workingDays() == limits.workingDays());
    }

    private Duty duty(Entry entry, int ordinal, boolean chosen) {
        Duty base = entry.text().orElse(entry.stated());
        return new Duty(
                id,
                ordinal,
                base.kind(),
                entry.limits(),
                base.actors(),
                base.condition(),
                base.statedIn(),
                base.guessed() && (!chosen || entry.text().isEmpty() || entry.changesNothing()));
    }
}
