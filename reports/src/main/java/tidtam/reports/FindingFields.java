package tidtam.reports;

import java.time.LocalDate;
import java.util.Optional;
import tidtam.facts.Finding;
import tidtam.facts.Period;

/** The values of a finding that every format shows in a place of their own, by the names that rules give them. */
final class FindingFields {
    static final String PERIOD = "period";
    static final String DUE = "due";
    static final String DAYS_OVERDUE = "daysOverdue";
    static final String ROWS = "rows";

    private FindingFields() {}

    static Optional<Period> period(Finding finding) {
        return finding.values().find(PERIOD).filter(Period.class::isInstance).map(Period.class::cast);
    }

    static Optional<LocalDate> due(Finding finding) {
        return finding.values().find(DUE).filter(LocalDate.class::isInstance).map(LocalDate.class::cast);
    }

    static Optional<Integer> daysOverdue(Finding finding) {
        return finding.values()
                .find(DAYS_OVERDUE)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast);
    }
}
