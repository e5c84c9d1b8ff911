package tidtam.facts;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A row of the report log: which report was made on which measure, for which period, and when.
 *
 * @param number 1 for the log's first row; not a spreadsheet row
 * @param named the cell that names the measure; may be blank
 * @param measure the measure it names; absent where the cell is blank, or names none of the plan, or more than one
 * @param period the period reported, where the row states one
 * @param event the event reported, for a duty that counts from one
 * @param reported when it was reported
 * @param notUnderstood its date and period cells that hold text which is neither, or a date that cannot be
 * @param by who reported
 * @param channels where it was published or sent
 * @param link an address on the web
 */
public record LogEntry(
        int number,
        CellText named,
        Optional<MeasureId> measure,
        Optional<Period> period,
        Optional<DateSpan> event,
        Optional<DateSpan> reported,
        List<CellText> notUnderstood,
        String by,
        SortedSet<Channel> channels,
        Optional<String> link,
        String remark)
        implements Fact {
    /** Whether it is about that measure. */
    public boolean names(MeasureId id) {
        return measure.filter(id::equals).isPresent();
    }
}
