package tidtam.facts;

import java.util.List;
import java.util.Optional;

/**
 * A finding as it is reported: weighed, addressed and identified.
 *
 * @param divisions the divisions it concerns, sorted; empty where none is known
 * @param fingerprint identifies the finding across runs
 * @param waiver the one that holds on the as-of date, else the last that has ended
 * @param waived whether {@code waiver} holds on the as-of date; the finding stays, and asks for nothing
 */
public record ReportedFinding(
        Finding finding,
        Severity severity,
        List<String> divisions,
        String fingerprint,
        Optional<Waiver> waiver,
        boolean waived) {
    /** A finding that nobody waived. */
    public ReportedFinding(Finding finding, Severity severity, List<String> divisions, String fingerprint) {
        this(finding, severity, divisions, fingerprint, Optional.empty(), false);
    }

    /** The same finding under a waiver. */
    public ReportedFinding under(Waiver decided, boolean holds) {
        return new ReportedFinding(finding, severity, divisions, fingerprint, Optional.of(decided), holds);
    }
}
