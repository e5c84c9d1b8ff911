package tidtam.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Evaluation;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.SectionRow;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Tool;
import tidtam.reports.ActionColumn.Entry;
import tidtam.reports.docx.Body;
import tidtam.reports.docx.DocxFile;
import tidtam.reports.docx.Paragraph;
import tidtam.reports.docx.Paragraph.Style;
import tidtam.reports.docx.Text;
import tidtam.reports.docx.Text.Look;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.RunHistory;

/**
 * The agency's own six-month report in its published form, to be edited and posted: a word-processing document with the plan's title,
 * sections and five official columns. The action column is completed ({@link ActionColumn}); what is open stands highlighted in square
 * brackets. A last page says what it rests on, and is to be removed.
 */
public final class SixMonthReport {
    /** In the order of {@link Column#official}, about as wide as in the public form. */
    private static final List<Integer> WIDTHS = List.of(2650, 1650, 3500, 3450, 3320);

    private static final List<Integer> NOTE_WIDTHS = List.of(4200, Body.WIDTH - 4200);
    private static final int MOST_PROBLEMS = 24;

    private final PlanFigures figures;
    private final RunInfo run;
    private final Optional<ChainHead> head;
    private final Evaluation evaluation;
    private final Plan plan;
    private final Wording wording;
    private final List<Entry> above = new ArrayList<>();
    private final List<List<Entry>> actions;

    private SixMonthReport(PlanFigures figures, CheckResult result, Wording wording) {
        this.figures = figures;
        this.run = result.run();
        this.head = result.history().map(RunHistory::head);
        this.evaluation = figures.evaluation();
        this.plan = evaluation.plan();
        this.wording = wording;
        ActionColumn column = new ActionColumn(evaluation, wording);
        this.actions = plan.measures().stream().map(column::of).toList();
    }

    /**
     * Writes the report of one plan to a stream, which stays open.
     *
     * @param figures of that plan in the result
     */
    public static void write(PlanFigures figures, CheckResult result, Wording wording, OutputStream out)
            throws IOException {
        SixMonthReport report = new SixMonthReport(figures, result, wording);
        boolean thaiDigits = !wording.number(1).equals("1");
        DocxFile.write(
                new DocxFile.Front(wording.line("sixMonth.title"), report.run.asOf(), thaiDigits), report::write, out);
    }

    private void write(Body body) {
        List<Paragraph> title = title();
        int open = count(ActionColumn.Open.class);
        if (open > 0) {
            body.paragraph(Paragraph.of(new Text(wording.fill("sixMonth.draft", Map.of("count", open)), Look.OPEN)));
        }
        title.forEach(body::paragraph);
        above.forEach(entry -> body.paragraph(paragraph(entry)));
        body.paragraph(Paragraph.of());
        table(body);
        body.endSection();
        note(body, open);
    }

    /** The plan's own title, else one made of what is known. Notes what is to be settled about it. */
    private List<Paragraph> title() {
        List<Paragraph> title = new ArrayList<>();
        boolean printed = !plan.titleLines().isEmpty();
        Round round = evaluation.round();
        if (!printed || wording.language() != Language.TH) {
            title.add(Paragraph.of(Style.TITLE, wording.line("sixMonth.title")));
            title.add(Paragraph.of(
                    Style.TITLE, wording.fill("sixMonth.round." + round.number(), Map.of("year", round.fiscalYear()))));
            title.add(Paragraph.of(
                    Style.TITLE,
                    wording.fill("sixMonth.days", Map.of("days", wording.range(round.from(), round.to())))));
        }
        PlanTitle known = plan.title();
        if (printed) {
            plan.titleLines().forEach(line -> title.add(Paragraph.of(Style.TITLE, Clean.verbatim(line.raw()))));
            boolean same = known.fiscalYear().orElse(0) == round.fiscalYear()
                    && known.round().orElse(-1) == round.number();
            if (!same) {
                settle(wording.fill("sixMonth.otherRound", Map.of("round", wording.round(round))));
            }
        } else {
            known.agency()
                    .ifPresentOrElse(
                            agency -> title.add(Paragraph.of(Style.TITLE, Clean.line(agency))),
                            () -> settle(wording.line("sixMonth.agency")));
            known.province()
                    .map(province -> wording.fill("sixMonth.province", Map.of("province", province)))
                    .ifPresent(province -> title.add(Paragraph.of(Style.TITLE, province)));
        }
        if (!plan.complete() || !problems().isEmpty()) {
            settle(wording.line("sixMonth.partial"));
        }
        return title;
    }

    private void settle(String words) {
        above.add(new ActionColumn.Open(words, Optional.empty(), false));
    }

    private void table(Body body) {
        List<Column> columns = List.copyOf(Column.official());
        body.table(WIDTHS, wording.line("sixMonth.title"));
        body.headings(columns.stream()
                .map(column -> wording.line("sixMonth.column." + column.name()))
                .toList());
        Sections sections = new Sections();
        for (int i = 0; i < plan.measures().size(); i++) {
            PlannedMeasure planned = plan.measures().get(i);
            sections.above(planned.measure()).forEach(body::section);
            List<Entry> action = actions.get(i);
            body.row(columns.stream()
                    .map(column -> column == Column.ACTION
                            ? action.stream().map(SixMonthReport::paragraph).toList()
                            : own(planned, column))
                    .toList());
        }
        sections.last().forEach(body::section);
        body.endTable();
    }

    private static List<Paragraph> own(PlannedMeasure planned, Column column) {
        CellText text = column == Column.ISSUE
                ? planned.measure().issue()
                : planned.cells().get(column);
        return text == null || text.blank() ? List.of() : List.of(Paragraph.of(Text.plain(Clean.verbatim(text.raw()))));
    }

    private static Paragraph paragraph(Entry entry) {
        Look look = entry instanceof ActionColumn.Open open ? (open.faint() ? Look.REMARK : Look.OPEN) : Look.PLAIN;
        return Paragraph.of(new Text(entry.words(), look));
    }

    /** The rows over all columns: those of the plan, and one for a tool or indicator that only a column or a sheet's name states. */
    private final class Sections {
        private final Set<CellRef> told = new HashSet<>();
        private Optional<Tool> tool = Optional.empty();
        private int next;

        Sections() {
            plan.sections().forEach(section -> told.add(section.statedIn().cell()));
            plan.measures()
                    .forEach(planned -> told.add(planned.measure().issue().cell()));
        }

        List<String> above(Measure measure) {
            List<String> rows = upTo(measure.id());
            if (rows.isEmpty()) {
                measure.section()
                        .filter(now -> !tool.equals(Optional.of(now)))
                        .ifPresent(now -> rows.add(wording.fill("sixMonth.tool", Map.of("tool", now))));
            }
            tool = measure.section();
            measure.heading()
                    .map(IndicatorHeading::statedIn)
                    .filter(heading -> told.add(heading.cell()))
                    .ifPresent(heading -> rows.add(Clean.verbatim(heading.quote())));
            return rows;
        }

        /** Those below which no measure stands. */
        List<String> last() {
            return upTo(new MeasureId(Integer.MAX_VALUE));
        }

        private List<String> upTo(MeasureId measure) {
            List<String> rows = new ArrayList<>();
            List<SectionRow> sections = plan.sections();
            while (next < sections.size() && sections.get(next).before().compareTo(measure) <= 0) {
                rows.add(Clean.verbatim(sections.get(next).statedIn().raw()));
                next++;
            }
            return rows;
        }
    }

    private void note(Body body, int open) {
        body.paragraph(Paragraph.of(Style.HEADING, wording.line("sixMonth.note")));
        body.paragraph(Paragraph.of(Text.plain(wording.line("sixMonth.note.how"))));
        int told = count(ActionColumn.Told.class);
        if (told > 0) {
            body.paragraph(Paragraph.of(Text.plain(wording.line("sixMonth.note.added"))));
        }
        body.paragraph(Paragraph.of());
        body.table(NOTE_WIDTHS, wording.line("sixMonth.note.table"));
        body.headings(List.of(wording.line("sixMonth.note.label"), wording.line("sixMonth.note.value")));
        row(body, "marks", List.of(wording.fill("sixMonth.note.markCount", Map.of("count", open))));
        row(body, "told", List.of(wording.fill("sixMonth.note.toldCount", Map.of("count", told))));
        row(body, "obligations", counts(State.values(), figures.obligations()));
        row(body, "findings", counts(Severity.values(), figures.findings()));
        row(
                body,
                "waived",
                shortened(evaluation.findings().stream()
                        .filter(ReportedFinding::waived)
                        .map(wording::sentence)
                        .toList()));
        row(body, "pairs", counts(Outcome.values(), figures.pairs()));
        row(body, "measures", List.of(wording.number(plan.measures().size())));
        row(body, "asOf", List.of(wording.date(run.asOf())));
        row(body, "round", List.of(wording.round(evaluation.round())));
        Checked input = figures.checked();
        row(
                body,
                "input",
                Stream.concat(Stream.of(wording.path(input.path())), input.sha256().map("sha256:"::concat).stream())
                        .toList());
        row(body, "rules", List.of(run.rulesDigest()));
        row(body, "version", List.of("Tidtam " + run.tidtam()));
        row(
                body,
                "head",
                head.map(last -> List.of(last.toString(), wording.line("head.keep")))
                        .orElse(List.of()));
        row(
                body,
                "off",
                run.rulesOff().entrySet().stream()
                        .map(off -> wording.fill(
                                "sixMonth.note.offRule", Map.of("rule", off.getKey(), "reason", off.getValue())))
                        .toList());
        row(body, "problems", problems());
        row(
                body,
                "idle",
                shortened(evaluation.idleWaivers().stream().map(wording::idle).toList()));
        body.endTable();
    }

    private void row(Body body, String label, List<String> lines) {
        if (!lines.isEmpty()) {
            body.row(List.of(
                    List.of(Paragraph.of(new Text(wording.line("sixMonth.note." + label), Look.STRONG))),
                    lines.stream().map(line -> Paragraph.of(Text.plain(line))).toList()));
        }
    }

    private <E extends Enum<E>> List<String> counts(E[] constants, Tally<E> tally) {
        return Stream.of(constants)
                .map(one -> wording.name(one) + ": " + wording.number(tally.of(one)))
                .toList();
    }

    /** What the workbook has and the report may lack. */
    private List<String> problems() {
        List<String> problems = evaluation.problems().stream()
                .filter(problem -> problem.code().partial() || problem.code() == CellProblem.Code.ROW_NOT_UNDERSTOOD)
                .map(wording::problem)
                .toList();
        return shortened(problems);
    }

    private List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_PROBLEMS) {
            return lines;
        }
        return Stream.concat(
                        lines.stream().limit(MOST_PROBLEMS),
                        Stream.of(wording.fill("sixMonth.note.more", Map.of("count", lines.size() - MOST_PROBLEMS))))
                .toList();
    }

    private int count(Class<? extends Entry> kind) {
        return (int) Stream.concat(above.stream(), actions.stream().flatMap(List::stream))
                .filter(kind::isInstance)
                .count();
    }
}
