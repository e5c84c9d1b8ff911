package tidtam.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.LogEntry;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Report;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.State;
import tidtam.facts.Uncounted;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.Sighting;
import tidtam.reports.xlsx.Cell;
import tidtam.reports.xlsx.Look;

/** The rows that one evaluated input gives to the sheets of the working paper. */
final class PaperRows {
    /** How much of a measure's title stands beside each row, in columns; the whole of it stands in the reading log. */
    private static final int TITLE = 60;
    /** The auditor's remark, evidence seen, conclusion and signature. */
    private static final List<Cell> ENTRIES = Collections.nCopies(4, Cell.entry());

    private final PlanFigures plan;
    private final HistoryWords words;
    private final Evaluation evaluation;
    private final Wording wording;
    private final ByMeasure parts;
    /** Which input a row is about, where there are several. */
    private final List<Cell> about;

    /** @param number of the input in the summary, from 1 */
    PaperRows(int number, PlanFigures plan, boolean several, Wording wording) {
        Checked.Evaluated input = plan.checked();
        this.plan = plan;
        this.words = new HistoryWords(plan, wording);
        this.evaluation = input.evaluation();
        this.wording = wording;
        this.parts = new ByMeasure(evaluation);
        this.about = several ? List.of(Cell.number(number), Cell.text(agency(input))) : List.of();
    }

    /** The agency's name; the file's where the workbook does not say. */
    static String agency(Checked.Evaluated input) {
        return Clean.line(input.evaluation().plan().title().agency().orElse(input.path()));
    }

    Stream<List<Cell>> findings() {
        return evaluation.findings().stream().map(this::finding);
    }

    private List<Cell> finding(ReportedFinding reported) {
        Finding finding = reported.finding();
        List<Cell> row = row();
        if (finding.measures().isEmpty()) {
            row.addAll(List.of(Cell.blank(), Cell.blank(), Cell.text(wording.line("table.plan"))));
        } else {
            List<String> rows = finding.measures().stream()
                    .map(id -> wording.number(id.row()))
                    .toList();
            PlannedMeasure first = parts.measure(finding.measures().get(0));
            row.add(rows.size() == 1 ? Cell.number(first.measure().id().row()) : Cell.text(String.join(", ", rows)));
            row.add(Cell.text(Clean.line(first.measure().code().orElse(""))));
            row.add(title(first));
        }
        row.add(Cell.text(wording.weight(reported)));
        row.add(Cell.text(wording.sentence(reported)));
        row.add(Cell.text(finding.cell().map(text -> Clean.lines(text.quote())).orElse("")));
        row.add(place(finding.cell().map(CellText::cell)));
        row.add(Cell.text(finding.findPeriod().map(wording::period).orElse("")));
        row.add(finding.findDue().map(Cell::day).orElse(Cell.blank()));
        row.add(finding.findDaysOverdue().map(Cell::number).orElse(Cell.blank()));
        row.add(Cell.text(Clean.line(String.join(", ", reported.divisions()))));
        row.addAll(ENTRIES);
        row.add(Cell.text(finding.guessed() ? wording.line("paper.guessed") : ""));
        row.add(Cell.text(finding.rule()));
        row.add(Cell.text(reported.fingerprint()));
        if (plan.history().isPresent()) {
            Optional<Sighting> sighting = words.find(reported);
            row.add(Cell.text(sighting.map(one -> wording.name(one.state())).orElse("")));
            row.add(sighting.map(one -> Cell.day(one.since())).orElse(Cell.blank()));
        }
        return row;
    }

    /** What is not found any more, or that there is nothing to compare with. */
    Stream<List<Cell>> changes() {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> compared = row();
        compared.add(Cell.blank());
        compared.add(Cell.text(words.counts().map(counts -> counts + " · ").orElse("") + words.compared()));
        rows.add(compared);
        for (Lifecycle state : List.of(Lifecycle.RESOLVED, Lifecycle.ABSENT)) {
            words.gone(state).forEach(one -> rows.add(gone(one)));
        }
        return rows.stream();
    }

    private List<Cell> gone(Sighting one) {
        List<Cell> row = row();
        row.add(Cell.text(wording.name(one.state())));
        row.add(Cell.text(words.sentence(one)));
        row.add(Cell.text(words.weight(one)));
        row.add(Cell.text(words.measure(one)));
        row.add(Cell.text(words.cell(one).orElse("")));
        row.add(one.due().map(Cell::day).orElse(Cell.blank()));
        row.add(Cell.text(Clean.line(String.join(", ", one.divisions()))));
        row.add(Cell.day(one.since()));
        row.add(Cell.text(one.rule()));
        row.add(Cell.text(one.fingerprint()));
        return row;
    }

    /** How many findings there were from day to day. */
    Stream<List<Cell>> trend() {
        return plan.history().map(PlanHistory::trend).orElse(List.of()).stream().map(point -> {
            List<Cell> row = row();
            row.add(Cell.day(point.asOf()));
            Stream.of(point.errors(), point.warnings(), point.infos(), point.waived())
                    .forEach(count -> row.add(Cell.number(count)));
            return row;
        });
    }

    Stream<List<Cell>> obligations() {
        return evaluation.plan().measures().stream()
                .flatMap(planned -> planned.duties().stream().flatMap(duty -> obligations(planned, duty)));
    }

    private Stream<List<Cell>> obligations(PlannedMeasure planned, Duty duty) {
        return Stream.concat(
                parts.obligations(duty).stream().map(state -> obligation(planned, state)),
                parts.uncounted(duty).stream().map(one -> uncounted(planned, one)));
    }

    private List<Cell> obligation(PlannedMeasure planned, ObligationState state) {
        List<Cell> row = duty(planned, state.obligation().duty());
        Optional<Report> report = Optional.ofNullable(evaluation.evidence().get(state.obligation()));
        row.add(Cell.text(wording.period(state.obligation().period())));
        row.add(Cell.day(state.due()));
        row.add(Cell.text(wording.name(state.state())));
        row.add(state.daysOverdue() > 0 ? Cell.number(state.daysOverdue()) : Cell.blank());
        row.add(place(report.map(found -> found.text().cell())));
        row.add(report.map(found -> Cell.day(found.to())).orElse(Cell.blank()));
        row.add(Cell.text(report.map(found -> wording.name(found.source())).orElse("")));
        row.add(Cell.text(state.obligation().guessed() ? wording.line("paper.guessed") : ""));
        row.addAll(ENTRIES);
        return row;
    }

    private List<Cell> uncounted(PlannedMeasure planned, Uncounted uncounted) {
        List<Cell> row = duty(planned, uncounted.duty());
        row.add(Cell.text(wording.name(uncounted.why())));
        row.add(Cell.blank());
        row.add(Cell.text(wording.name(State.NOT_EVALUABLE)));
        row.addAll(Collections.nCopies(5, Cell.blank()));
        row.addAll(ENTRIES);
        return row;
    }

    private List<Cell> duty(PlannedMeasure planned, Duty duty) {
        List<Cell> row = row(planned);
        row.add(Cell.text(wording.duty(duty)));
        row.add(place(Optional.of(duty.statedIn().cell())));
        row.add(Cell.text(planned.responsible().map(wording::divisions).orElse("")));
        return row;
    }

    /** The matrix of rules and measures; the plan first. */
    Stream<List<Cell>> outcomes(List<RuleInfo> rules) {
        Map<Optional<MeasureId>, Map<String, Outcome>> outcomes = new HashMap<>();
        evaluation
                .ledger()
                .entries()
                .forEach(entry -> outcomes.computeIfAbsent(entry.measure(), id -> new HashMap<>())
                        .put(entry.rule(), entry.outcome()));
        return Stream.concat(
                        Stream.of(Optional.<PlannedMeasure>empty()),
                        evaluation.plan().measures().stream().map(Optional::of))
                .map(planned -> {
                    List<Cell> row = planned.map(this::row).orElseGet(this::planRow);
                    Map<String, Outcome> ended = outcomes.getOrDefault(
                            planned.map(one -> one.measure().id()), Map.of());
                    rules.forEach(rule -> row.add(Optional.ofNullable(ended.get(rule.id()))
                            .map(outcome -> letter(outcome, wording))
                            .orElse(Cell.blank())));
                    return row;
                });
    }

    static Cell letter(Outcome outcome, Wording wording) {
        return Cell.text(
                wording.line("paper.letter." + outcome),
                switch (outcome) {
                    case PASSED -> Look.GOOD;
                    case FOUND, ERROR -> Look.BAD;
                    case NOT_EVALUABLE -> Look.DOUBTFUL;
                    case WAIVED, NOT_APPLICABLE -> Look.QUIET;
                });
    }

    /** What ended neither passed nor found, nor did not apply, and why. */
    Stream<List<Cell>> reasons() {
        return evaluation.ledger().entries().stream()
                .filter(entry -> entry.outcome() == Outcome.NOT_EVALUABLE
                        || entry.outcome() == Outcome.ERROR
                        || entry.outcome() == Outcome.WAIVED)
                .map(this::reason);
    }

    private List<Cell> reason(Ledger.Entry entry) {
        List<Cell> row = entry.measure().map(parts::measure).map(this::row).orElseGet(this::planRow);
        row.add(Cell.text(entry.rule()));
        row.add(Cell.text(wording.name(entry.outcome())));
        row.add(Cell.text(wording.reason(entry.why())));
        return row;
    }

    Stream<List<Cell>> reading() {
        Understood understood = new Understood(evaluation, wording);
        return Stream.concat(
                evaluation.plan().measures().stream()
                        .flatMap(planned -> Stream.of(Column.values())
                                .filter(planned.cells()::containsKey)
                                .map(column -> read(planned, column, understood))),
                evaluation.plan().records().logged().stream().map(entry -> logged(entry, understood)));
    }

    private List<Cell> read(PlannedMeasure planned, Column column, Understood understood) {
        CellText cell = Optional.ofNullable(planned.cells().get(column)).orElseThrow();
        List<Duty> duties = planned.duties().stream()
                .filter(duty -> duty.statedIn().cell().equals(cell.cell()))
                .toList();
        List<String> said = new ArrayList<>();
        duties.forEach(duty -> said.add(wording.fill("paper.duty", Map.of("duty", wording.duty(duty)))));
        said.addAll(understood.of(planned, column));
        boolean guessed = duties.stream().anyMatch(Duty::guessed)
                || (column == Column.ACTION
                        && planned.completion().filter(PaperRows::guessed).isPresent());
        List<Cell> row = row(planned);
        row.add(Cell.text(wording.name(column)));
        row.add(place(Optional.of(cell.cell())));
        row.add(Cell.text(cell.blank() ? wording.line("explain.empty") : Clean.lines(cell.quote())));
        row.add(Cell.text(said.isEmpty() ? wording.line("paper.kept") : String.join("\n", said)));
        row.add(Cell.text(guessed ? wording.line("paper.guessed") : ""));
        return row;
    }

    private static boolean guessed(Completion completion) {
        return completion.guessed() || completion.dates().stream().anyMatch(DateSpan::guessed);
    }

    private List<Cell> logged(LogEntry entry, Understood understood) {
        List<String> said = new ArrayList<>();
        entry.reported()
                .ifPresent(day -> said.add(
                        wording.fill("paper.log.reported", Map.of("date", wording.range(day.from(), day.to())))));
        said.addAll(understood.of(entry));
        entry.notUnderstood()
                .forEach(text -> said.add(
                        wording.fill("paper.log.notUnderstood", Map.of("cell", text.cell(), "text", text.quote()))));
        List<Cell> row = entry.measure()
                .map(parts::measure)
                .map(this::row)
                .orElseGet(() -> titled(wording.line("paper.log.unnamed")));
        String text = entry.reported().map(DateSpan::text).orElse(entry.named()).quote();
        row.add(Cell.text(wording.name(Report.Source.LOG)));
        row.add(place(Optional.of(ByMeasure.place(entry))));
        row.add(Cell.text(text.isBlank() ? wording.line("explain.empty") : Clean.lines(text)));
        row.add(Cell.text(said.isEmpty() ? wording.line("paper.kept") : String.join("\n", said)));
        boolean guessed = Stream.of(entry.event(), entry.reported())
                .flatMap(Optional::stream)
                .anyMatch(DateSpan::guessed);
        row.add(Cell.text(guessed ? wording.line("paper.guessed") : ""));
        return row;
    }

    Stream<List<Cell>> problems() {
        return Stream.concat(
                FindingsJson.sorted(evaluation.problems()).stream()
                        .map(problem -> problem(problem.cell(), wording.problem(problem))),
                evaluation.idleWaivers().stream().map(waiver -> problem(Optional.empty(), wording.idle(waiver))));
    }

    private List<Cell> problem(Optional<CellRef> cell, String said) {
        List<Cell> row = row();
        row.add(place(cell));
        row.add(Cell.text(said));
        return row;
    }

    private List<Cell> row() {
        return new ArrayList<>(about);
    }

    private List<Cell> row(PlannedMeasure planned) {
        List<Cell> row = row();
        row.add(Cell.number(planned.measure().id().row()));
        row.add(Cell.text(Clean.line(planned.measure().code().orElse(""))));
        row.add(title(planned));
        return row;
    }

    private static Cell title(PlannedMeasure planned) {
        return Cell.text(Clean.shorten(Clean.line(planned.measure().title()), TITLE));
    }

    private List<Cell> planRow() {
        return titled(wording.line("table.plan"));
    }

    /** The first cells of a row about no one measure. */
    private List<Cell> titled(String title) {
        List<Cell> row = row();
        row.addAll(List.of(Cell.blank(), Cell.blank(), Cell.text(title)));
        return row;
    }

    private static Cell place(Optional<CellRef> cell) {
        return Cell.text(cell.map(CellRef::toString).map(Clean::line).orElse(""));
    }
}
