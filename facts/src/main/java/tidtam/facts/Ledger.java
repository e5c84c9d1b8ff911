package tidtam.facts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every rule against every subject, and how each pair ended. */
public record Ledger(List<RuleInfo> rules, int measures, List<Entry> entries) {
    /**
     * One pair.
     *
     * @param measure empty where the rule is about the plan
     */
    public record Entry(String rule, Optional<MeasureId> measure, Outcome outcome, Reason why) {}

    /** How many pairs ended in each outcome; every outcome is a key. */
    public Map<Outcome, Integer> totals() {
        Map<Outcome, Integer> totals = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            totals.put(outcome, 0);
        }
        entries.forEach(entry -> totals.merge(entry.outcome(), 1, Integer::sum));
        return totals;
    }
}
