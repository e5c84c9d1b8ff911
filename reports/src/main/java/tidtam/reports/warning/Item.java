package tidtam.reports.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.Period;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;

/**
 * A finding as it is told.
 *
 * @param plan the round of its plan, such as {@code 2566/1}
 * @param due the earliest due date that it leaves open; empty where none depends on it
 * @param daysOverdue days from {@code due} to the as-of date; 0 where it has not passed, or there is none
 * @param step the highest step of the ladder passed; empty where {@code due} is, or before the first
 * @param periods how many periods it leaves open
 * @param brief whether the period that is due first is a brief one
 */
public record Item(
        String plan,
        ReportedFinding reported,
        Optional<LocalDate> due,
        int daysOverdue,
        OptionalInt step,
        int periods,
        boolean brief) {
    /** The heaviest first, of these the longest overdue, of these what leaves most open. */
    static final Comparator<Item> ORDER = Comparator.comparing((Item item) -> !item.asks())
            .thenComparing(item -> item.reported().severity())
            .thenComparing(Item::daysOverdue, Comparator.reverseOrder())
            .thenComparing(Item::periods, Comparator.reverseOrder());

    static Item of(
            Evaluation evaluation, ReportedFinding reported, Function<MeasureId, List<ObligationState>> obligations) {
        Finding finding = reported.finding();
        List<Period> periods = finding.periods();
        List<ObligationState> open = finding.measures().stream()
                .flatMap(measure -> obligations.apply(measure).stream())
                .filter(one -> one.state() != State.MET && one.state() != State.LATE)
                .filter(one -> periods.contains(one.obligation().period()))
                .filter(one -> finding.duty()
                        .map(one.obligation().duty().signature()::equals)
                        .orElse(true))
                .toList();
        Optional<ObligationState> first = open.stream().min(Comparator.comparing(ObligationState::due));
        // A claim may speak for periods that are no obligation of the plan; they end when they are due.
        Optional<LocalDate> due = first.map(ObligationState::due)
                .or(() -> finding.findPeriod().isPresent()
                        ? Optional.empty()
                        : periods.stream().map(Period::end).min(Comparator.naturalOrder()));
        long days =
                due.map(day -> ChronoUnit.DAYS.between(day, evaluation.asOf())).orElse(0L);
        boolean brief = first.map(one -> one.obligation().brief()).orElse(false);
        return new Item(
                evaluation.round().toString(),
                reported,
                due,
                (int) Math.max(0, days),
                due.isPresent() ? Ladder.passed(days, brief) : OptionalInt.empty(),
                periods.size(),
                brief);
    }

    /** The step of the ladder that follows a day; empty after the last, and where it is on none. */
    public OptionalInt stepAfter(LocalDate day) {
        return due.isEmpty() ? OptionalInt.empty() : Ladder.after(ChronoUnit.DAYS.between(due.get(), day), brief);
    }

    /** What identifies it in every run. */
    public String fingerprint() {
        return reported.fingerprint();
    }

    /** Whether it asks for something: an error, a warning, or a report that is due soon. What is waived or only worth a look does not. */
    public boolean asks() {
        return !waived() && (reported.severity() != Severity.INFO || (step.isPresent() && daysOverdue == 0));
    }

    /** Whether it is found, and a waiver holds. */
    public boolean waived() {
        return reported.waived();
    }

    /** Whether it asks for what is not due yet, and for nothing else. */
    public boolean soon() {
        return asks() && due.isPresent() && daysOverdue == 0;
    }
}
