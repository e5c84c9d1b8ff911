package tidtam.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidtam.facts.Annotations;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.Folded;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;

/** What is written at the cells of a workbook that was checked: what is wrong there, and what to write. */
public final class WorkbookNotes {
    /** The value of a finding that names more cells than the one it quotes. */
    private static final String CELLS = "cells";

    private static final int TITLE = 60;

    private final RunInfo run;
    private final Checked.Evaluated input;
    private final Optional<String> division;
    private final Wording wording;
    private final ByMeasure parts;
    private final List<Annotations.Listed> list = new ArrayList<>();
    private final Map<CellRef, Note> notes = new LinkedHashMap<>();
    /** Measures of other divisions, and the cells that only these have; empty where all are shown. */
    private final Set<MeasureId> others = new HashSet<>();

    private final Set<CellRef> othersCells = new HashSet<>();
    private int waived;

    /** A cell's note as it grows. */
    private static final class Note {
        private Severity severity = Severity.INFO;
        private final List<String> said = new ArrayList<>();

        void add(Severity more, String sentence) {
            severity = more.compareTo(severity) < 0 ? more : severity;
            said.add(sentence);
        }
    }

    private WorkbookNotes(RunInfo run, Checked.Evaluated input, Optional<String> division, Wording wording) {
        this.run = run;
        this.input = input;
        this.division = division;
        this.wording = wording;
        this.parts = new ByMeasure(input.evaluation());
        division.ifPresent(this::leaveOut);
    }

    private void leaveOut(String division) {
        Set<CellRef> own = new HashSet<>();
        for (PlanFigures.OfMeasure of :
                PlanFigures.of(0, input, Optional.empty()).measures()) {
            boolean other = !concerns(of.divisions(), division);
            if (other) {
                others.add(of.measure().measure().id());
            }
            of.measure().cells().values().forEach(text -> (other ? othersCells : own).add(text.cell()));
        }
        for (LogEntry entry : input.evaluation().plan().records().logged()) {
            boolean other = entry.measure().filter(others::contains).isPresent();
            (other ? othersCells : own).add(ByMeasure.place(entry));
        }
        othersCells.removeAll(own);
    }

    private static boolean concerns(List<String> divisions, String division) {
        String folded = Folded.of(division);
        return divisions.stream().anyMatch(one -> Folded.of(one).equals(folded));
    }

    /**
     * The notes of one workbook.
     *
     * @param division in any spelling; only findings that concern it, and of those that concern others too only its own measures' cells; absent for all
     */
    public static Annotations of(RunInfo run, Checked.Evaluated input, Optional<String> division, Wording wording) {
        return new WorkbookNotes(run, input, division, wording).annotations();
    }

    private Annotations annotations() {
        input.evaluation().findings().stream()
                .filter(finding -> division.isEmpty() || concerns(finding.divisions(), division.get()))
                .forEach(this::add);
        String sheet = wording.line("notes.sheet");
        List<Annotations.Note> written = new ArrayList<>();
        notes.forEach((cell, note) -> written.add(new Annotations.Note(
                cell,
                note.severity,
                wording.fill("notes.head", Map.of("asOf", run.asOf())) + "\n" + String.join("\n", note.said) + "\n"
                        + wording.fill("notes.foot", Map.of("sheet", sheet)))));
        return new Annotations("Tidtam", sheet, introduction(), headings(), written, List.copyOf(list));
    }

    private void add(ReportedFinding reported) {
        Finding finding = reported.finding();
        int number = list.size() + 1;
        String sentence = wording.sentence(reported) + (finding.guessed() ? " " + wording.line("table.guessed") : "");
        String weight = wording.weight(reported);
        String said = wording.fill("notes.item", Map.of("number", number, "severity", weight)) + " " + sentence;
        // What is waived is coloured as lightly as can be.
        Severity colour = reported.waived() ? Severity.INFO : reported.severity();
        waived += reported.waived() ? 1 : 0;
        Set<CellRef> cells = new LinkedHashSet<>();
        finding.cell().map(CellText::cell).ifPresent(cells::add);
        finding.values().find(CELLS).filter(List.class::isInstance).stream()
                .flatMap(many -> ((List<?>) many).stream())
                .filter(CellRef.class::isInstance)
                .forEach(cell -> cells.add((CellRef) cell));
        List<MeasureId> own =
                finding.measures().stream().filter(id -> !others.contains(id)).toList();
        if (!own.isEmpty()) {
            cells.removeAll(othersCells);
        }
        cells.forEach(cell -> notes.computeIfAbsent(cell, fresh -> new Note()).add(colour, said));
        Optional<CellRef> first = cells.stream().findFirst();
        list.add(new Annotations.Listed(
                first,
                colour,
                List.of(
                        wording.number(number)
                                + first.map(cell -> "  " + Clean.line(cell.toString()))
                                        .orElse(""),
                        weight,
                        (own.isEmpty() ? finding.measures() : own)
                                .stream()
                                        .findFirst()
                                        .map(id -> measure(parts.measure(id).measure()))
                                        .orElseGet(() -> wording.line("table.plan")),
                        sentence,
                        finding.findDue().map(wording::date).orElse(""),
                        finding.findDaysOverdue().map(wording::number).orElse(""),
                        Clean.line(String.join(", ", reported.divisions())),
                        finding.rule())));
    }

    private String measure(Measure measure) {
        return wording.measure(measure, TITLE);
    }

    private List<String> introduction() {
        List<String> lines = new ArrayList<>();
        lines.add(wording.fill("notes.title", Map.of("asOf", run.asOf())));
        division.ifPresent(only -> lines.add(wording.fill("notes.division", Map.of("division", only))));
        int infos = count(Severity.INFO) - waived;
        String counts = wording.fill(
                "notes.counts",
                Map.of("errors", count(Severity.ERROR), "warnings", count(Severity.WARNING), "infos", infos));
        lines.add(waived == 0 ? counts : counts + " · " + wording.fill("waiver.count", Map.of("count", waived)));
        lines.add(wording.line("notes.how"));
        lines.add(wording.line("notes.made") + " Tidtam " + run.tidtam() + ", " + run.rulesDigest() + ", SHA-256 "
                + input.sha256().orElse(""));
        return lines;
    }

    private int count(Severity severity) {
        return (int)
                list.stream().filter(listed -> listed.severity() == severity).count();
    }

    private List<Annotations.Heading> headings() {
        return List.of(
                heading("place", 20),
                heading("severity", 13),
                heading("measure", 32),
                heading("message", 56),
                heading("due", 18),
                heading("daysOverdue", 9),
                heading("divisions", 22),
                heading("rule", 24));
    }

    private Annotations.Heading heading(String name, int width) {
        return new Annotations.Heading(wording.line("notes.column." + name), width);
    }
}
