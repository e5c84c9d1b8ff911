package tidtam.app.history;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What a person decided or noted about one finding. */
public sealed interface Decision {
    /** The head's answer: it is known and will be settled by that day, which counts. */
    record Acknowledge(String reason, LocalDate promised) implements Decision {}

    /** The finding is not to be acted on from one day to another, both of which count. */
    record Waive(String reason, String approver, LocalDate from, LocalDate to) implements Decision {}

    /** The waiver in that record ends now. */
    record Withdraw(long waiver, String reason) implements Decision {}

    /** Something worth keeping beside it. */
    record Comment(String text) implements Decision {}

    /**
     * Evidence outside the workbook.
     *
     * @param where a link, or a file's name
     * @param sha256 of the file; empty for a link
     */
    record Attach(String where, Optional<String> sha256, String note) implements Decision {
        /** Whether a text is a link that may be kept and offered: one by https. */
        public static boolean secure(String link) {
            try {
                URI uri = new URI(link);
                return "https".equals(uri.getScheme()) && uri.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** What is absent is settled indeed. */
    record Confirm(String reason) implements Decision {}

    /** Its kind in the chain: {@code ACKNOWLEDGE}, {@code WAIVE} …. */
    default String kind() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
