package tidtam.facts;

import java.util.OptionalInt;

/** A statement that something is done every so often, such as {@code รายงานทุกสิ้นเดือน}. */
public record Claim(MeasureId measure, Kind kind, Limits limits, CellText text) implements Fact {

    /**
     * Whether the claim, if true, would keep the duty: the same kind or a more frequent one. Within 15 days is not every 15 days; any
     * recurring claim answers a duty that is only "always".
     */
    public boolean covers(Duty duty) {
        if (duty.kind() == kind && duty.limits().days().equals(limits.days())) {
            return true;
        }
        OptionalInt gap = kind.longestGap(limits.days());
        if (gap.isEmpty()) {
            return false;
        }
        OptionalInt allowed = duty.longestGap();
        return allowed.isPresent() ? gap.getAsInt() <= allowed.getAsInt() : duty.kind() == Kind.CONTINUOUS;
    }
}
