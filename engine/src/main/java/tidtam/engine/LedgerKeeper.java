package tidtam.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.engine.obligations.Expansion;
import tidtam.facts.Claim;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Finding;
import tidtam.facts.Framework;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Need;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.PresentIndicator;
import tidtam.facts.Reason;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.State;
import tidtam.facts.StatedItem;
import tidtam.facts.Status;
import tidtam.facts.Uncounted;

/**
 * Accounts for every rule against every subject. A pair has passed only if the rule is in the base, did not throw, and everything it
 * declares to need was there; nothing is ever concluded from what is left over.
 */
final class LedgerKeeper {
    /** The findings about a completion that speak for all its periods. */
    private static final List<String> ABOUT_COMPLETION = List.of(
            "completion-blank",
            "completion-date-blank",
            "completion-date-missing",
            "completion-not-done",
            "claim-without-dates");

    private final RuleBase base;
    private final Map<String, String> off;
    private final Plan plan;
    private final Round round;
    private final LocalDate asOf;
    private final Optional<Framework> framework;
    private final PlanFacts facts;
    private final Conclusions conclusions;
    private final Map<MeasureId, List<ObligationState>> states = new HashMap<>();
    private final Map<MeasureId, List<Uncounted>> uncounted = new HashMap<>();
    private final Map<MeasureId, Set<String>> found = new HashMap<>();
    private final Set<String> foundAnywhere = new HashSet<>();
    /** Rules about measures may find a row that names none: then the plan is one more subject. */
    private final Set<String> foundOfNone = new HashSet<>();

    /** @param off why a rule is turned off, by its id */
    LedgerKeeper(
            RuleBase base,
            Map<String, String> off,
            Plan plan,
            Round round,
            LocalDate asOf,
            Optional<Framework> framework,
            PlanFacts facts,
            Conclusions conclusions) {
        this.base = base;
        this.off = off;
        this.plan = plan;
        this.round = round;
        this.asOf = asOf;
        this.framework = framework;
        this.facts = facts;
        this.conclusions = conclusions;
        conclusions
                .states()
                .forEach(state -> states.computeIfAbsent(state.measure(), fresh -> new ArrayList<>())
                        .add(state));
        facts.uncounted()
                .forEach(one -> uncounted
                        .computeIfAbsent(one.measure(), fresh -> new ArrayList<>())
                        .add(one));
        for (Finding finding : conclusions.findings()) {
            foundAnywhere.add(finding.rule());
            if (finding.measures().isEmpty()) {
                foundOfNone.add(finding.rule());
            }
            finding.measures()
                    .forEach(measure -> found.computeIfAbsent(measure, fresh -> new HashSet<>())
                            .add(finding.rule()));
        }
    }

    Ledger ledger() {
        List<Ledger.Entry> entries = new ArrayList<>();
        for (RuleInfo rule : base.rules()) {
            Optional<Ending> without = turnedOff(rule.id()).or(() -> broken(rule.id()));
            if (rule.subject() == RuleInfo.Subject.PLAN) {
                Ending ending = without.orElseGet(() -> foundAnywhere.contains(rule.id()) ? FOUND : planEnding(rule));
                entries.add(new Ledger.Entry(rule.id(), Optional.empty(), ending.outcome(), ending.why()));
                continue;
            }
            for (PlannedMeasure planned : plan.measures()) {
                MeasureId id = planned.measure().id();
                Ending ending = without.orElseGet(() -> found(id, rule.id()) ? FOUND : ending(rule, planned));
                entries.add(new Ledger.Entry(rule.id(), Optional.of(id), ending.outcome(), ending.why()));
            }
            if (foundOfNone.contains(rule.id())) {
                Ending ending = without.orElse(FOUND);
                entries.add(new Ledger.Entry(rule.id(), Optional.empty(), ending.outcome(), ending.why()));
            }
        }
        return new Ledger(base.rules(), plan.measures().size(), List.copyOf(entries));
    }

    /** How a pair ended, and why. */
    private record Ending(Outcome outcome, Reason why) {
        static Ending notEvaluable(Reason.Code code, String detail) {
            return new Ending(Outcome.NOT_EVALUABLE, new Reason(code, detail));
        }

        static Ending notApplicable(Reason.Code code, String detail) {
            return new Ending(Outcome.NOT_APPLICABLE, new Reason(code, detail));
        }
    }

    private static final Ending FOUND = new Ending(Outcome.FOUND, Reason.of(Reason.Code.FOUND));
    private static final Ending PASSED = new Ending(Outcome.PASSED, Reason.of(Reason.Code.HELD));
    private static final Ending NOT_READ = Ending.notEvaluable(Reason.Code.NOT_READ, "");
    private static final Ending NOT_YET_DUE = Ending.notApplicable(Reason.Code.NOT_YET_DUE, "");

    private Optional<Ending> turnedOff(String rule) {
        return Optional.ofNullable(off.get(rule))
                .map(reason -> Ending.notEvaluable(Reason.Code.TURNED_OFF, rule + " (" + reason + ")"));
    }

    private Optional<Ending> broken(String rule) {
        String thrown = conclusions.broken().get(rule);
        if (thrown != null) {
            return Optional.of(new Ending(Outcome.ERROR, new Reason(Reason.Code.BROKE, thrown)));
        }
        return base.holds(rule)
                ? Optional.empty()
                : Optional.of(new Ending(Outcome.ERROR, Reason.of(Reason.Code.NOT_IN_BASE)));
    }

    private boolean found(MeasureId measure, String rule) {
        return found.getOrDefault(measure, Set.of()).contains(rule);
    }

    private Ending planEnding(RuleInfo rule) {
        for (Need need : rule.needs()) {
            Optional<Ending> lacking = switch (need) {
                case FRAMEWORK ->
                    framework.isEmpty()
                            ? Optional.of(
                                    Ending.notEvaluable(Reason.Code.NO_FRAMEWORK, String.valueOf(round.fiscalYear())))
                            : planRead();
                case PLAN_READ -> planRead();
                case LOG ->
                    planRead().or(() -> absent(need, plan.records().logged().isEmpty()));
                case DIVISION_LIST ->
                    planRead().or(() -> absent(need, plan.records().divisions().isEmpty()));
                case ITEM -> absent(need, !facts.hold(StatedItem.class));
                case INDICATOR -> absent(need, !facts.hold(PresentIndicator.class));
                default -> throw new IllegalStateException(rule.id() + " needs " + need + " of the plan");
            };
            if (lacking.isPresent()) {
                return lacking.get();
            }
        }
        return PASSED;
    }

    /** What the completion comes to, the log counted in. */
    private Optional<Completion> stated(PlannedMeasure planned) {
        return facts.dated(planned).completion();
    }

    private Optional<Ending> planRead() {
        return plan.complete() ? Optional.empty() : Optional.of(NOT_READ);
    }

    private Optional<Ending> logRead() {
        return facts.logUnread() ? Optional.of(NOT_READ) : Optional.empty();
    }

    private static Optional<Ending> absent(Need need, boolean absent) {
        return absent ? Optional.of(Ending.notApplicable(Reason.Code.NOTHING_TO_CHECK, need.name())) : Optional.empty();
    }

    private Ending ending(RuleInfo rule, PlannedMeasure planned) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Need need : rule.needs()) {
            need.kind().ifPresent(kinds::add);
            Optional<Ending> lacking = need.kind().isPresent()
                    ? Optional.empty()
                    : unknown(need, planned).or(() -> lacking(need, planned));
            if (lacking.isPresent()) {
                return lacking.get();
            }
        }
        return kinds.isEmpty() ? PASSED : judged(kinds, planned).orElse(PASSED);
    }

    /** What a log that was not read might have answered is neither there nor lacking. */
    private Optional<Ending> unknown(Need need, PlannedMeasure planned) {
        if (!facts.logUnread() || stated(planned).isEmpty()) {
            return Optional.empty();
        }
        Completion completion = stated(planned).get();
        boolean dated = completion.status() == Status.DONE_DATED;
        boolean unknown = switch (need) {
            case COMPLETION, FALLEN_DUE, DONE -> !dated;
            case PERIODS -> !completion.claims().isEmpty();
            case PUBLICATION ->
                planned.publication().isPresent() && completion.channels().isEmpty();
            default -> false;
        };
        return unknown ? Optional.of(NOT_READ) : Optional.empty();
    }

    /** Why a need is not there; empty where it is. */
    private Optional<Ending> lacking(Need need, PlannedMeasure planned) {
        return switch (need) {
            case PLAN_READ -> planRead();
            case RESPONSIBLE -> column(Column.RESPONSIBLE, planned);
            case DEADLINE -> column(Column.DEADLINE, planned);
            case ACTION -> column(Column.ACTION, planned);
            case DEADLINE_TEXT -> column(Column.DEADLINE, planned).or(() -> deadlineText(planned));
            case COMPLETION -> completion(planned);
            case DONE -> completion(planned).or(() -> done(planned));
            case DUTY -> planned.duties().isEmpty() ? Optional.of(noDuty(planned)) : Optional.empty();
            case EVENT -> event(planned);
            case READABLE -> readable(planned);
            case FALLEN_DUE -> fallenDue(planned);
            case DUE_OR_ENDED -> anyDue(planned) || roundEnded() ? Optional.empty() : Optional.of(NOT_YET_DUE);
            case OBLIGATION_DUE -> obligationDue(planned);
            case OBLIGATION -> obligation(planned);
            case DATE -> date(need, planned);
            case REPORT -> facts.dated(planned).reported() ? Optional.empty() : date(need, planned);
            case LOG ->
                planRead().or(() -> absent(need, !facts.logged(planned.measure().id())));
            case STRUCTURED -> absent(need, !structured(planned));
            case CLAIM ->
                stated(planned)
                        .map(completion -> absent(need, completion.claims().isEmpty()))
                        .orElseGet(() -> column(Column.ACTION, planned));
            case PERIODS -> column(Column.ACTION, planned).or(() -> periods(planned));
            case PUBLICATION -> absent(need, planned.publication().isEmpty());
            case DIVISIONS -> divisions(planned);
            case HOLIDAYS -> column(Column.ACTION, planned).or(() -> holidays(planned));
            default -> throw new IllegalStateException("a measure cannot have " + need);
        };
    }

    private static Optional<Ending> column(Column column, PlannedMeasure planned) {
        return planned.cells().containsKey(column)
                ? Optional.empty()
                : Optional.of(Ending.notEvaluable(Reason.Code.NO_COLUMN, column.name()));
    }

    /** Where a rule that is turned off would have said it, nothing is said: that is why the pair is not evaluable. */
    private Optional<Ending> said(PlannedMeasure planned, String rule) {
        return found(planned.measure().id(), rule)
                ? turnedOff(rule).or(() -> Optional.of(Ending.notEvaluable(Reason.Code.SAID_BY, rule)))
                : Optional.empty();
    }

    private Optional<Ending> saidOfCompletion(PlannedMeasure planned) {
        return ABOUT_COMPLETION.stream()
                .map(rule -> said(planned, rule))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Ending> completion(PlannedMeasure planned) {
        if (stated(planned).isEmpty()) {
            return column(Column.ACTION, planned);
        }
        return blank(stated(planned).get())
                ? Optional.of(said(planned, "completion-blank")
                        .or(() -> fallenDue(planned))
                        .orElse(NOT_YET_DUE))
                : Optional.empty();
    }

    private static boolean blank(Completion completion) {
        return completion.status() == Status.EMPTY || dash(completion);
    }

    private static boolean dash(Completion completion) {
        return completion.status() == Status.NOT_APPLICABLE && !completion.reasoned();
    }

    private Optional<Ending> readable(PlannedMeasure planned) {
        return stated(planned)
                .filter(Evidence::unreadable)
                .map(completion -> said(planned, "date-impossible")
                        .orElse(Ending.notEvaluable(Reason.Code.NOT_COUNTED, Uncounted.Why.UNREADABLE_DATE.name())));
    }

    /** A dash answers a duty only; where none was understood, nothing says whether one is owed. */
    private Optional<Ending> fallenDue(PlannedMeasure planned) {
        boolean fallen = anyDue(planned)
                || (roundEnded() && !states.containsKey(planned.measure().id()));
        if (!fallen) {
            return Optional.of(NOT_YET_DUE);
        }
        boolean dash = stated(planned).map(LedgerKeeper::dash).orElse(false);
        return dash && planned.duties().isEmpty() ? Optional.of(noDuty(planned)) : Optional.empty();
    }

    private Optional<Ending> deadlineText(PlannedMeasure planned) {
        return Objects.requireNonNull(planned.cells().get(Column.DEADLINE)).blank()
                ? said(planned, "deadline-blank").or(() -> absent(Need.DEADLINE_TEXT, true))
                : Optional.empty();
    }

    private Optional<Ending> done(PlannedMeasure planned) {
        return switch (stated(planned).orElseThrow().status()) {
            case DONE_DATED, DONE_UNDATED, BLANK_PLACEHOLDER, RECURRING_CLAIM -> Optional.empty();
            case NOT_APPLICABLE -> Optional.of(Ending.notApplicable(Reason.Code.NOTHING_TO_REPORT, ""));
            case IN_PROGRESS, PLANNED, NOT_DONE, EMPTY ->
                Optional.of(saidOfCompletion(planned).orElse(NOT_YET_DUE));
        };
    }

    private Ending noDuty(PlannedMeasure planned) {
        return said(planned, "deadline-blank")
                .or(() -> said(planned, "deadline-not-understood"))
                .or(() -> column(Column.DEADLINE, planned))
                .orElse(Ending.notApplicable(Reason.Code.NOTHING_TO_CHECK, Need.DUTY.name()));
    }

    private Optional<Ending> event(PlannedMeasure planned) {
        if (planned.duties().stream().noneMatch(duty -> duty.kind() == Kind.WITHIN_DAYS)) {
            return Optional.of(withoutKind(EnumSet.of(Kind.WITHIN_DAYS), planned));
        }
        boolean uncountedEvent = uncounted.getOrDefault(planned.measure().id(), List.of()).stream()
                .anyMatch(one -> one.duty().kind() == Kind.WITHIN_DAYS);
        if (!uncountedEvent) {
            return Optional.empty();
        }
        return Optional.of(saidOfCompletion(planned)
                .or(() -> said(planned, "date-impossible"))
                .or(() -> noEvidence(planned))
                .or(this::logRead)
                .orElseGet(() -> nothingToReport(planned)
                        ? Ending.notApplicable(Reason.Code.NOTHING_TO_REPORT, "")
                        : NOT_YET_DUE));
    }

    private Ending withoutKind(Set<Kind> kinds, PlannedMeasure planned) {
        return planned.duties().isEmpty()
                ? noDuty(planned)
                : Ending.notApplicable(
                        Reason.Code.NOTHING_TO_CHECK, kinds.iterator().next().name());
    }

    private Optional<Ending> obligation(PlannedMeasure planned) {
        List<ObligationState> judged = states.getOrDefault(planned.measure().id(), List.of());
        boolean notCounted = uncounted.containsKey(planned.measure().id())
                || judged.stream().anyMatch(state -> state.state() == State.NOT_EVALUABLE);
        if (notCounted) {
            return Optional.of(notCounted(planned));
        }
        if (planned.duties().isEmpty()) {
            return Optional.of(noDuty(planned));
        }
        return judged.isEmpty()
                ? Optional.of(Ending.notEvaluable(
                        Reason.Code.NO_PERIODS, planned.duties().get(0).kind().name()))
                : Optional.empty();
    }

    /** What has no due date cannot be said to have passed it. */
    private Optional<Ending> obligationDue(PlannedMeasure planned) {
        if (anyDue(planned)) {
            return Optional.empty();
        }
        boolean dueDates = planned.duties().stream().anyMatch(duty -> Expansion.expands(duty.kind()));
        return uncounted.containsKey(planned.measure().id())
                        || (!planned.duties().isEmpty() && !dueDates)
                ? obligation(planned)
                : Optional.of(NOT_YET_DUE);
    }

    private static boolean structured(PlannedMeasure planned) {
        return planned.cells().entrySet().stream()
                .anyMatch(cell -> !Column.official().contains(cell.getKey())
                        && !cell.getValue().blank());
    }

    /** The table has no action column, and no log takes its place. */
    private Optional<Ending> noEvidence(PlannedMeasure planned) {
        return facts.dated(planned).impossible() ? column(Column.ACTION, planned) : Optional.empty();
    }

    private Optional<Ending> date(Need need, PlannedMeasure planned) {
        if (stated(planned).isEmpty()) {
            return noEvidence(planned).or(() -> absent(need, true));
        }
        Completion completion = stated(planned).get();
        if (completion.status() == Status.DONE_DATED && !completion.dates().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(said(planned, "date-impossible")
                .orElse(Ending.notApplicable(Reason.Code.NOTHING_TO_CHECK, need.name())));
    }

    private Optional<Ending> periods(PlannedMeasure planned) {
        List<Claim> claims = stated(planned).orElseThrow().claims();
        if (claims.isEmpty()) {
            return Optional.of(planned.duties().stream()
                    .filter(duty -> !Expansion.expands(duty.kind()))
                    .findFirst()
                    .map(duty -> Ending.notEvaluable(
                            Reason.Code.NO_PERIODS, duty.kind().name()))
                    .orElse(Ending.notApplicable(Reason.Code.NOTHING_TO_CHECK, Need.CLAIM.name())));
        }
        boolean due = facts.claimedDue(planned.measure().id())
                || due(planned)
                        .anyMatch(state -> claims.stream()
                                .anyMatch(
                                        claim -> claim.covers(state.obligation().duty())));
        return due ? Optional.empty() : Optional.of(NOT_YET_DUE);
    }

    private Optional<Ending> divisions(PlannedMeasure planned) {
        if (plan.records().divisions().isEmpty()) {
            return Optional.of(Ending.notEvaluable(Reason.Code.NO_DIVISION_LIST, ""));
        }
        return said(planned, "responsible-blank")
                .or(() -> absent(
                        Need.DIVISIONS,
                        planned.responsible()
                                .map(responsible -> responsible.divisions().isEmpty())
                                .orElse(true)));
    }

    private Optional<Ending> holidays(PlannedMeasure planned) {
        return stated(planned).orElseThrow().dates().stream()
                .map(date -> date.to())
                .filter(day -> !facts.holidays().covers(day))
                .findFirst()
                .map(day -> Ending.notEvaluable(
                        Reason.Code.NO_HOLIDAYS, String.valueOf(Round.of(day).fiscalYear())));
    }

    /** Whether obligations of these kinds fell due and were all judged on their own; else why not. */
    private Optional<Ending> judged(Set<Kind> kinds, PlannedMeasure planned) {
        if (planned.duties().stream().noneMatch(duty -> kinds.contains(duty.kind()))) {
            return Optional.of(withoutKind(kinds, planned));
        }
        MeasureId id = planned.measure().id();
        List<ObligationState> judged = states.getOrDefault(id, List.of()).stream()
                .filter(state -> kinds.contains(state.kind()))
                .toList();
        if (facts.logUnread() && kinds.contains(Kind.WITHIN_DAYS)) {
            return Optional.of(NOT_READ); // a log may state more events
        }
        boolean notCounted = judged.stream().anyMatch(state -> state.state() == State.NOT_EVALUABLE)
                || uncounted.getOrDefault(id, List.of()).stream()
                        .anyMatch(one -> kinds.contains(one.duty().kind()));
        if (notCounted) {
            return Optional.of(notCounted(planned));
        }
        List<ObligationState> due =
                judged.stream().filter(state -> state.due().isBefore(asOf)).toList();
        if (due.isEmpty()) {
            return Optional.of(NOT_YET_DUE);
        }
        boolean open = due.stream().anyMatch(state -> state.state() == State.CLAIMED || state.state() == State.MISSING);
        return open ? Optional.of(notCounted(planned)) : Optional.empty();
    }

    private Ending notCounted(PlannedMeasure planned) {
        return saidOfCompletion(planned)
                .or(() -> said(planned, "event-date-missing"))
                .or(() -> said(planned, "date-impossible"))
                .or(() -> noEvidence(planned))
                .or(this::logRead)
                .orElseGet(() -> nothingToReport(planned)
                        ? Ending.notEvaluable(Reason.Code.NOTHING_TO_REPORT, "")
                        : Ending.notEvaluable(
                                Reason.Code.NOT_COUNTED,
                                uncounted.getOrDefault(planned.measure().id(), List.of()).stream()
                                        .map(one -> one.why().name())
                                        .findFirst()
                                        .orElse("")));
    }

    private static boolean nothingToReport(PlannedMeasure planned) {
        return planned.completion()
                .map(completion -> completion.status() == Status.NOT_APPLICABLE && completion.reasoned())
                .orElse(false);
    }

    private boolean anyDue(PlannedMeasure planned) {
        return due(planned).findAny().isPresent();
    }

    private Stream<ObligationState> due(PlannedMeasure planned) {
        return states.getOrDefault(planned.measure().id(), List.of()).stream()
                .filter(state -> state.due().isBefore(asOf));
    }

    private boolean roundEnded() {
        return facts.roundEnded();
    }
}
