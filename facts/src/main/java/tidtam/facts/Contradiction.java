package tidtam.facts;

/**
 * A structured column that says something else than the official text of its row. The structured column counts.
 *
 * @param column the structured column
 * @param entered what stands there
 * @param text the official text it contradicts
 */
public record Contradiction(MeasureId measure, Column column, CellText entered, CellText text) implements Fact {}
