package tidtam.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date that cannot be: 31 February, a five-digit year, a range that ends before it starts.
 *
 * @param likely what was probably meant, where one reading stands out; never used in place of the text
 */
public record ImpossibleDate(MeasureId measure, CellText text, Optional<LocalDate> likely) implements Fact {}
