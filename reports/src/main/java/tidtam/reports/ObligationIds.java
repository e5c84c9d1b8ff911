package tidtam.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Sha256;

/**
 * What identifies the obligations of a plan in calendars: agency and fiscal year, then measure key, kind of duty, the duty's ordinal among
 * the measure's duties of that kind, and the period's or the event's first day. The due date is no part of it, so that an obligation whose
 * date moves stays the same event; nor are rows, nor the division that answers for it.
 */
final class ObligationIds {
    private static final int PLAN_BYTES = 6;
    private static final int BYTES = 12;
    private static final String DOMAIN = "@tidtam";

    private final String plan;
    private final Map<Obligation, String> ids = new HashMap<>();
    private final Set<String> known;

    ObligationIds(Evaluation evaluation) {
        plan = Sha256.of(
                Folded.of(evaluation.plan().title().agency().orElse("")) + "\n"
                        + evaluation.round().fiscalYear(),
                PLAN_BYTES);
        Map<MeasureId, String> keys = new HashMap<>();
        Map<Duty, Integer> ordinals = new HashMap<>();
        for (PlannedMeasure planned : evaluation.plan().measures()) {
            keys.put(planned.measure().id(), planned.measure().key());
            Map<Kind, Integer> ofKind = new HashMap<>();
            planned.duties().forEach(duty -> ordinals.put(duty, ofKind.merge(duty.kind(), 1, Integer::sum)));
        }
        Map<String, Integer> same = new HashMap<>();
        for (ObligationState state : evaluation.obligations()) {
            Obligation obligation = state.obligation();
            String identity = String.join(
                    "\n",
                    keys.get(state.measure()),
                    obligation.kind().name(),
                    String.valueOf(ordinals.get(obligation.duty())),
                    obligation.kind() == Kind.BY_FIXED_DATE
                            ? ""
                            : obligation.period().start().toString());
            int ordinal = same.merge(identity, 1, Integer::sum);
            ids.put(obligation, plan + "-" + Sha256.of(identity + "\n" + ordinal, BYTES) + DOMAIN);
        }
        known = new HashSet<>(ids.values());
    }

    /** The identifier of one of the plan's obligations. */
    String of(Obligation obligation) {
        return Objects.requireNonNull(ids.get(obligation));
    }

    /** Whether it identifies an obligation of this evaluation. */
    boolean known(String id) {
        return known.contains(id);
    }

    /** Whether it identifies something of this agency's plan of this fiscal year, in it still or not. */
    boolean ofThisPlan(String id) {
        return id.startsWith(plan + "-");
    }
}
