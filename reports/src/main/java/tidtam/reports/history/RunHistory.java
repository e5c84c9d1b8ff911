package tidtam.reports.history;

import java.util.Optional;
import java.util.SortedMap;
import tidtam.facts.Evaluation;

/**
 * What is remembered of a run.
 *
 * @param plans by {@link Evaluation#planKey()}
 * @param head of the chain of records, once the run was recorded
 */
public record RunHistory(SortedMap<String, PlanHistory> plans, ChainHead head) {
    /** What became of the findings of a plan. */
    public Optional<PlanHistory> of(Evaluation evaluation) {
        return Optional.ofNullable(plans.get(evaluation.planKey()));
    }
}
