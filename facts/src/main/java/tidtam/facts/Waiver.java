package tidtam.facts;

import java.time.LocalDate;

/**
 * A decision that one finding is, for a time, not to be acted on.
 *
 * @param plan {@linkplain Evaluation#planKey() whose plan} it is about
 * @param fingerprint of the finding
 * @param from the first day it holds
 * @param to the last day it holds; that day counts
 * @param record the number of the record that holds the decision
 */
public record Waiver(
        String plan, String fingerprint, String reason, String approver, LocalDate from, LocalDate to, long record) {
    public Waiver {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a waiver from " + from + " to " + to);
        }
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
