package tidtam.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose plan it is and when it is in force, as the general sheet says it, else the title block.
 *
 * @param fiscalYear Buddhist, such as 2566
 * @param round 1 or 2, or 0 where it names the months of the whole year
 * @param start the first day of a plan that begins in the middle of its year; nothing is owed for a period that ended before
 */
public record PlanTitle(
        Optional<String> agency,
        Optional<String> province,
        OptionalInt fiscalYear,
        OptionalInt round,
        Optional<LocalDate> start) {

    /** What a title block says: neither a province of its own nor a start. */
    public static PlanTitle of(Optional<String> agency, OptionalInt fiscalYear, OptionalInt round) {
        return new PlanTitle(agency, Optional.empty(), fiscalYear, round, Optional.empty());
    }
}
