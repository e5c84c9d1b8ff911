package tidtam.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The program cannot do what it was asked to, and the user can mend it. Each sentence is one line in the user's language. */
final class Refused extends RuntimeException {
    private static final int MOST_TOLD = 20;

    private final List<String> sentences;

    Refused(String sentence) {
        this(List.of(sentence));
    }

    /** @param sentences everything there is to mend; at least one */
    Refused(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** Everything that is wrong in a file; what is more than a person mends at once is counted. */
    static Refused of(String file, Collection<String> wrong, Voice voice) {
        int more = wrong.size() - MOST_TOLD;
        List<String> told = new ArrayList<>(wrong.stream().limit(MOST_TOLD).toList());
        if (more > 0) {
            told.add(file + voice.say(": และผิดอีก " + more + " แห่ง", ": and " + more + " more"));
        }
        return new Refused(told);
    }

    List<String> sentences() {
        return sentences;
    }
}
