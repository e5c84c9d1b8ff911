package tidtam.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.CellRef;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.Severity;
import tidtam.facts.Tool;

/**
 * A row of an agency's own table of limits: how one kind of duty is judged, everywhere or within a scope. What it leaves open is as it
 * would be without it.
 *
 * @param cell where it stands
 * @param division a division's name, as a person spells it
 * @param severity how much a finding weighs that such a duty is overdue
 */
public record LimitRow(
        CellRef cell,
        Kind kind,
        Optional<Tool> tool,
        OptionalInt indicator,
        Optional<String> division,
        OptionalInt graceDays,
        OptionalInt leadDays,
        Optional<Severity> severity) {

    /** How many fields narrow it: the more, the more specific it is. */
    public int fields() {
        return (tool.isPresent() ? 1 : 0) + (indicator.isPresent() ? 1 : 0) + (division.isPresent() ? 1 : 0);
    }

    /** What it says, wherever it stands: equal for rows that say the same. */
    public String signature() {
        return List.of(kind, tool, indicator, division.map(Folded::of), graceDays, leadDays, severity)
                .toString();
    }

    /** Whether one duty may match both, and neither is the more specific. */
    public boolean overlaps(LimitRow other) {
        return kind == other.kind
                && fields() == other.fields()
                && compatible(tool, other.tool)
                && (indicator.isEmpty() || other.indicator.isEmpty() || indicator.equals(other.indicator))
                && compatible(division.map(Folded::of), other.division.map(Folded::of));
    }

    private static <T> boolean compatible(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
