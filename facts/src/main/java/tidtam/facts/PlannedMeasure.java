package tidtam.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measure with everything its row states. Where the working form's structured columns are filled in, duties and completion are
 * what these say.
 *
 * @param cells the row's cells by column; a column the table does not have is absent, an empty cell is present and blank
 * @param impossibleDeadlines dates in the deadline cell that cannot be
 * @param completion absent where the table has no action column
 * @param responsible absent where the table has no such column, or the cell is blank
 * @param publication absent where nothing has to be published
 * @param contradictions where a structured column and the official text disagree
 */
public record PlannedMeasure(
        Measure measure,
        Map<Column, CellText> cells,
        List<Duty> duties,
        List<ImpossibleDate> impossibleDeadlines,
        Optional<Completion> completion,
        Optional<Responsible> responsible,
        Optional<Publication> publication,
        List<Contradiction> contradictions) {}
