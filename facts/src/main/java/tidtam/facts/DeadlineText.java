package tidtam.facts;

/** A deadline cell that has text in it. */
public record DeadlineText(MeasureId measure, CellText cell) implements Fact {}
