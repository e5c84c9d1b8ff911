package tidtam.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Waiver;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.Sighting;
import tidtam.reports.pdf.Cell;
import tidtam.reports.pdf.Column;
import tidtam.reports.pdf.Look;
import tidtam.reports.pdf.Margins;
import tidtam.reports.pdf.Paper;
import tidtam.reports.pdf.Table;

/**
 * The file report.pdf: what {@link ReportPage} shows, in the same order, on A4. Every finding and every measure is in it; only a quoted text is
 * cut, with … where, beside the cell that holds the whole.
 */
public final class ReportPdf {
    private static final Look TITLE = Look.of(17).strong();
    private static final Look H1 = Look.of(13).strong();
    private static final Look H2 = Look.of(11).strong();
    private static final Look H3 = Look.of(9.5f).strong();
    private static final Look BODY = Look.of(9.5f);
    private static final Look COUNT = Look.of(20).strong();
    private static final Margins MARGINS = new Margins(2, 2, 1.8f, 2.1f);
    /** How many days that come next stand on the first page. */
    private static final int SHOWN = 8;
    /** With more months than these, titles of measures are short beside them. */
    private static final int MONTHS = 8;

    private static final int SHORT = 24;

    private final PdfTexts texts;
    private final Wording wording;
    private final CheckResult result;
    private final Figures figures;
    private final Map<String, RuleInfo> rules;
    /** The inputs at which the changes of a plan are told. */
    private final Set<Integer> remembered;

    private final Paper paper;

    private ReportPdf(CheckResult result, Figures figures, Wording wording, OutputStream out) throws IOException {
        this.result = result;
        this.figures = figures;
        this.wording = wording;
        this.texts = PdfTexts.of(wording, 8.5f);
        this.rules = figures.rules();
        this.remembered = figures.remembered().stream().map(PlanFigures::input).collect(Collectors.toSet());
        this.paper = new Paper(out, texts.document(title(), result.run()), MARGINS, new LineBreaks());
    }

    /**
     * Writes the file to a stream, which stays open.
     *
     * @param figures those of the result
     */
    public static void write(CheckResult result, Figures figures, Wording wording, OutputStream out)
            throws IOException {
        new ReportPdf(result, figures, wording, out).pages();
    }

    private void pages() throws IOException {
        overview();
        for (PlanFigures plan : figures.plans()) {
            plan(plan);
        }
        rules();
        origin();
        paper.end(texts.origin(result.run(), result.inputs()), texts.pageNumber());
    }

    private String title() {
        return wording.fill("table.title", Map.of("asOf", result.run().asOf()));
    }

    private void overview() throws IOException {
        paper.heading(1, title(), TITLE);
        List<PlanFigures> plans = figures.plans();
        paper.text(
                plans.size() == 1
                        ? ReportPage.name(plans.get(0), wording)
                        : texts.say("plans", Map.of("plans", plans.size(), "measures", figures.measures())),
                H2);
        unreadable();
        paper.gap(6);
        tiles();
        next();
        notPassed();
        if (plans.size() > 1) {
            inputs();
        }
    }

    private void unreadable() throws IOException {
        if (figures.unreadable() == 0) {
            return;
        }
        paper.gap(4);
        paper.text(
                wording.fill("summary.unreadable", Map.of("count", figures.unreadable())),
                H3.coloured(PdfTexts.colour(Severity.ERROR)));
        for (Checked input : result.inputs()) {
            if (input instanceof Checked.Unreadable unreadable) {
                paper.text(wording.path(unreadable.path()) + ": " + wording.unreadable(unreadable.why()), BODY);
            }
        }
    }

    private void tiles() throws IOException {
        List<Column> columns = new ArrayList<>();
        List<Cell> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            columns.add(new Column(texts.say("weight." + severity), 1, false));
            counts.add(
                    tile(figures.findings().of(severity), texts.say("means." + severity), PdfTexts.colour(severity)));
        }
        columns.add(new Column(texts.say("overdue"), 1, false));
        counts.add(tile(figures.overdue(), PageOverview.overdue(figures, wording), PdfTexts.colour(Severity.ERROR)));
        if (figures.waived() > 0) {
            columns.add(new Column(texts.say("waived"), 1, false));
            counts.add(tile(figures.waived(), texts.say("means.waived"), PdfTexts.GREY));
        }
        table(columns).row(counts);
    }

    private Cell tile(int count, String meaning, int colour) {
        return new Cell(List.of(
                new Cell.Text(wording.number(count), COUNT.coloured(colour)), new Cell.Text(meaning, texts.small())));
    }

    /** Where nothing more falls due, what has waited longest comes next. */
    private void next() throws IOException {
        heading(1, texts.say("next"), H1);
        List<Figures.Day> days = figures.coming();
        if (days.isEmpty()) {
            paper.text(texts.say("nothingNext"), BODY);
            days = figures.past();
            if (days.isEmpty()) {
                return;
            }
            paper.text(texts.say("waiting"), BODY.strong());
        }
        Table table = table(List.of(
                texts.column("due", 4), texts.column("measure", 4), texts.column(one() ? "division" : "plan", 3)));
        for (Figures.Day day : days.subList(0, Math.min(SHOWN, days.size()))) {
            day(day, table);
        }
        if (days.size() > SHOWN) {
            paper.text(wording.fill("list.more", Map.of("count", days.size() - SHOWN)), texts.small());
        }
    }

    private boolean one() {
        return figures.plans().size() == 1;
    }

    private void day(Figures.Day day, Table table) throws IOException {
        LocalDate due = day.on().due();
        int days = (int) ChronoUnit.DAYS.between(result.run().asOf(), due);
        table.row(List.of(
                texts.cell(wording.date(due) + " "
                        + (days < 0
                                ? texts.say("daysAgo", Map.of("days", -days))
                                : texts.say("inDays", Map.of("days", days)))),
                texts.cell(texts.say(
                        "dueThen",
                        Map.of(
                                "count",
                                day.on().obligations().size(),
                                "rows",
                                day.on().rows()))),
                one()
                        ? texts.cell(texts.wording()
                                .divisions(day.on().divisions(), day.plan().evaluation()))
                        : name(day.plan())));
    }

    /** A plan by its name and its workbook. */
    private Cell name(PlanFigures plan) {
        return new Cell(List.of(
                new Cell.Text(ReportPage.name(plan, wording), texts.table()),
                new Cell.Text(wording.path(plan.checked().path()), texts.small())));
    }

    private void notPassed() throws IOException {
        paper.gap(6);
        paper.text(PageOverview.pairs(figures.pairs(), wording), BODY);
    }

    private void inputs() throws IOException {
        heading(1, texts.say("inputs"), H1);
        List<Column> columns = counted(texts.column("plan", 6));
        columns.add(texts.numbers("longest", 1.5f));
        columns.add(texts.column("nextDue", 2.4f));
        Table table = table(columns);
        for (PlanFigures plan : figures.plans()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(name(plan));
            count(plan.findings(), plan.waived(), plan.overdue(), plan.mostDaysOverdue(), cells);
            cells.add(texts.cell(plan.coming().stream()
                    .findFirst()
                    .map(next -> wording.date(next.due()))
                    .orElse("")));
            table.row(cells);
        }
    }

    /** The columns that count findings and what is overdue; waived ones have a column only where there are any. */
    private List<Column> counted(Column first) {
        List<Column> columns = new ArrayList<>(List.of(
                first, texts.numbers("errors", 1.6f), texts.numbers("warnings", 1.4f), texts.numbers("infos", 1.5f)));
        if (figures.waived() > 0) {
            columns.add(texts.numbers("waived", 1.4f));
        }
        columns.add(texts.numbers("overdue", 1.5f));
        return columns;
    }

    private void count(Tally<Severity> findings, int waived, int overdue, int longest, List<Cell> cells) {
        for (Severity severity : Severity.values()) {
            cells.add(texts.cell(findings.of(severity)));
        }
        if (figures.waived() > 0) {
            cells.add(texts.cell(waived));
        }
        cells.add(texts.cell(overdue));
        cells.add(texts.cell(longest));
    }

    private void plan(PlanFigures plan) throws IOException {
        heading(1, ReportPage.name(plan, wording), H1);
        paper.text(wording.path(plan.checked().path()), texts.small());
        matrix(plan);
        divisions(plan);
        if (remembered.contains(plan.input())) {
            changes(plan);
        }
        findings(plan);
        unevaluated(plan);
    }

    private void matrix(PlanFigures plan) throws IOException {
        heading(2, texts.say("matrix"), H2);
        paper.text(texts.say("matrixSays"), texts.small());
        paper.text(
                PageTexts.STATES.stream()
                        .map(state -> wording.line("letter." + state) + " " + wording.line("short." + state) + " ("
                                + wording.number(plan.obligations().of(state)) + ")")
                        .collect(Collectors.joining(" · ")),
                texts.small());
        List<Column> columns = new ArrayList<>();
        boolean many = plan.months().size() > MONTHS;
        columns.add(texts.column("measure", many ? 3.6f : 4));
        plan.months().forEach(month -> columns.add(new Column(wording.month(month), many ? 1.35f : 1.5f, false)));
        columns.add(texts.column("uncounted", 1.7f));
        columns.add(texts.numbers("findings", many ? 2.3f : 1.7f));
        Table table = table(columns);
        for (PlanFigures.OfMeasure measure : plan.measures()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(texts.cell(wording.measure(measure.measure().measure(), many ? SHORT : PdfTexts.TITLE)));
            for (YearMonth month : plan.months()) {
                cells.add(texts.cell(Optional.ofNullable(measure.months().get(month))
                        .map(this::letters)
                        .orElse("")));
            }
            cells.add(texts.cell(
                    measure.uncounted() == 0 && measure.months().isEmpty()
                            ? texts.say("noPeriods")
                            : letters(Tally.of(
                                    State.class,
                                    Collections.nCopies(measure.uncounted(), State.NOT_EVALUABLE).stream()))));
            cells.add(texts.cell(findings(measure)));
            table.row(cells);
        }
    }

    private String findings(PlanFigures.OfMeasure measure) {
        int count = measure.findings().total();
        return Stream.of(
                        count == 0 ? "" : wording.number(count),
                        measure.waived() == 0 ? "" : wording.fill("waiver.count", Map.of("count", measure.waived())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String letters(Tally<State> states) {
        return PageTexts.STATES.stream()
                .filter(state -> states.of(state) > 0)
                .map(state -> wording.line("letter." + state)
                        + (states.of(state) > 1 ? "×" + wording.number(states.of(state)) : ""))
                .collect(Collectors.joining(" "));
    }

    private void divisions(PlanFigures plan) throws IOException {
        heading(2, texts.say("divisions"), H2);
        paper.text(texts.say("divisionsSay"), texts.small());
        List<Column> columns = counted(texts.column("division", 6));
        columns.add(texts.numbers("longest", 1.8f));
        Table table = table(columns);
        for (PlanFigures.OfDivision division : plan.divisions()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(texts.cell(PageFindings.division(division.name(), wording)));
            count(division.findings(), division.waived(), division.overdue(), division.mostDaysOverdue(), cells);
            table.row(cells);
        }
    }

    private void changes(PlanFigures plan) throws IOException {
        HistoryWords words = new HistoryWords(plan, wording);
        heading(2, wording.line("history.title"), H2);
        paper.text(words.compared(), BODY);
        if (words.counts().isPresent()) {
            paper.text(words.counts().get(), BODY);
        }
        gone(words, Lifecycle.RESOLVED);
        gone(words, Lifecycle.ABSENT);
        if (!words.trend().isEmpty()) {
            trend(words.trend());
        }
    }

    private void gone(HistoryWords words, Lifecycle state) throws IOException {
        List<Sighting> gone = words.gone(state);
        if (gone.isEmpty()) {
            return;
        }
        heading(3, wording.line("history.title." + state), H3);
        paper.text(wording.line("history.says." + state), texts.small());
        Table table = table(List.of(
                texts.column("severity", 1.7f),
                texts.column("what", 7.6f),
                texts.column("where", 3.7f),
                texts.column("due", 2.2f)));
        for (Sighting one : gone) {
            List<Cell.Text> where = new ArrayList<>();
            where.add(new Cell.Text(words.measure(one), texts.table()));
            words.cell(one).ifPresent(cell -> where.add(new Cell.Text(texts.say("cell") + " " + cell, texts.small())));
            table.row(List.of(
                    texts.cell(words.weight(one)),
                    new Cell(List.of(
                            new Cell.Text(words.sentence(one), texts.table()),
                            new Cell.Text(words.since(one) + " · " + Clean.line(one.rule()), texts.small()))),
                    new Cell(where),
                    texts.cell(one.due().map(wording::date).orElse(""))));
        }
    }

    private void trend(List<PlanHistory.Point> trend) throws IOException {
        heading(3, wording.line("history.trend"), H3);
        Table table = table(List.of(
                texts.column("asOf", 4),
                texts.numbers("errors", 2),
                texts.numbers("warnings", 2),
                texts.numbers("infos", 2),
                texts.numbers("waived", 2)));
        for (PlanHistory.Point point : trend) {
            table.row(List.of(
                    texts.cell(wording.date(point.asOf())),
                    texts.cell(point.errors()),
                    texts.cell(point.warnings()),
                    texts.cell(point.infos()),
                    texts.cell(point.waived())));
        }
    }

    private void findings(PlanFigures plan) throws IOException {
        heading(2, texts.say("findings"), H2);
        List<FindingGroup> groups = FindingGroup.of(plan);
        if (groups.isEmpty()) {
            paper.text(wording.line(plan.evaluated() ? "table.nothing" : "table.nothingEvaluated"), BODY);
        }
        ByMeasure rows = new ByMeasure(plan.evaluation());
        HistoryWords words = new HistoryWords(plan, wording);
        int everywhere = FindingGroup.everywhere(groups);
        for (FindingGroup group : groups) {
            String name = group.everyDivision()
                    ? wording.line("table.everyDivision")
                    : PageFindings.division(group.division(), wording);
            heading(3, name + " – " + group.weights(wording), H3);
            if (group.division().isPresent() && everywhere > 0) {
                paper.text(texts.say("alsoEvery", Map.of("count", everywhere)), texts.small());
            }
            Table table = table(List.of(
                    texts.column("severity", 1.7f),
                    texts.column("what", 7.6f),
                    texts.column("where", 3.7f),
                    texts.column("due", 2.2f)));
            int repeated = 0;
            for (FindingGroup.Numbered one : group.findings()) {
                repeated += group.again(one) ? 1 : 0;
                if (!group.again(one) || repeated <= PageFindings.REPEATED) {
                    finding(one, group, rows, words, table);
                }
            }
            if (repeated > PageFindings.REPEATED) {
                paper.text(
                        wording.fill("pdf.repeated", Map.of("count", repeated - PageFindings.REPEATED)), texts.small());
            }
        }
    }

    private void finding(FindingGroup.Numbered one, FindingGroup group, ByMeasure rows, HistoryWords words, Table table)
            throws IOException {
        ReportedFinding reported = one.reported();
        Cell what = group.again(one)
                ? new Cell(List.of(
                        new Cell.Text(wording.sentence(reported), texts.table()),
                        new Cell.Text(
                                wording.fill(
                                        "pdf.inFull",
                                        Map.of("division", reported.divisions().get(0))),
                                texts.small())))
                : texts.what(
                        reported,
                        Optional.ofNullable(rules.get(reported.finding().rule())),
                        group.division().isPresent(),
                        words.mark(reported));
        table.row(List.of(
                texts.severity(reported), what, texts.where(reported.finding(), rows), texts.due(reported.finding())));
    }

    private void unevaluated(PlanFigures plan) throws IOException {
        heading(2, texts.say("unevaluated"), H2);
        List<PlanFigures.NotEvaluated> all = plan.notEvaluated();
        if (all.isEmpty()) {
            paper.text(PageUnevaluated.complete(plan, wording), BODY);
        } else {
            paper.text(PageUnevaluated.counts(plan, wording), BODY);
            Table table = table(List.of(texts.column("rule", 4), texts.column("rows", 6), texts.numbers("pairs", 1)));
            for (Map.Entry<String, List<PlanFigures.NotEvaluated>> reason : PageUnevaluated.byReason(all, wording)) {
                table.band(reason.getKey(), texts.table().strong());
                for (PlanFigures.NotEvaluated one : reason.getValue()) {
                    table.row(List.of(
                            texts.cell(Clean.line(one.rule())),
                            texts.cell(PageUnevaluated.rows(one, wording)),
                            texts.cell(one.pairs())));
                }
            }
        }
        List<CellProblem> problems = FindingsJson.sorted(plan.evaluation().problems());
        if (!problems.isEmpty()) {
            heading(3, wording.line("table.problems"), H3);
            for (CellProblem problem : problems) {
                paper.text("• " + wording.problem(problem), BODY);
            }
        }
        if (!plan.evaluation().idleWaivers().isEmpty()) {
            heading(3, wording.line("waiver.idles"), H3);
            for (Waiver waiver : plan.evaluation().idleWaivers()) {
                paper.text("• " + wording.idle(waiver), BODY);
            }
        }
    }

    private void rules() throws IOException {
        heading(1, texts.say("rules"), H1);
        paper.text(texts.say("rulesSay"), texts.small());
        Map<String, Integer> found = figures.found();
        Table table = table(List.of(
                texts.column("rule", 3.6f),
                texts.column("severity", 1.7f),
                texts.column("explanation", 6),
                texts.column("basis", 3),
                texts.numbers("found", 0.9f)));
        for (RuleInfo rule : PageRules.inForce(figures)) {
            table.row(List.of(
                    rule(rule),
                    texts.severity(rule.severity()),
                    new Cell(wording.templates(rule.id()).stream()
                            .map(sentence -> new Cell.Text(PageRules.sentence(sentence), texts.table()))
                            .toList()),
                    texts.cell(wording.basis(rule)),
                    texts.cell(found.getOrDefault(rule.id(), 0))));
        }
    }

    private Cell rule(RuleInfo rule) {
        List<Cell.Text> lines = new ArrayList<>();
        lines.add(new Cell.Text(Clean.line(wording.rule(rule.id(), rule.origin())), texts.table()));
        Optional.ofNullable(result.run().rulesOff().get(rule.id()))
                .ifPresent(why -> lines.add(new Cell.Text(
                        texts.say("off", Map.of("why", why)), texts.table().strong())));
        return new Cell(lines);
    }

    private void origin() throws IOException {
        paper.keep(12 * BODY.leading());
        heading(1, texts.say("origin"), H1);
        RunInfo run = result.run();
        paper.text(texts.say("asOf") + " " + wording.date(run.asOf()), BODY);
        paper.text(texts.say("version") + " Tidtam " + run.tidtam(), BODY);
        paper.text(texts.say("rulesDigest") + " " + run.rulesDigest(), BODY);
        for (Checked input : result.inputs()) {
            paper.text(wording.path(input.path()) + " " + PdfTexts.hash(input), BODY);
        }
        if (result.history().isPresent()) {
            paper.text(texts.head(result.history().get().head()), BODY);
        }
        paper.gap(4);
        paper.text(texts.say("counted"), texts.small());
        paper.text(texts.say("guessed"), texts.small());
    }

    private void heading(int level, String text, Look look) throws IOException {
        paper.gap(look.size() * 0.7f);
        paper.heading(level, text, look);
    }

    private Table table(List<Column> columns) {
        return paper.table(columns, texts.table().strong(), false);
    }
}
