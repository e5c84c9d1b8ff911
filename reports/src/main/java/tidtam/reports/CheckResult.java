package tidtam.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tidtam.facts.Evaluation;
import tidtam.facts.Outcome;
import tidtam.facts.Severity;
import tidtam.reports.history.RunHistory;

/**
 * What one run gave: the model that every format is written from.
 *
 * @param inputs sorted by path, whatever order they were checked in; the formats count them from 0 in this order
 * @param history what is remembered of earlier runs; empty where the run is not recorded
 */
public record CheckResult(RunInfo run, List<Checked> inputs, Optional<RunHistory> history) {
    public CheckResult {
        inputs = inputs.stream().sorted(Comparator.comparing(Checked::path)).toList();
    }

    /** A run that is not recorded. */
    public CheckResult(RunInfo run, List<Checked> inputs) {
        this(run, inputs, Optional.empty());
    }

    /** The same run, recorded. */
    public CheckResult with(RunHistory recorded) {
        return new CheckResult(run, inputs, Optional.of(recorded));
    }

    /** The evaluations of the inputs that could be read. */
    public List<Evaluation> evaluations() {
        return inputs.stream()
                .filter(Checked.Evaluated.class::isInstance)
                .map(input -> ((Checked.Evaluated) input).evaluation())
                .toList();
    }

    /** How many findings there are of one severity; those that are waived do not count. */
    public int count(Severity severity) {
        return (int) evaluations().stream()
                .flatMap(evaluation -> evaluation.findings().stream())
                .filter(finding -> !finding.waived() && finding.severity() == severity)
                .count();
    }

    /** Whether a workbook, a sheet or a rule could not be evaluated. What a rule does not cover by design does not count. */
    public boolean partial() {
        return inputs.stream().anyMatch(Checked.Unreadable.class::isInstance)
                || evaluations().stream().anyMatch(CheckResult::partial);
    }

    /** The same of one plan. */
    public static boolean partial(Evaluation evaluation) {
        return evaluation.problems().stream().anyMatch(problem -> problem.code().partial())
                || evaluation.ledger().entries().stream().anyMatch(entry -> entry.outcome() == Outcome.ERROR);
    }
}
