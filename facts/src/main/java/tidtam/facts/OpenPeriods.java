package tidtam.facts;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The obligations of a measure that have fallen due and that no dated report serves, each list in order. Present for every measure
 * with an action column, also where both are empty.
 *
 * @param claimed those a completion speaks for without a date
 * @param missing those nothing speaks for
 */
public record OpenPeriods(MeasureId measure, List<ObligationState> claimed, List<ObligationState> missing)
        implements Fact {
    /** Sorts out what is open of a measure. */
    public static OpenPeriods of(MeasureId measure, Collection<ObligationState> open) {
        return new OpenPeriods(measure, only(State.CLAIMED, open), only(State.MISSING, open));
    }

    /** Both lists as one. */
    public List<ObligationState> all() {
        return missing.isEmpty()
                ? claimed
                : claimed.isEmpty()
                        ? missing
                        : Stream.concat(claimed.stream(), missing.stream()).toList();
    }

    private static List<ObligationState> only(State state, Collection<ObligationState> open) {
        return open.stream().filter(one -> one.state() == state).toList();
    }
}
