package tidtam.app.desk;

import org.eclipse.jetty.http.HttpException;

/** How much a request may hold. */
final class Sizes {
    /** Of a form, its files apart, in bytes. */
    static final int FORM = 100_000;
    /** Of one text that is typed, in characters. */
    static final int TEXT = 2000;

    private Sizes() {}

    /** The status that says why a request's body could not be taken in; 500 where something else failed. */
    static int status(Throwable thrown) {
        int status = 500;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("exceeded")) {
                return 413;
            }
            if (cause instanceof HttpException) {
                status = 400;
            }
        }
        return status;
    }
}
