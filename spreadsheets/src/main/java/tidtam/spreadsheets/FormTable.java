package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Folded;
import tidtam.spreadsheets.SheetGrid.Cell;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormExample;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.form.FormWords;

/**
 * A sheet of the working form that is a table: where its heading stands, and which columns hold what.
 *
 * @param heading the index of the heading row among the sheet's rows
 * @param columns by what they hold; where several hold one thing their texts are joined
 * @param unknown headings that the form does not know
 */
record FormTable(
        FormSheet kind, SheetGrid sheet, int heading, Map<FormColumn, List<Integer>> columns, List<Cell> unknown) {
    static final int MOST_ROWS_ABOVE = 30;
    private static final String EXAMPLE = Folded.of(FormWords.EXAMPLE);

    /** The table of that kind, by the row with most of its headings; empty where no row has one. */
    static Optional<FormTable> find(SheetGrid sheet, FormSheet kind) {
        Optional<FormTable> best = Optional.empty();
        for (int i = 0; i < sheet.rows().size() && i < MOST_ROWS_ABOVE; i++) {
            FormTable table = at(sheet, kind, i);
            if (table.columns.size() > best.map(found -> found.columns.size()).orElse(0)) {
                best = Optional.of(table);
            }
        }
        return best;
    }

    private static FormTable at(SheetGrid sheet, FormSheet kind, int index) {
        Map<FormColumn, List<Integer>> columns = new EnumMap<>(FormColumn.class);
        List<Cell> unknown = new ArrayList<>();
        for (Cell cell : sheet.rows().get(index).own()) {
            Optional<FormColumn> column =
                    HeaderWords.brief(cell.text()) ? FormHeadings.find(kind, cell.text()) : Optional.empty();
            column.ifPresentOrElse(
                    known -> columns.computeIfAbsent(known, k -> new ArrayList<>())
                            .add(cell.at().column()),
                    () -> unknown.add(cell));
        }
        return new FormTable(kind, sheet, index, columns, unknown);
    }

    /** How many of its headings are the form's own, spelt right. */
    long own() {
        Row row = sheet.rows().get(heading);
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(column -> row.cell(column)
                                .filter(cell -> FormHeadings.own(entry.getKey(), cell.text()))
                                .isPresent()))
                .count();
    }

    /** What is wrong with the headings. */
    List<CellProblem> headingProblems() {
        List<CellProblem> problems = new ArrayList<>();
        CellRef first = new CellRef(sheet.name(), sheet.rows().get(heading).number(), 0);
        for (FormColumn column : kind.columns()) {
            if (!columns.containsKey(column)) {
                problems.add(new CellProblem(Code.HEADING_MISSING, sheet.name(), Optional.of(first), column.heading()));
            }
        }
        unknown.forEach(cell -> problems.add(problem(Code.HEADING_UNKNOWN, CellText.of(cell.at(), cell.text()))));
        return problems;
    }

    /** The rows with something in the table's columns; what is left out, and why, is added to the problems. */
    List<Row> entries(List<CellProblem> problems) {
        List<Row> entries = new ArrayList<>();
        Row headings = sheet.rows().get(heading);
        Set<Integer> known = columns.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        for (Row row : sheet.rows().subList(heading + 1, sheet.rows().size())) {
            List<Cell> said = row.own().stream()
                    .filter(cell -> !CellText.of(cell.at(), cell.text()).blank())
                    .toList();
            if (said.isEmpty()) {
                continue;
            }
            if (said.stream().noneMatch(cell -> known.contains(cell.at().column()))) {
                problems.add(quoted(Code.ROW_NOT_UNDERSTOOD, row));
            } else if (example(row)) {
                if (!isShippedExample(row)) {
                    problems.add(quoted(Code.EXAMPLE_CHANGED, row));
                }
            } else if (!repeats(row, headings)) {
                entries.add(row);
            }
        }
        hiddenRows().ifPresent(problems::add);
        return entries;
    }

    private boolean example(Row row) {
        return isExample(text(row, kind.columns().get(0)).raw());
    }

    /** Whether a text marks its row as an example. */
    static boolean isExample(String text) {
        return text.length() <= 2 * EXAMPLE.length() + 8 && Folded.of(text).equals(EXAMPLE);
    }

    private boolean isShippedExample(Row row) {
        return columns.keySet().stream()
                .allMatch(column -> Folded.of(text(row, column).raw()).equals(Folded.of(FormExample.text(column))));
    }

    private static boolean repeats(Row row, Row headings) {
        return row.own().size() > 1
                && row.own().stream()
                        .allMatch(cell -> headings.cell(cell.at().column())
                                .filter(heading -> Folded.of(heading.text()).equals(Folded.of(cell.text())))
                                .isPresent());
    }

    /** What a row has in a column; a blank text where it has nothing, or the sheet has no such column. */
    CellText text(Row row, FormColumn column) {
        List<Integer> places = columns.getOrDefault(column, List.of());
        CellText joined = at(row, places.isEmpty() ? 0 : places.get(0), !places.isEmpty());
        for (int i = 1; i < places.size(); i++) {
            joined = TableRow.join(joined, at(row, places.get(i), true));
        }
        return joined;
    }

    private CellText at(Row row, int column, boolean known) {
        return row.cell(column)
                .filter(cell -> known)
                .map(cell -> CellText.of(cell.at(), cell.text()))
                .orElseGet(() -> CellText.of(new CellRef(sheet.name(), row.number(), column), ""));
    }

    /** A problem that quotes a cell. */
    static CellProblem problem(Code code, CellText text) {
        return new CellProblem(code, text.cell().sheet(), Optional.of(text.cell()), IssueText.oneLine(text.quote()));
    }

    private CellProblem quoted(Code code, Row row) {
        String quote = String.join(" | ", row.own().stream().map(Cell::text).toList());
        return new CellProblem(code, sheet.name(), Optional.of(row.own().get(0).at()), IssueText.oneLine(quote));
    }

    private Optional<CellProblem> hiddenRows() {
        List<Row> hidden = sheet.rows().stream().filter(Row::hidden).toList();
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        int first = hidden.get(0).number();
        String span = (first + 1) + "–" + (hidden.get(hidden.size() - 1).number() + 1);
        return Optional.of(new CellProblem(
                Code.ROWS_HIDDEN, sheet.name(), Optional.of(new CellRef(sheet.name(), first, 0)), span));
    }
}
