package tidtam.reports;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Severity;
import tidtam.facts.Tool;

/**
 * How duties were judged in a run.
 *
 * @param limits the general ones first, then those with a scope, which go before them
 * @param nextWorkingDay whether a due date on a day off moves to the next working day; else the last day counts as it is
 */
public record InForce(List<Judged> limits, boolean nextWorkingDay) {
    /** How one kind of duty is judged, everywhere or within a scope; what it leaves open is as it would be without it. */
    public record Judged(
            Kind kind,
            Optional<Tool> tool,
            OptionalInt indicator,
            Optional<String> division,
            OptionalInt graceDays,
            OptionalInt leadDays,
            Optional<Severity> severity) {
        /** How a kind of duty is judged everywhere. */
        public static Judged of(Limit limit) {
            return new Judged(
                    limit.kind(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.of(limit.graceDays()),
                    OptionalInt.of(limit.leadDays()),
                    Optional.empty());
        }
    }
}
