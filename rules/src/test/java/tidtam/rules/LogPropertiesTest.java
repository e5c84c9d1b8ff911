package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tidtam.engine.Engine;
import tidtam.engine.Parameters;
import tidtam.facts.Evaluation;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Round;
import tidtam.facts.State;
import tidtam.facts.Status;

/** What one more report, one more day or another order of the log may change. */
class LogPropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-10-01");
    private static final Set<State> OPEN_FROM_THE_START = EnumSet.of(State.MISSING, State.CLAIMED, State.NOT_EVALUABLE);

    /** What the log's first dated row leaves open was claimed, or could not be judged, before: then no one finding speaks for it all. */
    @Property(tries = 300)
    void one_more_report_makes_nothing_missing_that_was_met_late_or_not_yet_due(
            @ForAll long seed, @ForAll @IntRange(max = 240) int asOf) {
        Map<String, State> before = states(plan(seed, 0), FIRST.plusDays(asOf), seed);
        Map<String, State> after = states(plan(seed, 1), FIRST.plusDays(asOf), seed);
        after.forEach((obligation, state) -> {
            if (state == State.MISSING) {
                assertThat(before.getOrDefault(obligation, State.MET))
                        .as(obligation)
                        .isIn(OPEN_FROM_THE_START);
            }
        });
        before.forEach((obligation, state) -> {
            if (state == State.MET) {
                assertThat(after).containsEntry(obligation, State.MET);
            }
        });
    }

    @Property(tries = 300)
    void a_later_day_keeps_what_is_met_and_never_turns_missing_into_upcoming(
            @ForAll long seed, @ForAll @IntRange(max = 240) int asOf, @ForAll @IntRange(max = 60) int later) {
        Map<String, State> before = states(plan(seed, 0), FIRST.plusDays(asOf), seed);
        Map<String, State> after = states(plan(seed, 0), FIRST.plusDays(asOf + later), seed);
        before.forEach((obligation, state) -> {
            if (state == State.MET) {
                assertThat(after).containsEntry(obligation, State.MET);
            }
            if (state == State.MISSING) {
                assertThat(after.get(obligation)).as(obligation).isNotIn(State.UPCOMING, State.DUE_SOON);
            }
        });
    }

    @Property(tries = 100)
    void the_order_of_the_log_does_not_matter(@ForAll long seed, @ForAll @IntRange(max = 240) int asOf) {
        Given plan = plan(seed, 1);
        LocalDate day = FIRST.plusDays(asOf);
        Evaluation inOrder = evaluation(plan, day, seed);
        Evaluation shuffled = evaluation(plan.shufflingLog(seed), day, seed);
        assertThat(shuffled.obligations()).isEqualTo(inOrder.obligations());
        assertThat(shuffled.evidence()).isEqualTo(inOrder.evidence());
        assertThat(shuffled.findings()).isEqualTo(inOrder.findings());
    }

    /**
     * A measure with some duties, its action column and its log, with so many rows more. Where a date of the action column is an event it
     * is none of the log's, which would make it the report of another event.
     */
    private static Given plan(long seed, int more) {
        Random random = new Random(seed);
        Given.Row row = new Given().measure();
        boolean events = false;
        for (Kind kind : List.of(Kind.MONTHLY, Kind.QUARTERLY, Kind.WITHIN_DAYS, Kind.SEMIANNUAL, Kind.EVERY_N_DAYS)) {
            if (random.nextInt(3) == 0) {
                events |= kind == Kind.WITHIN_DAYS;
                row.owes(
                        kind,
                        switch (kind) {
                            case WITHIN_DAYS, EVERY_N_DAYS -> Limits.none().withDays(15 + random.nextInt(20), false);
                            case SEMIANNUAL -> Limits.none().withMonths(new TreeSet<>(Set.of(4, 10)));
                            default -> Limits.none();
                        });
            }
        }
        List<Status> statuses = List.of(Status.values());
        Status status = statuses.get(random.nextInt(statuses.size()));
        row.is(status);
        for (int i = random.nextInt(4); i > 0 && status == Status.DONE_DATED; i--) {
            row.done(FIRST.plusDays((events ? 1 : 0) + 2L * random.nextInt(100)).toString());
        }
        Random logged = new Random(seed + 1);
        int rows = logged.nextInt(6);
        for (int i = 0; i < rows + more; i++) {
            Given.Logged entry = row.logged();
            LocalDate reported = FIRST.plusDays(2L * logged.nextInt(105));
            entry.on(reported.toString());
            LocalDate month = FIRST.plusMonths(logged.nextInt(6));
            switch (logged.nextInt(4)) {
                case 0 ->
                    entry.ofPeriod(
                            month.toString(), month.plusMonths(1).minusDays(1).toString());
                case 1 -> entry.ofPeriod(FIRST.toString(), "2022-12-31");
                case 2 -> entry.event(reported.minusDays(logged.nextInt(25)).toString());
                default -> {}
            }
        }
        return row.plan();
    }

    private static Map<String, State> states(Given plan, LocalDate asOf, long seed) {
        Map<String, State> states = new HashMap<>();
        evaluation(plan, asOf, seed)
                .obligations()
                .forEach(judged -> states.put(key(judged.obligation()), judged.state()));
        return states;
    }

    private static Evaluation evaluation(Given plan, LocalDate asOf, long seed) {
        int grace = (int) Math.floorMod(seed, 3L) * 5;
        List<Limit> limits = new ArrayList<>();
        BuiltInRules.limits().forEach(limit -> limits.add(new Limit(limit.kind(), grace, limit.leadDays())));
        return new Engine(RuleCheck.BASE, Parameters.of(limits))
                .evaluate(plan.plan(), List.of(), new Round(2566, 1), asOf, Optional.empty());
    }

    private static String key(Obligation obligation) {
        return obligation.duty().ordinal() + " " + obligation.period();
    }
}
