package tidtam.app.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tidtam.app.history.Decided;
import tidtam.app.history.History;
import tidtam.app.history.Run;
import tidtam.app.history.Verification;

/** Everything that was recorded, newest first, and whether it still is as it was. */
final class LogPage {
    private static final int PAGE = 100;

    private LogPage() {}

    /**
     * A record.
     *
     * @param decided null for a run
     * @param run null for a decision
     */
    record Entry(
            long record,
            Instant at,
            String who,
            @Nullable Decided decided,
            @Nullable Run run) {}

    static void show(Visit visit) {
        show(visit, null);
    }

    /** @param verified what a look through the chain gave; null where nobody asked */
    private static void show(Visit visit, @Nullable Verification verified) {
        int page = Pages.asked(visit);
        List<Entry> shown = Stream.concat(
                        visit.at().history().runs(Integer.MAX_VALUE).stream()
                                .map(run -> new Entry(run.number(), run.at(), run.who(), null, run)),
                        visit.at().decisions().all().stream()
                                .map(one -> new Entry(one.record(), one.at(), one.who(), one, null)))
                .sorted(Comparator.comparing(Entry::record).reversed())
                .filter(seen(visit))
                .skip((page - 1L) * PAGE)
                .limit(PAGE + 1L)
                .toList();
        List<Entry> ofPage = shown.subList(0, Math.min(PAGE, shown.size()));
        boolean more = shown.size() > PAGE;
        visit.show(out -> JtelogGenerated.render(out, null, visit, ofPage, page, more, verified));
    }

    /** A decision is shown to whoever may see the finding it is about. */
    private static Predicate<Entry> seen(Visit visit) {
        if (visit.scope().whole()) {
            return entry -> true;
        }
        Map<String, Boolean> known = new HashMap<>();
        return entry -> entry.decided() == null
                || known.computeIfAbsent(entry.decided().fingerprint(), fingerprint -> seen(visit, fingerprint));
    }

    private static boolean seen(Visit visit, String fingerprint) {
        List<History.Seen> life = visit.at().history().life(fingerprint);
        return !life.isEmpty()
                && visit.scope().sees(life.get(life.size() - 1).sighting().divisions());
    }

    static void verify(Visit visit) {
        show(visit, visit.at().verifier().verify(visit.at().office().notedHeads()));
    }
}
