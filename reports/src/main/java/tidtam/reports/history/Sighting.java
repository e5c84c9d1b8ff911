package tidtam.reports.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Severity;

/**
 * A finding in one run, as it is remembered.
 *
 * @param state compared with the run before
 * @param since the as-of date of the run that found it first, or found it again after it was settled
 * @param periods how many periods it leaves open
 * @param measures the keys of the measures it is about; none where it is about the plan
 * @param label the measure as a person calls it; empty where it is about the plan
 * @param divisions sorted
 * @param thai what it says
 * @param english the same
 * @param waived whether a waiver held
 */
public record Sighting(
        String fingerprint,
        Lifecycle state,
        LocalDate since,
        String rule,
        Severity severity,
        int periods,
        List<String> measures,
        String label,
        List<String> divisions,
        Optional<String> cell,
        Optional<LocalDate> due,
        OptionalInt daysOverdue,
        String thai,
        String english,
        boolean waived) {
    /** The same finding as it stands in a later run that does not find it. */
    Sighting gone(Lifecycle how) {
        return new Sighting(
                fingerprint,
                how,
                since,
                rule,
                severity,
                periods,
                measures,
                label,
                divisions,
                cell,
                due,
                daysOverdue,
                thai,
                english,
                waived);
    }
}
