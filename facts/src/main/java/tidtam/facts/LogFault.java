package tidtam.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong with a row of the report log, or with several equal ones.
 *
 * @param measures the one measure it names; empty where it names none of the plan
 * @param cell the text to look at
 * @param cells for {@link Code#REPEATED} the row's own cell and those of its repetitions, for {@link Code#MEASURE_AMBIGUOUS} the measures it
 *     may mean; else empty
 * @param date the report or event it is about, by the day that counts, where one can be read
 * @param guessed whether that reading was repaired or guessed
 */
public record LogFault(
        Code code,
        List<MeasureId> measures,
        CellText cell,
        List<CellRef> cells,
        Optional<LocalDate> date,
        boolean guessed)
        implements Fact {
    /** What is wrong. */
    public enum Code {
        /** It names no measure. */
        MEASURE_BLANK,
        /** It names a measure that is not in the plan. */
        MEASURE_UNKNOWN,
        /** It names what several measures of the plan are called. */
        MEASURE_AMBIGUOUS,
        /** It says when nothing was reported. */
        DATE_MISSING,
        /** A date or period cell holds text that is neither. */
        NOT_UNDERSTOOD,
        /** It is dated after the as-of date. */
        IN_FUTURE,
        /** It stands more than once; one row counts. */
        REPEATED,
        /** It is about the round, and serves no obligation. */
        UNMATCHED
    }
}
