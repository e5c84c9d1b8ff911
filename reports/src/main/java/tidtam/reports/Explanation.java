package tidtam.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.Limit;
import tidtam.facts.LogEntry;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Report;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Uncounted;

/**
 * Everything about one measure: what each cell was understood to say, the duties and how their due dates were counted, and how each rule
 * ended and why.
 */
public final class Explanation {
    /** How much of a cell is shown, in columns. */
    private static final int CELL = 400;

    private static final int TITLE = 200;

    private final Evaluation evaluation;
    private final PlannedMeasure planned;
    private final Wording wording;
    private final int width;
    private final ByMeasure parts;
    private final Understood understood;
    private final StringBuilder page = new StringBuilder();

    private Explanation(Evaluation evaluation, MeasureId measure, Wording wording, int width) {
        this.evaluation = evaluation;
        this.parts = new ByMeasure(evaluation);
        this.planned = parts.measure(measure);
        this.wording = wording;
        this.width = width;
        this.understood = new Understood(evaluation, wording);
    }

    /**
     * The explanation, on lines no wider than asked.
     *
     * @param measure a measure of the evaluation's plan
     * @param width columns of the terminal; {@link TerminalTable#NARROWEST} is taken where it has fewer
     */
    public static String text(Evaluation evaluation, MeasureId measure, Wording wording, int width) {
        Explanation explanation =
                new Explanation(evaluation, measure, wording, Math.max(width, TerminalTable.NARROWEST));
        explanation.write();
        return explanation.page.toString();
    }

    /**
     * The same without how the rules ended, each line as it is, two blanks for each step it stands in: what its cells were understood to say,
     * and how its due dates were counted. It speaks of no other measure.
     */
    public static List<String> reading(Evaluation evaluation, MeasureId measure, Wording wording) {
        Explanation explanation = new Explanation(evaluation, measure, wording, Integer.MAX_VALUE);
        explanation.read();
        return explanation.page.toString().lines().toList();
    }

    private void write() {
        read();
        heading("explain.rules");
        evaluation.ledger().entries().stream()
                .filter(entry ->
                        entry.measure().equals(Optional.of(planned.measure().id())))
                .forEach(this::rule);
        heading("explain.planRules");
        evaluation.ledger().entries().stream()
                .filter(entry -> entry.measure().isEmpty())
                .forEach(this::rule);
    }

    private void read() {
        line(0, wording.measure(planned.measure(), TITLE));
        line(
                0,
                wording.round(evaluation.round()) + ", "
                        + wording.fill("table.title", Map.of("asOf", evaluation.asOf())));
        heading("explain.read");
        for (Column column : Column.values()) {
            CellText cell = planned.cells().get(column);
            if (cell != null) {
                line(1, wording.name(column) + " (" + wording.quote(cell.cell().toString()) + "): " + shown(cell));
                understood.of(planned, column).forEach(said -> line(2, said));
            }
        }
        if (evaluation.plan().records().log().isPresent()) {
            log();
        }
        heading("explain.duties");
        if (planned.duties().isEmpty()) {
            line(1, wording.line("explain.noDuties"));
        }
        planned.duties().forEach(this::duty);
    }

    private String shown(CellText cell) {
        return cell.blank() ? wording.line("explain.empty") : Clean.shorten(Clean.line(cell.quote()), CELL);
    }

    private void log() {
        heading("explain.log");
        List<LogEntry> rows = parts.logged(planned.measure().id());
        if (rows.isEmpty()) {
            line(1, wording.line("explain.noLog"));
        }
        rows.forEach(this::logged);
    }

    private void logged(LogEntry row) {
        CellRef cell = ByMeasure.place(row);
        line(
                1,
                row.reported()
                        .map(date -> wording.fill(
                                "explain.logged", Map.of("cell", cell, "date", wording.range(date.from(), date.to()))))
                        .orElseGet(() -> wording.fill("explain.loggedUndated", Map.of("cell", cell))));
        understood.of(row).forEach(said -> line(2, said));
        List<ObligationState> served = planned.duties().stream()
                .flatMap(duty -> parts.obligations(duty).stream())
                .filter(state -> serves(cell, state.obligation()))
                .toList();
        served.forEach(state -> say(
                "explain.serves",
                Map.of(
                        "period", state.obligation().period(),
                        "duty", wording.duty(state.obligation().duty()),
                        "state", state.state())));
        if (served.isEmpty()) {
            say("explain.servesNothing", Map.of());
        }
    }

    private boolean serves(CellRef cell, Obligation obligation) {
        return Optional.ofNullable(evaluation.evidence().get(obligation))
                .filter(report -> report.source() == Report.Source.LOG
                        && report.text().cell().equals(cell))
                .isPresent();
    }

    private void duty(Duty duty) {
        line(
                1,
                wording.fill(
                        "explain.duty",
                        Map.of(
                                "number", duty.ordinal() + 1,
                                "duty", wording.duty(duty),
                                "cell", duty.statedIn().cell(),
                                "text", duty.statedIn().quote())));
        if (!duty.actors().isEmpty()) {
            say("explain.who", Map.of("actors", duty.actors().stream().sorted().toList()));
        }
        if (duty.guessed()) {
            say("explain.guessed", Map.of());
        }
        List<ObligationState> obligations = parts.obligations(duty);
        List<Uncounted> uncounted = parts.uncounted(duty);
        if (!obligations.isEmpty()) {
            limit(duty);
        }
        obligations.forEach(this::obligation);
        uncounted.forEach(one -> say("explain.uncounted", Map.of("why", one.why())));
        if (obligations.isEmpty() && uncounted.isEmpty()) {
            say("explain.noPeriods", Map.of("kind", duty.kind()));
        }
    }

    private void limit(Duty duty) {
        Limit limit = evaluation.limits().getOrDefault(duty.measure(), Map.of()).get(duty.kind());
        if (limit != null) {
            say(
                    limit.basis() == Limit.Basis.TABLE ? "explain.limitOfTable" : "explain.limit",
                    Map.of(
                            "grace", limit.graceDays(),
                            "lead", limit.leadDays(),
                            "basis", limit.basis(),
                            "rows", limit.rows()));
        }
    }

    private void obligation(ObligationState state) {
        Obligation obligation = state.obligation();
        StringBuilder said = new StringBuilder(arithmetic(obligation));
        if (!state.due().equals(obligation.due())) {
            said.append(' ').append(wording.fill("explain.moved", Map.of("due", state.due())));
        }
        said.append(' ').append(wording.fill("explain.state", Map.of("state", state.state())));
        if (state.daysOverdue() > 0) {
            said.append(", ")
                    .append(wording.fill(
                            "explain.days", Map.of("days", state.daysOverdue(), "asOf", evaluation.asOf())));
        }
        line(2, said.toString());
        Report report = evaluation.evidence().get(obligation);
        if (report != null) {
            line(
                    3,
                    wording.fill(
                            "explain.evidence",
                            Map.of(
                                    "cell", report.text().cell(),
                                    "date", wording.range(report.from(), report.to()),
                                    "source", report.source())));
        }
    }

    /** How the due date was counted. The first day is not counted: Administrative Procedure Act B.E. 2539, section 64. */
    private String arithmetic(Obligation obligation) {
        Duty duty = obligation.duty();
        if (duty.kind() == Kind.WITHIN_DAYS && duty.limits().days().isPresent()) {
            return wording.fill(
                    duty.limits().workingDays() ? "explain.eventWorking" : "explain.event",
                    Map.of(
                            "event", obligation.period().start(),
                            "days", duty.limits().days().getAsInt(),
                            "due", obligation.due()));
        }
        return wording.fill(
                "explain.period",
                Map.of(
                        "period", obligation.period(),
                        "window",
                                wording.range(
                                        obligation.window().start(),
                                        obligation.window().end()),
                        "due", obligation.due()));
    }

    private void rule(Ledger.Entry entry) {
        String why = wording.reason(entry.why());
        line(
                1,
                wording.fill(
                        "explain.rule",
                        Map.of(
                                "rule",
                                wording.rule(entry.rule(), parts.origin(entry.rule())),
                                "outcome",
                                entry.outcome(),
                                "why",
                                why)));
        evaluation.findings().stream()
                .filter(reported ->
                        entry.outcome() == Outcome.FOUND || (entry.outcome() == Outcome.WAIVED && reported.waived()))
                .filter(reported -> about(reported.finding(), entry))
                .forEach(this::finding);
    }

    private static boolean about(Finding finding, Ledger.Entry entry) {
        return finding.rule().equals(entry.rule())
                && entry.measure().map(finding.measures()::contains).orElse(true);
    }

    private void finding(ReportedFinding reported) {
        line(2, wording.weight(reported) + ": " + wording.sentence(reported));
    }

    private void heading(String key) {
        page.append('\n');
        line(0, wording.line(key));
    }

    private void say(String key, Map<String, ?> values) {
        line(2, wording.fill(key, values));
    }

    private void line(int depth, String text) {
        String indent = "  ".repeat(depth);
        new LineWrap(width - indent.length())
                .wrap(text)
                .forEach(part -> page.append(indent).append(part).append('\n'));
    }
}
