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
        List<CellProblem> problems) {}
