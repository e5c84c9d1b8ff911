package tidtam.facts;

/** Every sheet that holds a measure table was read to its end. A rule that relies on something being absent requires this fact. */
public record PlanRead() implements Fact {}
