package tidtam.facts;

/** The indicator a measure belongs to, as far as the plan and the framework of the year say so. */
public record UnderIndicator(MeasureId measure, int number) implements Fact {}
