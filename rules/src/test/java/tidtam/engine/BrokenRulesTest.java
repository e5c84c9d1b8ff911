package tidtam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.junit.jupiter.api.Test;
import tidtam.facts.AgencyRecords;
import tidtam.facts.AsOf;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.Outcome;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.Reason;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.rules.BuiltInRules;
import tidtam.rules.SamplePlan;

class BrokenRulesTest {
    private static final RuleBase BASE =
            RuleBase.load(BuiltInRules.MODEL_INDEX, BrokenRulesTest.class.getClassLoader());

    @Test
    void a_rule_that_is_not_in_the_base_never_passes_and_the_others_are_as_before() {
        Evaluation whole = evaluate(BASE, SamplePlan.plan());
        for (String removed : List.of("quarterly-report-overdue", "deadline-blank", "item-missing")) {
            Evaluation evaluation = evaluate(BASE.without(Set.of(removed)), SamplePlan.plan());
            assertThat(entries(evaluation, removed)).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.outcome()).isEqualTo(Outcome.ERROR);
                assertThat(entry.why().code()).isEqualTo(Reason.Code.NOT_IN_BASE);
            });
            assertThat(found(evaluation)).isEqualTo(foundWithout(whole, removed));
            assertThat(passed(whole)).containsAll(passed(evaluation));
        }
    }

    @Test
    void without_a_rule_that_derives_how_things_stand_nothing_passes() {
        for (String removed : List.of("state MET", "state MISSING", "state CLAIMED", "open", "fallen due")) {
            assertThat(passed(evaluate(BASE.without(Set.of(removed)), SamplePlan.plan())))
                    .as(removed)
                    .isEmpty();
        }
    }

    @Test
    void a_rule_whose_consequence_throws_is_an_error_and_the_others_are_as_before() {
        Variable<AsOf> asOf = declarationOf(AsOf.class);
        throwing(rule("deadline-blank: breaks off")
                .metadata("severity", "ERROR")
                .build(pattern(asOf), on(asOf).execute(day -> {
                    throw new IllegalStateException("broke on " + day);
                })));
    }

    @Test
    void a_rule_whose_condition_throws_is_an_error_and_the_others_are_as_before() {
        Variable<AsOf> asOf = declarationOf(AsOf.class);
        throwing(rule("deadline-blank: breaks off")
                .metadata("severity", "ERROR")
                .build(
                        pattern(asOf).expr("broken", day -> {
                            throw new IllegalStateException("broke on " + day);
                        }),
                        on(asOf).execute(day -> {})));
    }

    @Test
    void where_the_states_cannot_be_derived_nothing_passes() {
        Variable<AsOf> asOf = declarationOf(AsOf.class);
        Rule broken = rule("state: breaks off").build(pattern(asOf), on(asOf).execute(day -> {
            throw new IllegalStateException("broke on " + day);
        }));
        Evaluation evaluation = evaluate(BASE.with(broken), SamplePlan.plan());
        assertThat(evaluation.findings()).isEmpty();
        assertThat(evaluation.ledger().entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.ERROR));
    }

    private static void throwing(Rule broken) {
        Evaluation whole = evaluate(BASE, SamplePlan.plan());
        Evaluation evaluation = evaluate(BASE.with(broken), SamplePlan.plan());
        assertThat(entries(evaluation, "deadline-blank")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(entry.why().detail()).contains("broke on");
        });
        assertThat(found(evaluation)).isEqualTo(foundWithout(whole, "deadline-blank"));
        assertThat(evaluation.ledger().totals().get(Outcome.PASSED)).isPositive();
    }

    @Test
    void every_pair_is_accounted_for_once() {
        Evaluation evaluation = evaluate(BASE, SamplePlan.plan());
        long ofMeasures = BASE.rules().stream()
                .filter(rule -> rule.subject() == RuleInfo.Subject.MEASURE)
                .count();
        long expected =
                ofMeasures * evaluation.plan().measures().size() + (BASE.rules().size() - ofMeasures);
        assertThat(evaluation.ledger().entries()).hasSize((int) expected).doesNotHaveDuplicates();
        assertThat(evaluation.ledger().totals().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo((int) expected);
    }

    @Test
    void an_empty_plan_is_evaluated_and_no_rule_is_said_to_have_passed_for_a_measure() {
        Plan empty = new Plan(
                PlanTitle.of(Optional.empty(), OptionalInt.empty(), OptionalInt.empty()),
                List.of(),
                List.of(),
                AgencyRecords.none(),
                true);
        assertThat(evaluate(BASE, empty).ledger().entries())
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo(Outcome.NOT_APPLICABLE));
    }

    private static Evaluation evaluate(RuleBase base, Plan plan) {
        return new Engine(base, Parameters.of(BuiltInRules.limits()))
                .evaluate(
                        plan,
                        List.of(),
                        new Round(2566, 1),
                        LocalDate.parse("2023-04-30"),
                        BuiltInRules.framework(2566));
    }

    private static List<Ledger.Entry> entries(Evaluation evaluation, String rule) {
        return evaluation.ledger().entries().stream()
                .filter(entry -> entry.rule().equals(rule))
                .toList();
    }

    private static List<Ledger.Entry> passed(Evaluation evaluation) {
        return evaluation.ledger().entries().stream()
                .filter(entry -> entry.outcome() == Outcome.PASSED)
                .toList();
    }

    private static Set<Finding> found(Evaluation evaluation) {
        return evaluation.findings().stream().map(one -> one.finding()).collect(Collectors.toSet());
    }

    private static Set<Finding> foundWithout(Evaluation evaluation, String rule) {
        return found(evaluation).stream()
                .filter(finding -> !finding.rule().equals(rule))
                .collect(Collectors.toSet());
    }
}
