package tidtam.app.desk;

import java.time.Instant;
import java.util.ArrayList;
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
import tidtam.reports.history.ChainHead;

/** Everything that was recorded, newest first, and whether it still is as it was. */
final class LogPage {
    private static final int PAGE = 100;
    /** So many records are read at a time: those of a page and one more. */
    private static final int AT_ONCE = PAGE + 1;

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
        List<Entry> shown = entries(visit, page);
        List<Entry> ofPage = shown.subList(0, Math.min(PAGE, shown.size()));
        boolean more = shown.size() > PAGE;
        visit.show(out -> JtelogGenerated.render(out, null, visit, ofPage, page, more, verified));
    }

    /** Those of a page and one more, newest first; records are numbered without gaps, and no more are read than it takes. */
    private static List<Entry> entries(Visit visit, int page) {
        boolean whole = visit.scope().whole();
        long before = (page - 1L) * PAGE;
        long skipped = whole ? 0 : before;
        long last = visit.at().chain().head().map(ChainHead::number).orElse(0L) - (whole ? before : 0);
        Predicate<Entry> seen = seen(visit);
        List<Entry> shown = new ArrayList<>();
        for (; last > 0 && shown.size() <= skipped + PAGE; last -= AT_ONCE) {
            between(visit, last - AT_ONCE + 1, last).filter(seen).forEach(shown::add);
        }
        return shown.stream().skip(skipped).limit(PAGE + 1L).toList();
    }

    private static Stream<Entry> between(Visit visit, long first, long last) {
        return Stream.concat(
                        visit.at().history().runs(first, last).stream()
                                .map(run -> new Entry(run.number(), run.at(), run.who(), null, run)),
                        visit.at().decisions().between(first, last).stream()
                                .map(one -> new Entry(one.record(), one.at(), one.who(), one, null)))
                .sorted(Comparator.comparing(Entry::record).reversed());
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
