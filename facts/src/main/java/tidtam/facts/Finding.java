package tidtam.facts;

import java.util.List;
import java.util.Optional;

/**
 * What a rule concludes: which rule, about which measures, where it stands, and what it saw.
 *
 * @param measures the rows it is about, in order; empty where it is about the plan
 * @param cell the text it quotes
 * @param duty the signature of the duty it is about
 * @param guessed whether it rests on a repaired or guessed reading
 */
public record Finding(
        String rule,
        List<MeasureId> measures,
        Optional<CellText> cell,
        Values values,
        Optional<String> duty,
        boolean guessed)
        implements Fact {

    /** A finding about one measure. */
    public Finding(String rule, MeasureId measure, CellText cell, Values values) {
        this(rule, List.of(measure), Optional.of(cell), values, Optional.empty(), false);
    }

    /** A finding about several measures. */
    public Finding(String rule, List<MeasureId> measures, CellText cell, Values values) {
        this(rule, List.copyOf(measures), Optional.of(cell), values, Optional.empty(), false);
    }

    /** A finding about the plan as a whole. */
    public Finding(String rule, Values values) {
        this(rule, List.of(), Optional.empty(), values, Optional.empty(), false);
    }

    /** The same finding, about one duty. */
    public Finding about(Duty owed) {
        return new Finding(rule, measures, cell, values, Optional.of(owed.signature()), guessed || owed.guessed());
    }

    /** The same finding, marked as guessed where what it rests on was. */
    public Finding restingOn(boolean guess) {
        return new Finding(rule, measures, cell, values, duty, guessed || guess);
    }
}
