package tidtam.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.reports.markup.Markup;

/**
 * The file junit.xml, for the dashboard of a scheduler: a suite for each input, a case for each pair of rule and subject in its ledger, so
 * that the totals are the ledger's. A pair that found something at or above the given severity is a failure, one that broke off an error,
 * one that was not applicable, not evaluable or waived is skipped with its reason. Lesser findings pass, and stand in the case's output. An
 * input that could not be evaluated is a suite of one error; what kept a plan from being checked in full is an error beside its pairs.
 *
 * <p>The names of cases do not change from run to run as long as the plan keeps its measures, so that a dashboard shows a history.
 */
public final class JUnitXml {
    private final Wording wording;
    private final Optional<Severity> failOn;
    private final Markup xml;

    private JUnitXml(Wording wording, Optional<Severity> failOn, Markup xml) {
        this.wording = wording;
        this.failOn = failOn;
        this.xml = xml;
    }

    /**
     * Writes the file to a stream, which stays open.
     *
     * @param failOn from which severity on a finding is a failure; empty where none is
     */
    public static void write(CheckResult result, Wording wording, Optional<Severity> failOn, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            new JUnitXml(wording, failOn, new Markup(writer)).write(result);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        writer.flush();
    }

    /** How a case ends for those who run it. */
    private enum Verdict {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /**
     * A pair.
     *
     * @param findings what its rule found that names its measure, also beside others
     */
    private record Case(Ledger.Entry entry, List<ReportedFinding> findings, Verdict verdict) {}

    private void write(CheckResult result) {
        xml.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.open("testsuites", "name", "tidtam").line();
        for (Checked input : result.inputs()) {
            if (input instanceof Checked.Evaluated evaluated) {
                suite(input, evaluated.evaluation(), result.run());
            } else if (input instanceof Checked.Unreadable unreadable) {
                unreadable(unreadable, result.run());
            }
        }
        xml.close().line();
    }

    private void suite(Checked input, Evaluation evaluation, RunInfo run) {
        List<Case> cases = cases(evaluation);
        List<CellProblem> unchecked = FindingsJson.sorted(evaluation.problems()).stream()
                .filter(problem -> problem.code().partial())
                .toList();
        Tally<Verdict> tally = Tally.of(
                Verdict.class,
                Stream.concat(
                        cases.stream().map(Case::verdict), unchecked.stream().map(problem -> Verdict.ERROR)));
        open(input, tally, run);
        ByMeasure rows = new ByMeasure(evaluation);
        cases.forEach(one -> write(one, rows));
        unchecked.forEach(this::unchecked);
        xml.close().line();
    }

    private void unchecked(CellProblem problem) {
        String place = problem.cell().map(CellRef::toString).orElse(problem.sheet());
        xml.open("testcase", "classname", "tidtam", "name", problem.code() + " " + wording.quote(place), "time", "0");
        xml.leaf("error", "type", problem.code().name(), "message", wording.problem(problem));
        xml.close().line();
    }

    private void open(Checked input, Tally<Verdict> tally, RunInfo run) {
        xml.open(
                        "testsuite",
                        "name",
                        wording.path(input.path()),
                        "tests",
                        String.valueOf(tally.total()),
                        "failures",
                        String.valueOf(tally.of(Verdict.FAILURE)),
                        "errors",
                        String.valueOf(tally.of(Verdict.ERROR)),
                        "skipped",
                        String.valueOf(tally.of(Verdict.SKIPPED)),
                        "time",
                        "0")
                .line();
        xml.open("properties").line();
        property("asOf", run.asOf().toString());
        property("sha256", input.sha256().orElse(""));
        property("rulesDigest", run.rulesDigest());
        property("tidtam", run.tidtam());
        xml.close().line();
    }

    private void property(String name, String value) {
        xml.leaf("property", "name", name, "value", value).line();
    }

    private void unreadable(Checked.Unreadable input, RunInfo run) {
        open(input, Tally.of(Verdict.class, List.of(Verdict.ERROR).stream()), run);
        xml.open("testcase", "classname", "tidtam", "name", wording.path(input.path()), "time", "0");
        xml.leaf("error", "type", input.why().name(), "message", wording.unreadable(input.why()));
        xml.close().line().close().line();
    }

    private record Pair(String rule, MeasureId measure) {}

    /** A finding stands in the cases of its measures, and in the plan's only where those have none. */
    private List<Case> cases(Evaluation evaluation) {
        Map<String, Map<Optional<MeasureId>, List<ReportedFinding>>> findings = new HashMap<>();
        Map<String, List<ReportedFinding>> ofRule = new HashMap<>();
        for (ReportedFinding finding : evaluation.findings()) {
            String rule = finding.finding().rule();
            ofRule.computeIfAbsent(rule, none -> new ArrayList<>()).add(finding);
            finding.finding()
                    .measures()
                    .forEach(measure -> findings.computeIfAbsent(rule, none -> new HashMap<>())
                            .computeIfAbsent(Optional.of(measure), none -> new ArrayList<>())
                            .add(finding));
        }
        Set<Pair> own = new HashSet<>();
        evaluation
                .ledger()
                .entries()
                .forEach(entry -> entry.measure().ifPresent(measure -> own.add(new Pair(entry.rule(), measure))));
        return evaluation.ledger().entries().stream()
                .map(entry -> {
                    List<ReportedFinding> found = entry.measure().isEmpty()
                            ? ofRule.getOrDefault(entry.rule(), List.of()).stream()
                                    .filter(finding -> finding.finding().measures().stream()
                                            .noneMatch(measure -> own.contains(new Pair(entry.rule(), measure))))
                                    .toList()
                            : findings.getOrDefault(entry.rule(), Map.of()).getOrDefault(entry.measure(), List.of());
                    return new Case(entry, found, verdict(entry.outcome(), found));
                })
                .toList();
    }

    private Verdict verdict(Outcome outcome, List<ReportedFinding> found) {
        return switch (outcome) {
            case PASSED -> Verdict.PASSED;
            case FOUND -> found.stream().anyMatch(this::fails) ? Verdict.FAILURE : Verdict.PASSED;
            case ERROR -> Verdict.ERROR;
            case WAIVED, NOT_APPLICABLE, NOT_EVALUABLE -> Verdict.SKIPPED;
        };
    }

    private boolean fails(ReportedFinding finding) {
        return !finding.waived()
                && failOn.filter(severity -> finding.severity().compareTo(severity) <= 0)
                        .isPresent();
    }

    private void write(Case one, ByMeasure rows) {
        Ledger.Entry entry = one.entry();
        String subject = entry.measure()
                .map(rows::measure)
                .map(planned -> wording.measure(planned.measure(), Wording.QUOTE))
                .orElseGet(() -> wording.line("table.plan"));
        xml.open("testcase", "classname", entry.rule(), "name", subject, "time", "0");
        switch (one.verdict()) {
            case FAILURE -> {
                List<ReportedFinding> failing =
                        one.findings().stream().filter(this::fails).toList();
                xml.open("failure", "type", failing.get(0).severity().name(), "message", sentence(failing.get(0)))
                        .text(text(failing))
                        .close();
                output(one.findings().stream()
                        .filter(finding -> !fails(finding))
                        .toList());
            }
            case ERROR -> xml.leaf("error", "type", entry.outcome().name(), "message", wording.reason(entry.why()));
            case SKIPPED -> {
                List<ReportedFinding> waived =
                        one.findings().stream().filter(ReportedFinding::waived).toList();
                String why = waived.isEmpty() ? wording.reason(entry.why()) : sentence(waived.get(0));
                xml.leaf("skipped", "message", wording.name(entry.outcome()) + ": " + why);
                output(waived);
            }
            case PASSED -> output(one.findings());
        }
        xml.close().line();
    }

    private void output(List<ReportedFinding> findings) {
        if (!findings.isEmpty()) {
            xml.element("system-out", text(findings));
        }
    }

    private String text(List<ReportedFinding> findings) {
        StringBuilder lines = new StringBuilder();
        for (ReportedFinding reported : findings) {
            Finding finding = reported.finding();
            lines.append(wording.weight(reported)).append(": ").append(sentence(reported));
            finding.cell()
                    .ifPresent(text -> lines.append(" [")
                            .append(wording.quote(text.cell().toString()))
                            .append("] ")
                            .append(wording.quote(text.quote())));
            lines.append('\n');
        }
        return lines.toString();
    }

    private String sentence(ReportedFinding finding) {
        return wording.sentence(finding);
    }
}
