package tidtam.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;

/** The exit codes. When several hold, the first of 70, 2, 3, 4, 1 is given. */
final class Exit {
    static final int CLEAN = 0;
    static final int FOUND = 1;
    static final int NOT_STARTED = 2;
    static final int PARTIAL = 3;
    static final int UNSENT = 4;
    static final int DEFECT = 70;

    private static final List<Integer> ORDER = List.of(DEFECT, NOT_STARTED, PARTIAL, UNSENT, FOUND, CLEAN);

    private Exit() {}

    /** The one that is given where both hold. */
    static int first(int one, int other) {
        return ORDER.get(Math.min(ORDER.indexOf(one), ORDER.indexOf(other)));
    }

    /**
     * The exit code of a check.
     *
     * @param failOn the lightest severity that counts as a failure; empty where none does
     */
    static int of(CheckResult result, Optional<Severity> failOn) {
        if (result.inputs().stream().anyMatch(Exit::broke)) {
            return DEFECT;
        }
        if (result.evaluations().isEmpty()) {
            return NOT_STARTED;
        }
        if (result.partial()) {
            return PARTIAL;
        }
        boolean reached = failOn.stream()
                .flatMap(lightest -> EnumSet.range(Severity.ERROR, lightest).stream())
                .anyMatch(severity -> result.count(severity) > 0);
        return reached ? FOUND : CLEAN;
    }

    private static boolean broke(Checked input) {
        return input instanceof Checked.Unreadable unreadable && unreadable.why() == Checked.Why.BROKE;
    }
}
