package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.text.CompletionReader;
import tidtam.spreadsheets.text.DateReader;
import tidtam.spreadsheets.text.DutyReader;
import tidtam.spreadsheets.text.PublicationReader;
import tidtam.spreadsheets.text.ResponsibleReader;

/** Understands a workbook's sheets as one measure plan. */
final class PlanReader {
    private PlanReader() {}

    /**
     * The plan and its problems.
     *
     * @throws UnreadableException where no visible sheet holds a measure table
     */
    static Reading read(WorkbookGrids workbook) throws UnreadableException {
        List<TableRow> rows = new ArrayList<>();
        List<IndicatorHeading> headings = new ArrayList<>();
        List<String> title = new ArrayList<>();
        List<String> covers = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>(workbook.problems());
        Optional<String> firstTable = Optional.empty();
        for (SheetGrid sheet : workbook.sheets()) {
            TableReader.Contents contents = TableReader.read(sheet);
            if (sheet.hidden()) {
                if (contents.hasTable()) {
                    problems.add(aboutSheet(Code.SHEET_HIDDEN, sheet.name()));
                }
            } else if (contents.hasTable()) {
                firstTable = firstTable.or(() -> Optional.of(sheet.name()));
                int before = sections(rows);
                contents.measures().forEach(row -> rows.add(row.inSection(before + row.sectionNumber())));
                headings.addAll(contents.headings());
                title.addAll(contents.title());
                title.add(sheet.name());
                problems.addAll(sheet.problems());
                problems.addAll(contents.problems());
            } else if (!sheet.rows().isEmpty()) {
                covers.addAll(contents.title());
                problems.add(aboutSheet(Code.SHEET_WITHOUT_TABLE, sheet.name()));
            }
        }
        String sheet = firstTable.orElseThrow(() -> new UnreadableException(Reading.Why.NO_MEASURE_TABLE));
        title.addAll(covers);
        PlanTitle read = TitleBlock.read(title);
        problems.addAll(missing(read, sheet));
        List<PlannedMeasure> measures = planned(rows, read.fiscalYear());
        boolean complete = problems.stream().noneMatch(problem -> problem.code().partial());
        return new Reading.Contents(
                new Plan(read, measures, List.copyOf(headings), AgencyRecords.none(), complete), List.copyOf(problems));
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

    private static List<PlannedMeasure> planned(List<TableRow> rows, OptionalInt fiscalYear) {
        List<Measure> measures = Numbering.measures(rows);
        List<PlannedMeasure> planned = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            planned.add(planned(measures.get(i), rows.get(i).cells(), fiscalYear));
        }
        return List.copyOf(planned);
    }

    private static PlannedMeasure planned(Measure measure, Map<Column, CellText> cells, OptionalInt fiscalYear) {
        MeasureId id = measure.id();
        Optional<CellText> deadline = Optional.ofNullable(cells.get(Column.DEADLINE));
        Optional<CellText> steps = Optional.ofNullable(cells.get(Column.STEPS));
        List<ImpossibleDate> impossible =
                deadline.map(cell -> DateReader.read(cell, id).impossible()).orElse(List.of());
        return new PlannedMeasure(
                measure,
                cells,
                DutyReader.duties(id, deadline, steps, fiscalYear).stream()
                        .map(duty -> impossible.isEmpty() ? duty : duty.ifDatedGuessed())
                        .toList(),
                impossible,
                Optional.ofNullable(cells.get(Column.ACTION)).map(action -> CompletionReader.completion(id, action)),
                Optional.ofNullable(cells.get(Column.RESPONSIBLE))
                        .filter(cell -> !cell.blank())
                        .map(cell -> ResponsibleReader.responsible(id, cell, List.of())),
                PublicationReader.publication(id, steps, deadline),
                List.of());
    }
}
