package tidtam.reports.warning;

/** Why a mail goes out, or does not. */
public enum MailReason {
    /** The recipients were never told of anything. */
    FIRST(true),
    /** Something was found of which they were not told. */
    NEW_FINDINGS(true),
    /** Something they were told of weighs more, or concerns more periods. */
    WORSENED(true),
    /** Something has passed a step of the ladder. */
    ESCALATED(true),
    /** Something is still open, and the last mail was long ago. */
    REPEAT_DUE(true),
    /** Nothing of what they were told of is found any more. */
    ALL_RESOLVED(true),
    /** Nothing of what they were told of is open any more: some of it is not found any more, the rest is waived. */
    REST_WAIVED(true),
    /** Nothing is open, and the last mail was long ago. */
    HEARTBEAT(true),
    NOTHING_NEW(false),
    /** The day is no working day. */
    HELD_HOLIDAY(false),
    /** The run would tell too much at once. */
    HELD_GUARD(false);

    private final boolean sent;

    MailReason(boolean sent) {
        this.sent = sent;
    }

    /** Whether a mail goes out. */
    public boolean sent() {
        return sent;
    }
}
