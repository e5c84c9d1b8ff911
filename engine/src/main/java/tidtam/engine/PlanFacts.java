package tidtam.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.engine.obligations.Allotment;
import tidtam.engine.obligations.Expansion;
import tidtam.engine.obligations.HolidayRule;
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
import tidtam.facts.Framework;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
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
    private final boolean listed;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Uncounted> uncounted = new ArrayList<>();
    private final Map<Obligation, Report> evidence = new HashMap<>();
    private final SortedSet<Integer> yearsWithoutHolidays = new TreeSet<>();
    private final Set<MeasureId> claimedDue = new HashSet<>();
    private Map<MeasureId, Integer> indicators = Map.of();

    PlanFacts(Plan plan, Round round, LocalDate asOf, Optional<Framework> framework, Parameters parameters) {
        this.round = round;
        this.asOf = asOf;
        this.parameters = parameters;
        facts.add(new AsOf(asOf));
        facts.add(new RoundEnd(round.to()));
        if (plan.complete()) {
            facts.add(new PlanRead());
        }
        this.listed = !plan.records().divisions().isEmpty();
        if (listed) {
            facts.add(new DivisionsListed());
        }
        plan.measures().forEach(this::measure);
        facts.addAll(plan.records().logged());
        facts.addAll(Repetition.of(plan.measures()));
        framework.ifPresent(known -> {
            Numbering numbering = Numbering.of(plan, known);
            facts.addAll(numbering.facts());
            indicators = numbering.indicators();
            indicators.forEach((measure, number) -> facts.add(new UnderIndicator(measure, number)));
        });
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

    Map<MeasureId, Integer> indicators() {
        return indicators;
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
        facts.add(measure);
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
        planned.completion().ifPresent(completion -> {
            facts.add(completion);
            facts.addAll(completion.impossibleDates());
            facts.addAll(completion.claims());
        });
        obligations(planned);
    }

    private void blank(PlannedMeasure planned, Column column) {
        CellText cell = planned.cells().get(column);
        if (cell != null && cell.blank()) {
            facts.add(new BlankCell(planned.measure().id(), column, cell));
        }
    }

    private void obligations(PlannedMeasure planned) {
        List<DateSpan> dates = planned.completion().map(PlanFacts::datesDone).orElse(List.of());
        List<DateSpan> events = events(dates);
        boolean unreadable = planned.completion().map(PlanFacts::unreadable).orElse(false);
        List<Obligation> obligations = new ArrayList<>();
        for (Duty duty : planned.duties()) {
            Expansion expansion = expand(duty, events, unreadable);
            expansion.uncounted().ifPresent(why -> {
                uncounted.add(why);
                facts.add(why);
            });
            allot(duty, expansion.obligations(), reports(planned, duty.kind(), dates, events), instead(planned, duty));
            obligations.addAll(expansion.obligations());
        }
        planned.completion().ifPresent(completion -> {
            dates.forEach(date -> facts.add(completionDate(completion.measure(), date, obligations)));
            claimedPeriods(planned, completion, dates);
        });
    }

    private Expansion expand(Duty duty, List<DateSpan> events, boolean unreadable) {
        Expansion expansion =
                Expansion.of(duty, round, events, unreadable, parameters.holidays(), parameters.holidayRule());
        if (duty.limits().workingDays() || parameters.holidayRule() == HolidayRule.NEXT_WORKING_DAY) {
            for (Obligation obligation : expansion.obligations()) {
                yearWithoutHolidays(obligation.period().start());
                yearWithoutHolidays(obligation.due());
            }
        }
        return expansion;
    }

    private void yearWithoutHolidays(LocalDate day) {
        if (!parameters.holidays().covers(day)) {
            yearsWithoutHolidays.add(Round.of(day).fiscalYear());
        }
    }

    private void allot(Duty duty, List<Obligation> obligations, List<Report> reports, Instead instead) {
        Limit limit = parameters.limit(duty.kind());
        Map<Integer, Report> allotted = Allotment.of(obligations, reports, limit.graceDays(), asOf);
        for (Obligation obligation : obligations) {
            Report report = allotted.get(obligation.index());
            if (report == null) {
                facts.add(new Unreported(duty.measure(), obligation, limit, obligation.due(), instead));
            } else {
                facts.add(new Reported(duty.measure(), obligation, limit, obligation.due(), report.to(), report));
                evidence.put(obligation, report);
            }
        }
    }

    /** The dates on which the completion says something was done; planned dates are none. */
    private static List<DateSpan> datesDone(Completion completion) {
        return completion.status() == Status.DONE_DATED ? completion.dates() : List.of();
    }

    /** A date is the event, unless it is said to be that of the report and another one is not. */
    private static List<DateSpan> events(List<DateSpan> dates) {
        List<DateSpan> events = dates.stream().filter(date -> !date.ofReport()).toList();
        return events.isEmpty() ? dates : events;
    }

    private static List<Report> reports(
            PlannedMeasure planned, Kind kind, List<DateSpan> dates, List<DateSpan> events) {
        return dates.stream()
                .filter(date -> kind != Kind.WITHIN_DAYS || !events.contains(date))
                .map(date -> new Report(
                        planned.measure().id(),
                        date.from(),
                        date.to(),
                        Optional.empty(),
                        Report.Source.ACTION,
                        date.text(),
                        date.guessed()))
                .toList();
    }

    /** Whether its only dates are impossible. */
    static boolean unreadable(Completion completion) {
        return completion.dates().isEmpty() && !completion.impossibleDates().isEmpty();
    }

    private static Instead instead(PlannedMeasure planned, Duty duty) {
        if (planned.completion().isEmpty()) {
            return Instead.NO_ACTION_COLUMN;
        }
        Completion completion = planned.completion().get();
        return switch (completion.status()) {
            case DONE_UNDATED -> unreadable(completion) ? Instead.UNREADABLE_DATE : Instead.UNDATED;
            case BLANK_PLACEHOLDER -> Instead.UNDATED;
            case DONE_DATED, RECURRING_CLAIM ->
                unreadable(completion)
                        ? Instead.UNREADABLE_DATE
                        : completion.claims().stream().anyMatch(claim -> claim.covers(duty))
                                ? Instead.CLAIM
                                : Instead.NOTHING;
            case NOT_APPLICABLE -> completion.reasoned() ? Instead.NOTHING_TO_REPORT : Instead.NOTHING;
            case IN_PROGRESS, PLANNED, NOT_DONE, EMPTY -> Instead.NOTHING;
        };
    }

    private CompletionDate completionDate(MeasureId measure, DateSpan date, List<Obligation> obligations) {
        LocalDate decisive = date.precision() == Precision.DAY ? date.to() : date.from();
        boolean inRound = new Period(date.from(), date.to()).touches(new Period(round.from(), round.to()))
                || obligations.stream().anyMatch(obligation -> inWindow(date, obligation));
        boolean singleDay = date.precision() == Precision.DAY && date.from().equals(date.to());
        DayOff dayOff = singleDay ? dayOff(date.to()) : DayOff.NONE;
        String holiday =
                dayOff == DayOff.HOLIDAY ? parameters.holidays().find(date.to()).orElse("") : "";
        return new CompletionDate(measure, date, decisive, inRound, dayOff, holiday);
    }

    /** An event opens its own window, which says nothing of the event. */
    private static boolean inWindow(DateSpan date, Obligation obligation) {
        boolean ownEvent = obligation.kind() == Kind.WITHIN_DAYS
                && obligation.window().start().equals(date.to());
        return !ownEvent && obligation.window().contains(date.to());
    }

    private DayOff dayOff(LocalDate day) {
        if (parameters.holidays().find(day).isPresent()) {
            return DayOff.HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return DayOff.SATURDAY;
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? DayOff.SUNDAY : DayOff.NONE;
    }

    /** A claim that keeps no counted duty speaks for periods of its own. */
    private void claimedPeriods(PlannedMeasure planned, Completion completion, List<DateSpan> dates) {
        if (completion.status() != Status.RECURRING_CLAIM && completion.status() != Status.DONE_DATED) {
            return;
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
            List<Obligation> claimed = expand(own, List.of(), false).obligations();
            Map<Integer, Report> supported = Allotment.of(
                    claimed,
                    reports(planned, claim.kind(), dates, List.of()),
                    parameters.limit(claim.kind()).graceDays(),
                    asOf);
            for (Obligation period : claimed) {
                LocalDate due =
                        period.due().plusDays(parameters.limit(claim.kind()).graceDays());
                if (due.isBefore(asOf)) {
                    claimedDue.add(completion.measure());
                }
                if (!supported.containsKey(period.index())) {
                    facts.add(new ClaimedPeriod(completion.measure(), period.period(), due));
                }
            }
        }
    }
}
