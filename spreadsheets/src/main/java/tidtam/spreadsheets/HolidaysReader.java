package tidtam.spreadsheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.Holiday;
import tidtam.facts.MeasureId;
import tidtam.facts.Precision;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.text.DateReader;

/** Reads the days off that the agency lists itself. */
final class HolidaysReader {
    private final List<Holiday> holidays = new ArrayList<>();

    List<Holiday> holidays() {
        return List.copyOf(holidays);
    }

    /** Reads a row of the list: a day, several, or a range. */
    void read(FormTable table, Row row, List<CellProblem> problems) {
        CellText cell = table.text(row, FormColumn.HOLIDAY_DATE);
        if (cell.blank()) {
            problems.add(new CellProblem(
                    Code.CELL_BLANK, cell.cell().sheet(), Optional.of(cell.cell()), FormColumn.HOLIDAY_DATE.heading()));
            return;
        }
        DateReader.Dates dates = DateReader.read(cell, new MeasureId(0));
        boolean understood = !dates.dates().isEmpty()
                && dates.impossible().isEmpty()
                && dates.dates().stream().allMatch(HolidaysReader::days);
        if (!understood) {
            problems.add(FormTable.problem(Code.NOT_A_DATE, cell));
            return;
        }
        String name = IssueText.oneLine(table.text(row, FormColumn.HOLIDAY_NAME).raw());
        for (DateSpan span : dates.dates()) {
            span.from()
                    .datesUntil(span.to().plusDays(1))
                    .map((LocalDate day) -> new Holiday(day, name.isEmpty() ? FormSheet.HOLIDAYS.title() : name))
                    .forEach(holidays::add);
        }
    }

    private static final int LONGEST = 31;

    /** A month or a longer stretch is no holiday. */
    private static boolean days(DateSpan span) {
        return span.precision() == Precision.DAY
                && span.from().plusDays(LONGEST).isAfter(span.to());
    }
}
