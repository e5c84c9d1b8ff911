package tidtam.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.ReportedFinding;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.Sighting;

/** What became of a plan's findings since the run before, in words. */
final class HistoryWords {
    /** How many days of the trend a page shows, the last ones. */
    static final int POINTS = 60;

    private static final int SENTENCE = 1000;
    private static final int LABEL = 60;

    private final Wording wording;
    private final Optional<PlanHistory> history;
    private final Map<String, Sighting> sightings;

    HistoryWords(PlanFigures plan, Wording wording) {
        this.wording = wording;
        this.history = plan.history();
        this.sightings = history.filter(known -> known.before().isPresent())
                .map(PlanHistory::byFingerprint)
                .orElse(Map.of());
    }

    /** How a finding stands compared with the run before; empty where there is none to compare with. */
    Optional<Sighting> find(ReportedFinding reported) {
        return Optional.ofNullable(sightings.get(reported.fingerprint()));
    }

    /** How a finding stands, and since when it is found. */
    Optional<String> mark(ReportedFinding reported) {
        return find(reported).map(this::mark);
    }

    String mark(Sighting one) {
        return wording.fill("history.mark", Map.of("state", one.state(), "since", one.since()));
    }

    /** With which run a plan is compared. */
    String compared() {
        return history.flatMap(PlanHistory::before)
                .map(before -> wording.fill("history.compared", Map.of("before", before)))
                .orElseGet(() -> wording.line("history.first"));
    }

    /** How much is new, worsened, back, settled and lost of sight; what is waived counts as none of the first three. */
    Optional<String> counts() {
        return history.filter(known -> known.before().isPresent())
                .map(known -> wording.fill(
                        "history.counts",
                        Map.of(
                                "fresh", count(known, Lifecycle.NEW),
                                "worsened", count(known, Lifecycle.WORSENED),
                                "reopened", count(known, Lifecycle.REOPENED),
                                "settled", count(known, Lifecycle.RESOLVED),
                                "absent", count(known, Lifecycle.ABSENT))));
    }

    private static int count(PlanHistory history, Lifecycle state) {
        return (int) history.in(state).stream()
                .filter(one -> !(state.open() && one.waived()))
                .count();
    }

    /** A plan in one line. */
    Optional<String> line(PlanFigures plan) {
        return history.map(known -> ReportPage.name(plan, wording) + ": "
                + counts().map(counts -> counts + " · ").orElse("") + compared());
    }

    /** What is not found any more, in one state. */
    List<Sighting> gone(Lifecycle state) {
        return history.map(known -> known.in(state)).orElse(List.of());
    }

    /** Every point of the trend but for the oldest, where there are too many to be shown; none where there is but one. */
    List<PlanHistory.Point> trend() {
        List<PlanHistory.Point> all = history.map(PlanHistory::trend).orElse(List.of());
        return all.size() < 2 ? List.of() : all.subList(Math.max(0, all.size() - POINTS), all.size());
    }

    String weight(Sighting one) {
        return one.waived()
                ? wording.fill("waiver.weight", Map.of("severity", one.severity()))
                : wording.name(one.severity());
    }

    /** What it said when it was found last. */
    String sentence(Sighting one) {
        return wording.quote(wording.language() == Language.TH ? one.thai() : one.english(), SENTENCE);
    }

    String since(Sighting one) {
        return wording.fill("history.since", Map.of("since", one.since()));
    }

    String measure(Sighting one) {
        return one.label().isEmpty() ? wording.line("table.plan") : wording.quote(one.label(), LABEL);
    }

    Optional<String> cell(Sighting one) {
        return one.cell().map(wording::quote);
    }
}
