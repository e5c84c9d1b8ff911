package tidtam.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.app.history.Run;
import tidtam.facts.Folded;
import tidtam.facts.Severity;
import tidtam.facts.Sha256;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;
import tidtam.reports.history.Sighting;

/** A recorded run, its findings ready to be searched. */
record RunView(Run run, List<Plan> plans, List<Row> rows) {
    private static final int ID = 4;

    /**
     * One of its plans.
     *
     * @param id what it is called in addresses
     */
    record Plan(String id, Run.Plan recorded, PlanHistory history) {
        String key() {
            return recorded.key();
        }
    }

    /**
     * A finding of it, or what is settled or absent.
     *
     * @param folded what a search looks through
     * @param divisions whose it is, folded
     */
    record Row(Plan plan, Sighting sighting, String folded, Set<String> divisions) {
        boolean counts(Severity severity) {
            return sighting.state().open() && !sighting.waived() && sighting.severity() == severity;
        }
    }

    static RunView of(Run run, RunHistory recorded) {
        List<Plan> plans = run.plans().stream()
                .map(plan -> new Plan(
                        Sha256.of(plan.key(), ID),
                        plan,
                        Objects.requireNonNull(recorded.plans().get(plan.key()))))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Plan plan : plans) {
            for (Sighting one : plan.history().sightings()) {
                String text = String.join(
                        "\n",
                        one.thai(),
                        one.english(),
                        one.label(),
                        one.rule(),
                        one.cell().orElse(""),
                        one.fingerprint(),
                        String.join("\n", one.divisions()));
                rows.add(new Row(plan, one, Folded.of(text), Scope.folded(one.divisions())));
            }
        }
        return new RunView(run, plans, List.copyOf(rows));
    }

    /** What a person may see of it. */
    Stream<Row> seen(Scope scope) {
        return rows.stream().filter(row -> scope.seesFolded(row.divisions()));
    }

    /** Figures of one plan, or what one person may see of it. */
    record Counted(Map<Severity, Long> open, long waived, Map<Lifecycle, Long> became) {
        long of(Severity severity) {
            return open.getOrDefault(severity, 0L);
        }

        long of(Lifecycle state) {
            return became.getOrDefault(state, 0L);
        }
    }

    /** The figures of each plan, by its id, of what a person may see. */
    Map<String, Counted> count(Scope scope) {
        Map<String, List<Row>> seen =
                seen(scope).collect(Collectors.groupingBy(row -> row.plan().id()));
        return plans.stream()
                .collect(Collectors.toMap(Plan::id, plan -> counted(seen.getOrDefault(plan.id(), List.of()))));
    }

    static Counted counted(List<Row> rows) {
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            open.put(severity, rows.stream().filter(row -> row.counts(severity)).count());
        }
        Map<Lifecycle, Long> became = new EnumMap<>(Lifecycle.class);
        rows.forEach(row -> became.merge(row.sighting().state(), 1L, Long::sum));
        long waived = rows.stream()
                .filter(row -> row.sighting().waived() && row.sighting().state().open())
                .count();
        return new Counted(open, waived, became);
    }

    /** The different values that what a person may see has, in order. */
    List<String> choices(Scope scope, Function<Sighting, Stream<String>> values) {
        return seen(scope)
                .flatMap(row -> values.apply(row.sighting()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
