package tidtam.app;

/** The program cannot do what it was asked to, and the user can mend it. The sentence is one line in the user's language. */
final class Refused extends RuntimeException {
    private final String sentence;

    Refused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
