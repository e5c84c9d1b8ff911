package tidtam.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tidtam.facts.Outcome;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.history.RunHistory;
import tidtam.reports.xlsx.Cell;
import tidtam.reports.xlsx.Colour;
import tidtam.reports.xlsx.Look;
import tidtam.reports.xlsx.NewWorkbook;
import tidtam.reports.xlsx.SheetForm;

/**
 * The file working-paper.xlsx, for the internal auditor: what was found, with columns for what the auditor concludes; every obligation; every
 * rule against every measure; every cell beside what was understood; and the settings in force. Written row by row, whatever its length.
 */
public final class WorkingPaper {
    /** Widths of columns, in characters. */
    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("input", 6),
            Map.entry("agency", 16),
            Map.entry("row", 8),
            Map.entry("code", 7),
            Map.entry("measure", 26),
            Map.entry("severity", 12),
            Map.entry("message", 38),
            Map.entry("quote", 30),
            Map.entry("cell", 14),
            Map.entry("period", 18),
            Map.entry("due", 16),
            Map.entry("daysOverdue", 8),
            Map.entry("divisions", 20),
            Map.entry("remark", 26),
            Map.entry("evidence", 22),
            Map.entry("conclusion", 14),
            Map.entry("signature", 18),
            Map.entry("guessed", 10),
            Map.entry("rule", 24),
            Map.entry("fingerprint", 20),
            Map.entry("duty", 24),
            Map.entry("state", 24),
            Map.entry("evidenceCell", 15),
            Map.entry("evidenceDay", 16),
            Map.entry("evidenceSource", 14),
            Map.entry("outcome", 14),
            Map.entry("reason", 70),
            Map.entry("column", 18),
            Map.entry("text", 44),
            Map.entry("understood", 44),
            Map.entry("change", 16),
            Map.entry("since", 16),
            Map.entry("asOf", 20),
            Map.entry("errors", 14),
            Map.entry("warnings", 14),
            Map.entry("infos", 14),
            Map.entry("waived", 14),
            Map.entry("problem", 100));

    private static final int LETTER = 5;

    private final CheckResult result;
    private final Figures figures;
    private final InForce inForce;
    private final Wording wording;
    private final List<RuleInfo> rules;
    /** Those that say which measure a row is about. */
    private final List<String> measureColumns;

    private WorkingPaper(CheckResult result, Figures figures, InForce inForce, Wording wording) {
        this.result = result;
        this.figures = figures;
        this.inForce = inForce;
        this.wording = wording;
        this.rules = List.copyOf(figures.rules().values());
        this.measureColumns =
                several() ? List.of("input", "agency", "row", "code", "measure") : List.of("row", "code", "measure");
    }

    /**
     * Writes the file to a stream, which stays open.
     *
     * @param figures of that result
     */
    public static void write(CheckResult result, Figures figures, InForce inForce, Wording wording, OutputStream out)
            throws IOException {
        WorkingPaper paper = new WorkingPaper(result, figures, inForce, wording);
        paper.write(new NewWorkbook(
                out,
                new NewWorkbook.Words(
                        paper.title(),
                        result.run().asOf(),
                        wording.dayFormat(),
                        wording.numberFormat(),
                        wording.line("paper.cut"))));
    }

    private void write(NewWorkbook book) throws IOException {
        book.sheet(
                SheetForm.free(
                        wording.line("paper.sheet.summary"),
                        figures.waived() == 0
                                ? List.of(8, 46, 24, 16, 14, 14, 40)
                                : List.of(8, 46, 24, 16, 14, 14, 40, 14)),
                summary().iterator());
        book.sheet(findings(), rows(PaperRows::findings));
        if (result.history().isPresent()) {
            history(book);
        }
        book.sheet(obligations(), rows(PaperRows::obligations));
        book.sheet(matrix(), rows(input -> input.outcomes(rules)));
        book.sheet(
                table("notEvaluated", columns("rule", "outcome", "reason"), 1, List.of(), List.of()),
                rows(PaperRows::reasons));
        List<String> reading = columns("column", "cell", "text", "understood", "guessed");
        book.sheet(table("reading", reading, 1, List.of(guessed(reading)), List.of()), rows(PaperRows::reading));
        List<String> problems = several() ? List.of("input", "agency", "cell", "problem") : List.of("cell", "problem");
        book.sheet(
                table("problems", problems, 1, List.of(), List.of()), problems().iterator());
        book.sheet(
                SheetForm.free(wording.line("paper.sheet.settings"), List.of(28, 16, 14, 20, 14, 16, 60)),
                settings().iterator());
        book.finish();
    }

    private void history(NewWorkbook book) throws IOException {
        List<String> about = several() ? List.of("input", "agency") : List.of();
        List<String> changes = Stream.concat(
                        about.stream(),
                        Stream.of(
                                "change",
                                "message",
                                "severity",
                                "measure",
                                "cell",
                                "due",
                                "divisions",
                                "since",
                                "rule",
                                "fingerprint"))
                .toList();
        book.sheet(table("changes", changes, 1, List.of(), List.of()), rows(figures.remembered(), PaperRows::changes));
        List<String> trend = Stream.concat(about.stream(), Stream.of("asOf", "errors", "warnings", "infos", "waived"))
                .toList();
        book.sheet(table("trend", trend, 1, List.of(), List.of()), rows(figures.remembered(), PaperRows::trend));
    }

    /** Of one input it need not be said which one. */
    private boolean several() {
        return result.inputs().size() > 1;
    }

    private String title() {
        return wording.fill("paper.title", Map.of("asOf", result.run().asOf()));
    }

    private Iterator<List<Cell>> rows(Function<PaperRows, Stream<List<Cell>>> sheet) {
        return rows(figures.plans(), sheet);
    }

    private Iterator<List<Cell>> rows(List<PlanFigures> plans, Function<PaperRows, Stream<List<Cell>>> sheet) {
        return orNone(plans.stream()
                .flatMap(plan -> sheet.apply(new PaperRows(plan.input() + 1, plan, several(), wording)))
                .iterator());
    }

    /** An empty table says that it is. */
    private Iterator<List<Cell>> orNone(Iterator<List<Cell>> rows) {
        return rows.hasNext()
                ? rows
                : List.of(free(wording.line("paper.none"), Look.FREE)).iterator();
    }

    private SheetForm findings() {
        List<String> columns = columns(
                "severity",
                "message",
                "quote",
                "cell",
                "period",
                "due",
                "daysOverdue",
                "divisions",
                "remark",
                "evidence",
                "conclusion",
                "signature",
                "guessed",
                "rule",
                "fingerprint");
        if (result.history().isPresent()) {
            columns = Stream.concat(columns.stream(), Stream.of("change", "since"))
                    .toList();
        }
        List<SheetForm.Marking> markings = new ArrayList<>();
        markings.add(marking(columns, "severity", Severity.ERROR, Colour.RED));
        markings.add(marking(columns, "severity", Severity.WARNING, Colour.AMBER));
        markings.add(marking(columns, "severity", Severity.INFO, Colour.BLUE));
        markings.add(guessed(columns));
        return table("findings", columns, 2, markings, List.of(conclusion(columns)));
    }

    private SheetForm obligations() {
        List<String> columns = columns(
                "duty",
                "cell",
                "divisions",
                "period",
                "due",
                "state",
                "daysOverdue",
                "evidenceCell",
                "evidenceDay",
                "evidenceSource",
                "guessed",
                "remark",
                "evidence",
                "conclusion",
                "signature");
        Map<State, Colour> colours = new EnumMap<>(State.class);
        colours.put(State.MISSING, Colour.RED);
        colours.put(State.CLAIMED, Colour.AMBER);
        colours.put(State.LATE, Colour.AMBER);
        colours.put(State.NOT_EVALUABLE, Colour.VIOLET);
        colours.put(State.DUE_SOON, Colour.BLUE);
        List<SheetForm.Marking> markings = new ArrayList<>();
        colours.forEach((state, colour) -> markings.add(marking(columns, "state", state, colour)));
        markings.add(guessed(columns));
        return table("obligations", columns, 2, markings, List.of(conclusion(columns)));
    }

    private SheetForm.Marking marking(List<String> columns, String column, Enum<?> value, Colour colour) {
        return new SheetForm.Marking(columns.indexOf(column), wording.name(value), colour);
    }

    private SheetForm.Marking guessed(List<String> columns) {
        return new SheetForm.Marking(columns.indexOf("guessed"), wording.line("paper.guessed"), Colour.VIOLET);
    }

    private SheetForm.Choice conclusion(List<String> columns) {
        return new SheetForm.Choice(
                columns.indexOf("conclusion"),
                List.of(wording.line("paper.conclusions").split(",")),
                wording.line("paper.column.conclusion"),
                wording.line("paper.chooseConclusion"));
    }

    private SheetForm matrix() {
        List<Integer> widths = new ArrayList<>(widths(measureColumns));
        List<Cell> headings = new ArrayList<>(headings(measureColumns));
        for (RuleInfo rule : rules) {
            widths.add(LETTER);
            headings.add(Cell.text(rule.id(), Look.UPRIGHT));
        }
        List<List<Cell>> top = new ArrayList<>();
        top.add(free(sheetTitle("matrix"), Look.SUBTITLE));
        for (Outcome outcome : Outcome.values()) {
            top.add(List.of(
                    PaperRows.letter(outcome, wording), Cell.text(wording.line("paper.legend." + outcome), Look.FREE)));
        }
        top.add(headings);
        return new SheetForm(
                wording.line("paper.sheet.matrix"), widths, top, measureColumns.size(), true, 1, List.of(), List.of());
    }

    private SheetForm table(
            String name,
            List<String> columns,
            int pagesAcross,
            List<SheetForm.Marking> markings,
            List<SheetForm.Choice> choices) {
        return new SheetForm(
                wording.line("paper.sheet." + name),
                widths(columns),
                List.of(free(sheetTitle(name), Look.SUBTITLE), headings(columns)),
                columns.containsAll(measureColumns) ? measureColumns.size() : 0,
                true,
                pagesAcross,
                markings,
                choices);
    }

    private String sheetTitle(String sheet) {
        return wording.line("paper.sheet." + sheet) + " — " + title();
    }

    private List<Cell> headings(List<String> columns) {
        return columns.stream()
                .map(name -> Cell.text(wording.line("paper.column." + name), Look.HEADING))
                .toList();
    }

    private static List<Integer> widths(List<String> columns) {
        return columns.stream()
                .map(name -> Optional.ofNullable(WIDTHS.get(name)).orElseThrow())
                .toList();
    }

    /** The columns that say which measure a row is about, and more. */
    private List<String> columns(String... more) {
        return Stream.concat(measureColumns.stream(), Stream.of(more)).toList();
    }

    private Stream<List<Cell>> problems() {
        return Stream.iterate(0, i -> i < result.inputs().size(), i -> i + 1).flatMap(i -> {
            Checked input = result.inputs().get(i);
            if (input instanceof Checked.Unreadable unreadable) {
                return Stream.of(List.of(
                        Cell.number(i + 1),
                        Cell.text(wording.path(input.path())),
                        Cell.blank(),
                        Cell.text(wording.unreadable(unreadable.why()))));
            }
            return figures.plans().stream()
                    .filter(plan -> plan.input() == i)
                    .flatMap(plan -> new PaperRows(i + 1, plan, several(), wording).problems());
        });
    }

    private List<List<Cell>> settings() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(free(sheetTitle("settings"), Look.SUBTITLE));
        rows.add(List.of());
        rows.add(free(
                wording.line(inForce.nextWorkingDay() ? "paper.holiday.next" : "paper.holiday.counts"), Look.FREE));
        rows.add(List.of());
        rows.add(headings(List.of("kind", "tool", "indicator", "division", "grace", "lead", "weight")));
        for (InForce.Judged limit : inForce.limits()) {
            rows.add(List.of(
                    Cell.text(wording.name(limit.kind())),
                    Cell.text(limit.tool().map(wording::name).orElse("")),
                    limit.indicator().isPresent()
                            ? Cell.number(limit.indicator().getAsInt())
                            : Cell.blank(),
                    Cell.text(limit.division().map(Clean::line).orElse("")),
                    limit.graceDays().isPresent()
                            ? Cell.number(limit.graceDays().getAsInt())
                            : Cell.blank(),
                    limit.leadDays().isPresent() ? Cell.number(limit.leadDays().getAsInt()) : Cell.blank(),
                    Cell.text(limit.severity().map(wording::name).orElse(""))));
        }
        rows.add(List.of());
        rows.add(headings(List.of("rule", "severity", "subject", "origin", "on", "why", "basis")));
        Map<String, String> off = result.run().rulesOff();
        for (RuleInfo rule : rules) {
            rows.add(List.of(
                    Cell.text(rule.id()),
                    Cell.text(wording.name(rule.severity())),
                    Cell.text(wording.name(rule.subject())),
                    Cell.text(wording.name(rule.origin())),
                    Cell.text(wording.line(off.containsKey(rule.id()) ? "paper.off" : "paper.on")),
                    Cell.text(Clean.line(off.getOrDefault(rule.id(), ""))),
                    Cell.text(wording.basis(rule))));
        }
        return rows;
    }

    private List<List<Cell>> summary() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(free(title(), Look.TITLE));
        rows.add(free(
                wording.fill(
                        "paper.made",
                        Map.of(
                                "tidtam",
                                result.run().tidtam(),
                                "digest",
                                result.run().rulesDigest())),
                Look.FAINT));
        result.history().map(RunHistory::head).ifPresent(head -> {
            rows.add(free(wording.line("head.label") + " " + head, Look.FAINT));
            rows.add(free(wording.line("head.keep"), Look.FAINT));
        });
        rows.add(List.of());
        Summary.lines(result, figures, wording)
                .forEach(line -> rows.add(free(
                        "   ".repeat(line.depth()) + line.text(),
                        line.style() == Style.STRONG || line.style() == Style.ERROR ? Look.SUBTITLE : Look.FREE)));
        rows.add(free(wording.line("paper.met"), Look.FAINT));
        inputs(rows);
        signatures(rows);
        divisions(rows);
        rows.add(free(wording.line("page.divisionsSay"), Look.FAINT));
        tally(rows, "state", figures.obligations(), wording::name);
        tally(rows, "outcome", figures.pairs(), wording::name);
        rules(rows);
        return rows;
    }

    private void signatures(List<List<Cell>> rows) {
        rows.add(List.of());
        rows.add(headings(List.of("number", "role", "name", "day")));
        for (String role : wording.line("paper.roles").split(",", -1)) {
            rows.add(List.of(Cell.blank(), Cell.text(role), Cell.entry(), Cell.entry()));
        }
    }

    private void inputs(List<List<Cell>> rows) {
        Map<Integer, PlanFigures> plans = new HashMap<>();
        figures.plans().forEach(plan -> plans.put(plan.input(), plan));
        rows.add(List.of());
        rows.add(headings(waived(List.of("input", "agency", "round", "errors", "warnings", "infos", "file"))));
        for (int i = 0; i < result.inputs().size(); i++) {
            Checked input = result.inputs().get(i);
            List<Cell> row = new ArrayList<>();
            row.add(Cell.number(i + 1));
            PlanFigures plan = plans.get(i);
            if (plan != null) {
                row.add(Cell.text(PaperRows.agency(plan.checked())));
                row.add(Cell.text(wording.round(plan.evaluation().round())));
                row.addAll(counts(plan.findings()));
            } else {
                row.add(Cell.text(wording.unreadable(((Checked.Unreadable) input).why())));
                row.addAll(List.of(Cell.blank(), Cell.blank(), Cell.blank(), Cell.blank()));
            }
            row.add(Cell.text(wording.path(input.path())
                    + input.sha256().map(sha256 -> "\nSHA-256 " + sha256).orElse("")));
            if (plan != null && figures.waived() > 0) {
                row.add(Cell.number(plan.waived()));
            }
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>(List.of(Cell.blank(), Cell.text(wording.line("paper.total")), Cell.blank()));
        total.addAll(counts(figures.findings()));
        if (figures.waived() > 0) {
            total.addAll(List.of(Cell.blank(), Cell.number(figures.waived())));
        }
        rows.add(total);
    }

    private void divisions(List<List<Cell>> rows) {
        Map<String, List<PlanFigures.OfDivision>> divisions = new TreeMap<>();
        List<PlanFigures.OfDivision> none = new ArrayList<>();
        for (PlanFigures plan : figures.plans()) {
            for (PlanFigures.OfDivision division : plan.divisions()) {
                division.name()
                        .map(name -> divisions.computeIfAbsent(name, first -> new ArrayList<>()))
                        .orElse(none)
                        .add(division);
            }
        }
        Map<String, List<PlanFigures.OfDivision>> all = new LinkedHashMap<>(divisions);
        if (!none.isEmpty()) {
            all.put(wording.line("page.noDivision"), none);
        }
        rows.add(List.of());
        rows.add(headings(waived(List.of("number", "division", "overdue", "errors", "warnings", "infos"))));
        int before = rows.size() - 1;
        all.forEach((name, parts) -> {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.number(rows.size() - before));
            row.add(Cell.text(Clean.line(name)));
            row.add(Cell.number(
                    parts.stream().mapToInt(PlanFigures.OfDivision::overdue).sum()));
            row.addAll(counts(Tally.sum(Severity.class, parts.stream().map(PlanFigures.OfDivision::findings))));
            if (figures.waived() > 0) {
                row.add(Cell.number(
                        parts.stream().mapToInt(PlanFigures.OfDivision::waived).sum()));
            }
            rows.add(row);
        });
    }

    private void rules(List<List<Cell>> rows) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        figures.found().forEach((rule, count) -> {
            if (count > 0) {
                counted.put(rule, count);
            }
        });
        counted(rows, "rule", counted);
    }

    private <E extends Enum<E>> void tally(
            List<List<Cell>> rows, String what, Tally<E> tally, Function<E, String> name) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        tally.counts().forEach((constant, count) -> counted.put(name.apply(constant), count));
        counted(rows, what, counted);
    }

    private void counted(List<List<Cell>> rows, String what, Map<String, Integer> counts) {
        rows.add(List.of());
        rows.add(headings(List.of("number", what, "total")));
        int before = rows.size() - 1;
        counts.forEach((name, count) ->
                rows.add(List.of(Cell.number(rows.size() - before), Cell.text(name), Cell.number(count))));
        rows.add(List.of(
                Cell.blank(),
                Cell.text(wording.line("paper.total")),
                Cell.number(counts.values().stream().mapToInt(Integer::intValue).sum())));
    }

    /** Waived findings have a column only where there are any. */
    private List<String> waived(List<String> columns) {
        return figures.waived() == 0
                ? columns
                : Stream.concat(columns.stream(), Stream.of("waived")).toList();
    }

    private static List<Cell> counts(Tally<Severity> findings) {
        return findings.counts().values().stream()
                .map(count -> Cell.number(count))
                .toList();
    }

    private static List<Cell> free(String text, Look look) {
        return List.of(Cell.text(text, look));
    }
}
