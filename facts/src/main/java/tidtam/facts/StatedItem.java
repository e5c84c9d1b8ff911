package tidtam.facts;

/** An item of the framework that the plan states. */
public record StatedItem(String code) implements Fact {}
