package tidtam.facts;

/**
 * A row over all columns that begins a section of the plan.
 *
 * @param before the measure that follows it; one that the plan has not where none follows
 */
public record SectionRow(CellText statedIn, MeasureId before) {}
