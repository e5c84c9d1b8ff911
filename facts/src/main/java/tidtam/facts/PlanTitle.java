package tidtam.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the title block says.
 *
 * @param fiscalYear Buddhist, such as 2566
 * @param round 1 or 2, or 0 where it names the months of the whole year
 */
public record PlanTitle(Optional<String> agency, OptionalInt fiscalYear, OptionalInt round) {}
