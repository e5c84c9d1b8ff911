package tidtam.app;

import java.util.List;

/** The program cannot do what it was asked to, and the user can mend it. Each sentence is one line in the user's language. */
final class Refused extends RuntimeException {
    private final List<String> sentences;

    Refused(String sentence) {
        this(List.of(sentence));
    }

    /** @param sentences everything there is to mend; at least one */
    Refused(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
