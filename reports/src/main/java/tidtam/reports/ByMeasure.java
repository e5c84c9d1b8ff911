package tidtam.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tidtam.facts.Evaluation;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Uncounted;

/** An evaluation's parts by the measure they belong to, each list in the evaluation's order. */
final class ByMeasure {
    private final Map<MeasureId, PlannedMeasure> measures = new HashMap<>();
    private final Map<MeasureId, List<ObligationState>> obligations;
    private final Map<MeasureId, List<Uncounted>> uncounted;

    ByMeasure(Evaluation evaluation) {
        evaluation
                .plan()
                .measures()
                .forEach(planned -> measures.put(planned.measure().id(), planned));
        obligations = group(evaluation.obligations(), ObligationState::measure);
        uncounted = group(evaluation.uncounted(), Uncounted::measure);
    }

    PlannedMeasure measure(MeasureId id) {
        PlannedMeasure planned = measures.get(id);
        if (planned == null) {
            throw new IllegalArgumentException("the plan has no row " + id.row());
        }
        return planned;
    }

    List<ObligationState> obligations(MeasureId id) {
        return obligations.getOrDefault(id, List.of());
    }

    List<Uncounted> uncounted(MeasureId id) {
        return uncounted.getOrDefault(id, List.of());
    }

    private static <T> Map<MeasureId, List<T>> group(List<T> all, Function<T, MeasureId> measure) {
        Map<MeasureId, List<T>> groups = new HashMap<>();
        all.forEach(one -> groups.computeIfAbsent(measure.apply(one), id -> new ArrayList<>())
                .add(one));
        return groups;
    }
}
