package tidtam.engine.obligations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidtam.facts.Obligation;
import tidtam.facts.Report;

/** Which dated report serves which obligation of one duty. One report serves one obligation. */
public final class Allotment {
    private static final Comparator<Report> BY_DATE = Comparator.comparing(Report::to)
            .thenComparing(Report::from)
            .thenComparing(report -> report.text().cell())
            .thenComparing(report -> report.text().start());

    private Allotment() {}

    /**
     * Allots reports to the obligations of one duty: first, in order of due date, each obligation takes the earliest unused report dated
     * inside its window, grace included; then, in the same order, the remaining ones take the earliest unused later report.
     *
     * @param asOf a report dated later serves nothing
     * @return by obligation index; an obligation that no report serves is not a key
     */
    public static Map<Integer, Report> of(
            List<Obligation> obligations, List<Report> reports, int graceDays, LocalDate asOf) {
        List<Report> unused = new ArrayList<>(reports);
        unused.removeIf(report -> report.to().isAfter(asOf));
        unused.sort(BY_DATE);
        List<Obligation> inOrder = new ArrayList<>(obligations);
        inOrder.sort(Comparator.comparing(Obligation::due).thenComparing(Obligation::index));
        Map<Integer, Report> allotted = new TreeMap<>();
        for (Obligation obligation : inOrder) {
            LocalDate last = obligation.window().end().plusDays(graceDays);
            take(unused, obligation.window().start(), last)
                    .ifPresent(report -> allotted.put(obligation.index(), report));
        }
        for (Obligation obligation : inOrder) {
            if (!allotted.containsKey(obligation.index())) {
                LocalDate after = obligation.window().end().plusDays(graceDays + 1L);
                take(unused, after, LocalDate.MAX).ifPresent(report -> allotted.put(obligation.index(), report));
            }
        }
        return allotted;
    }

    private static Optional<Report> take(List<Report> unused, LocalDate first, LocalDate last) {
        for (int i = 0; i < unused.size(); i++) {
            LocalDate day = unused.get(i).to();
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return Optional.of(unused.remove(i));
            }
        }
        return Optional.empty();
    }
}
