package tidtam.facts;

/** An indicator that the plan deals with: its number under its own tool, its title, or one of its items. */
public record PresentIndicator(int number) implements Fact {}
