package tidtam.facts;

import java.util.List;
import java.util.Optional;

/**
 * What an agency keeps beside its measures, in the other sheets of the working form.
 *
 * @param divisions the agency's own list; empty where it gave none
 * @param divisionFaults what is wrong in that list
 * @param holidays days off that the agency lists itself, beside those that are known
 * @param log the report log, in the order of its rows; absent where the workbook has no such sheet
 * @param logUnread whether there is a log of which a sheet was not read: what it would have answered is then unknown
 */
public record AgencyRecords(
        List<Division> divisions,
        List<DivisionFault> divisionFaults,
        List<Holiday> holidays,
        Optional<List<LogEntry>> log,
        boolean logUnread) {
    private static final AgencyRecords NONE =
            new AgencyRecords(List.of(), List.of(), List.of(), Optional.empty(), false);

    /** The bare five columns hold nothing else. */
    public static AgencyRecords none() {
        return NONE;
    }

    /** The entries of the log; none where there is no log. */
    public List<LogEntry> logged() {
        return log.orElse(List.of());
    }
}
