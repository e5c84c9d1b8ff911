package tidtam.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tidtam.facts.CellRef;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.LogEntry;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.RuleInfo;
import tidtam.facts.Uncounted;

/** An evaluation's parts by the measure they belong to, each list in the evaluation's order. */
final class ByMeasure {
    private final Map<MeasureId, PlannedMeasure> measures = new HashMap<>();
    private final Map<MeasureId, List<ObligationState>> obligations;
    private final Map<MeasureId, List<Uncounted>> uncounted;
    private final Map<MeasureId, List<LogEntry>> logged = new HashMap<>();
    private final Set<String> agencyRules = new HashSet<>();

    ByMeasure(Evaluation evaluation) {
        evaluation
                .plan()
                .measures()
                .forEach(planned -> measures.put(planned.measure().id(), planned));
        obligations = group(evaluation.obligations(), ObligationState::measure);
        uncounted = group(evaluation.uncounted(), Uncounted::measure);
        for (LogEntry entry : evaluation.plan().records().logged()) {
            entry.measure()
                    .ifPresent(id -> logged.computeIfAbsent(id, fresh -> new ArrayList<>())
                            .add(entry));
        }
        evaluation.ledger().rules().stream()
                .filter(rule -> rule.origin() == RuleInfo.Origin.AGENCY)
                .map(RuleInfo::id)
                .forEach(agencyRules::add);
    }

    PlannedMeasure measure(MeasureId id) {
        PlannedMeasure planned = measures.get(id);
        if (planned == null) {
            throw new IllegalArgumentException("the plan has no row " + id.row());
        }
        return planned;
    }

    /** Whose rule it is, by its id. */
    RuleInfo.Origin origin(String rule) {
        return agencyRules.contains(rule) ? RuleInfo.Origin.AGENCY : RuleInfo.Origin.BUILT_IN;
    }

    /** A duty's obligations as judged. */
    List<ObligationState> obligations(Duty duty) {
        return obligations.getOrDefault(duty.measure(), List.of()).stream()
                .filter(state -> state.obligation().duty().ordinal() == duty.ordinal())
                .toList();
    }

    /** Why a duty's due date could not be counted, where it could not. */
    List<Uncounted> uncounted(Duty duty) {
        return uncounted.getOrDefault(duty.measure(), List.of()).stream()
                .filter(one -> one.duty().ordinal() == duty.ordinal())
                .toList();
    }

    /** The rows of the report log that name a measure. */
    List<LogEntry> logged(MeasureId id) {
        return logged.getOrDefault(id, List.of());
    }

    /** Where a row of the report log is shown: its date, which is also where evidence points to, else what it names. */
    static CellRef place(LogEntry entry) {
        return entry.reported().map(DateSpan::text).orElse(entry.named()).cell();
    }

    private static <T> Map<MeasureId, List<T>> group(List<T> all, Function<T, MeasureId> measure) {
        Map<MeasureId, List<T>> groups = new HashMap<>();
        all.forEach(one -> groups.computeIfAbsent(measure.apply(one), id -> new ArrayList<>())
                .add(one));
        return groups;
    }
}
