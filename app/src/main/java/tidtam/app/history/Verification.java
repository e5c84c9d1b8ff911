package tidtam.app.history;

import java.util.List;
import java.util.Optional;
import tidtam.reports.history.ChainHead;

/**
 * What a look at the whole chain gave.
 *
 * @param records how many there are
 * @param head the last of them
 * @param faults none where nothing was changed
 */
public record Verification(long records, Optional<ChainHead> head, List<Fault> faults) {
    public boolean intact() {
        return faults.isEmpty();
    }

    /**
     * Something that is not as it was recorded.
     *
     * @param record where
     */
    public record Fault(long record, What what, String detail) {}

    /** What is wrong with a record. */
    public enum What {
        /** Its content, time, kind or person is not what its hash covers, or the record before it is another. */
        CHANGED,
        /** A number is left out. */
        MISSING,
        /** A head that was printed or noted lies beyond the last record. */
        TRUNCATED,
        /** The record of that number is another than the head that was printed or noted. */
        OTHER_HEAD,
        /** The findings kept of a run are not those it recorded. */
        FINDINGS_CHANGED,
        /** A workbook, settings or rules file that a run rests on is missing or changed. */
        INPUT_CHANGED
    }
}
