package tidtam.reports;

import java.util.ArrayList;
import java.util.List;
import tidtam.facts.Outcome;
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
                plans.add(PlanFigures.of(input, evaluated));
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
}
