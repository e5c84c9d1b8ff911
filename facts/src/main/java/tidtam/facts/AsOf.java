package tidtam.facts;

import java.time.LocalDate;

/** The day the check is made for: an input, never the clock. */
public record AsOf(LocalDate date) implements Fact {}
