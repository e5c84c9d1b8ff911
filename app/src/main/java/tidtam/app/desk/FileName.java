package tidtam.app.desk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Names of files that come from a browser: nothing in them may lead anywhere else. */
final class FileName {
    /** What file systems take, in bytes. */
    private static final int LONGEST = 200;

    private FileName() {}

    /** The last part of a name, on one line. */
    static String last(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !hidden(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** Control characters, and those that turn the direction of writing. */
    private static boolean hidden(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE
                || c == '\u2028'
                || c == '\u2029';
    }

    /** A workbook's name made safe; empty where it cannot be one's. */
    static Optional<String> workbook(String given) {
        String name = last(given);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean workbook = lower.endsWith(".xlsx") || lower.endsWith(".xls");
        boolean refused = name.startsWith(".")
                || name.startsWith("~$")
                || name.chars().anyMatch(c -> "<>:\"|?*".indexOf(c) >= 0)
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        return workbook && !refused ? Optional.of(name) : Optional.empty();
    }
}
