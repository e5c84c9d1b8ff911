package tidtam.facts;

/** A duty whose due date cannot be counted. */
public record Uncounted(MeasureId measure, Duty duty, Why why) implements Fact {
    /** Why not. */
    public enum Why {
        /** Within n days of an event that has no date. */
        NO_EVENT_DATE,
        /** Within n days of an event that may stand in a report log that was not read. */
        LOG_NOT_READ,
        /** The event's only dates are impossible. */
        UNREADABLE_DATE,
        /** A fixed date that states no date that can be placed in the fiscal year. */
        NO_FIXED_DATE
    }
}
