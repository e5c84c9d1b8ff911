package tidtam.app;

/** One file of a report was not written; the others are. The sentence is one line in the user's language. */
final class NotWritten extends RuntimeException {
    private final String sentence;
    private final boolean failed;

    /** @param failed whether it should have been; else it is never made of such an input, which matters only to who asked for it by name */
    NotWritten(String sentence, boolean failed) {
        super(sentence);
        this.sentence = sentence;
        this.failed = failed;
    }

    String sentence() {
        return sentence;
    }

    boolean failed() {
        return failed;
    }
}
