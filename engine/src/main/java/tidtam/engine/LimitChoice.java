package tidtam.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.Division;
import tidtam.facts.Folded;
import tidtam.facts.Framework;
import tidtam.facts.Indicator;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Severity;
import tidtam.facts.Tool;

/**
 * The limits in force for each measure of a plan: those of the most specific rows of the agency's table, else those of the kind of duty.
 *
 * <p>A measure of several divisions is judged by the most lenient of their limits. It has one report for all of them, and none may be
 * said to be late before its own time.
 */
final class LimitChoice {
    private final Map<Kind, Limit> general = new EnumMap<>(Kind.class);
    private final List<LimitRow> table;
    private final Map<MeasureId, Integer> indicators;
    private final Map<Integer, Tool> tools = new HashMap<>();
    private final List<String> divisions;
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<MeasureId, Map<Kind, Limit>> chosen = new HashMap<>();

    /** @param divisions every division of the plan */
    LimitChoice(
            Parameters parameters,
            Plan plan,
            Map<MeasureId, Integer> indicators,
            Optional<Framework> framework,
            List<String> divisions) {
        parameters.limits().forEach(limit -> general.put(limit.kind(), limit));
        this.table = parameters.table();
        this.indicators = indicators;
        this.divisions = divisions;
        framework.map(Framework::indicators).orElse(List.of()).forEach(this::tool);
        plan.records().divisions().forEach(this::names);
    }

    private void tool(Indicator indicator) {
        tools.put(indicator.number(), indicator.tool());
    }

    private void names(Division division) {
        Set<String> folded = new HashSet<>();
        division.otherNames().forEach(name -> folded.add(Folded.of(name)));
        names.put(division.name(), folded);
    }

    /** How a kind of duty is judged for a measure. */
    Limit limit(PlannedMeasure planned, Kind kind) {
        return chosen.computeIfAbsent(planned.measure().id(), fresh -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, fresh -> choose(planned, kind));
    }

    /** The limits asked for so far. */
    Map<MeasureId, Map<Kind, Limit>> chosen() {
        return chosen;
    }

    private Limit choose(PlannedMeasure planned, Kind kind) {
        Limit own = Objects.requireNonNull(general.get(kind), kind.name());
        return table.stream().noneMatch(row -> row.kind() == kind)
                ? own
                : scopes(planned)
                        .map(scope -> limit(scope, own))
                        .reduce(LimitChoice::lenient)
                        .orElse(own);
    }

    private static Limit lenient(Limit one, Limit other) {
        return new Limit(
                one.kind(),
                Math.max(one.graceDays(), other.graceDays()),
                Math.max(one.leadDays(), other.leadDays()),
                one.rows().isEmpty() ? other.basis() : one.basis(),
                Stream.concat(one.rows().stream(), other.rows().stream())
                        .distinct()
                        .toList());
    }

    private Limit limit(Scope scope, Limit own) {
        List<LimitRow> rows = table.stream()
                .filter(row -> row.kind() == own.kind() && matches(row, scope))
                .toList();
        int graceDays = own.graceDays();
        int leadDays = own.leadDays();
        for (LimitRow row : rows) {
            graceDays = row.graceDays().orElse(graceDays);
            leadDays = row.leadDays().orElse(leadDays);
        }
        return new Limit(
                own.kind(),
                graceDays,
                leadDays,
                rows.isEmpty() ? Limit.Basis.OUTSIDE_TABLE : Limit.Basis.TABLE,
                rows.stream().map(LimitRow::cell).toList());
    }

    /** How much it weighs that a duty of a kind is overdue; {@code own} where the table does not say. */
    Severity severity(PlannedMeasure planned, Kind kind, Severity own) {
        return table.isEmpty()
                ? own
                : scopes(planned)
                        .map(scope -> severity(scope, kind, own))
                        .max(Severity::compareTo)
                        .orElse(own);
    }

    private Severity severity(Scope scope, Kind kind, Severity own) {
        Severity severity = own;
        for (LimitRow row : table) {
            if (row.kind() == kind && matches(row, scope)) {
                severity = row.severity().orElse(severity);
            }
        }
        return severity;
    }

    /** Where a measure stands, for one of its divisions. */
    private record Scope(Optional<Tool> tool, OptionalInt indicator, Optional<String> division) {}

    /** One for each division of the measure; one without a division where it names none. */
    private Stream<Scope> scopes(PlannedMeasure planned) {
        Integer number = indicators.get(planned.measure().id());
        OptionalInt indicator = number == null ? OptionalInt.empty() : OptionalInt.of(number);
        Optional<Tool> tool =
                planned.measure().section().or(() -> Optional.ofNullable(number).map(tools::get));
        List<String> concerned = planned.responsible()
                .map(who -> who.everyDivision()
                        ? divisions
                        : who.divisions().stream().map(NamedDivision::name).toList())
                .orElse(List.of());
        return concerned.isEmpty()
                ? Stream.of(new Scope(tool, indicator, Optional.empty()))
                : concerned.stream().map(division -> new Scope(tool, indicator, Optional.of(division)));
    }

    private boolean matches(LimitRow row, Scope scope) {
        return (row.tool().isEmpty() || row.tool().equals(scope.tool()))
                && (row.indicator().isEmpty() || row.indicator().equals(scope.indicator()))
                && (row.division().isEmpty()
                        || scope.division()
                                .filter(division ->
                                        named(division, row.division().get()))
                                .isPresent());
    }

    private boolean named(String division, String asSpelt) {
        String folded = Folded.of(asSpelt);
        return folded.equals(Folded.of(division))
                || names.getOrDefault(division, Set.of()).contains(folded);
    }
}
