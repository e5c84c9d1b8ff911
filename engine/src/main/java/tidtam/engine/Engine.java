package tidtam.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Framework;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.ObligationState;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Responsible;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;

/** Evaluates plans against a rule base. Immutable; the same engine may serve many threads. */
public final class Engine {
    private static final Comparator<ObligationState> BY_DUTY = Comparator.comparing(ObligationState::measure)
            .thenComparing(state -> state.obligation().duty().ordinal())
            .thenComparing(state -> state.obligation().index());

    private static final Comparator<CellText> BY_START =
            Comparator.comparing(CellText::cell).thenComparing(CellText::start);

    private static final Comparator<ReportedFinding> BY_PLACE = Comparator.comparingInt(Engine::row)
            .thenComparing(ReportedFinding::severity)
            .thenComparing(one -> one.finding().rule())
            .thenComparing(Engine::byPeriod)
            .thenComparing(Engine::byCell)
            .thenComparing(one -> one.finding().duty().orElse(""))
            .thenComparingInt(Engine::indicator)
            .thenComparing(
                    one -> one.finding().values().toString(),
                    Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    private final RuleBase base;
    private final Parameters parameters;
    private final Map<String, Severity> severities;
    private final Map<String, Set<Kind>> overdueKinds;

    public Engine(RuleBase base, Parameters parameters) {
        this.base = base;
        this.parameters = parameters;
        Map<String, Severity> weights = new HashMap<>();
        base.rules().forEach(rule -> weights.put(rule.id(), rule.severity()));
        weights.putAll(parameters.severities());
        this.severities = Map.copyOf(weights);
        this.overdueKinds = base.rules().stream()
                .collect(Collectors.toMap(
                        RuleInfo::id,
                        rule -> rule.needs().stream()
                                .flatMap(need -> need.kind().stream())
                                .collect(Collectors.toSet())));
    }

    /**
     * Evaluates one plan.
     *
     * @param problems what could not be read; passed on
     * @param asOf the day the check is made for
     * @param framework the framework in force; where absent, rules that need it are not evaluable
     */
    public Evaluation evaluate(
            Plan plan, List<CellProblem> problems, Round round, LocalDate asOf, Optional<Framework> framework) {
        List<String> divisions = divisions(plan);
        PlanFacts facts = new PlanFacts(plan, round, asOf, framework, parameters, divisions, base.hasAddedRules());
        Conclusions conclusions = base.run(facts.all());
        Ledger ledger =
                new LedgerKeeper(base, parameters.off(), plan, round, asOf, framework, facts, conclusions).ledger();
        return new Evaluation(
                plan,
                round,
                asOf,
                conclusions.states().stream().sorted(BY_DUTY).toList(),
                facts.evidence(),
                facts.uncounted(),
                reported(plan, round, conclusions.findings(), facts.limits(), divisions),
                ledger,
                facts.indicators(),
                facts.limits().chosen(),
                divisions,
                Stream.concat(problems.stream(), facts.problems().stream()).toList());
    }

    private List<ReportedFinding> reported(
            Plan plan, Round round, List<Finding> concluded, LimitChoice limits, List<String> allDivisions) {
        Map<MeasureId, PlannedMeasure> measures = new LinkedHashMap<>();
        Map<MeasureId, String> keys = new HashMap<>();
        for (PlannedMeasure planned : plan.measures()) {
            measures.put(planned.measure().id(), planned);
            keys.put(planned.measure().id(), planned.measure().key());
        }
        List<ReportedFinding> reported = new ArrayList<>();
        for (Finding finding : concluded) {
            if (!parameters.off().containsKey(finding.rule())) {
                Severity severity = severity(finding, measures, limits);
                reported.add(new ReportedFinding(finding, severity, divisions(finding, measures, allDivisions), ""));
            }
        }
        reported.sort(BY_PLACE);
        Fingerprints fingerprints = new Fingerprints(plan.title().agency().orElse(""), round, keys);
        return fingerprints.stamped(reported);
    }

    /** A finding that rests on a guess is at most a warning; that a date cannot be is no guess. */
    private Severity severity(Finding finding, Map<MeasureId, PlannedMeasure> measures, LimitChoice limits) {
        Severity own = Objects.requireNonNull(severities.get(finding.rule()), finding.rule());
        Severity severity = finding.measures().stream()
                .map(measures::get)
                .flatMap(planned -> overdue(finding, planned).map(kind -> limits.severity(planned, kind, own)).stream())
                .findFirst()
                .orElse(own);
        boolean softened = finding.guessed()
                && severity == Severity.ERROR
                && !finding.rule().equals("date-impossible");
        return softened ? Severity.WARNING : severity;
    }

    /** The kind of duty that a finding says is overdue; empty where its rule is not about one. */
    private Optional<Kind> overdue(Finding finding, PlannedMeasure planned) {
        Set<Kind> judged = overdueKinds.getOrDefault(finding.rule(), Set.of());
        return planned.duties().stream()
                .filter(duty -> judged.contains(duty.kind()) && finding.duty().equals(Optional.of(duty.signature())))
                .map(Duty::kind)
                .findFirst();
    }

    private static List<String> divisions(
            Finding finding, Map<MeasureId, PlannedMeasure> measures, List<String> allDivisions) {
        Set<String> concerned = new TreeSet<>();
        for (MeasureId id : finding.measures()) {
            Objects.requireNonNull(measures.get(id))
                    .responsible()
                    .ifPresent(responsible -> concerned.addAll(responsible.among(allDivisions)));
        }
        return List.copyOf(concerned);
    }

    /** The agency's own list, else the divisions the plan itself names. */
    private static List<String> divisions(Plan plan) {
        Set<String> names = new TreeSet<>();
        plan.records().divisions().stream().map(Division::name).forEach(names::add);
        if (names.isEmpty()) {
            plan.measures().stream()
                    .flatMap(planned -> planned.responsible().stream())
                    .map(Responsible::divisions)
                    .forEach(named -> named.stream().map(NamedDivision::name).forEach(names::add));
        }
        return List.copyOf(names);
    }

    /** 0 for a finding about the plan. */
    private static int row(ReportedFinding one) {
        List<MeasureId> measures = one.finding().measures();
        return measures.isEmpty() ? 0 : measures.get(0).row();
    }

    private static int indicator(ReportedFinding one) {
        return one.finding()
                .values()
                .find("indicator")
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(0);
    }

    private static int byPeriod(ReportedFinding one, ReportedFinding other) {
        return emptyFirst(
                one.finding()
                        .values()
                        .find("period")
                        .filter(Period.class::isInstance)
                        .map(Period.class::cast),
                other.finding()
                        .values()
                        .find("period")
                        .filter(Period.class::isInstance)
                        .map(Period.class::cast),
                Comparator.naturalOrder());
    }

    private static int byCell(ReportedFinding one, ReportedFinding other) {
        return emptyFirst(one.finding().cell(), other.finding().cell(), BY_START);
    }

    private static <T> int emptyFirst(Optional<T> one, Optional<T> other, Comparator<T> order) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        return order.compare(one.get(), other.get());
    }
}
