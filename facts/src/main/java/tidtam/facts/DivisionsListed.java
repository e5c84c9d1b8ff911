package tidtam.facts;

/** The agency gave its own list of divisions. */
public record DivisionsListed() implements Fact {}
