package tidtam.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidtam.facts.Evaluation;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;

/**
 * Findings that concern the same division, the heaviest first.
 *
 * @param everyDivision whether it is those that concern all divisions, which then stand in no other group
 * @param division empty also for what concerns no division that is known
 */
record FindingGroup(boolean everyDivision, Optional<String> division, List<Numbered> findings) {

    /** What is waived comes last. */
    static final Comparator<ReportedFinding> HEAVIEST =
            Comparator.comparing(ReportedFinding::waived).thenComparing(ReportedFinding::severity);

    /** A finding and its place in the plan's list, from 0. */
    record Numbered(int number, ReportedFinding reported) {}

    /** What concerns every division, then what concerns each by name, then the rest. No group is empty. */
    static List<FindingGroup> of(PlanFigures plan) {
        List<ReportedFinding> findings = plan.evaluation().findings();
        List<Numbered> everywhere = new ArrayList<>();
        Map<Optional<String>, List<Numbered>> own = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Numbered one = new Numbered(i, findings.get(i));
            List<String> concerned = one.reported().divisions();
            if (everyDivision(concerned, plan.evaluation())) {
                everywhere.add(one);
            } else {
                Stream<Optional<String>> names = concerned.isEmpty()
                        ? Stream.of(Optional.empty())
                        : concerned.stream().map(Optional::of);
                names.forEach(name ->
                        own.computeIfAbsent(name, none -> new ArrayList<>()).add(one));
            }
        }
        List<FindingGroup> groups = new ArrayList<>();
        groups.add(new FindingGroup(true, Optional.empty(), sorted(everywhere)));
        plan.divisions().stream()
                .map(PlanFigures.OfDivision::name)
                .forEach(name -> groups.add(new FindingGroup(false, name, sorted(own.getOrDefault(name, List.of())))));
        groups.removeIf(group -> group.findings.isEmpty());
        return groups;
    }

    /** Whether some divisions are all that the plan has, and it has several. */
    static boolean everyDivision(List<String> concerned, Evaluation evaluation) {
        return evaluation.divisions().size() > 1
                && concerned.size() >= evaluation.divisions().size()
                && concerned.containsAll(evaluation.divisions());
    }

    private static List<Numbered> sorted(List<Numbered> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Numbered::reported, HEAVIEST))
                .toList();
    }

    /** How many findings concern every division. */
    static int everywhere(List<FindingGroup> groups) {
        return groups.stream()
                .filter(FindingGroup::everyDivision)
                .mapToInt(group -> group.findings.size())
                .sum();
    }

    /** How much what is not waived weighs. */
    Tally<Severity> tally() {
        return PlanFigures.findings(reported());
    }

    private List<ReportedFinding> reported() {
        return findings.stream().map(Numbered::reported).toList();
    }

    /** How many findings there are of each severity, and how many are waived. */
    String weights(Wording wording) {
        Tally<Severity> tally = tally();
        String weights = wording.fill(
                "page.weights",
                Map.of(
                        "errors", tally.of(Severity.ERROR),
                        "warnings", tally.of(Severity.WARNING),
                        "infos", tally.of(Severity.INFO)));
        int waived = PlanFigures.waived(reported());
        return waived == 0 ? weights : weights + " · " + wording.fill("waiver.count", Map.of("count", waived));
    }

    /** Whether a finding stands in full in the group of another of its divisions. */
    boolean again(Numbered one) {
        return division.isPresent()
                && !division.get().equals(one.reported().divisions().get(0));
    }
}
