package tidtam.engine.obligations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.Round;
import tidtam.facts.Uncounted;

/**
 * A duty expanded over a round.
 *
 * @param obligations in order of due date; empty for a duty that is only "always", daily or weekly
 * @param uncounted present where the duty has a due date in principle that cannot be counted
 */
public record Expansion(List<Obligation> obligations, Optional<Uncounted> uncounted) {
    private static final int HALF_YEAR = 6;

    /** March, June, September and December close half-years; other months are named after one has ended. */
    private static final int QUARTER = 3;

    /**
     * Expands one duty.
     *
     * @param planStart the first day of a plan that begins in the middle of its year: nothing is owed for a period that ended, or an event
     *     that happened, before
     * @param events what a {@code WITHIN_DAYS} duty counts from, in order; other kinds do not look at it. An event whose
     *     days to report ended before the round is an earlier round's
     * @param unreadableEvents whether the text dates an event with a date that cannot be
     */
    public static Expansion of(
            Duty duty,
            Round round,
            Optional<LocalDate> planStart,
            List<DateSpan> events,
            boolean unreadableEvents,
            Holidays holidays,
            HolidayRule holidayRule) {
        Limits limits = duty.limits();
        List<Stretch> stretches = switch (duty.kind()) {
            case DAILY, WEEKLY, CONTINUOUS -> List.of();
            case MONTHLY -> periodic(round, limits, 1);
            case QUARTERLY -> periodic(round, limits, QUARTER);
            case ANNUAL -> periodic(round, limits, 12);
            case SEMIANNUAL, EVERY_EVALUATION_ROUND -> halfYears(round, limits);
            case EVERY_N_DAYS -> windows(round, planStart, limits.days().orElse(0));
            case WITHIN_DAYS -> afterEvents(round, events, limits, holidays);
            case BY_FIXED_DATE -> fixedDate(round, limits);
            case FISCAL_YEAR_END -> fiscalYearEnd(round, limits);
        };
        List<Obligation> obligations = new ArrayList<>(stretches.size());
        for (Stretch stretch : stretches) {
            if (planStart.isPresent() && stretch.beforeStart(planStart.get(), duty.kind())) {
                continue;
            }
            LocalDate due = holidayRule == HolidayRule.NEXT_WORKING_DAY && !limits.workingDays()
                    ? holidays.nextWorkingDay(stretch.due())
                    : stretch.due();
            boolean unknownHolidays = (limits.workingDays() || holidayRule == HolidayRule.NEXT_WORKING_DAY)
                    && !(holidays.settled(stretch.period().start()) && holidays.settled(due));
            Period period = duty.kind() == Kind.WITHIN_DAYS
                    ? new Period(stretch.period().start(), due)
                    : stretch.period();
            obligations.add(new Obligation(
                    duty,
                    obligations.size(),
                    period,
                    new Period(stretch.opens(), due),
                    due,
                    duty.guessed() || stretch.guessed() || unknownHolidays));
        }
        return new Expansion(List.copyOf(obligations), uncounted(duty, stretches, unreadableEvents));
    }

    /** Whether periods follow from a kind of duty at all. */
    public static boolean expands(Kind kind) {
        return kind != Kind.DAILY && kind != Kind.WEEKLY && kind != Kind.CONTINUOUS;
    }

    private static Optional<Uncounted> uncounted(Duty duty, List<Stretch> stretches, boolean unreadableEvents) {
        if (!stretches.isEmpty()) {
            return Optional.empty();
        }
        return switch (duty.kind()) {
            case WITHIN_DAYS ->
                Optional.of(new Uncounted(
                        duty.measure(),
                        duty,
                        unreadableEvents ? Uncounted.Why.UNREADABLE_DATE : Uncounted.Why.NO_EVENT_DATE));
            case BY_FIXED_DATE -> Optional.of(new Uncounted(duty.measure(), duty, Uncounted.Why.NO_FIXED_DATE));
            default -> Optional.empty();
        };
    }

    /** A period, the first day on which a report serves it, and its due date. */
    private record Stretch(Period period, LocalDate opens, LocalDate due, boolean guessed) {
        Stretch(Period period, LocalDate opens, LocalDate due) {
            this(period, opens, due, false);
        }

        /** An obligation after an event is about the event, however many days it gives. */
        boolean beforeStart(LocalDate planStart, Kind kind) {
            return (kind == Kind.WITHIN_DAYS ? period.start() : period.end()).isBefore(planStart);
        }
    }

    private static List<Stretch> periodic(Round round, Limits limits, int length) {
        return limits.months().isEmpty() ? fiscal(round, limits, length) : closedByMonths(round, limits);
    }

    /** The fiscal calendar's periods of so many months that touch the round. */
    private static List<Stretch> fiscal(Round round, Limits limits, int length) {
        List<Stretch> stretches = new ArrayList<>();
        Period covered = new Period(round.from(), round.to());
        LocalDate yearEnd = round.yearStart().plusYears(1);
        for (LocalDate start = round.yearStart(); start.isBefore(yearEnd); start = start.plusMonths(length)) {
            Period period = new Period(start, start.plusMonths(length).minusDays(1));
            if (period.touches(covered)) {
                LocalDate due = limits.day().isPresent()
                        ? dayOf(YearMonth.from(period.end()).plusMonths(1), limits)
                        : period.end();
                stretches.add(new Stretch(period, start, due));
            }
        }
        return stretches;
    }

    /** The periods that the named months close: each runs from the day after one named month to the end of the next. */
    private static List<Stretch> closedByMonths(Round round, Limits limits) {
        List<Stretch> stretches = new ArrayList<>();
        Period covered = new Period(round.from(), round.to());
        YearMonth closing = last(limits.months(), YearMonth.from(round.from()).minusMonths(1));
        while (true) {
            YearMonth previous = closing;
            closing = next(limits.months(), closing.plusMonths(1));
            Period period = new Period(previous.atEndOfMonth().plusDays(1), closing.atEndOfMonth());
            if (!period.touches(covered)) {
                return stretches;
            }
            stretches.add(new Stretch(period, period.start(), dayOf(closing, limits)));
        }
    }

    /** The half-year that is the round; each half, for a whole year. */
    private static List<Stretch> halfYears(Round round, Limits limits) {
        SortedSet<Integer> months = limits.months();
        if (!months.isEmpty() && months.stream().allMatch(month -> month % QUARTER == 0)) {
            return closedByMonths(round, limits);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate start = round.from(); start.isBefore(round.to()); start = start.plusMonths(HALF_YEAR)) {
            Period half = new Period(start, start.plusMonths(HALF_YEAR).minusDays(1));
            if (!months.isEmpty()) {
                YearMonth named = next(months, YearMonth.from(half.end()).plusMonths(1));
                stretches.add(new Stretch(half, named.atDay(1), dayOf(named, limits)));
            } else if (limits.day().isPresent()) {
                stretches.add(new Stretch(
                        half, start, dayOf(YearMonth.from(half.end()).plusMonths(1), limits)));
            } else {
                stretches.add(new Stretch(half, start, half.end()));
            }
        }
        return stretches;
    }

    /** Consecutive whole windows from the first day of the round, or of the plan; a partial last one does not count. */
    private static List<Stretch> windows(Round round, Optional<LocalDate> planStart, int length) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDate first = planStart.filter(day -> day.isAfter(round.from())).orElse(round.from());
        if (length > 0) {
            for (LocalDate start = first; ; start = start.plusDays(length)) {
                Period window = new Period(start, start.plusDays(length - 1L));
                if (window.end().isAfter(round.to())) {
                    break;
                }
                stretches.add(new Stretch(window, start, window.end()));
            }
        }
        return stretches;
    }

    private static List<Stretch> afterEvents(Round round, List<DateSpan> events, Limits limits, Holidays holidays) {
        List<Stretch> stretches = new ArrayList<>();
        if (limits.days().isPresent()) {
            int days = limits.days().getAsInt();
            for (DateSpan event : events) {
                LocalDate due = limits.workingDays()
                        ? holidays.plusWorkingDays(event.to(), days)
                        : event.to().plusDays(days);
                Period counted = new Period(event.to(), due);
                if (!due.isBefore(round.from())) {
                    stretches.add(new Stretch(counted, event.to(), due, event.guessed()));
                }
            }
        }
        return stretches;
    }

    private static List<Stretch> fixedDate(Round round, Limits limits) {
        Optional<LocalDate> date = limits.date();
        if (date.isEmpty() && !limits.months().isEmpty()) {
            date = Optional.of(dayOf(next(limits.months(), YearMonth.from(round.yearStart())), limits));
        }
        return date.map(due -> List.of(new Stretch(
                        new Period(Round.of(due).yearStart(), due),
                        due.minusYears(1).plusDays(1),
                        due)))
                .orElse(List.of());
    }

    private static List<Stretch> fiscalYearEnd(Round round, Limits limits) {
        LocalDate last = round.yearStart().plusYears(1).minusDays(1);
        return List.of(new Stretch(
                new Period(round.yearStart(), last),
                round.yearStart(),
                last.plusDays(limits.days().orElse(0))));
    }

    private static LocalDate dayOf(YearMonth month, Limits limits) {
        int last = month.lengthOfMonth();
        return month.atDay(Math.min(limits.day().orElse(last), last));
    }

    /** The first named month that is {@code from} or later. */
    private static YearMonth next(SortedSet<Integer> months, YearMonth from) {
        YearMonth month = from;
        while (!months.contains(month.getMonthValue())) {
            month = month.plusMonths(1);
        }
        return month;
    }

    /** The last named month that is {@code until} or earlier. */
    private static YearMonth last(SortedSet<Integer> months, YearMonth until) {
        YearMonth month = until;
        while (!months.contains(month.getMonthValue())) {
            month = month.minusMonths(1);
        }
        return month;
    }
}
