package tidtam.facts;

/** A cell of a measure that the plan left empty. */
public record BlankCell(MeasureId measure, Column column, CellText cell) implements Fact {}
