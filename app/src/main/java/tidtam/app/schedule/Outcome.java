package tidtam.app.schedule;

import java.util.stream.Stream;

/** How a run of a job ended. */
public enum Outcome {
    CLEAN(0, "done"),
    FOUND(1, "done, something was found"),
    NOT_STARTED(2, "could not start"),
    PARTIAL(3, "done in part"),
    UNSENT(4, "done, but not all warnings were sent"),
    DEFECT(70, "a defect of the program"),
    /** The program ended, or was ended, before the job did. */
    INTERRUPTED(-1, "was interrupted");

    private final int exit;
    private final String words;

    Outcome(int exit, String words) {
        this.exit = exit;
        this.words = words;
    }

    /** What an exit code means. */
    static Outcome of(int exit) {
        return Stream.of(values())
                .filter(outcome -> outcome.exit == exit)
                .findFirst()
                .orElse(DEFECT);
    }

    /** For a person who watches over programs. */
    public String words() {
        return words;
    }

    /** Whether plans were checked, if only in part. */
    public boolean checked() {
        return this == CLEAN || this == FOUND || this == PARTIAL || this == UNSENT;
    }

    /** Whether someone has to look after it. */
    public boolean broke() {
        return !checked() || this == UNSENT;
    }
}
