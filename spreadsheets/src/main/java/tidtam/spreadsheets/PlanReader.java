package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Contradiction;
import tidtam.facts.Division;
import tidtam.facts.Duty;
import tidtam.facts.Folded;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.SectionRow;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.form.FormWords;
import tidtam.spreadsheets.text.CompletionReader;
import tidtam.spreadsheets.text.DateReader;
import tidtam.spreadsheets.text.DutyReader;
import tidtam.spreadsheets.text.PublicationReader;
import tidtam.spreadsheets.text.ResponsibleReader;

/** Understands a workbook's sheets as one measure plan. */
final class PlanReader {
    private final WorkbookGrids workbook;
    private final List<Division> elsewhere;
    private final FormSheets forms;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<IndicatorHeading> headings = new ArrayList<>();
    private final List<String> title = new ArrayList<>();
    private final List<CellText> titleLines = new ArrayList<>();
    private final List<SectionRow> sections = new ArrayList<>();
    private final List<String> covers = new ArrayList<>();
    private final List<CellProblem> problems;
    private final Set<FormSheet> seen = EnumSet.noneOf(FormSheet.class);
    private final DivisionsReader divisions = new DivisionsReader();
    private final HolidaysReader holidays = new HolidaysReader();
    private final List<Logged> logged = new ArrayList<>();
    private Optional<String> firstTable = Optional.empty();
    private Optional<GeneralSheet> general = Optional.empty();
    private boolean hasLog;
    private boolean logUnread;

    /** A sheet of the report log, and its rows. */
    private record Logged(FormTable table, List<SheetGrid.Row> rows) {}

    private PlanReader(WorkbookGrids workbook, List<Division> elsewhere) {
        this.workbook = workbook;
        this.elsewhere = elsewhere;
        this.forms = FormSheets.of(workbook.sheets());
        this.problems = new ArrayList<>(workbook.problems());
    }

    /**
     * The plan and its problems.
     *
     * @param elsewhere the agency's divisions, where the workbook has no list of its own
     * @throws UnreadableException where no visible sheet holds a measure table
     */
    static Reading read(WorkbookGrids workbook, List<Division> elsewhere) throws UnreadableException {
        return new PlanReader(workbook, elsewhere).read();
    }

    private Reading read() throws UnreadableException {
        for (SheetGrid sheet : workbook.sheets()) {
            Optional<FormSheet> kind = forms.find(sheet);
            if (kind.isPresent()) {
                formSheet(sheet, kind.get());
            } else if (!sheet.name().equals(FormWords.OTHER_TEXTS)) {
                measures(sheet);
            }
        }
        String sheet = firstTable.orElseThrow(() -> new UnreadableException(Reading.Why.NO_MEASURE_TABLE));
        title.addAll(covers);
        PlanTitle titleBlock = TitleBlock.read(title);
        PlanTitle read = general.map(known -> known.title(titleBlock)).orElse(titleBlock);
        problems.addAll(general.map(known -> known.problems(read)).orElseGet(() -> missing(read, sheet)));
        if (forms.form()) {
            problems.addAll(missingSheets());
        }
        if (rows.isEmpty()) {
            problems.add(aboutSheet(Code.NO_MEASURES, sheet));
        }
        List<Measure> measures = Numbering.measures(rows);
        List<PlannedMeasure> planned = planned(measures, read.fiscalYear());
        AgencyRecords records = new AgencyRecords(
                listed(),
                divisions.faults(),
                holidays.holidays(),
                log(measures, read.fiscalYear()),
                logUnread || damagedLog());
        boolean complete = problems.stream().noneMatch(problem -> problem.code().partial());
        return new Reading.Contents(
                new Plan(
                        read,
                        general.isPresent() ? List.of() : List.copyOf(titleLines),
                        List.copyOf(sections),
                        planned,
                        List.copyOf(headings),
                        records,
                        complete),
                List.copyOf(problems));
    }

    private void measures(SheetGrid sheet) {
        TableReader.Contents contents = TableReader.read(sheet, forms.form());
        if (sheet.hidden()) {
            if (contents.hasTable()) {
                problems.add(aboutSheet(Code.SHEET_HIDDEN, sheet.name()));
            }
        } else if (contents.hasTable()) {
            printed(contents);
            firstTable = firstTable.or(() -> Optional.of(sheet.name()));
            int before = sections(rows);
            contents.measures().forEach(row -> rows.add(row.inSection(before + row.sectionNumber())));
            headings.addAll(contents.headings());
            title.addAll(contents.title());
            title.add(sheet.name());
            problems.addAll(sheet.problems());
            if (FormSheets.structured(sheet)) {
                kind(sheet, FormSheet.MEASURES);
            }
            problems.addAll(contents.problems());
        } else if (!sheet.rows().isEmpty()) {
            covers.addAll(contents.title());
            problems.add(aboutSheet(Code.SHEET_WITHOUT_TABLE, sheet.name()));
        }
    }

    /** Keeps the title of the first table, and as sections what further sheets have above and between the measures. */
    private void printed(TableReader.Contents contents) {
        MeasureId next = new MeasureId(rows.size() + 1);
        for (CellText line : contents.titleRows()) {
            if (firstTable.isEmpty()) {
                titleLines.add(line);
            } else if (titleLines.stream()
                    .noneMatch(known -> Folded.of(known.raw()).equals(Folded.of(line.raw())))) {
                sections.add(new SectionRow(line, next));
            }
        }
        for (TableReader.Line line : contents.lines()) {
            if (line instanceof TableReader.SectionLine section) {
                SheetGrid.Cell cell = section.cell();
                sections.add(new SectionRow(CellText.of(cell.at(), cell.text()), next));
            } else {
                next = new MeasureId(next.row() + 1);
            }
        }
    }

    /** Says a second sheet of one kind. */
    private void kind(SheetGrid sheet, FormSheet kind) {
        if (!seen.add(kind)) {
            Code code = kind == FormSheet.GENERAL ? Code.GENERAL_REPEATED : Code.SHEET_REPEATED;
            problems.add(new CellProblem(code, sheet.name(), Optional.empty(), kind.title()));
        }
    }

    private void formSheet(SheetGrid sheet, FormSheet kind) {
        kind(sheet, kind);
        if (kind == FormSheet.LOG) {
            hasLog = true;
        }
        if (sheet.hidden()) {
            logUnread |= kind == FormSheet.LOG;
            boolean decides = kind == FormSheet.LOG || kind == FormSheet.GENERAL;
            problems.add(aboutSheet(decides ? Code.SHEET_HIDDEN : Code.FORM_SHEET_HIDDEN, sheet.name()));
            return;
        }
        problems.addAll(sheet.problems());
        if (kind == FormSheet.GENERAL) {
            GeneralSheet known = general.orElseGet(GeneralSheet::new);
            known.read(sheet);
            general = Optional.of(known);
        } else if (!sheet.rows().isEmpty()) {
            FormTable.find(sheet, kind).ifPresentOrElse(this::table, () -> {
                logUnread |= kind == FormSheet.LOG;
                problems.add(withoutHeadings(sheet, kind));
            });
        }
    }

    private static CellProblem withoutHeadings(SheetGrid sheet, FormSheet kind) {
        return kind == FormSheet.LOG
                ? new CellProblem(Code.LOG_NOT_READ, sheet.name(), Optional.empty(), FormColumn.LOG_REPORTED.heading())
                : new CellProblem(Code.HEADING_ROW_MISSING, sheet.name(), Optional.empty(), kind.title());
    }

    private void table(FormTable table) {
        problems.addAll(table.headingProblems());
        List<SheetGrid.Row> entries = table.entries(problems);
        switch (table.kind()) {
            case LOG -> {
                List<FormColumn> lacking = Stream.of(FormColumn.LOG_MEASURE, FormColumn.LOG_REPORTED)
                        .filter(column -> !table.columns().containsKey(column))
                        .toList();
                lacking.forEach(column -> problems.add(
                        new CellProblem(Code.LOG_NOT_READ, table.sheet().name(), Optional.empty(), column.heading())));
                if (lacking.isEmpty()) {
                    logged.add(new Logged(table, entries));
                } else {
                    logUnread = true;
                }
            }
            case DIVISIONS -> entries.forEach(row -> divisions.read(table, row, problems));
            case HOLIDAYS -> entries.forEach(row -> holidays.read(table, row, problems));
            case GENERAL, MEASURES -> {}
        }
    }

    private Optional<List<LogEntry>> log(List<Measure> measures, OptionalInt fiscalYear) {
        if (!hasLog) {
            return Optional.empty();
        }
        LogReader reader = new LogReader(new MeasureNames(rows, measures), fiscalYear);
        logged.forEach(log -> log.rows().forEach(row -> reader.read(log.table(), row)));
        return Optional.of(reader.entries());
    }

    private boolean damagedLog() {
        return workbook.problems().stream()
                .anyMatch(damaged -> FormHeadings.named(damaged.sheet()).equals(Optional.of(FormSheet.LOG)));
    }

    /** The sheets of the form that the workbook has not, damaged ones apart. */
    private List<CellProblem> missingSheets() {
        Set<FormSheet> present = EnumSet.copyOf(seen);
        present.add(FormSheet.MEASURES);
        workbook.problems()
                .forEach(damaged -> FormHeadings.named(damaged.sheet()).ifPresent(present::add));
        return Stream.of(FormSheet.values())
                .filter(kind -> !present.contains(kind))
                .map(kind -> new CellProblem(Code.SHEET_MISSING, "", Optional.empty(), kind.title()))
                .toList();
    }

    private List<Division> listed() {
        List<Division> own = divisions.divisions();
        return own.isEmpty() ? elsewhere : own;
    }

    private static int sections(List<TableRow> rows) {
        return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).sectionNumber() + 1;
    }

    private static CellProblem aboutSheet(Code code, String sheet) {
        return new CellProblem(code, sheet, Optional.empty(), sheet);
    }

    private static List<CellProblem> missing(PlanTitle title, String sheet) {
        List<CellProblem> missing = new ArrayList<>();
        if (title.agency().isEmpty()) {
            missing.add(new CellProblem(Code.AGENCY_NOT_FOUND, sheet, Optional.empty(), ""));
        }
        if (title.fiscalYear().isEmpty()) {
            missing.add(new CellProblem(Code.FISCAL_YEAR_NOT_FOUND, sheet, Optional.empty(), ""));
        }
        if (title.round().isEmpty()) {
            missing.add(new CellProblem(Code.ROUND_NOT_FOUND, sheet, Optional.empty(), ""));
        }
        return missing;
    }

    private List<PlannedMeasure> planned(List<Measure> measures, OptionalInt fiscalYear) {
        List<PlannedMeasure> planned = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            planned.add(planned(measures.get(i), rows.get(i).cells(), fiscalYear));
        }
        return List.copyOf(planned);
    }

    private PlannedMeasure planned(Measure measure, Map<Column, CellText> cells, OptionalInt fiscalYear) {
        MeasureId id = measure.id();
        Optional<CellText> deadline = Optional.ofNullable(cells.get(Column.DEADLINE));
        Optional<CellText> steps = Optional.ofNullable(cells.get(Column.STEPS));
        List<ImpossibleDate> impossible =
                deadline.map(cell -> DateReader.read(cell, id).impossible()).orElse(List.of());
        PlannedMeasure official = new PlannedMeasure(
                measure,
                cells,
                DutyReader.duties(id, deadline, steps, fiscalYear).stream()
                        .map(duty -> impossible.isEmpty() ? duty : duty.ifDatedGuessed())
                        .toList(),
                impossible,
                Optional.ofNullable(cells.get(Column.ACTION)).map(action -> CompletionReader.completion(id, action)),
                Optional.ofNullable(cells.get(Column.RESPONSIBLE))
                        .filter(cell -> !cell.blank())
                        .map(cell -> ResponsibleReader.responsible(id, cell, listed())),
                PublicationReader.publication(id, steps, deadline),
                List.of());
        return withStructured(official, fiscalYear);
    }

    /** The measure as the working form's structured columns have it. */
    private PlannedMeasure withStructured(PlannedMeasure official, OptionalInt fiscalYear) {
        if (Column.official().containsAll(official.cells().keySet())) {
            return official;
        }
        List<Contradiction> contradictions = new ArrayList<>();
        List<Duty> duties = new StructuredDuties(official, fiscalYear, problems, contradictions).duties();
        Optional<Completion> completion = new DateDone(problems, contradictions).completion(official);
        return new PlannedMeasure(
                official.measure(),
                official.cells(),
                duties,
                official.impossibleDeadlines(),
                completion,
                official.responsible(),
                official.publication(),
                List.copyOf(contradictions));
    }
}
