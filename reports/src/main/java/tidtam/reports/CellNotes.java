package tidtam.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.Annotations;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.Measure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;

/** What is written at the cells of a workbook that was checked: what is wrong there, and what to write. */
public final class CellNotes {
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

    private record Note(Severity severity, List<String> said) {}

    private CellNotes(RunInfo run, Checked.Evaluated input, Optional<String> division, Wording wording) {
        this.run = run;
        this.input = input;
        this.division = division;
        this.wording = wording;
        this.parts = new ByMeasure(input.evaluation());
    }

    /**
     * The notes of one workbook.
     *
     * @param division only findings that concern it; absent for all
     */
    public static Annotations of(RunInfo run, Checked.Evaluated input, Optional<String> division, Wording wording) {
        return new CellNotes(run, input, division, wording).annotations();
    }

    private Annotations annotations() {
        input.evaluation().findings().stream()
                .filter(finding -> division.isEmpty() || finding.divisions().contains(division.get()))
                .forEach(this::add);
        String sheet = wording.line("notes.sheet");
        List<Annotations.Note> written = new ArrayList<>();
        notes.forEach((cell, note) -> written.add(new Annotations.Note(
                cell,
                note.severity(),
                wording.fill("notes.head", Map.of("asOf", run.asOf())) + "\n" + String.join("\n", note.said()) + "\n"
                        + wording.fill("notes.foot", Map.of("sheet", sheet)))));
        return new Annotations("Tidtam", sheet, introduction(), headings(), written, List.copyOf(list));
    }

    private void add(ReportedFinding reported) {
        Finding finding = reported.finding();
        int number = list.size() + 1;
        String sentence = wording.sentence(finding) + (finding.guessed() ? " " + wording.line("table.guessed") : "");
        String said =
                wording.fill("notes.item", Map.of("number", number, "severity", reported.severity())) + " " + sentence;
        Set<CellRef> cells = new LinkedHashSet<>();
        finding.cell().map(CellText::cell).ifPresent(cells::add);
        finding.values().find(CELLS).filter(List.class::isInstance).stream()
                .flatMap(many -> ((List<?>) many).stream())
                .filter(CellRef.class::isInstance)
                .forEach(cell -> cells.add((CellRef) cell));
        cells.forEach(cell -> notes.merge(
                cell,
                new Note(reported.severity(), List.of(said)),
                (one, other) -> new Note(
                        one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity(),
                        Stream.concat(one.said().stream(), other.said().stream())
                                .toList())));
        list.add(new Annotations.Listed(
                finding.cell().map(CellText::cell),
                reported.severity(),
                List.of(
                        wording.number(number)
                                + finding.cell()
                                        .map(text ->
                                                "  " + Clean.line(text.cell().toString()))
                                        .orElse(""),
                        wording.name(reported.severity()),
                        finding.measures().stream()
                                .findFirst()
                                .map(first -> measure(parts.measure(first).measure()))
                                .orElseGet(() -> wording.line("table.plan")),
                        sentence,
                        FindingFields.due(finding).map(wording::date).orElse(""),
                        FindingFields.daysOverdue(finding).map(wording::number).orElse(""),
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
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        lines.add(wording.fill(
                "notes.counts",
                Map.of(
                        "errors", (int) errors,
                        "warnings", (int) warnings,
                        "infos", (int) count(Severity.INFO))));
        lines.add(wording.line("notes.how"));
        lines.add(wording.line("notes.made") + " Tidtam " + run.tidtam() + ", " + run.rulesDigest() + ", SHA-256 "
                + input.sha256().orElse(""));
        return lines;
    }

    private long count(Severity severity) {
        return list.stream().filter(listed -> listed.severity() == severity).count();
    }

    private List<Annotations.Heading> headings() {
        return List.of(
                heading("place", 20),
                heading("severity", 13),
                heading("measure", 40),
                heading("message", 70),
                heading("due", 20),
                heading("daysOverdue", 11),
                heading("divisions", 30),
                heading("rule", 28));
    }

    private Annotations.Heading heading(String name, int width) {
        return new Annotations.Heading(wording.line("notes.column." + name), width);
    }
}
