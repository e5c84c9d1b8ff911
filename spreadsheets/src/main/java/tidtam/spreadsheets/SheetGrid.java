package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;

/**
 * A sheet as a person sees it, whatever its file format: texts by row and column, a merged cell's text in every cell it covers.
 *
 * @param rows those in which a cell with visible text begins, in order
 * @param problems what could not be read in its cells
 */
record SheetGrid(String name, boolean hidden, List<Row> rows, List<CellProblem> problems) {

    /**
     * A row of a sheet.
     *
     * @param number zero-based
     * @param cells by column; cells that are merged into this row from above or from the left are here too
     */
    record Row(int number, boolean hidden, SortedMap<Integer, Cell> cells) {
        /** The cells with visible text that begin in this row, each once. */
        Collection<Cell> own() {
            Map<CellRef, Cell> own = new LinkedHashMap<>();
            for (Cell cell : cells.values()) {
                if (cell.at().row() == number && !cell.blank()) {
                    own.putIfAbsent(cell.at(), cell);
                }
            }
            return own.values();
        }

        Optional<Cell> cell(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /**
     * A cell with text.
     *
     * @param at where it begins
     * @param blank whether nothing visible stands in it
     */
    record Cell(CellRef at, String text, boolean blank) {}

    /** A merged area; both ends included. */
    record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    /** Collects a sheet in any order. */
    static final class Builder {
        private final String name;
        private final boolean hidden;
        private final TextBudget budget;
        private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
        private final TreeSet<Integer> hiddenRows = new TreeSet<>();
        private final List<Area> merges = new ArrayList<>();
        private final List<CellProblem> problems = new ArrayList<>();

        Builder(String name, boolean hidden, TextBudget budget) {
            this.name = name;
            this.hidden = hidden;
            this.budget = budget;
        }

        /** Puts a text into a cell. Characters that no XML or JSON file can carry are replaced. */
        void text(int row, int column, String text) throws UnreadableException {
            if (text.isEmpty() || column >= WorkbookLimits.COLUMNS) {
                return;
            }
            CellRef at = new CellRef(name, row, column);
            String kept = text;
            if (text.length() > WorkbookLimits.CELL_CHARACTERS) {
                kept = text.substring(0, WorkbookLimits.CELL_CHARACTERS);
                problem(CellProblem.Code.TEXT_TOO_LONG, at, text.substring(0, 80));
            }
            budget.take(kept.length());
            String clean = CellCharacters.clean(kept);
            rows.computeIfAbsent(row, r -> new TreeMap<>())
                    .put(column, new Cell(at, clean, CellCharacters.blank(clean)));
        }

        /** Whether the cell has visible text so far. */
        boolean hasText(int row, int column) {
            Cell cell = rows.getOrDefault(row, new TreeMap<>()).get(column);
            return cell != null && !cell.blank();
        }

        void hide(int row) {
            hiddenRows.add(row);
        }

        void merge(Area area) throws UnreadableException {
            if (merges.size() >= WorkbookLimits.MERGES) {
                throw new UnreadableException(Reading.Why.TOO_LARGE);
            }
            merges.add(area);
        }

        void problem(CellProblem.Code code, int row, int column, String text) {
            problem(code, new CellRef(name, row, column), text);
        }

        private void problem(CellProblem.Code code, CellRef at, String text) {
            problems.add(new CellProblem(code, name, Optional.of(at), CellCharacters.clean(text)));
        }

        SheetGrid build() {
            merges.sort(Comparator.comparingInt(Area::firstRow).thenComparingInt(Area::firstColumn));
            Map<Integer, Area> open = new HashMap<>();
            int next = 0;
            List<Row> built = new ArrayList<>();
            Map<CellRef, Cell> anchors = new HashMap<>();
            for (Map.Entry<Integer, TreeMap<Integer, Cell>> entry : rows.entrySet()) {
                int number = entry.getKey();
                for (; next < merges.size() && merges.get(next).firstRow() <= number; next++) {
                    Area area = merges.get(next);
                    for (int c = area.firstColumn(); c <= area.lastColumn() && c < WorkbookLimits.COLUMNS; c++) {
                        open.put(c, area);
                    }
                }
                open.values().removeIf(area -> area.lastRow() < number);
                built.add(new Row(number, hiddenRows.contains(number), resolve(entry.getValue(), open, anchors)));
            }
            built.removeIf(row -> row.own().isEmpty());
            return new SheetGrid(name, hidden, List.copyOf(built), List.copyOf(problems));
        }

        private SortedMap<Integer, Cell> resolve(
                Map<Integer, Cell> own, Map<Integer, Area> open, Map<CellRef, Cell> anchors) {
            TreeMap<Integer, Cell> cells = new TreeMap<>(own);
            open.forEach((column, area) -> {
                Cell covered = cells.remove(column);
                CellRef anchor = new CellRef(name, area.firstRow(), area.firstColumn());
                if (covered != null && covered.at().equals(anchor)) {
                    anchors.put(anchor, covered);
                }
            });
            open.forEach((column, area) -> {
                Cell shown = anchors.get(new CellRef(name, area.firstRow(), area.firstColumn()));
                if (shown != null) {
                    cells.put(column, shown);
                }
            });
            return cells;
        }
    }

    /** What is left of a workbook's cells and characters, shared by its sheets. */
    static final class TextBudget {
        private int cells = WorkbookLimits.CELLS;
        private int characters = WorkbookLimits.CHARACTERS;

        void take(int length) throws UnreadableException {
            cells--;
            characters -= length;
            if (cells < 0 || characters < 0) {
                throw new UnreadableException(Reading.Why.TOO_LARGE);
            }
        }
    }
}
