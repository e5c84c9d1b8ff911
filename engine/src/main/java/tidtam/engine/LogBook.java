package tidtam.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.LogEntry;
import tidtam.facts.LogFault;
import tidtam.facts.LogFault.Code;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;

/** The report log: its rows by the measure they name, each report once, and what is wrong with them. */
final class LogBook {
    private final boolean kept;
    private final boolean unread;
    private final LocalDate asOf;
    private final Map<MeasureId, List<LogEntry>> rows = new HashMap<>();
    private final List<LogFault> faults = new ArrayList<>();
    private final Set<Integer> faulty = new HashSet<>();

    LogBook(Plan plan, LocalDate asOf) {
        this.unread = plan.records().logUnread();
        this.kept = unread || plan.records().log().isPresent();
        this.asOf = asOf;
        Map<Same, List<LogEntry>> same = new LinkedHashMap<>();
        Set<MeasureId> awaitingReports = plan.records().logged().isEmpty() ? Set.of() : owingWithinDays(plan);
        Map<String, List<CellRef>> names = new HashMap<>();
        List<LogEntry> inOrder = plan.records().logged().stream()
                .sorted(Comparator.comparingInt(LogEntry::number))
                .toList();
        for (LogEntry row : inOrder) {
            unreadable(row);
            if (row.measure().isEmpty()) {
                if (names.isEmpty()) {
                    plan.measures().forEach(planned -> name(planned.measure(), names));
                }
                unnamed(row, names);
            } else if (row.reported().isPresent()) {
                same.computeIfAbsent(Same.of(row, row.reported().get()), fresh -> new ArrayList<>())
                        .add(row);
            } else {
                undated(row, awaitingReports);
            }
        }
        same.values().forEach(this::reported);
    }

    /** Whether the workbook has a log. */
    boolean kept() {
        return kept;
    }

    /** Whether the workbook has a log of which a sheet was not read. */
    boolean unread() {
        return unread;
    }

    /** The rows about a measure, each report once. */
    List<LogEntry> of(MeasureId measure) {
        return rows.getOrDefault(measure, List.of());
    }

    List<LogFault> faults() {
        return faults;
    }

    /** Whether a fault of the row has been said. */
    boolean faulty(LogEntry row) {
        return faulty.contains(row.number());
    }

    /** What makes two rows the same report. */
    private record Same(
            Optional<MeasureId> measure, Optional<Period> period, Optional<LocalDate> event, LocalDate reported) {
        static Same of(LogEntry row, DateSpan reported) {
            return new Same(row.measure(), row.period(), row.event().map(DateSpan::to), reported.to());
        }
    }

    private static Set<MeasureId> owingWithinDays(Plan plan) {
        Set<MeasureId> owing = new HashSet<>();
        for (PlannedMeasure planned : plan.measures()) {
            if (planned.duties().stream().anyMatch(duty -> duty.kind() == Kind.WITHIN_DAYS)) {
                owing.add(planned.measure().id());
            }
        }
        return owing;
    }

    private void unreadable(LogEntry row) {
        for (CellText text : row.notUnderstood()) {
            say(new LogFault(Code.NOT_UNDERSTOOD, measures(row), text, List.of(), Optional.empty(), false), row);
        }
    }

    private void unnamed(LogEntry row, Map<String, List<CellRef>> names) {
        Optional<LocalDate> date = row.reported().or(row::event).map(DateSpan::to);
        String name = Folded.of(row.named().quote());
        List<CellRef> meant = names.getOrDefault(name, List.of());
        Code code =
                name.isEmpty() ? Code.MEASURE_BLANK : meant.isEmpty() ? Code.MEASURE_UNKNOWN : Code.MEASURE_AMBIGUOUS;
        say(new LogFault(code, List.of(), row.named(), meant, date, false), row);
    }

    /** Everything a measure goes by, and where it stands. */
    private static void name(Measure measure, Map<String, List<CellRef>> names) {
        Set<String> called = new HashSet<>();
        measure.code().ifPresent(code -> called.add(Folded.of(code)));
        called.add(Folded.of(measure.title()));
        called.add(Folded.of(measure.issue().quote()));
        called.remove("");
        called.forEach(name -> names.computeIfAbsent(name, fresh -> new ArrayList<>())
                .add(measure.issue().cell()));
    }

    /** An event that waits for its report is judged as an obligation. */
    private void undated(LogEntry row, Set<MeasureId> awaitingReports) {
        MeasureId measure = row.measure().orElseThrow();
        boolean awaiting = row.event().isPresent() && awaitingReports.contains(measure);
        if (!awaiting && row.notUnderstood().isEmpty()) {
            say(new LogFault(Code.DATE_MISSING, measures(row), row.named(), List.of(), Optional.empty(), false), row);
        }
        row.event().ifPresent(event -> future(row, event));
        rows.computeIfAbsent(measure, fresh -> new ArrayList<>()).add(row);
    }

    private void repeated(List<LogEntry> bySameHand) {
        LogEntry first = bySameHand.get(0);
        DateSpan reported = first.reported().orElseThrow();
        List<CellRef> cells = bySameHand.stream()
                .map(row -> row.reported().orElseThrow().text().cell())
                .toList();
        bySameHand.forEach(row -> faulty.add(row.number()));
        say(
                new LogFault(
                        Code.REPEATED,
                        measures(first),
                        reported.text(),
                        cells,
                        Optional.of(reported.to()),
                        reported.guessed()),
                first);
    }

    /** Rows of one day about one thing are one report; they are a fault only where the same division wrote it twice. */
    private void reported(List<LogEntry> same) {
        LogEntry first = same.get(0);
        DateSpan reported = first.reported().orElseThrow();
        same.stream()
                .collect(Collectors.groupingBy(row -> Folded.of(row.by()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(bySameHand -> bySameHand.size() > 1)
                .forEach(this::repeated);
        future(first, reported);
        first.event().ifPresent(event -> future(first, event));
        rows.computeIfAbsent(first.measure().orElseThrow(), fresh -> new ArrayList<>())
                .add(first);
    }

    private void future(LogEntry row, DateSpan date) {
        if (date.decisive().isAfter(asOf)) {
            say(
                    new LogFault(
                            Code.IN_FUTURE,
                            measures(row),
                            date.text(),
                            List.of(),
                            Optional.of(date.to()),
                            date.guessed()),
                    row);
        }
    }

    static List<MeasureId> measures(LogEntry row) {
        return row.measure().stream().toList();
    }

    /** Notes a fault of a row. */
    void say(LogFault fault, LogEntry row) {
        faults.add(fault);
        faulty.add(row.number());
    }
}
