package tidtam.facts;

import java.util.List;

/**
 * An indicator's number as the plan states it over a run of rows.
 *
 * @param section the tool under whose heading it stands; where no tool is stated, that of the number
 * @param titleOf the indicator whose title stands with it; {@code number} where the title is none of the framework's
 * @param rows the measures it governs; empty for a heading without rows
 */
public record StatedIndicator(CellText statedIn, Tool section, int number, int titleOf, List<MeasureId> rows)
        implements Fact {}
