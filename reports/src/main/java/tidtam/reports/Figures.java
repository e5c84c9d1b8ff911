package tidtam.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tidtam.facts.Outcome;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;

/**
 * Every number that reports show of a result, counted once, so that all forms agree. Made by {@link #of}, then handed to each form.
 *
 * @param plans the inputs that could be evaluated, in the result's order
 * @param unreadable how many inputs could not
 * @param measures of all plans
 * @param findings by severity; a finding counts once, however many divisions and measures it concerns
 * @param obligations by state
 * @param pairs rule and subject, by outcome; only those of {@link Outcome#NOT_EVALUABLE} are called not evaluable, and neither they nor
 *     those that failed or were waived are called passed
 */
public record Figures(
        List<PlanFigures> plans,
        int unreadable,
        int measures,
        Tally<Severity> findings,
        Tally<State> obligations,
        Tally<Outcome> pairs) {

    /** Counts a result. */
    public static Figures of(CheckResult result) {
        List<PlanFigures> plans = new ArrayList<>();
        for (int input = 0; input < result.inputs().size(); input++) {
            if (result.inputs().get(input) instanceof Checked.Evaluated evaluated) {
                plans.add(PlanFigures.of(input, evaluated, result.history()));
            }
        }
        return new Figures(
                List.copyOf(plans),
                result.inputs().size() - plans.size(),
                plans.stream().mapToInt(plan -> plan.measures().size()).sum(),
                Tally.sum(Severity.class, plans.stream().map(PlanFigures::findings)),
                Tally.sum(State.class, plans.stream().map(PlanFigures::obligations)),
                Tally.sum(Outcome.class, plans.stream().map(PlanFigures::pairs)));
    }

    /** Whether any pair of any plan passed or found something. */
    public boolean evaluated() {
        return plans.stream().anyMatch(PlanFigures::evaluated);
    }

    /** Findings of all plans that are waived; they count as nothing else. */
    public int waived() {
        return plans.stream().mapToInt(PlanFigures::waived).sum();
    }

    /** Waivers of all plans that hold and match no finding. */
    int idleWaivers() {
        return plans.stream()
                .mapToInt(plan -> plan.evaluation().idleWaivers().size())
                .sum();
    }

    /** The inputs at which is told what became of a plan since the run before: of a plan in several workbooks, the first. */
    List<PlanFigures> remembered() {
        Set<String> told = new HashSet<>();
        return plans.stream()
                .filter(plan -> plan.history().isPresent())
                .filter(plan -> told.add(plan.evaluation().planKey()))
                .toList();
    }

    /** Duties whose due date could not be counted. */
    public int uncounted() {
        return plans.stream().mapToInt(PlanFigures::uncounted).sum();
    }

    /** Obligations that are past their due date without a dated report. */
    public int overdue() {
        return plans.stream().mapToInt(PlanFigures::overdue).sum();
    }

    /** The most days that any obligation is overdue; 0 where none is. */
    public int mostDaysOverdue() {
        return plans.stream().mapToInt(PlanFigures::mostDaysOverdue).max().orElse(0);
    }

    /** What falls due on one day in one plan. */
    record Day(PlanFigures plan, PlanFigures.OnDay on) {}

    /** What is still to be met in any plan, by due date. */
    List<Day> coming() {
        return days(PlanFigures::coming);
    }

    /** What is overdue in any plan without a dated report, by due date. */
    List<Day> past() {
        return days(PlanFigures::past);
    }

    private List<Day> days(Function<PlanFigures, List<PlanFigures.OnDay>> some) {
        return plans.stream()
                .flatMap(plan -> some.apply(plan).stream().map(on -> new Day(plan, on)))
                .sorted(Comparator.comparing(day -> day.on().due()))
                .toList();
    }

    /** The rules of all plans by id, in the plans' order; where plans weigh one differently, as the first does. */
    Map<String, RuleInfo> rules() {
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        plans.forEach(plan -> plan.evaluation().ledger().rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
        return rules;
    }

    /** How many findings of all plans each rule has, by its id. */
    SortedMap<String, Integer> found() {
        SortedMap<String, Integer> found = new TreeMap<>();
        plans.forEach(plan -> plan.rules().forEach((rule, count) -> found.merge(rule, count, Integer::sum)));
        return found;
    }
}
