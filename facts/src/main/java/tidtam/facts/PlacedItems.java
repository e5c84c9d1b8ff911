package tidtam.facts;

import java.util.List;

/**
 * Items of one indicator under one heading.
 *
 * @param indicator the indicator the items belong to
 * @param under the indicator of the heading they stand under
 */
public record PlacedItems(
        CellText first, List<String> items, int indicator, int under, CellText heading, List<MeasureId> rows)
        implements Fact {}
