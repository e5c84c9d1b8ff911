package tidtam.engine;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param table the agency's own rows, which go before {@code limits}; sorted, whatever order they were given in
 * @param severities by rule id; rules that are not keys keep their own
 * @param off why a rule is turned off, by its id
 */
public record Parameters(
        List<Limit> limits,
        List<LimitRow> table,
        HolidayRule holidayRule,
        Holidays holidays,
        Map<String, Severity> severities,
        Map<String, String> off) {
    private static final Comparator<LimitRow> BY_SCOPE =
            Comparator.comparingInt(LimitRow::fields).thenComparing(LimitRow::signature);

    public Parameters {
        Map<Kind, Limit> byKind = new EnumMap<>(Kind.class);
        limits.forEach(limit -> byKind.put(limit.kind(), limit));
        if (byKind.size() != Kind.values().length || limits.size() != byKind.size()) {
            throw new IllegalArgumentException("one limit for each kind of duty is needed, not " + limits);
        }
        limits = List.copyOf(byKind.values());
        List<LimitRow> rows = new ArrayList<>(table);
        rows.sort(BY_SCOPE);
        table = List.copyOf(rows);
        severities = Map.copyOf(severities);
        off = Map.copyOf(off);
    }

    /** These limits, and the law's own counting; only weekends are known as days off. */
    public static Parameters of(List<Limit> limits) {
        return new Parameters(limits, List.of(), HolidayRule.LAST_DAY_COUNTS, Holidays.unknown(), Map.of(), Map.of());
    }

    /** The same with another holiday table. */
    public Parameters with(Holidays other) {
        return new Parameters(limits, table, holidayRule, other, severities, off);
    }

    /** The same with the other holiday rule. */
    public Parameters with(HolidayRule other) {
        return new Parameters(limits, table, other, holidays, severities, off);
    }

    /** The same with other limits. */
    public Parameters withLimits(List<Limit> others) {
        return new Parameters(others, table, holidayRule, holidays, severities, off);
    }

    /** The same with the agency's own rows. */
    public Parameters withTable(List<LimitRow> rows) {
        return new Parameters(limits, rows, holidayRule, holidays, severities, off);
    }

    /** The same with other severities. */
    public Parameters withSeverities(Map<String, Severity> others) {
        return new Parameters(limits, table, holidayRule, holidays, others, off);
    }

    /** The same with these rules turned off. */
    public Parameters withOff(Map<String, String> reasons) {
        return new Parameters(limits, table, holidayRule, holidays, severities, reasons);
    }
}
