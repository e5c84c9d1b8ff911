package tidtam.facts;

/** Every obligation has its state. A rule that lists states, or relies on one being absent, requires this fact. */
public record Judged() implements Fact {}
