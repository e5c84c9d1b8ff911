package tidtam.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import tidtam.engine.obligations.Allotment;
import tidtam.engine.obligations.Expansion;
import tidtam.engine.obligations.HolidayRule;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.AsOf;
import tidtam.facts.BlankCell;
import tidtam.facts.CellProblem;
import tidtam.facts.CellText;
import tidtam.facts.Claim;
import tidtam.facts.ClaimedPeriod;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.CompletionDate;
import tidtam.facts.DateSpan;
import tidtam.facts.DayOff;
import tidtam.facts.DeadlineText;
import tidtam.facts.DivisionsListed;
import tidtam.facts.Duty;
import tidtam.facts.Fact;
import tidtam.facts.Folded;
import tidtam.facts.Framework;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.LogEntry;
import tidtam.facts.LogFault;
import tidtam.facts.LogUnread;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanRead;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Report;
import tidtam.facts.Reported;
import tidtam.facts.Round;
import tidtam.facts.RoundEnd;
import tidtam.facts.Status;
import tidtam.facts.Uncounted;
import tidtam.facts.UnderIndicator;
import tidtam.facts.Unreported;
import tidtam.facts.Unreported.Instead;

/** A plan as the rules are given it: its own facts, the obligations that follow from them, and the reports allotted to these. */
final class PlanFacts {
    private final Round round;
    private final LocalDate asOf;
    private final Parameters parameters;
    private final Holidays holidays;
    private final Optional<LocalDate> planStart;
    private final LogBook log;
    private final LimitChoice limits;
    private final boolean listed;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Uncounted> uncounted = new ArrayList<>();
    private final Map<Obligation, Report> evidence = new HashMap<>();
    private final SortedSet<Integer> yearsWithoutHolidays = new TreeSet<>();
    private final Set<MeasureId> claimedDue = new HashSet<>();
    private final Map<MeasureId, Evidence> evidenceOf = new HashMap<>();
    private final Map<MeasureId, Integer> indicators;

    /**
     * @param divisions every division of the plan
     * @param addedRules whether an agency's own rules are among those that will be run: they may want what no built-in rule looks at
     */
    PlanFacts(
            Plan plan,
            Round round,
            LocalDate asOf,
            Optional<Framework> framework,
            Parameters parameters,
            List<String> divisions,
            boolean addedRules) {
        this.round = round;
        this.asOf = asOf;
        this.parameters = parameters;
        this.holidays = holidays(plan, parameters);
        this.planStart = plan.title().start();
        this.log = new LogBook(plan, asOf);
        facts.add(new AsOf(asOf));
        if (checked().isPresent()) {
            facts.add(new RoundEnd(round.to()));
        }
        if (plan.complete()) {
            facts.add(new PlanRead());
        }
        if (log.unread()) {
            facts.add(new LogUnread());
        }
        this.listed = !plan.records().divisions().isEmpty();
        if (listed) {
            facts.add(new DivisionsListed());
        }
        facts.addAll(plan.records().divisionFaults());
        Optional<Numbering> numbering = framework.map(known -> Numbering.of(plan, known));
        this.indicators = numbering.map(Numbering::indicators).orElse(Map.of());
        this.limits = new LimitChoice(parameters, plan, indicators, framework, divisions);
        plan.measures().forEach(this::measure);
        facts.addAll(log.faults());
        if (addedRules) {
            plan.measures().forEach(planned -> facts.add(planned.measure()));
            facts.addAll(plan.records().logged());
        }
        facts.addAll(Repetition.of(plan.measures()));
        numbering.ifPresent(known -> facts.addAll(known.facts()));
        if (addedRules) {
            indicators.forEach((measure, number) -> facts.add(new UnderIndicator(measure, number)));
        }
    }

    /** The table of the settings, and the days off that the agency lists itself. */
    private static Holidays holidays(Plan plan, Parameters parameters) {
        Map<LocalDate, String> own = new HashMap<>();
        plan.records().holidays().forEach(holiday -> own.put(holiday.date(), holiday.name()));
        return own.isEmpty() ? parameters.holidays() : parameters.holidays().plus(own);
    }

    /** The days of the round on which the plan is in force. */
    private Optional<Period> checked() {
        LocalDate from = planStart.filter(day -> day.isAfter(round.from())).orElse(round.from());
        return from.isAfter(round.to()) ? Optional.empty() : Optional.of(new Period(from, round.to()));
    }

    List<Fact> all() {
        return facts;
    }

    List<Uncounted> uncounted() {
        return uncounted;
    }

    Map<Obligation, Report> evidence() {
        return evidence;
    }

    /** What dates a measure. */
    Evidence dated(PlannedMeasure planned) {
        return Objects.requireNonNull(evidenceOf.get(planned.measure().id()));
    }

    /** Whether the round has ended in which the plan is in force. */
    boolean roundEnded() {
        return round.to().isBefore(asOf) && checked().isPresent();
    }

    /** Whether there is a log that was not read. */
    boolean logUnread() {
        return log.unread();
    }

    /** Whether the log has a row about the measure. */
    boolean logged(MeasureId measure) {
        return !log.of(measure).isEmpty();
    }

    /** The days off that are counted with. */
    Holidays holidays() {
        return holidays;
    }

    Map<MeasureId, Integer> indicators() {
        return indicators;
    }

    LimitChoice limits() {
        return limits;
    }

    /** The fiscal years (Buddhist) whose holiday table a due date needed and did not have. */
    List<CellProblem> problems() {
        return yearsWithoutHolidays.stream()
                .map(year ->
                        new CellProblem(CellProblem.Code.HOLIDAYS_UNKNOWN, "", Optional.empty(), String.valueOf(year)))
                .toList();
    }

    /** Whether any fact is of that type. */
    boolean hold(Class<? extends Fact> type) {
        return facts.stream().anyMatch(type::isInstance);
    }

    /** Whether a claim of the measure speaks, in its own cadence, for a period that has fallen due. */
    boolean claimedDue(MeasureId measure) {
        return claimedDue.contains(measure);
    }

    private void measure(PlannedMeasure planned) {
        Measure measure = planned.measure();
        facts.addAll(planned.duties());
        facts.addAll(planned.impossibleDeadlines());
        blank(planned, Column.RESPONSIBLE);
        blank(planned, Column.DEADLINE);
        CellText deadline = planned.cells().get(Column.DEADLINE);
        if (deadline != null && !deadline.blank()) {
            facts.add(new DeadlineText(measure.id(), deadline));
        }
        if (listed) {
            planned.responsible().ifPresent(responsible -> facts.addAll(responsible.divisions()));
        }
        planned.publication().ifPresent(facts::add);
        facts.addAll(planned.contradictions());
        planned.completion().ifPresent(completion -> {
            facts.addAll(completion.impossibleDates());
            facts.addAll(completion.claims());
        });
        Evidence dated = new Evidence(planned, log, round, asOf);
        evidenceOf.put(measure.id(), dated);
        dated.completion().ifPresent(facts::add);
        dated.dated().ifPresent(facts::add);
        obligations(planned, dated);
    }

    private void blank(PlannedMeasure planned, Column column) {
        CellText cell = planned.cells().get(column);
        if (cell != null && cell.blank()) {
            facts.add(new BlankCell(planned.measure().id(), column, cell));
        }
    }

    private void obligations(PlannedMeasure planned, Evidence dated) {
        List<List<Obligation>> expanded = new ArrayList<>();
        for (Duty duty : planned.duties()) {
            expanded.add(expand(
                    duty, planned, dated, limits.limit(planned, duty.kind()).graceDays()));
        }
        Map<Integer, Set<Integer>> stated = dated.statedDuties(expanded);
        Set<Integer> serving = new HashSet<>();
        for (int i = 0; i < expanded.size(); i++) {
            int place = i;
            Duty duty = planned.duties().get(i);
            Limit limit = limits.limit(planned, duty.kind());
            List<Report> reports = dated.reports(
                    duty.kind(),
                    expanded.get(i),
                    one -> grace(one, limit.graceDays()),
                    row -> stated.getOrDefault(row.number(), Set.of(place)).contains(place));
            allot(duty, limit, expanded.get(i), reports, dated.instead(duty)).stream()
                    .flatMap(report -> dated.findRow(report).stream())
                    .forEach(row -> serving.add(row.number()));
        }
        List<Obligation> obligations = expanded.stream().flatMap(List::stream).toList();
        planned.completion()
                .ifPresent(stating ->
                        dated.done().forEach(date -> facts.add(completionDate(stating.measure(), date, obligations))));
        dated.completion()
                .ifPresent(completion -> claimedPeriods(planned, completion, dated).stream()
                        .flatMap(report -> dated.findRow(report).stream())
                        .forEach(row -> serving.add(row.number())));
        unmatched(planned, obligations, serving);
    }

    private List<Obligation> expand(Duty duty, PlannedMeasure planned, Evidence dated, int graceDays) {
        boolean unreadable = planned.completion().map(Evidence::unreadable).orElse(false);
        Expansion expansion = expand(duty, dated.events(), unreadable, graceDays);
        // A log is kept over all rounds: that it has no event in this one is no gap.
        boolean noneHere = duty.kind() == Kind.WITHIN_DAYS && dated.logsEvents();
        expansion.uncounted().filter(why -> !noneHere).map(this::answerable).ifPresent(why -> {
            uncounted.add(why);
            facts.add(why);
        });
        return expansion.obligations();
    }

    /** A log that was not read may state the event. */
    private Uncounted answerable(Uncounted one) {
        return log.unread() && one.why() == Uncounted.Why.NO_EVENT_DATE
                ? new Uncounted(one.measure(), one.duty(), Uncounted.Why.LOG_NOT_READ)
                : one;
    }

    private Expansion expand(Duty duty, List<DateSpan> events, boolean unreadable, int graceDays) {
        boolean moved = graceDays > 0 && parameters.holidayRule() == HolidayRule.NEXT_WORKING_DAY;
        HolidayRule ofDue = moved ? HolidayRule.LAST_DAY_COUNTS : parameters.holidayRule();
        Expansion expansion = Expansion.of(duty, round, planStart, events, unreadable, holidays, ofDue);
        if (duty.limits().workingDays() || parameters.holidayRule() == HolidayRule.NEXT_WORKING_DAY) {
            for (Obligation obligation : expansion.obligations()) {
                yearWithoutHolidays(obligation.period().start());
                yearWithoutHolidays(last(obligation, graceDays));
            }
        }
        return moved
                ? new Expansion(
                        expansion.obligations().stream()
                                .map(one -> settled(one, last(one, graceDays)))
                                .toList(),
                        expansion.uncounted())
                : expansion;
    }

    /** A last day that rests on a holiday table that is unknown or provisional is a guess. */
    private Obligation settled(Obligation one, LocalDate last) {
        boolean settled = holidays.settled(one.period().start()) && holidays.settled(last);
        return new Obligation(
                one.duty(), one.index(), one.period(), one.window(), one.due(), one.guessed() || !settled);
    }

    /**
     * The last day on which a report is in time. Grace is part of the time given, so it is counted first; only then, where the agency has
     * chosen so, a day off at its end gives way to the next working day (Civil and Commercial Code, section 193/8).
     */
    private LocalDate last(Obligation obligation, int graceDays) {
        LocalDate end = obligation.due().plusDays(graceDays);
        return graceDays > 0 && parameters.holidayRule() == HolidayRule.NEXT_WORKING_DAY
                ? holidays.nextWorkingDay(end)
                : end;
    }

    /** The days of grace, to that last day. */
    private int grace(Obligation obligation, int graceDays) {
        return (int) ChronoUnit.DAYS.between(obligation.due(), last(obligation, graceDays));
    }

    private void yearWithoutHolidays(LocalDate day) {
        if (!holidays.covers(day)) {
            yearsWithoutHolidays.add(Round.of(day).fiscalYear());
        }
    }

    /** Allots the reports and gives those that serve. */
    private Collection<Report> allot(
            Duty duty, Limit general, List<Obligation> obligations, List<Report> reports, Instead instead) {
        Map<Integer, Report> allotted =
                Allotment.of(obligations, reports, one -> grace(one, general.graceDays()), asOf);
        for (Obligation obligation : obligations) {
            Limit limit = new Limit(
                    general.kind(),
                    grace(obligation, general.graceDays()),
                    general.leadDays(),
                    general.basis(),
                    general.rows());
            Report report = allotted.get(obligation.index());
            if (report == null) {
                facts.add(new Unreported(duty.measure(), obligation, limit, obligation.due(), instead));
            } else {
                facts.add(new Reported(duty.measure(), obligation, limit, obligation.due(), report.to(), report));
                evidence.put(obligation, report);
            }
        }
        return allotted.values();
    }

    /**
     * The rows of the log that are about this round and serve nothing, and those that are probably mistyped. Where a duty has no periods, or
     * none that can be counted, a row may be about that one.
     */
    /** Several divisions may each report the same period; one of their rows serves it. */
    private boolean servedByAnother(LogEntry row, Set<Integer> serving) {
        return row.period().isPresent()
                && log.of(row.measure().orElseThrow()).stream()
                        .anyMatch(other -> serving.contains(other.number())
                                && other.period().equals(row.period())
                                && !Folded.of(other.by()).equals(Folded.of(row.by())));
    }

    private void unmatched(PlannedMeasure planned, List<Obligation> obligations, Set<Integer> serving) {
        boolean everyDutyCounted = planned.duties().stream().allMatch(duty -> Expansion.expands(duty.kind()));
        if (obligations.isEmpty() || !everyDutyCounted) {
            return;
        }
        for (LogEntry row : log.of(planned.measure().id())) {
            Optional<DateSpan> reported =
                    row.reported().filter(date -> !date.to().isAfter(asOf));
            if (reported.isPresent()
                    && !serving.contains(row.number())
                    && !log.faulty(row)
                    && !servedByAnother(row, serving)
                    && (aboutRound(row, reported.get(), obligations) || strange(row, reported.get()))) {
                DateSpan date = reported.get();
                log.say(
                        new LogFault(
                                LogFault.Code.UNMATCHED,
                                LogBook.measures(row),
                                date.text(),
                                List.of(),
                                Optional.of(date.to()),
                                date.guessed()),
                        row);
            }
        }
    }

    private boolean aboutRound(LogEntry row, DateSpan reported, List<Obligation> obligations) {
        Optional<Period> about = row.period().or(() -> row.event().map(event -> new Period(event.from(), event.to())));
        return about.isPresent()
                ? checked().filter(about.get()::touches).isPresent()
                : checked().filter(days -> days.contains(reported.to())).isPresent()
                        || obligations.stream()
                                .anyMatch(obligation -> obligation.window().contains(reported.to()));
    }

    /**
     * Whether a row is about no round of the plan's year, and not just late or early: dated more than a month outside the year, or dated in
     * this round for a period outside the year that ended more than a month before, or begins later.
     */
    private boolean strange(LogEntry row, DateSpan reported) {
        LocalDate day = reported.to();
        LocalDate yearStart = round.yearStart();
        Period year = new Period(yearStart, yearStart.plusYears(1).minusDays(1));
        if (!new Period(year.start().minusMonths(1), year.end().plusMonths(1)).contains(day)) {
            return true;
        }
        boolean inRound = checked().filter(days -> days.contains(day)).isPresent();
        return inRound
                && row.period()
                        .filter(about -> !about.touches(year))
                        .filter(about -> about.start().isAfter(day)
                                || about.end().plusMonths(1).isBefore(day))
                        .isPresent();
    }

    private CompletionDate completionDate(MeasureId measure, DateSpan date, List<Obligation> obligations) {
        boolean inRound = new Period(date.from(), date.to()).touches(new Period(round.from(), round.to()))
                || obligations.stream().anyMatch(obligation -> inWindow(date, obligation));
        boolean singleDay = date.precision() == Precision.DAY && date.from().equals(date.to());
        DayOff dayOff = singleDay ? dayOff(date.to()) : DayOff.NONE;
        String holiday = dayOff == DayOff.HOLIDAY ? holidays.find(date.to()).orElse("") : "";
        return new CompletionDate(measure, date, date.decisive(), inRound, dayOff, holiday);
    }

    /** An event opens its own window, which says nothing of the event. */
    private static boolean inWindow(DateSpan date, Obligation obligation) {
        boolean ownEvent = obligation.kind() == Kind.WITHIN_DAYS
                && obligation.window().start().equals(date.to());
        return !ownEvent && obligation.window().contains(date.to());
    }

    private DayOff dayOff(LocalDate day) {
        if (holidays.find(day).isPresent()) {
            return DayOff.HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return DayOff.SATURDAY;
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? DayOff.SUNDAY : DayOff.NONE;
    }

    /** A claim that keeps no counted duty speaks for periods of its own. Gives the reports that support some. */
    private List<Report> claimedPeriods(PlannedMeasure planned, Completion completion, Evidence dated) {
        List<Report> supporting = new ArrayList<>();
        if (completion.status() != Status.RECURRING_CLAIM && completion.status() != Status.DONE_DATED) {
            return supporting;
        }
        for (Claim claim : completion.claims()) {
            boolean keepsDuty = planned.duties().stream()
                    .anyMatch(duty -> duty.longestGap().isPresent()
                            && duty.kind() != Kind.DAILY
                            && duty.kind() != Kind.WEEKLY
                            && claim.covers(duty));
            if (keepsDuty || claim.kind().longestGap(claim.limits().days()).isEmpty()) {
                continue;
            }
            Duty own = new Duty(
                    completion.measure(),
                    Integer.MAX_VALUE,
                    claim.kind(),
                    claim.limits(),
                    Set.of(),
                    Optional.empty(),
                    claim.text(),
                    completion.guessed());
            int grace = limits.limit(planned, claim.kind()).graceDays();
            List<Obligation> claimed = expand(own, List.of(), false, grace).obligations();
            ToIntFunction<Obligation> graceDays = one -> grace(one, grace);
            Map<Integer, Report> supported = Allotment.of(
                    claimed, dated.reports(claim.kind(), claimed, graceDays, row -> true), graceDays, asOf);
            supporting.addAll(supported.values());
            for (Obligation period : claimed) {
                LocalDate due = last(period, grace);
                if (due.isBefore(asOf)) {
                    claimedDue.add(completion.measure());
                }
                if (!supported.containsKey(period.index())) {
                    facts.add(new ClaimedPeriod(completion.measure(), period.period(), due));
                }
            }
        }
        return supporting;
    }
}
