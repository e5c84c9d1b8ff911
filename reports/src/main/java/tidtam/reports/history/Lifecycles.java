package tidtam.reports.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;

/** Follows findings from the last run of their plan to this one. */
public final class Lifecycles {
    private final Function<Finding, String> thai;
    private final Function<Finding, String> english;

    /** @param thai what a finding says in words, to be remembered when its workbook is gone */
    public Lifecycles(Function<Finding, String> thai, Function<Finding, String> english) {
        this.thai = thai;
        this.english = english;
    }

    /**
     * How every finding of a plan stands in this run.
     *
     * @param evaluations of one plan; several where it is spread over workbooks
     * @param before the last run's sightings, those of it that were absent among them
     * @param settled what was ever settled, by fingerprint
     */
    public List<Sighting> of(List<Evaluation> evaluations, List<Sighting> before, Set<String> settled) {
        Map<String, Sighting> known = before.stream()
                .filter(one -> one.state() != Lifecycle.RESOLVED)
                .collect(Collectors.toMap(Sighting::fingerprint, one -> one, (one, same) -> one, LinkedHashMap::new));
        Map<String, Sighting> now = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluations) {
            Map<MeasureId, Measure> measures = evaluation.plan().measures().stream()
                    .map(PlannedMeasure::measure)
                    .collect(Collectors.toMap(Measure::id, measure -> measure));
            for (ReportedFinding reported : evaluation.findings()) {
                Optional<Sighting> last = Optional.ofNullable(known.get(reported.fingerprint()));
                Lifecycle state = last.map(one -> compared(one, reported))
                        .orElse(settled.contains(reported.fingerprint()) ? Lifecycle.REOPENED : Lifecycle.NEW);
                LocalDate since = last.map(Sighting::since).orElse(evaluation.asOf());
                now.putIfAbsent(reported.fingerprint(), seen(reported, state, since, measures));
            }
        }
        Evaluated evaluated = new Evaluated(evaluations);
        List<Sighting> all = new ArrayList<>(now.values());
        known.values().stream()
                .filter(one -> !now.containsKey(one.fingerprint()))
                .map(one -> one.gone(evaluated.without(one) ? Lifecycle.RESOLVED : Lifecycle.ABSENT))
                .sorted(Comparator.comparing(Sighting::fingerprint))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** One that was out of sight and comes back is compared as if it had been there all along. */
    private static Lifecycle compared(Sighting last, ReportedFinding now) {
        boolean heavier = now.severity().compareTo(last.severity()) < 0;
        return heavier || now.finding().periods().size() > last.periods() ? Lifecycle.WORSENED : Lifecycle.UNCHANGED;
    }

    private Sighting seen(
            ReportedFinding reported, Lifecycle state, LocalDate since, Map<MeasureId, Measure> measures) {
        Finding finding = reported.finding();
        List<Measure> about = finding.measures().stream()
                .flatMap(id -> Optional.ofNullable(measures.get(id)).stream())
                .toList();
        return new Sighting(
                reported.fingerprint(),
                state,
                since,
                finding.rule(),
                reported.severity(),
                finding.periods().size(),
                about.stream().map(Measure::key).toList(),
                about.stream()
                        .findFirst()
                        .map(one -> one.code().orElse(one.title()))
                        .orElse(""),
                reported.divisions(),
                finding.cell().map(text -> text.cell().toString()),
                finding.findDue(),
                finding.findDaysOverdue().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                thai.apply(finding),
                english.apply(finding),
                reported.waived());
    }

    /** For which measures, by key, which rules gave an answer. */
    private static final class Evaluated {
        private final Map<String, Set<String>> answered = new HashMap<>();
        private final Set<String> aboutPlan = new HashSet<>();

        Evaluated(List<Evaluation> evaluations) {
            for (Evaluation evaluation : evaluations) {
                Map<MeasureId, String> keys = evaluation.plan().measures().stream()
                        .map(PlannedMeasure::measure)
                        .collect(Collectors.toMap(Measure::id, Measure::key));
                for (Ledger.Entry entry : evaluation.ledger().entries()) {
                    if (entry.outcome() == Outcome.NOT_EVALUABLE || entry.outcome() == Outcome.ERROR) {
                        continue;
                    }
                    entry.measure()
                            .flatMap(id -> Optional.ofNullable(keys.get(id)))
                            .ifPresentOrElse(
                                    key -> answered.computeIfAbsent(key, none -> new HashSet<>())
                                            .add(entry.rule()),
                                    () -> aboutPlan.add(entry.rule()));
                }
            }
        }

        /** Whether a finding that is not there any more would have been found, were it still so. */
        boolean without(Sighting gone) {
            if (aboutPlan.contains(gone.rule())) {
                return true;
            }
            return !gone.measures().isEmpty()
                    && gone.measures().stream()
                            .allMatch(
                                    key -> answered.getOrDefault(key, Set.of()).contains(gone.rule()));
        }
    }
}
