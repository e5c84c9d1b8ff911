package tidtam.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the check of one plan gave. Every list is sorted; the same input gives an equal evaluation.
 *
 * @param obligations by measure, duty and index
 * @param evidence the report that serves an obligation, where one does
 * @param uncounted duties whose due date could not be counted
 * @param findings by measure, then weight, rule and period; those about the plan first
 * @param limits how the duties of a measure were judged, by kind
 * @param divisions every division of the plan, sorted
 * @param idleWaivers those that hold on the as-of date for this plan, and match no finding
 */
public record Evaluation(
        Plan plan,
        Round round,
        LocalDate asOf,
        List<ObligationState> obligations,
        Map<Obligation, Report> evidence,
        List<Uncounted> uncounted,
        List<ReportedFinding> findings,
        Ledger ledger,
        Map<MeasureId, Integer> indicators,
        Map<MeasureId, Map<Kind, Limit>> limits,
        List<String> divisions,
        List<CellProblem> problems,
        List<Waiver> idleWaivers) {
    /** An evaluation under no waivers. */
    public Evaluation(
            Plan plan,
            Round round,
            LocalDate asOf,
            List<ObligationState> obligations,
            Map<Obligation, Report> evidence,
            List<Uncounted> uncounted,
            List<ReportedFinding> findings,
            Ledger ledger,
            Map<MeasureId, Integer> indicators,
            Map<MeasureId, Map<Kind, Limit>> limits,
            List<String> divisions,
            List<CellProblem> problems) {
        this(
                plan,
                round,
                asOf,
                obligations,
                evidence,
                uncounted,
                findings,
                ledger,
                indicators,
                limits,
                divisions,
                problems,
                List.of());
    }

    /** What tells plans apart in every run: the agency, folded, and the round. */
    public String planKey() {
        return Folded.of(plan.title().agency().orElse("")) + "\n" + round;
    }

    /** The same, with these findings, this ledger and these waivers left over. */
    public Evaluation with(List<ReportedFinding> judged, Ledger counted, List<Waiver> idle) {
        return new Evaluation(
                plan,
                round,
                asOf,
                obligations,
                evidence,
                uncounted,
                judged,
                counted,
                indicators,
                limits,
                divisions,
                problems,
                idle);
    }
}
