package tidtam.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tidtam.facts.CellProblem;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.reports.Grid.Part;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.RunHistory;

/**
 * Findings as a table for a terminal, grouped by measure in the plan's order with those about the whole plan first, and a summary. No line
 * is wider than asked; there are no tabs, and no control characters but line feeds and, where asked for, colours.
 */
public final class TerminalTable {
    /** The narrowest terminal that is written for, in columns. */
    public static final int NARROWEST = 40;

    /** With fewer columns than this, due date and days overdue stand below the sentence. */
    private static final int WIDE_ENOUGH = 80;

    private static final int WIDEST_CELL = 18;
    private static final int TITLE = 60;

    private static final int HASH = 12;

    private final Wording wording;
    private final int width;
    private final boolean colours;

    /**
     * @param width columns of the terminal; {@link #NARROWEST} is taken where it has fewer
     * @param colours whether to mark severities and headings with ANSI colours
     */
    public TerminalTable(Wording wording, int width, boolean colours) {
        this.wording = wording;
        this.width = Math.max(width, NARROWEST);
        this.colours = colours;
    }

    /**
     * Loads the dictionary of Thai words, some 30 ms that would otherwise be spent when the first line is broken. It may be called on
     * another thread while workbooks are read, or not at all.
     */
    public static void warmUp() {
        LineWrap.warmUp();
    }

    /**
     * The whole: each workbook's findings and problems, then the summary.
     *
     * @param figures those of the result
     */
    public String table(CheckResult result, Figures figures) {
        StringBuilder page = new StringBuilder();
        write(
                page,
                Style.STRONG,
                wording.fill("table.title", Map.of("asOf", result.run().asOf())));
        for (PlanFigures plan : figures.plans()) {
            page.append('\n');
            workbook(page, plan);
        }
        page.append('\n');
        return page.append(summary(result, figures)).toString();
    }

    /** The last lines alone: which inputs could not be checked, how many findings, what was not evaluated and why. */
    public String summary(CheckResult result, Figures figures) {
        StringBuilder page = new StringBuilder();
        for (Checked input : result.inputs()) {
            if (input instanceof Checked.Unreadable unreadable) {
                String path = wording.path(unreadable.path());
                write(
                        page,
                        Style.ERROR,
                        wording.line("table.unreadable") + ": " + path + ": " + wording.unreadable(unreadable.why()));
            }
        }
        for (Summary.Line line : Summary.lines(result, figures, wording)) {
            write(page, line.depth(), line.style(), line.text());
        }
        result.history().map(RunHistory::head).map(this::head).ifPresent(head -> write(page, Style.FAINT, head));
        return page.toString();
    }

    /** The number and the beginning of the hash; the whole stands in the reports. */
    private String head(ChainHead head) {
        String whole = head.toString();
        int end = whole.length()
                - head.hash().length()
                + Math.min(HASH, head.hash().length());
        return wording.fill("head.short", Map.of("head", whole.substring(0, end)));
    }

    private void workbook(StringBuilder page, PlanFigures plan) {
        Evaluation evaluation = plan.evaluation();
        String round = wording.round(evaluation.round());
        String heading = evaluation
                .plan()
                .title()
                .agency()
                .map(agency -> wording.fill("table.agency", Map.of("agency", agency, "round", round)))
                .orElseGet(() -> wording.fill("table.noAgency", Map.of("round", round)));
        write(page, Style.STRONG, heading);
        write(page, Style.FAINT, wording.path(plan.checked().path()));
        page.append('\n');
        if (!evaluation.findings().isEmpty()) {
            findings(page, plan);
        } else {
            write(page, Style.PLAIN, wording.line(plan.evaluated() ? "table.nothing" : "table.nothingEvaluated"));
        }
        if (!evaluation.problems().isEmpty()) {
            page.append('\n');
            write(page, Style.STRONG, wording.line("table.problems"));
            for (CellProblem problem : FindingsJson.sorted(evaluation.problems())) {
                Style style = problem.code().partial() ? Style.WARNING : Style.PLAIN;
                write(page, 1, style, wording.problem(problem));
            }
        }
        if (!evaluation.idleWaivers().isEmpty()) {
            page.append('\n');
            write(page, Style.STRONG, wording.line("waiver.idles"));
            evaluation.idleWaivers().forEach(waiver -> write(page, 1, Style.WARNING, wording.idle(waiver)));
        }
    }

    private void findings(StringBuilder page, PlanFigures plan) {
        Evaluation evaluation = plan.evaluation();
        HistoryWords words = new HistoryWords(plan, wording);
        boolean wide = width >= WIDE_ENOUGH;
        Grid grid = new Grid(widths(evaluation.findings(), wide), colours);
        grid.row(page, headings(wide));
        ByMeasure rows = new ByMeasure(evaluation);
        groups(evaluation.findings()).forEach((measure, findings) -> {
            page.append('\n');
            String heading = measure.map(id -> heading(rows.measure(id))).orElseGet(() -> wording.line("table.plan"));
            write(page, Style.STRONG, heading);
            findings.forEach(finding -> grid.row(page, cells(finding, rows, words, wide)));
        });
    }

    /** By the first measure a finding is about, in the order in which the findings come. */
    private static Map<Optional<MeasureId>, List<ReportedFinding>> groups(List<ReportedFinding> findings) {
        Map<Optional<MeasureId>, List<ReportedFinding>> groups = new LinkedHashMap<>();
        for (ReportedFinding finding : findings) {
            Optional<MeasureId> first = finding.finding().measures().stream().findFirst();
            groups.computeIfAbsent(first, id -> new ArrayList<>()).add(finding);
        }
        return groups;
    }

    private String heading(PlannedMeasure planned) {
        return wording.measure(planned.measure(), TITLE)
                + planned.responsible()
                        .map(responsible -> " — " + wording.divisions(responsible))
                        .orElse("");
    }

    private List<List<Part>> headings(boolean wide) {
        List<String> names = wide
                ? List.of("severity", "message", "cell", "due", "overdue")
                : List.of("severity", "message", "cell");
        return names.stream()
                .map(name -> List.of(new Part(Style.FAINT, wording.line("heading." + name))))
                .toList();
    }

    private List<List<Part>> cells(ReportedFinding reported, ByMeasure rows, HistoryWords words, boolean wide) {
        Finding finding = reported.finding();
        Style style = reported.waived() ? Style.FAINT : Style.of(reported.severity());
        List<Part> severity = List.of(new Part(style, wording.weight(reported)));
        StringBuilder below = new StringBuilder(wording.rule(finding.rule(), rows.origin(finding.rule())));
        words.mark(reported).ifPresent(mark -> below.append(", ").append(mark));
        if (finding.guessed()) {
            below.append(' ').append(wording.line("table.guessed"));
        }
        if (!wide) {
            finding.findDue()
                    .ifPresent(due -> below.append(", ").append(wording.fill("table.due", Map.of("due", due))));
            overdueDays(finding)
                    .ifPresent(days -> below.append(", ").append(wording.fill("table.overdue", Map.of("days", days))));
        }
        List<Part> message =
                List.of(new Part(Style.PLAIN, wording.sentence(reported)), new Part(Style.FAINT, below.toString()));
        List<Part> cell = part(cell(finding));
        return wide
                ? List.of(severity, message, cell, part(due(finding)), part(overdue(finding)))
                : List.of(severity, message, cell);
    }

    private static List<Part> part(String text) {
        return List.of(new Part(Style.PLAIN, text));
    }

    private List<Integer> widths(List<ReportedFinding> findings, boolean wide) {
        int severity = widest("severity", findings, wording::weight);
        int cell = Math.min(WIDEST_CELL, widest("cell", findings, reported -> cell(reported.finding())));
        if (!wide) {
            return List.of(severity, width - severity - cell - Grid.gaps(3), cell);
        }
        int due = widest("due", findings, reported -> due(reported.finding()));
        int overdue = widest("overdue", findings, reported -> overdue(reported.finding()));
        return List.of(severity, width - severity - cell - due - overdue - Grid.gaps(5), cell, due, overdue);
    }

    private int widest(String heading, List<ReportedFinding> findings, Function<ReportedFinding, String> text) {
        int headed = TextWidth.of(wording.line("heading." + heading));
        return findings.stream().map(text).mapToInt(TextWidth::of).reduce(headed, Math::max);
    }

    private String cell(Finding finding) {
        return finding.cell().map(text -> wording.quote(text.cell().toString())).orElse("");
    }

    private String due(Finding finding) {
        return finding.findDue().map(wording::date).orElse("");
    }

    private String overdue(Finding finding) {
        return overdueDays(finding).map(wording::number).orElse("");
    }

    private static Optional<Integer> overdueDays(Finding finding) {
        return finding.findDaysOverdue().filter(days -> days > 0);
    }

    private void write(StringBuilder page, Style style, String text) {
        write(page, 0, style, text);
    }

    private void write(StringBuilder page, int depth, Style style, String text) {
        String indent = "  ".repeat(depth);
        for (String line : new LineWrap(width - indent.length()).wrap(text)) {
            page.append(indent).append(style.paint(line, colours)).append('\n');
        }
    }
}
