package tidtam.facts;

/** How an obligation stands on the as-of date. */
public enum State {
    /** A report was dated in time. It says that a date was counted, not that the content was checked. */
    MET,
    /** A report was dated, after the due date. */
    LATE,
    /** No dated report; the completion is undated, or claims to recur. */
    CLAIMED,
    /** Nothing, and the due date has passed. */
    MISSING,
    DUE_SOON,
    UPCOMING,
    NOT_EVALUABLE
}
