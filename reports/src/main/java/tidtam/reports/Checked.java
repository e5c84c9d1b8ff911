package tidtam.reports;

import java.util.Optional;
import tidtam.facts.Evaluation;

/** One input of a run: evaluated, or said why not. */
public sealed interface Checked {
    /** The path as the user gave it, or as found in the folder given. */
    String path();

    /** The SHA-256 of the file's bytes in lower-case hexadecimal; empty where they could not be read. */
    Optional<String> sha256();

    /** A workbook that was read and evaluated. */
    record Evaluated(String path, Optional<String> sha256, Evaluation evaluation) implements Checked {
        public Evaluated(String path, String sha256, Evaluation evaluation) {
            this(path, Optional.of(sha256), evaluation);
        }
    }

    /** An input that could not be evaluated at all. */
    record Unreadable(String path, Optional<String> sha256, Why why) implements Checked {}

    /** Why an input could not be evaluated. Worded, with what to do, only when it is shown. */
    enum Why {
        NOT_FOUND,
        NO_PERMISSION,
        FOLDER_WITHOUT_WORKBOOK,
        /** The owner file that the spreadsheet program leaves beside an open workbook ({@code ~$…}). */
        LOCK_FILE,
        /** It is open in a spreadsheet program, or still being written. */
        IN_USE,
        EMPTY_FILE,
        NOT_A_WORKBOOK,
        ENCRYPTED,
        DAMAGED,
        TOO_LARGE,
        NO_MEASURE_TABLE,
        /** The program failed on it. */
        BROKE
    }
}
