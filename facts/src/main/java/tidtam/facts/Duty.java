package tidtam.facts;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A reporting requirement the plan states for one measure, and the cell that states it.
 *
 * @param ordinal 0 for the measure's first duty
 * @param condition the words that make the duty conditional, such as {@code ในกรณีมีการจัดซื้อจัดจ้าง}
 * @param guessed whether the reading was repaired or guessed
 */
public record Duty(
        MeasureId measure,
        int ordinal,
        Kind kind,
        Limits limits,
        Set<Actor> actors,
        Optional<String> condition,
        CellText statedIn,
        boolean guessed)
        implements Fact {

    /** Kind and limits in one line, equal for equal duties. Part of a finding's fingerprint. */
    public String signature() {
        return (kind + " " + limits.signature()).strip();
    }

    /** The same duty; where it rests on a date, as a guess. For a text whose date cannot be. */
    public Duty ifDatedGuessed() {
        return kind == Kind.BY_FIXED_DATE
                ? new Duty(measure, ordinal, kind, limits, actors, condition, statedIn, true)
                : this;
    }

    /** The longest gap between two reports that keeps this duty; empty for duties that do not recur. */
    public OptionalInt longestGap() {
        return kind.longestGap(limits.days());
    }
}
