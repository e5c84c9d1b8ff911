package tidtam.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidtam.facts.Evaluation;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.State;
import tidtam.facts.Waiver;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;

/** What the last run, or another one, gave at a glance. */
final class OverviewPage {
    static final int DAYS_AHEAD = 60;

    private OverviewPage() {}

    /**
     * A plan.
     *
     * @param trend null where there is none to be shown
     */
    record Plan(
            RunView.Plan plan,
            RunView.Counted counted,
            @Nullable Trend trend) {}

    /** What is to be met on a day. */
    record Due(LocalDate day, String measure, String duty, List<String> divisions, boolean dayOff) {}

    /** An input that could not be evaluated. */
    record Unread(String path, String why) {}

    /**
     * All that the page shows.
     *
     * @param whyNot the run cannot be evaluated again; null where it can
     */
    record View(
            RunView run,
            List<Plan> plans,
            List<Due> due,
            List<Waiver> idle,
            List<Unread> unread,
            @Nullable String whyNot,
            String head) {}

    static void show(Visit visit) {
        Optional<RunView> run = visit.run();
        View view = run.map(one -> view(visit, one)).orElse(null);
        visit.show(out -> JteoverviewGenerated.render(out, null, visit, view));
    }

    private static View view(Visit visit, RunView run) {
        Scope scope = visit.scope();
        long number = run.run().number();
        Optional<CheckResult> result = visit.at().office().result(number);
        List<Evaluation> evaluations = result.map(CheckResult::evaluations).orElse(List.of());
        Map<String, RunView.Counted> counted = run.count(scope);
        return new View(
                run,
                run.plans().stream()
                        .map(plan -> new Plan(
                                plan,
                                Objects.requireNonNull(counted.get(plan.id())),
                                scope.whole() ? Trend.of(plan.history().trend()) : null))
                        .toList(),
                due(visit, evaluations),
                scope.whole()
                        ? evaluations.stream()
                                .flatMap(one -> one.idleWaivers().stream())
                                .toList()
                        : List.of(),
                scope.whole()
                        ? run.run().inputs().stream()
                                .flatMap(input -> input.why().stream()
                                        .map(why -> new Unread(
                                                input.path(), visit.wording().unreadable(Checked.Why.valueOf(why)))))
                                .toList()
                        : List.of(),
                result.isPresent() ? null : visit.at().office().whyNot(number, visit.language()),
                visit.at().chain().head().map(Object::toString).orElse(""));
    }

    private static List<Due> due(Visit visit, List<Evaluation> evaluations) {
        List<Due> due = new ArrayList<>();
        LocalDate last = visit.today().plusDays(DAYS_AHEAD);
        for (Evaluation evaluation : evaluations) {
            Map<MeasureId, PlannedMeasure> measures = new HashMap<>();
            evaluation
                    .plan()
                    .measures()
                    .forEach(one -> measures.put(one.measure().id(), one));
            for (ObligationState one : evaluation.obligations()) {
                PlannedMeasure planned = measures.get(one.measure());
                boolean open = one.state() != State.MET && one.state() != State.LATE;
                if (planned == null
                        || !open
                        || one.due().isBefore(visit.today())
                        || one.due().isAfter(last)) {
                    continue;
                }
                List<String> divisions = planned.responsible()
                        .map(who -> who.among(evaluation.divisions()))
                        .orElse(List.of());
                if (visit.scope().sees(divisions)) {
                    due.add(new Due(
                            one.due(),
                            label(visit, planned.measure()),
                            visit.wording().duty(one.obligation().duty()),
                            divisions,
                            visit.at().office().dayOff(one.due())));
                }
            }
        }
        due.sort(Comparator.comparing(Due::day));
        return List.copyOf(due);
    }

    private static String label(Visit visit, Measure measure) {
        return visit.wording().measure(measure, 80);
    }
}
