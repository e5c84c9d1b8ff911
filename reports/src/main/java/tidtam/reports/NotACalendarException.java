package tidtam.reports;

/** A file is no calendar that Tidtam wrote: damaged, of another program, or something else. */
public final class NotACalendarException extends Exception {
    private static final long serialVersionUID = 1L;

    NotACalendarException(String why) {
        super(why);
    }

    NotACalendarException(Throwable cause) {
        super(cause);
    }
}
