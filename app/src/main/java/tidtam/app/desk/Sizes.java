package tidtam.app.desk;

/** How much a request may hold. */
final class Sizes {
    /** Of a form, its files apart, in bytes. */
    static final int FORM = 100_000;
    /** Of one text that is typed, in characters. */
    static final int TEXT = 2000;

    private Sizes() {}

    /** Whether something failed because a request held more. */
    static boolean exceeded(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (said.startsWith("413") || said.contains("max length exceeded") || said.contains("too large")) {
                return true;
            }
        }
        return false;
    }
}
