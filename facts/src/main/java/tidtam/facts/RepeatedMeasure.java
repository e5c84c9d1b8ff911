package tidtam.facts;

import java.util.List;

/**
 * The same item, or the same issue text, on several rows.
 *
 * @param name the item, or the text
 * @param texts the differing texts in the order of the rows; one where they agree
 */
public record RepeatedMeasure(
        List<MeasureId> measures, String name, CellText first, List<CellRef> cells, List<String> texts)
        implements Fact {}
