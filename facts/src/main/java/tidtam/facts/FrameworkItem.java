package tidtam.facts;

/** An item the year's framework has. */
public record FrameworkItem(String code, int indicator) implements Fact {}
