package tidtam.spreadsheets;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tidtam.facts.CellRef;

/**
 * The cells of a table that is no plan, such as an agency's own limits: texts as a person sees them, by their place.
 *
 * @param cells those with visible text, by row, then column
 */
public record PlainTable(SortedMap<CellRef, String> cells) {

    /** The first sheet of a workbook; empty where the bytes are no workbook that can be read whole. */
    public static Optional<PlainTable> firstSheet(byte[] workbook) {
        List<SheetGrid> sheets;
        try {
            WorkbookGrids grids = WorkbookReader.grids(workbook);
            if (!grids.problems().isEmpty()) {
                return Optional.empty();
            }
            sheets = grids.sheets();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
        SortedMap<CellRef, String> cells = new TreeMap<>();
        sheets.get(0).rows().forEach(row -> row.own().forEach(cell -> cells.put(cell.at(), cell.text())));
        return Optional.of(new PlainTable(cells));
    }
}
