package tidtam.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import tidtam.engine.obligations.Allotment;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.DatedMeasure;
import tidtam.facts.Duty;
import tidtam.facts.Kind;
import tidtam.facts.LogEntry;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Report;
import tidtam.facts.Round;
import tidtam.facts.Status;
import tidtam.facts.Unreported.Instead;

/**
 * What dates one measure: its action column, and its rows of the report log. The one place that says what its completion comes to.
 *
 * <p>A report in the log on or before the as-of date makes the completion a dated one, whatever the action column says of it; where the
 * table has no such column, the log is all there is.
 */
final class Evidence {
    private final PlannedMeasure planned;
    private final boolean logKept;
    private final boolean logUnread;
    private final List<LogEntry> rows;
    private final boolean reported;
    private final Optional<Completion> completion;
    private final List<DateSpan> done;
    private final List<DateSpan> events;
    private final IdentityHashMap<Report, LogEntry> rowOf = new IdentityHashMap<>();

    Evidence(PlannedMeasure planned, LogBook log, Round round, LocalDate asOf) {
        this.planned = planned;
        this.logKept = log.kept();
        this.logUnread = log.unread();
        this.rows = log.of(planned.measure().id());
        List<LogEntry> reports = rows.stream()
                .filter(row ->
                        row.reported().filter(date -> !date.to().isAfter(asOf)).isPresent())
                .toList();
        this.reported = !reports.isEmpty();
        this.completion =
                reports.isEmpty() ? planned.completion() : planned.completion().map(stated -> dated(stated, reports));
        this.done = planned.completion().map(Evidence::done).orElse(List.of());
        this.events = allEvents(round.to());
    }

    /** What the measure's completion comes to; absent where the table has no action column. */
    Optional<Completion> completion() {
        return completion;
    }

    /** The dates on which the action column says something was done. */
    List<DateSpan> done() {
        return done;
    }

    /** What a duty to report within so many days counts from, each day once: the events of the action column, then those of the log. */
    List<DateSpan> events() {
        return events;
    }

    /** Whether there is a dated report, be it in the action column or, by the as-of date, in the log. */
    boolean reported() {
        return !done.isEmpty() || reported;
    }

    /** Whether nothing can date the measure: the table has no action column, and there is no log. */
    boolean impossible() {
        return completion.isEmpty() && !logKept;
    }

    /** Whether the log states an event. */
    boolean logsEvents() {
        return rows.stream().anyMatch(row -> row.event().isPresent());
    }

    /** Present where each period is judged by its own dated report. */
    Optional<DatedMeasure> dated() {
        if (completion.isEmpty()) {
            CellText issue = planned.measure().issue();
            CellText cell = planned.cells().getOrDefault(Column.DEADLINE, issue);
            return impossible()
                    ? Optional.empty()
                    : Optional.of(new DatedMeasure(planned.measure().id(), cell));
        }
        return completion
                .filter(one -> one.status() == Status.DONE_DATED)
                .map(one -> new DatedMeasure(one.measure(), one.statedIn()));
    }

    /** What stands in place of a dated report of a duty. A log that was not read may have one. */
    Instead instead(Duty duty) {
        Instead stated = stated(duty);
        boolean answerable = stated == Instead.NOTHING || stated == Instead.CLAIM || stated == Instead.UNDATED;
        return logUnread && answerable ? Instead.LOG_NOT_READ : stated;
    }

    private Instead stated(Duty duty) {
        if (completion.isEmpty()) {
            return impossible() ? Instead.NO_ACTION_COLUMN : Instead.NOTHING;
        }
        Completion one = completion.get();
        return switch (one.status()) {
            case DONE_UNDATED -> unreadable(one) ? Instead.UNREADABLE_DATE : Instead.UNDATED;
            case BLANK_PLACEHOLDER -> Instead.UNDATED;
            case DONE_DATED, RECURRING_CLAIM ->
                unreadable(one)
                        ? Instead.UNREADABLE_DATE
                        : one.claims().stream().anyMatch(claim -> claim.covers(duty)) ? Instead.CLAIM : Instead.NOTHING;
            case NOT_APPLICABLE -> one.reasoned() ? Instead.NOTHING_TO_REPORT : Instead.NOTHING;
            case IN_PROGRESS, PLANNED, NOT_DONE, EMPTY -> Instead.NOTHING;
        };
    }

    /** Whether its only dates are impossible. */
    static boolean unreadable(Completion completion) {
        return completion.dates().isEmpty() && !completion.impossibleDates().isEmpty();
    }

    /**
     * Which duties each row of the log says it is about: those that have its very period, or its event.
     *
     * @param obligations those of each duty, in the order of the duties
     * @return the places of the duties by the row's number; a row that says nothing of the kind is not a key. A row that states an event
     *     and no period says nothing of the duties that count from none: it may serve them too
     */
    Map<Integer, Set<Integer>> statedDuties(List<List<Obligation>> obligations) {
        Map<Integer, Set<Integer>> stated = new HashMap<>();
        for (int duty = 0; duty < obligations.size() && !rows.isEmpty(); duty++) {
            if (obligations.get(duty).isEmpty()) {
                continue;
            }
            Kind kind = obligations.get(duty).get(0).kind();
            Set<Period> subjects = new HashSet<>();
            obligations.get(duty).forEach(obligation -> subjects.add(Allotment.subject(obligation)));
            for (LogEntry row : rows) {
                Optional<Period> named = kind == Kind.WITHIN_DAYS
                        ? row.event().map(event -> new Period(event.to(), event.to()))
                        : row.period();
                if (named.filter(subjects::contains).isPresent()) {
                    stated.computeIfAbsent(row.number(), fresh -> new HashSet<>())
                            .add(duty);
                }
            }
        }
        Set<Integer> periodic = new HashSet<>();
        for (int duty = 0; duty < obligations.size(); duty++) {
            List<Obligation> owed = obligations.get(duty);
            if (!owed.isEmpty() && owed.get(0).kind() != Kind.WITHIN_DAYS) {
                periodic.add(duty);
            }
        }
        for (LogEntry row : rows) {
            if (row.period().isEmpty()) {
                Optional.ofNullable(stated.get(row.number())).ifPresent(named -> named.addAll(periodic));
            }
        }
        return stated;
    }

    /**
     * The dated reports that may serve obligations of one duty. A date that stands in the action column and in the log is one report, that
     * of the log, where this can serve what the date can.
     *
     * @param graceDays days after an obligation's window in which a report is still in time
     * @param wanted which rows of the log may
     */
    List<Report> reports(
            Kind kind, List<Obligation> obligations, ToIntFunction<Obligation> graceDays, Predicate<LogEntry> wanted) {
        List<Report> reports = new ArrayList<>();
        for (LogEntry row : rows) {
            if (row.reported().isPresent() && wanted.test(row)) {
                Report report = report(row, row.reported().get(), kind);
                if (obligations.stream().anyMatch(one -> about(report, one) && !ofAnotherEvent(row, one))) {
                    reports.add(report);
                    rowOf.put(report, row);
                }
            }
        }
        List<Report> logged = List.copyOf(reports);
        for (DateSpan date : done) {
            boolean event = kind == Kind.WITHIN_DAYS && events.contains(date);
            if (!event && !givesWay(date, logged, obligations, graceDays)) {
                reports.add(new Report(
                        planned.measure().id(),
                        date.from(),
                        date.to(),
                        Optional.empty(),
                        Report.Source.ACTION,
                        date.text(),
                        date.guessed()));
            }
        }
        return reports;
    }

    /** The row of the log that a report was made from. */
    Optional<LogEntry> findRow(Report report) {
        return Optional.ofNullable(rowOf.get(report));
    }

    /** Whether the log has the date as a report that serves as well: an added row must leave nothing open that the date served. */
    private boolean givesWay(
            DateSpan date, List<Report> logged, List<Obligation> obligations, ToIntFunction<Obligation> graceDays) {
        List<Report> sameDay =
                logged.stream().filter(one -> one.to().equals(date.to())).toList();
        if (sameDay.isEmpty()) {
            return false;
        }
        List<Obligation> inTime = obligations.stream()
                .filter(one -> inTime(one, graceDays).contains(date.to()))
                .toList();
        return sameDay.stream()
                .anyMatch(report -> report.covers().isEmpty()
                        || (inTime.size() == 1
                                && surelyServes(
                                        report, inTime.get(0), inTime(inTime.get(0), graceDays), date, logged)));
    }

    /** Whether a report that states what it is about serves the one obligation that its day is in time for, as its date did. */
    private boolean surelyServes(
            Report report, Obligation obligation, Period window, DateSpan date, List<Report> logged) {
        boolean own = report.covers()
                .filter(covers -> Allotment.states(covers, obligation))
                .isPresent();
        return about(report, obligation)
                && logged.stream()
                        .filter(one -> !one.equals(report) && window.contains(one.to()) && about(one, obligation))
                        .allMatch(one -> own && one.covers().isEmpty())
                && (own || done.stream().allMatch(one -> one.to().equals(date.to()) || !window.contains(one.to())));
    }

    private static Period inTime(Obligation obligation, ToIntFunction<Obligation> graceDays) {
        Period window = obligation.window();
        return new Period(window.start(), window.end().plusDays(graceDays.applyAsInt(obligation)));
    }

    private static boolean about(Report report, Obligation obligation) {
        return report.covers().map(obligation.period()::touches).orElse(true);
    }

    private static boolean ofAnotherEvent(LogEntry row, Obligation obligation) {
        return obligation.kind() == Kind.WITHIN_DAYS
                && row.event()
                        .filter(event -> !event.to().equals(obligation.period().start()))
                        .isPresent();
    }

    private static Report report(LogEntry row, DateSpan reported, Kind kind) {
        Optional<Period> event = row.event().map(span -> new Period(span.from(), span.to()));
        Optional<Period> covers = kind == Kind.WITHIN_DAYS ? event.or(row::period) : row.period();
        return new Report(
                row.measure().orElseThrow(),
                reported.from(),
                reported.to(),
                covers,
                Report.Source.LOG,
                reported.text(),
                reported.guessed());
    }

    private static Completion dated(Completion stated, List<LogEntry> reported) {
        TreeSet<Channel> channels = new TreeSet<>(stated.channels());
        for (LogEntry row : reported) {
            channels.addAll(row.channels());
            row.link().ifPresent(link -> channels.add(Channel.ONLINE));
        }
        return new Completion(
                stated.measure(),
                Status.DONE_DATED,
                stated.statedIn(),
                done(stated),
                List.of(),
                stated.claims(),
                channels,
                stated.reasoned(),
                stated.guessed());
    }

    /** Planned dates are none on which something was done. */
    private static List<DateSpan> done(Completion stated) {
        return stated.status() == Status.DONE_DATED ? stated.dates() : List.of();
    }

    /**
     * A date of the action column is the event, unless it is said to be that of the report and another one is not, or the log has it as the
     * report of an event. The action column is the round's; the log is kept over all rounds, and its later events are for later ones.
     */
    private List<DateSpan> allEvents(LocalDate roundEnd) {
        Set<LocalDate> reportsOfEvents = new HashSet<>();
        Map<LocalDate, DateSpan> logged = new TreeMap<>();
        for (LogEntry row : rows) {
            row.event().ifPresent(event -> {
                if (!event.to().isAfter(roundEnd)) {
                    logged.merge(event.to(), event, Evidence::earlier);
                }
                row.reported().ifPresent(date -> reportsOfEvents.add(date.to()));
            });
        }
        List<DateSpan> dates = done.stream()
                .filter(date -> !reportsOfEvents.contains(date.to()))
                .toList();
        List<DateSpan> stated = dates.stream().filter(date -> !date.ofReport()).toList();
        Set<LocalDate> days = new HashSet<>();
        return Stream.concat((stated.isEmpty() ? dates : stated).stream(), logged.values().stream())
                .filter(event -> days.add(event.to()))
                .toList();
    }

    private static DateSpan earlier(DateSpan one, DateSpan other) {
        return other.text().cell().compareTo(one.text().cell()) < 0 ? other : one;
    }
}
