package tidtam.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import tidtam.facts.Finding;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.RuleInfo;

/**
 * Holds an agency's own rules to what the built-in ones keep: facts are only read, and a rule finds, under its own id and about what it
 * declares, what can be put into words. A rule that does anything else has thrown, so that its pairs are errors and no other rule's are.
 */
final class AddedRulesGuard implements RuleRuntimeEventListener {
    /** More findings of one session than these come from a rule that feeds itself. */
    private static final int MOST = 200_000;

    private final Map<String, RuleInfo> own = new HashMap<>();
    private final Consumer<Finding> sayable;
    private final Set<MeasureId> measures = new HashSet<>();
    private int findings;

    AddedRulesGuard(List<RuleInfo> rules, Consumer<Finding> sayable) {
        this.sayable = sayable;
        for (RuleInfo rule : rules) {
            if (rule.origin() == RuleInfo.Origin.AGENCY) {
                own.put(rule.id(), rule);
            }
        }
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getObject() instanceof Measure measure) {
            measures.add(measure.id());
        }
        RuleInfo rule = find(event.getRule());
        if (rule != null) {
            check(rule, event.getObject());
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        refuseChange(event.getRule());
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        refuseChange(event.getRule());
    }

    private void refuseChange(@Nullable Rule by) {
        if (find(by) != null) {
            throw new IllegalStateException("a rule may not change or delete a fact");
        }
    }

    private void check(RuleInfo rule, Object inserted) {
        if (!(inserted instanceof Finding finding) || !finding.rule().equals(rule.id())) {
            throw new IllegalStateException("a rule may insert nothing but findings of its own id");
        }
        boolean ofMeasures = rule.subject() == RuleInfo.Subject.MEASURE;
        if (ofMeasures && finding.measures().isEmpty()) {
            throw new IllegalStateException("a rule about measures names the measure in each finding");
        }
        if (!measures.containsAll(finding.measures())) {
            throw new IllegalStateException("a finding names a measure that the plan does not have");
        }
        findings++;
        if (findings > MOST) {
            throw new IllegalStateException("more than " + MOST + " findings in one plan");
        }
        sayable.accept(finding);
    }

    private @Nullable RuleInfo find(@Nullable Rule by) {
        return by == null ? null : own.get(RuleBase.id(by.getName()));
    }
}
