package tidtam.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tidtam.engine.obligations.HolidayRule;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Severity;

/**
 * What an auditor may change.
 *
 * @param limits one for each kind of duty
 * @param severities by rule id; rules that are not keys keep their own
 */
public record Parameters(
        List<Limit> limits, HolidayRule holidayRule, Holidays holidays, Map<String, Severity> severities) {
    public Parameters {
        Map<Kind, Limit> byKind = new EnumMap<>(Kind.class);
        limits.forEach(limit -> byKind.put(limit.kind(), limit));
        if (byKind.size() != Kind.values().length || limits.size() != byKind.size()) {
            throw new IllegalArgumentException("one limit for each kind of duty is needed, not " + limits);
        }
        limits = List.copyOf(byKind.values());
        severities = Map.copyOf(severities);
    }

    /** These limits, and the law's own counting; only weekends are known as days off. */
    public static Parameters of(List<Limit> limits) {
        return new Parameters(limits, HolidayRule.LAST_DAY_COUNTS, Holidays.unknown(), Map.of());
    }

    /** The same with another holiday table. */
    public Parameters with(Holidays other) {
        return new Parameters(limits, holidayRule, other, severities);
    }

    /** How a kind of duty is judged. */
    Limit limit(Kind kind) {
        for (Limit limit : limits) {
            if (limit.kind() == kind) {
                return limit;
            }
        }
        throw new IllegalArgumentException("no limit for " + kind);
    }
}
