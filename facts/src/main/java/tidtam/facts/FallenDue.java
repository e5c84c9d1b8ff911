package tidtam.facts;

/** Something of the measure has fallen due and no dated report serves it: an obligation, or the round where no obligation has a date. */
public record FallenDue(MeasureId measure) implements Fact {}
