package tidtam.app;

/** One file of a report was not written; the others are. The sentence is one line in the user's language. */
final class NotWritten extends RuntimeException {
    private final String sentence;
    private final Why why;

    /** Why a file was not written. */
    enum Why {
        /** It is never made of such an input, which matters only to who asked for it by name. */
        NEVER_MADE,
        /** It should have been. */
        FAILED,
        /** The program is at fault. */
        DEFECT
    }

    NotWritten(String sentence, Why why) {
        super(sentence);
        this.sentence = sentence;
        this.why = why;
    }

    String sentence() {
        return sentence;
    }

    Why why() {
        return why;
    }
}
