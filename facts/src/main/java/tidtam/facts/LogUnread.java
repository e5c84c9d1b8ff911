package tidtam.facts;

/** There is a report log that was not read. What it might have answered is not known: no rule says that it is missing. */
public record LogUnread() implements Fact {}
