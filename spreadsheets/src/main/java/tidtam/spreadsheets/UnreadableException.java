package tidtam.spreadsheets;

/** Ends the reading of a workbook, or of one of its sheets. */
final class UnreadableException extends Exception {
    private final Reading.Why why;

    UnreadableException(Reading.Why why) {
        super(why.name());
        this.why = why;
    }

    UnreadableException(Reading.Why why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    Reading.Why why() {
        return why;
    }
}
