package tidtam.facts;

/** What the action column says of a measure. */
public enum Status {
    /** Done, with a date that can be read. */
    DONE_DATED,
    /** Done, without a date. */
    DONE_UNDATED,
    /** Done, with a blank where the date belongs. */
    BLANK_PLACEHOLDER,
    /** Says only that it is done every so often. */
    RECURRING_CLAIM,
    IN_PROGRESS,
    PLANNED,
    NOT_DONE,
    NOT_APPLICABLE,
    EMPTY
}
