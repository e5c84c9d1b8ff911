package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 * @param links addresses that lie under a text
 * @param problems what could not be read in its cells
 */
record SheetGrid(String name, boolean hidden, List<Row> rows, Map<CellRef, String> links, List<CellProblem> problems) {
    /** The address under a cell's text. */
    Optional<String> link(CellRef cell) {
        return Optional.ofNullable(links.get(cell));
    }

    /**
     * A row of a sheet.
     *
     * @param number zero-based
     * @param cells by column; cells that are merged into this row from above or from the left are here too
     * @param own the cells with visible text that begin in this row, each once
     */
    record Row(int number, boolean hidden, SortedMap<Integer, Cell> cells, List<Cell> own) {
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
        private final Map<CellRef, String> links = new HashMap<>();
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

        /** Puts an address under a cell's text so far; where it has none that can be seen, in its place. */
        void link(int row, int column, String address) throws UnreadableException {
            Cell cell = rows.getOrDefault(row, new TreeMap<>()).get(column);
            if (cell == null || cell.blank()) {
                text(row, column, address);
            } else if (!address.isEmpty() && address.length() <= WorkbookLimits.CELL_CHARACTERS) {
                budget.take(address.length());
                links.put(cell.at(), CellCharacters.clean(address));
            }
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
            Map<Integer, Merged> open = new HashMap<>();
            int next = 0;
            List<Row> built = new ArrayList<>();
            for (Map.Entry<Integer, TreeMap<Integer, Cell>> entry : rows.entrySet()) {
                int number = entry.getKey();
                for (; next < merges.size() && merges.get(next).firstRow() <= number; next++) {
                    Merged merged = new Merged(merges.get(next));
                    for (int c = merged.area.firstColumn();
                            c <= merged.area.lastColumn() && c < WorkbookLimits.COLUMNS;
                            c++) {
                        open.put(c, merged);
                    }
                }
                open.values().removeIf(merged -> merged.area.lastRow() < number);
                SortedMap<Integer, Cell> cells = resolve(number, entry.getValue(), open);
                List<Cell> own = own(number, cells);
                if (!own.isEmpty()) {
                    built.add(new Row(number, hiddenRows.contains(number), cells, own));
                }
            }
            return new SheetGrid(name, hidden, List.copyOf(built), Map.copyOf(links), List.copyOf(problems));
        }

        private static SortedMap<Integer, Cell> resolve(
                int number, Map<Integer, Cell> written, Map<Integer, Merged> open) {
            TreeMap<Integer, Cell> cells = new TreeMap<>(written);
            open.forEach((column, merged) -> {
                Cell covered = cells.remove(column);
                if (number == merged.area.firstRow() && column == merged.area.firstColumn()) {
                    merged.shown = Optional.ofNullable(covered);
                }
            });
            open.forEach((column, merged) -> merged.shown.ifPresent(cell -> cells.put(column, cell)));
            return cells;
        }

        private static List<Cell> own(int number, Map<Integer, Cell> cells) {
            List<Cell> own = new ArrayList<>();
            int lastColumn = -1;
            for (Cell cell : cells.values()) {
                if (cell.at().row() == number && !cell.blank() && cell.at().column() != lastColumn) {
                    own.add(cell);
                    lastColumn = cell.at().column();
                }
            }
            return List.copyOf(own);
        }
    }

    /** A merged area and what its first cell shows. */
    private static final class Merged {
        private final Area area;
        private Optional<Cell> shown = Optional.empty();

        Merged(Area area) {
            this.area = area;
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
