package tidtam.facts;

import java.util.Optional;

/**
 * A place where the plan states an indicator's number: a heading over rows, or a measure's own text.
 *
 * @param section the tool under whose heading it stands
 * @param number the indicator's number as printed, 9 for {@code ๙.๒}
 * @param title the words after the number, as printed
 */
public record IndicatorHeading(CellText statedIn, Optional<Tool> section, int number, String title) {}
