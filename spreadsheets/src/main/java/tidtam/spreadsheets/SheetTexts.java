package tidtam.spreadsheets;

import java.util.List;

/**
 * A sheet given as texts instead of a file, to be read just as one.
 *
 * @param rows from the first row and column; an empty text is an empty cell
 */
public record SheetTexts(String name, List<List<String>> rows) {
    SheetGrid grid(SheetGrid.TextBudget budget) throws UnreadableException {
        SheetGrid.Builder grid = new SheetGrid.Builder(name, false, budget);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                grid.text(row, column, rows.get(row).get(column));
            }
        }
        return grid.build();
    }
}
