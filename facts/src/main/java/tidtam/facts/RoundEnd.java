package tidtam.facts;

import java.time.LocalDate;

/** The last day of the round that is checked. */
public record RoundEnd(LocalDate date) implements Fact {}
