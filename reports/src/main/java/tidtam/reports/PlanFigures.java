package tidtam.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Uncounted;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;

/**
 * Every number that reports show of one plan.
 *
 * @param input its number in the result, from 0
 * @param findings by severity; a finding counts once, however many divisions and measures it concerns
 * @param waived how many findings are waived; they count as nothing else
 * @param obligations by state; a duty whose due date could not be counted is one that is not evaluable
 * @param pairs rule and subject, by outcome
 * @param divisions every division of the plan, by name, then what concerns none; these figures add up to more than the plan's where a
 *     finding or an obligation concerns several
 * @param rules findings by rule id, without those that are waived; a rule of the ledger that found nothing is there too
 * @param measures in the plan's order
 * @param months the months in which an obligation falls due, and those of the round
 * @param coming obligations that no dated report serves and that are due on the day of the check or later, by due date
 * @param past obligations that are overdue without a dated report, by due date
 * @param notEvaluated pairs that ended neither as passed or found nor as not applicable, and why
 * @param history what became of its findings since the run before; empty where the run is not recorded
 */
public record PlanFigures(
        int input,
        Checked.Evaluated checked,
        Tally<Severity> findings,
        int waived,
        Tally<State> obligations,
        Tally<Outcome> pairs,
        List<OfDivision> divisions,
        SortedMap<String, Integer> rules,
        List<OfMeasure> measures,
        List<YearMonth> months,
        List<OnDay> coming,
        List<OnDay> past,
        List<NotEvaluated> notEvaluated,
        Optional<PlanHistory> history) {

    /**
     * One division.
     *
     * @param name empty for what concerns no division that is known
     */
    public record OfDivision(
            Optional<String> name,
            Tally<Severity> findings,
            int waived,
            Tally<State> obligations,
            int overdue,
            int mostDaysOverdue) {}

    /**
     * One measure.
     *
     * @param findings those that name it, also beside others
     * @param months its obligations by the month in which they fall due
     * @param uncounted its duties whose due date could not be counted
     * @param divisions those responsible for it, sorted
     */
    public record OfMeasure(
            PlannedMeasure measure,
            Tally<Severity> findings,
            int waived,
            SortedMap<YearMonth, Tally<State>> months,
            int uncounted,
            List<String> divisions) {}

    /**
     * What falls due on one day.
     *
     * @param obligations in the plan's order
     * @param divisions those responsible, sorted
     */
    public record OnDay(LocalDate due, List<ObligationState> obligations, List<String> divisions) {
        /** The rows of the measures concerned, each once. */
        List<Integer> rows() {
            return obligations.stream()
                    .map(ObligationState::measure)
                    .distinct()
                    .map(MeasureId::row)
                    .toList();
        }
    }

    /**
     * Pairs of one rule that ended alike.
     *
     * @param measures the subjects that are measures
     * @param ofPlan how many pairs have the plan as their subject
     */
    public record NotEvaluated(Outcome outcome, Reason why, String rule, List<MeasureId> measures, int ofPlan) {
        /** How many pairs they are. */
        public int pairs() {
            return ofPlan + measures.size();
        }
    }

    static PlanFigures of(int input, Checked.Evaluated checked, Optional<RunHistory> remembered) {
        Evaluation evaluation = checked.evaluation();
        Map<MeasureId, List<String>> responsible = new HashMap<>();
        evaluation
                .plan()
                .measures()
                .forEach(planned -> responsible.put(planned.measure().id(), divisions(planned, evaluation)));
        return new PlanFigures(
                input,
                checked,
                findings(evaluation.findings()),
                waived(evaluation.findings()),
                states(evaluation.obligations().stream(), evaluation.uncounted().size()),
                Tally.of(Outcome.class, evaluation.ledger().entries().stream().map(Ledger.Entry::outcome)),
                divisions(evaluation, responsible),
                rules(evaluation),
                measures(evaluation, responsible),
                months(evaluation),
                days(evaluation, responsible, one -> ahead(one, evaluation)),
                days(evaluation, responsible, one -> one.daysOverdue() > 0),
                notEvaluated(evaluation.ledger()),
                remembered.flatMap(history -> history.of(evaluation)));
    }

    public Evaluation evaluation() {
        return checked.evaluation();
    }

    /** Whether any pair passed or found something, waived or not. Where none did, that nothing was found says nothing. */
    public boolean evaluated() {
        return pairs.of(Outcome.PASSED) + pairs.of(Outcome.FOUND) + pairs.of(Outcome.WAIVED) > 0;
    }

    /** Duties whose due date could not be counted. */
    public int uncounted() {
        return evaluation().uncounted().size();
    }

    /** Obligations that are past their due date without a dated report. */
    public int overdue() {
        return overdue(evaluation().obligations());
    }

    /** The most days that an obligation is overdue; 0 where none is. */
    public int mostDaysOverdue() {
        return mostDaysOverdue(evaluation().obligations());
    }

    /** Whether no dated report serves an obligation yet that is not past; one that is only claimed is among them. */
    static boolean ahead(ObligationState one, Evaluation evaluation) {
        return one.state() != State.MET
                && one.state() != State.LATE
                && !one.due().isBefore(evaluation.asOf());
    }

    private static int overdue(List<ObligationState> obligations) {
        return (int) obligations.stream().filter(one -> one.daysOverdue() > 0).count();
    }

    private static int mostDaysOverdue(List<ObligationState> obligations) {
        return obligations.stream().mapToInt(ObligationState::daysOverdue).max().orElse(0);
    }

    /** How much what is not waived weighs. */
    static Tally<Severity> findings(List<ReportedFinding> findings) {
        return Tally.of(
                Severity.class, findings.stream().filter(one -> !one.waived()).map(ReportedFinding::severity));
    }

    static int waived(List<ReportedFinding> findings) {
        return (int) findings.stream().filter(ReportedFinding::waived).count();
    }

    private static Tally<State> states(Stream<ObligationState> obligations, int uncounted) {
        return Tally.of(
                State.class,
                Stream.concat(
                        obligations.map(ObligationState::state),
                        Collections.nCopies(uncounted, State.NOT_EVALUABLE).stream()));
    }

    private static List<String> divisions(PlannedMeasure planned, Evaluation evaluation) {
        return planned.responsible()
                .map(responsible -> responsible.among(evaluation.divisions()))
                .orElse(List.of());
    }

    private static List<OfDivision> divisions(Evaluation evaluation, Map<MeasureId, List<String>> responsible) {
        Map<Optional<String>, List<ReportedFinding>> findings = new HashMap<>();
        for (ReportedFinding finding : evaluation.findings()) {
            named(finding.divisions())
                    .forEach(name -> findings.computeIfAbsent(name, none -> new ArrayList<>())
                            .add(finding));
        }
        Map<Optional<String>, List<ObligationState>> obligations = new HashMap<>();
        for (ObligationState obligation : evaluation.obligations()) {
            named(responsible.getOrDefault(obligation.measure(), List.of()))
                    .forEach(name -> obligations
                            .computeIfAbsent(name, none -> new ArrayList<>())
                            .add(obligation));
        }
        Map<Optional<String>, Integer> uncounted = new HashMap<>();
        for (Uncounted duty : evaluation.uncounted()) {
            named(responsible.getOrDefault(duty.measure(), List.of()))
                    .forEach(name -> uncounted.merge(name, 1, Integer::sum));
        }
        NavigableSet<String> names = new TreeSet<>(evaluation.divisions());
        Stream.of(findings.keySet(), obligations.keySet(), uncounted.keySet())
                .flatMap(Set::stream)
                .forEach(name -> name.ifPresent(names::add));
        List<OfDivision> divisions = new ArrayList<>();
        Stream.concat(names.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .filter(name -> name.isPresent()
                        || findings.containsKey(name)
                        || obligations.containsKey(name)
                        || uncounted.containsKey(name))
                .forEach(name -> {
                    List<ObligationState> owed = obligations.getOrDefault(name, List.of());
                    divisions.add(new OfDivision(
                            name,
                            findings(findings.getOrDefault(name, List.of())),
                            waived(findings.getOrDefault(name, List.of())),
                            states(owed.stream(), uncounted.getOrDefault(name, 0)),
                            overdue(owed),
                            mostDaysOverdue(owed)));
                });
        return List.copyOf(divisions);
    }

    private static List<Optional<String>> named(List<String> divisions) {
        return divisions.isEmpty()
                ? List.of(Optional.empty())
                : divisions.stream().distinct().map(Optional::of).toList();
    }

    private static SortedMap<String, Integer> rules(Evaluation evaluation) {
        SortedMap<String, Integer> rules = new TreeMap<>();
        evaluation.ledger().rules().forEach(rule -> rules.put(rule.id(), 0));
        evaluation.findings().stream()
                .filter(finding -> !finding.waived())
                .forEach(finding -> rules.merge(finding.finding().rule(), 1, Integer::sum));
        return rules;
    }

    private static List<OfMeasure> measures(Evaluation evaluation, Map<MeasureId, List<String>> responsible) {
        Map<MeasureId, List<ReportedFinding>> findings = new HashMap<>();
        for (ReportedFinding finding : evaluation.findings()) {
            finding.finding()
                    .measures()
                    .forEach(id -> findings.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(finding));
        }
        Map<MeasureId, SortedMap<YearMonth, List<State>>> months = new HashMap<>();
        for (ObligationState obligation : evaluation.obligations()) {
            months.computeIfAbsent(obligation.measure(), none -> new TreeMap<>())
                    .computeIfAbsent(YearMonth.from(obligation.due()), none -> new ArrayList<>())
                    .add(obligation.state());
        }
        Map<MeasureId, Integer> uncounted = new HashMap<>();
        for (Uncounted one : evaluation.uncounted()) {
            uncounted.merge(one.measure(), 1, Integer::sum);
        }
        List<OfMeasure> measures = new ArrayList<>();
        for (PlannedMeasure planned : evaluation.plan().measures()) {
            MeasureId id = planned.measure().id();
            SortedMap<YearMonth, Tally<State>> states = new TreeMap<>();
            months.getOrDefault(id, new TreeMap<>())
                    .forEach((month, all) -> states.put(month, Tally.of(State.class, all.stream())));
            measures.add(new OfMeasure(
                    planned,
                    findings(findings.getOrDefault(id, List.of())),
                    waived(findings.getOrDefault(id, List.of())),
                    states,
                    uncounted.getOrDefault(id, 0),
                    responsible.getOrDefault(id, List.of())));
        }
        return List.copyOf(measures);
    }

    private static List<YearMonth> months(Evaluation evaluation) {
        NavigableSet<YearMonth> months = new TreeSet<>();
        YearMonth last = YearMonth.from(evaluation.round().to());
        for (YearMonth month = YearMonth.from(evaluation.round().from());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.add(month);
        }
        evaluation.obligations().forEach(obligation -> months.add(YearMonth.from(obligation.due())));
        return List.copyOf(months);
    }

    private static List<OnDay> days(
            Evaluation evaluation, Map<MeasureId, List<String>> responsible, Predicate<ObligationState> wanted) {
        SortedMap<LocalDate, List<ObligationState>> days = new TreeMap<>();
        evaluation.obligations().stream()
                .filter(wanted)
                .forEach(obligation -> days.computeIfAbsent(obligation.due(), none -> new ArrayList<>())
                        .add(obligation));
        List<OnDay> list = new ArrayList<>();
        days.forEach((due, obligations) -> list.add(new OnDay(
                due,
                List.copyOf(obligations),
                obligations.stream()
                        .flatMap(one -> responsible.getOrDefault(one.measure(), List.of()).stream())
                        .distinct()
                        .sorted()
                        .toList())));
        return List.copyOf(list);
    }

    private record Ending(Outcome outcome, Reason why, String rule) {}

    private static List<NotEvaluated> notEvaluated(Ledger ledger) {
        Map<Ending, List<Optional<MeasureId>>> endings = new LinkedHashMap<>();
        for (Ledger.Entry entry : ledger.entries()) {
            if (entry.outcome() == Outcome.NOT_EVALUABLE
                    || entry.outcome() == Outcome.ERROR
                    || entry.outcome() == Outcome.WAIVED) {
                endings.computeIfAbsent(
                                new Ending(entry.outcome(), entry.why(), entry.rule()), none -> new ArrayList<>())
                        .add(entry.measure());
            }
        }
        return endings.entrySet().stream()
                .map(ending -> new NotEvaluated(
                        ending.getKey().outcome(),
                        ending.getKey().why(),
                        ending.getKey().rule(),
                        ending.getValue().stream()
                                .flatMap(Optional::stream)
                                .sorted()
                                .toList(),
                        (int) ending.getValue().stream()
                                .filter(Optional::isEmpty)
                                .count()))
                .sorted(Comparator.comparing((NotEvaluated one) -> one.outcome() != Outcome.ERROR)
                        .thenComparing(NotEvaluated::outcome)
                        .thenComparing(one -> one.why().code())
                        .thenComparing(one -> one.why().detail())
                        .thenComparing(NotEvaluated::rule))
                .toList();
    }
}
