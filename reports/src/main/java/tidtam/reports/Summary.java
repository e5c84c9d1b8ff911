package tidtam.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tidtam.facts.Evaluation;
import tidtam.facts.Outcome;
import tidtam.facts.Reason;
import tidtam.facts.Round;
import tidtam.facts.Severity;

/** A result in a few lines: how many findings, what was not evaluated and why, what could not be read. */
final class Summary {
    private final CheckResult result;
    private final Figures figures;
    private final Wording wording;
    private final List<Line> lines = new ArrayList<>();

    /**
     * One line.
     *
     * @param depth 0, or 1 for a line that belongs to the one above
     */
    record Line(int depth, Style style, String text) {}

    private Summary(CheckResult result, Figures figures, Wording wording) {
        this.result = result;
        this.figures = figures;
        this.wording = wording;
    }

    static List<Line> lines(CheckResult result, Figures figures, Wording wording) {
        Summary summary = new Summary(result, figures, wording);
        summary.counts();
        summary.notEvaluated();
        summary.broken();
        summary.unread();
        summary.changes();
        return summary.lines;
    }

    private void counts() {
        List<Evaluation> evaluations = result.evaluations();
        TreeSet<Round> rounds =
                new TreeSet<>(Comparator.comparing(Round::fiscalYear).thenComparing(Round::number));
        evaluations.forEach(evaluation -> rounds.add(evaluation.round()));
        String counts = wording.fill(
                "summary.counts",
                Map.of(
                        "errors", figures.findings().of(Severity.ERROR),
                        "warnings", figures.findings().of(Severity.WARNING),
                        "infos", figures.findings().of(Severity.INFO),
                        "measures", figures.measures(),
                        "files", evaluations.size(),
                        "asOf", result.run().asOf()));
        add(0, Style.STRONG, counts);
        if (figures.waived() > 0) {
            add(0, Style.PLAIN, wording.fill("summary.waived", Map.of("count", figures.waived())));
        }
        if (!rounds.isEmpty()) {
            List<String> words = rounds.stream().map(wording::round).toList();
            add(0, Style.PLAIN, wording.fill("summary.rounds", Map.of("rounds", words)));
        }
    }

    /** Not evaluated is never passed: said aloud, by reason, the most frequent first. */
    private void notEvaluated() {
        int count = figures.pairs().of(Outcome.NOT_EVALUABLE);
        if (count == 0) {
            return;
        }
        Map<String, Integer> reasons = new TreeMap<>();
        endings(Outcome.NOT_EVALUABLE).forEach(one -> reasons.merge(reason(one.why()), one.pairs(), Integer::sum));
        add(
                0,
                Style.PLAIN,
                wording.fill(
                        "summary.notEvaluated",
                        Map.of("count", count, "pairs", figures.pairs().total())));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> add(
                        1,
                        Style.FAINT,
                        wording.fill("summary.reason", Map.of("reason", reason.getKey(), "count", reason.getValue()))));
    }

    private Stream<PlanFigures.NotEvaluated> endings(Outcome outcome) {
        return figures.plans().stream()
                .flatMap(plan -> plan.notEvaluated().stream())
                .filter(one -> one.outcome() == outcome);
    }

    private String reason(Reason reason) {
        return reason.code() == Reason.Code.SAID_BY ? wording.line("summary.reasons.SAID_BY") : wording.reason(reason);
    }

    private void broken() {
        Map<String, Reason> rules = new LinkedHashMap<>();
        endings(Outcome.ERROR).forEach(one -> rules.putIfAbsent(one.rule(), one.why()));
        int count = figures.pairs().of(Outcome.ERROR);
        if (count > 0) {
            List<String> words = rules.entrySet().stream()
                    .map(rule -> rule.getKey() + " (" + wording.reason(rule.getValue()) + ")")
                    .toList();
            add(0, Style.ERROR, wording.fill("summary.broken", Map.of("count", count, "rules", words)));
        }
    }

    private void unread() {
        int problems = result.evaluations().stream()
                .mapToInt(evaluation -> evaluation.problems().size())
                .sum();
        if (problems > 0) {
            add(0, Style.PLAIN, wording.fill("summary.problems", Map.of("count", problems)));
        }
        int idle = figures.idleWaivers();
        if (idle > 0) {
            add(0, Style.PLAIN, wording.fill("summary.idle", Map.of("count", idle)));
        }
        int unreadable = figures.unreadable();
        if (unreadable > 0) {
            add(0, Style.ERROR, wording.fill("summary.unreadable", Map.of("count", unreadable)));
        }
    }

    /** What became of each plan since the run before. */
    private void changes() {
        figures.remembered()
                .forEach(plan ->
                        new HistoryWords(plan, wording).line(plan).ifPresent(line -> add(0, Style.PLAIN, line)));
    }

    private void add(int depth, Style style, String text) {
        lines.add(new Line(depth, style, text));
    }
}
