package tidtam.reports.warning;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stops a run that would tell too much at once: a broken workbook looks like an agency in which everything went wrong overnight.
 *
 * @param mostMails how many mails a run may send
 * @param mostNewlyFlagged how many of a hundred divisions of an agency may have an error when they had none in the run before; one or two
 *     always may
 */
public record Guard(int mostMails, int mostNewlyFlagged) {
    private static final int WHOLE = 100;
    /** So many are no catastrophe, whatever share of a small agency they are. */
    private static final int FEW = 2;

    /** What stopped a run. */
    public sealed interface Trip {}

    /** More mails than a run may send. */
    public record TooManyMails(int mails, int most) implements Trip {}

    /**
     * Too many divisions that had no error before.
     *
     * @param agency as {@link Digests#agency} has it
     */
    public record TooManyDivisions(String agency, int newly, int divisions, int most) implements Trip {}

    /**
     * What stops a run, if anything does.
     *
     * @param mails how many would go out
     * @param flags the divisions of each agency
     * @param before those of which an error was found when mails were last decided on, by agency; absent where they never were
     */
    public Optional<Trip> trips(int mails, Map<String, Digests.Flags> flags, Map<String, Set<String>> before) {
        if (mails > mostMails) {
            return Optional.of(new TooManyMails(mails, mostMails));
        }
        for (Map.Entry<String, Digests.Flags> agency : flags.entrySet()) {
            Set<String> known = before.get(agency.getKey());
            if (known != null) {
                Set<String> newly = new TreeSet<>(agency.getValue().flagged());
                newly.removeAll(known);
                int divisions = agency.getValue().all().size();
                if (newly.size() > FEW && newly.size() * WHOLE > mostNewlyFlagged * divisions) {
                    return Optional.of(
                            new TooManyDivisions(agency.getKey(), newly.size(), divisions, mostNewlyFlagged));
                }
            }
        }
        return Optional.empty();
    }
}
