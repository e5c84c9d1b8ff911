package tidtam.engine.obligations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import tidtam.facts.Kind;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.Report;

/** Which dated report serves which obligation of one duty. One report serves one obligation. */
public final class Allotment {
    private static final Comparator<Report> BY_DATE = Comparator.comparing(Report::to)
            .thenComparing(Report::from)
            .thenComparing(report -> report.text().cell())
            .thenComparing(report -> report.text().start());

    /** The reports that state just one obligation's period or event, by that, and the others by the day that counts; each list in order. */
    private final Map<Period, List<Report>> ofOne = new HashMap<>();

    private final TreeMap<LocalDate, List<Report>> open = new TreeMap<>();

    private Allotment(List<Obligation> obligations, List<Report> reports) {
        obligations.forEach(obligation -> ofOne.put(subject(obligation), new ArrayList<>()));
        Kind kind = obligations.isEmpty() ? Kind.CONTINUOUS : obligations.get(0).kind();
        for (Report report : reports) {
            List<Report> stating = report.covers()
                    .map(covers -> ofOne.get(kind == Kind.WITHIN_DAYS ? day(covers.end()) : covers))
                    .orElse(null);
            if (stating == null) {
                stating = open.computeIfAbsent(report.to(), fresh -> new ArrayList<>());
            }
            stating.add(report);
        }
    }

    /**
     * Allots reports to the obligations of one duty: first, in order of due date, each obligation takes the earliest report that states its
     * period or its event, else the earliest unused one that may serve it, dated inside its window, grace included; then, in the same
     * order, the remaining ones take a later report in the same way. A report that states the period or event of one obligation serves no
     * other; one that states another period serves only what that touches.
     *
     * <p>In each of the two rounds every obligation takes what it prefers of what the earlier ones left, so that one more report never
     * leaves an obligation open, or makes it late, that was served, or served in time, without it.
     *
     * @param obligations of one duty, no two about the same period or event
     * @param asOf a report dated later serves nothing
     * @return by obligation index; an obligation that no report serves is not a key
     */
    public static Map<Integer, Report> of(
            List<Obligation> obligations, List<Report> reports, int graceDays, LocalDate asOf) {
        return of(obligations, reports, one -> graceDays, asOf);
    }

    /** The same, each obligation with its own days of grace. */
    public static Map<Integer, Report> of(
            List<Obligation> obligations, List<Report> reports, ToIntFunction<Obligation> graceDays, LocalDate asOf) {
        List<Report> dated = new ArrayList<>(reports);
        dated.removeIf(report -> report.to().isAfter(asOf));
        dated.sort(BY_DATE);
        Allotment allotment = new Allotment(obligations, dated);
        List<Obligation> inOrder = new ArrayList<>(obligations);
        inOrder.sort(Comparator.comparing(Obligation::due).thenComparing(Obligation::index));
        Map<Integer, Report> allotted = new TreeMap<>();
        for (Obligation obligation : inOrder) {
            LocalDate last = obligation.window().end().plusDays(graceDays.applyAsInt(obligation));
            allotment
                    .take(obligation, new Period(obligation.window().start(), last))
                    .ifPresent(report -> allotted.put(obligation.index(), report));
        }
        for (Obligation obligation : inOrder) {
            LocalDate after = obligation.window().end().plusDays(graceDays.applyAsInt(obligation) + 1L);
            if (!allotted.containsKey(obligation.index()) && !after.isAfter(asOf)) {
                allotment
                        .take(obligation, new Period(after, asOf))
                        .ifPresent(report -> allotted.put(obligation.index(), report));
            }
        }
        return allotted;
    }

    /** What a report must state to be that obligation's own: its period, or the last day of its event. */
    public static Period subject(Obligation obligation) {
        return obligation.kind() == Kind.WITHIN_DAYS ? day(obligation.period().start()) : obligation.period();
    }

    /** Whether what a report is said to be about is that obligation's own. */
    public static boolean states(Period covers, Obligation obligation) {
        Period stated = obligation.kind() == Kind.WITHIN_DAYS ? day(covers.end()) : covers;
        return stated.equals(subject(obligation));
    }

    private static Period day(LocalDate day) {
        return new Period(day, day);
    }

    private Optional<Report> take(Obligation obligation, Period days) {
        Optional<Report> own = take(ofOne.getOrDefault(subject(obligation), List.of()), obligation, days);
        if (own.isPresent()) {
            return own;
        }
        for (List<Report> ofDay :
                open.subMap(days.start(), true, days.end(), true).values()) {
            Optional<Report> taken = take(ofDay, obligation, days);
            if (taken.isPresent()) {
                if (ofDay.isEmpty()) {
                    open.remove(taken.get().to());
                }
                return taken;
            }
        }
        return Optional.empty();
    }

    private static Optional<Report> take(List<Report> reports, Obligation obligation, Period days) {
        for (Iterator<Report> each = reports.iterator(); each.hasNext(); ) {
            Report report = each.next();
            boolean about = report.covers().map(obligation.period()::touches).orElse(true);
            if (about && days.contains(report.to())) {
                each.remove();
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }
}
