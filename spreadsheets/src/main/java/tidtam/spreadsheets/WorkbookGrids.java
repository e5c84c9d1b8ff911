package tidtam.spreadsheets;

import java.util.List;
import tidtam.facts.CellProblem;

/**
 * The sheets of a workbook, in its order.
 *
 * @param problems sheets that could not be read
 */
record WorkbookGrids(List<SheetGrid> sheets, List<CellProblem> problems) {}
