package tidtam.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tidtam.facts.Outcome;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
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
    private static final int NUMBER = 6;
    private static final int AGENCY = 18;
    private static final int CODE = 7;
    private static final int TITLE = 28;
    private static final int RULE = 22;
    private static final int SHORT = 13;
    private static final int CELL = 15;
    private static final int TEXT = 42;
    private static final int LETTER = 5;

    private final CheckResult result;
    private final Figures figures;
    private final InForce inForce;
    private final Wording wording;
    private final List<RuleInfo> rules;

    private WorkingPaper(CheckResult result, Figures figures, InForce inForce, Wording wording) {
        this.result = result;
        this.figures = figures;
        this.inForce = inForce;
        this.wording = wording;
        Map<String, RuleInfo> known = new LinkedHashMap<>();
        result.evaluations()
                .forEach(evaluation -> evaluation.ledger().rules().forEach(rule -> known.putIfAbsent(rule.id(), rule)));
        this.rules = List.copyOf(known.values());
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
                        wording.line("paper.dayFormat"),
                        wording.line("paper.cut"))));
    }

    /** The file's bytes. */
    public static byte[] bytes(CheckResult result, InForce inForce, Wording wording) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(result, Figures.of(result), inForce, wording, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(NewWorkbook book) throws IOException {
        book.sheet(
                SheetForm.free(
                        wording.line("paper.sheet.summary"), List.of(NUMBER + 2, 46, 18, SHORT, SHORT, SHORT, 76)),
                summary().iterator());
        book.sheet(findings(), rows(PaperRows::findings));
        book.sheet(obligations(), rows(PaperRows::obligations));
        book.sheet(matrix(), rows(input -> input.outcomes(rules)));
        book.sheet(
                table(
                        "notEvaluated",
                        columns(measureColumns(), "rule", RULE, "outcome", SHORT, "reason", TEXT),
                        2,
                        1,
                        List.of(),
                        List.of()),
                rows(PaperRows::reasons));
        book.sheet(
                table(
                        "reading",
                        columns(
                                measureColumns(),
                                "column",
                                22,
                                "cell",
                                CELL,
                                "text",
                                TEXT,
                                "understood",
                                TEXT,
                                "guessed",
                                SHORT),
                        2,
                        1,
                        List.of(guessed(9)),
                        List.of()),
                rows(PaperRows::reading));
        book.sheet(
                table(
                        "problems",
                        columns(Map.of(), "input", NUMBER, "agency", AGENCY, "cell", CELL, "problem", 90),
                        0,
                        1,
                        List.of(),
                        List.of()),
                problems().iterator());
        book.sheet(
                SheetForm.free(wording.line("paper.sheet.settings"), List.of(RULE, 22, 22, 22, 22, 22, 60)),
                settings().iterator());
        book.finish();
    }

    private String title() {
        return wording.fill("paper.title", Map.of("asOf", result.run().asOf()));
    }

    private Iterator<List<Cell>> rows(Function<PaperRows, Stream<List<Cell>>> sheet) {
        return Stream.iterate(0, i -> i < result.inputs().size(), i -> i + 1)
                .flatMap(i -> result.inputs().get(i) instanceof Checked.Evaluated evaluated
                        ? sheet.apply(new PaperRows(i + 1, evaluated, wording))
                        : Stream.empty())
                .iterator();
    }

    private SheetForm findings() {
        Map<String, Integer> columns = columns(
                measureColumns(),
                "rule",
                RULE,
                "severity",
                SHORT,
                "guessed",
                SHORT,
                "message",
                TEXT,
                "quote",
                TEXT,
                "cell",
                CELL,
                "period",
                24,
                "due",
                SHORT,
                "daysOverdue",
                10,
                "divisions",
                26,
                "fingerprint",
                20,
                "remark",
                30,
                "evidence",
                30,
                "conclusion",
                20,
                "signature",
                24);
        List<SheetForm.Marking> markings = new ArrayList<>();
        markings.add(new SheetForm.Marking(6, wording.name(Severity.ERROR), Colour.RED));
        markings.add(new SheetForm.Marking(6, wording.name(Severity.WARNING), Colour.AMBER));
        markings.add(new SheetForm.Marking(6, wording.name(Severity.INFO), Colour.BLUE));
        markings.add(guessed(7));
        List<String> conclusions = List.of(wording.line("paper.conclusions").split(","));
        return table(
                "findings",
                columns,
                4,
                2,
                markings,
                List.of(new SheetForm.Choice(
                        18,
                        conclusions,
                        wording.line("paper.column.conclusion"),
                        wording.line("paper.chooseConclusion"))));
    }

    private SheetForm obligations() {
        Map<State, Colour> colours = new EnumMap<>(State.class);
        colours.put(State.MISSING, Colour.RED);
        colours.put(State.CLAIMED, Colour.AMBER);
        colours.put(State.LATE, Colour.AMBER);
        colours.put(State.NOT_EVALUABLE, Colour.VIOLET);
        colours.put(State.DUE_SOON, Colour.BLUE);
        List<SheetForm.Marking> markings = new ArrayList<>();
        colours.forEach((state, colour) -> markings.add(new SheetForm.Marking(10, wording.name(state), colour)));
        markings.add(guessed(15));
        return table(
                "obligations",
                columns(
                        measureColumns(),
                        "duty",
                        26,
                        "cell",
                        CELL,
                        "divisions",
                        26,
                        "period",
                        24,
                        "due",
                        SHORT,
                        "state",
                        24,
                        "daysOverdue",
                        10,
                        "evidenceCell",
                        CELL,
                        "evidenceDay",
                        SHORT,
                        "evidenceSource",
                        18,
                        "guessed",
                        SHORT),
                4,
                1,
                markings,
                List.of());
    }

    private SheetForm matrix() {
        List<Integer> widths = new ArrayList<>(measureColumns().values());
        List<Cell> headings = new ArrayList<>(headings(measureColumns()));
        for (RuleInfo rule : rules) {
            widths.add(LETTER);
            headings.add(Cell.text(rule.id(), Look.UPRIGHT));
        }
        List<List<Cell>> top = new ArrayList<>();
        top.add(List.of(Cell.text(sheetTitle("matrix"), Look.SUBTITLE)));
        for (Outcome outcome : Outcome.values()) {
            top.add(List.of(
                    PaperRows.letter(outcome, wording), Cell.text(wording.line("paper.legend." + outcome), Look.FREE)));
        }
        top.add(headings);
        return new SheetForm(wording.line("paper.sheet.matrix"), widths, top, 5, true, 1, List.of(), List.of());
    }

    private SheetForm table(
            String name,
            Map<String, Integer> columns,
            int frozenColumns,
            int pagesAcross,
            List<SheetForm.Marking> markings,
            List<SheetForm.Choice> choices) {
        return new SheetForm(
                wording.line("paper.sheet." + name),
                List.copyOf(columns.values()),
                List.of(List.of(Cell.text(sheetTitle(name), Look.SUBTITLE)), headings(columns)),
                frozenColumns,
                true,
                pagesAcross,
                markings,
                choices);
    }

    private String sheetTitle(String sheet) {
        return wording.line("paper.sheet." + sheet) + " — " + title();
    }

    private List<Cell> headings(Map<String, Integer> columns) {
        return columns.keySet().stream()
                .map(name -> Cell.text(wording.line("paper.column." + name), Look.HEADING))
                .toList();
    }

    private static Map<String, Integer> measureColumns() {
        return columns(Map.of(), "input", NUMBER, "agency", AGENCY, "row", NUMBER, "code", CODE, "measure", TITLE);
    }

    /** Columns by name, with their widths. */
    private static Map<String, Integer> columns(Map<String, Integer> first, Object... more) {
        Map<String, Integer> columns = new LinkedHashMap<>(first);
        for (int i = 0; i < more.length; i += 2) {
            columns.put((String) more[i], (Integer) more[i + 1]);
        }
        return columns;
    }

    private SheetForm.Marking guessed(int column) {
        return new SheetForm.Marking(column, wording.line("paper.guessed"), Colour.VIOLET);
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
            return new PaperRows(i + 1, (Checked.Evaluated) input, wording).problems();
        });
    }

    private List<List<Cell>> settings() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(free(sheetTitle("settings"), Look.SUBTITLE));
        rows.add(List.of());
        rows.add(free(
                wording.line(inForce.nextWorkingDay() ? "paper.holiday.next" : "paper.holiday.counts"), Look.FREE));
        rows.add(List.of());
        rows.add(headings(columns(
                Map.of(), "kind", 0, "tool", 0, "indicator", 0, "division", 0, "grace", 0, "lead", 0, "weight", 0)));
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
        rows.add(headings(
                columns(Map.of(), "rule", 0, "severity", 0, "subject", 0, "origin", 0, "on", 0, "why", 0, "basis", 0)));
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
        rows.add(List.of());
        Summary.lines(result, wording)
                .forEach(line -> rows.add(free(
                        "   ".repeat(line.depth()) + line.text(),
                        line.style() == Style.STRONG || line.style() == Style.ERROR ? Look.SUBTITLE : Look.FREE)));
        rows.add(free(wording.line("paper.met"), Look.FAINT));
        inputs(rows);
        divisions(rows);
        rows.add(free(wording.line("page.divisionsSay"), Look.FAINT));
        tally(rows, "state", figures.obligations(), wording::name);
        tally(rows, "outcome", figures.pairs(), wording::name);
        rules(rows);
        return rows;
    }

    private void inputs(List<List<Cell>> rows) {
        Map<Integer, PlanFigures> plans = new HashMap<>();
        figures.plans().forEach(plan -> plans.put(plan.input(), plan));
        rows.add(List.of());
        rows.add(headings(columns(
                Map.of(), "input", 0, "agency", 0, "round", 0, "errors", 0, "warnings", 0, "infos", 0, "file", 0)));
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
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>(List.of(Cell.blank(), Cell.text(wording.line("paper.total")), Cell.blank()));
        total.addAll(counts(figures.findings()));
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
        rows.add(headings(
                columns(Map.of(), "number", 0, "division", 0, "overdue", 0, "errors", 0, "warnings", 0, "infos", 0)));
        int before = rows.size() - 1;
        all.forEach((name, parts) -> {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.number(rows.size() - before));
            row.add(Cell.text(Clean.line(name)));
            row.add(Cell.number(
                    parts.stream().mapToInt(PlanFigures.OfDivision::overdue).sum()));
            row.addAll(counts(Tally.sum(Severity.class, parts.stream().map(PlanFigures.OfDivision::findings))));
            rows.add(row);
        });
    }

    private void rules(List<List<Cell>> rows) {
        Map<String, Integer> found = new TreeMap<>();
        figures.plans().forEach(plan -> plan.rules().forEach((rule, count) -> found.merge(rule, count, Integer::sum)));
        Map<String, Integer> counted = new LinkedHashMap<>();
        found.forEach((rule, count) -> {
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
        rows.add(headings(columns(Map.of(), "number", 0, what, 0, "total", 0)));
        int before = rows.size() - 1;
        counts.forEach((name, count) ->
                rows.add(List.of(Cell.number(rows.size() - before), Cell.text(name), Cell.number(count))));
        rows.add(List.of(
                Cell.blank(),
                Cell.text(wording.line("paper.total")),
                Cell.number(counts.values().stream().mapToInt(Integer::intValue).sum())));
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
