package tidtam.facts;

import java.time.LocalDate;

/** A period of a recurring claim's own cadence that no dated report supports, where the claim keeps none of the measure's duties. */
public record ClaimedPeriod(MeasureId measure, Period period, LocalDate due) implements Fact {}
