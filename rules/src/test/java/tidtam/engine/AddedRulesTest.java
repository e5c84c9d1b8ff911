package tidtam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.engine.added.AddedRules;
import tidtam.engine.added.RuleFault;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.Need;
import tidtam.facts.Outcome;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.rules.BuiltInRules;
import tidtam.rules.SamplePlan;

/** An agency's own rules beside the built-in ones, in one rule base. */
class AddedRulesTest {
    private static final Plan PLAN = SamplePlan.plan();
    private static final Evaluation BUILT_IN =
            evaluate(RuleBase.load(BuiltInRules.MODEL_INDEX, AddedRulesTest.class.getClassLoader()));

    /** A rule about a state, which the built-in rules derive. */
    private static final String MISSING = """
            package agency.rules

            import tidtam.facts.*

            rule "our-missing: an obligation is missing"
              @severity( INFO )
              @subject( measure )
              @needs( DUTY )
              @basis( "our own" )
              when
                ObligationState( state == State.MISSING, $measure : measure, $obligation : obligation )
              then
                insert( new Finding( "our-missing", $measure, $obligation.duty().statedIn(), Values.of( "due", $obligation.due() ) ) );
            end
            """;

    @Test
    void an_added_rule_sees_derived_states_and_the_built_in_rules_find_what_they_found() {
        Evaluation evaluation = evaluate(base(MISSING, finding -> {}));

        long missing = evaluation.obligations().stream()
                .filter(state -> state.state() == State.MISSING)
                .count();
        assertThat(missing).isPositive();
        assertThat(found(evaluation, "our-missing"))
                .hasSize((int) missing)
                .allSatisfy(one -> assertThat(one.severity()).isEqualTo(Severity.INFO));
        assertThat(evaluation.findings()).containsAll(BUILT_IN.findings());
        assertThat(evaluation.findings()).hasSize(BUILT_IN.findings().size() + (int) missing);
    }

    @Test
    void the_ledger_counts_it_as_any_rule_and_knows_whose_it_is() {
        Evaluation evaluation = evaluate(base(MISSING, finding -> {}));

        assertThat(evaluation.ledger().rules())
                .filteredOn(rule -> rule.origin() == RuleInfo.Origin.AGENCY)
                .extracting(RuleInfo::id, RuleInfo::basis)
                .containsExactly(tuple("our-missing", "our own"));
        assertThat(entries(evaluation, "our-missing")).hasSize(PLAN.measures().size());
        assertThat(entries(evaluation, "our-missing"))
                .extracting(Ledger.Entry::outcome)
                .contains(Outcome.FOUND, Outcome.PASSED)
                .doesNotContain(Outcome.ERROR);
        assertThat(evaluation.ledger().rules().stream().map(RuleInfo::id).toList())
                .isSorted();
    }

    @Test
    void an_added_rule_about_the_plan_finds_something_of_the_plan() {
        String rule = MISSING.replace("@subject( measure )", "@subject( plan )")
                .replace("@needs( DUTY )", "@needs( PLAN_READ )")
                .replaceAll("(?s)when.*then", "when exists PlanRead() then")
                .replaceAll("insert\\(.*", "insert( new Finding( \"our-missing\", Values.none() ) );");

        Evaluation evaluation = evaluate(base(rule, finding -> {}));

        assertThat(found(evaluation, "our-missing")).hasSize(1);
        assertThat(entries(evaluation, "our-missing"))
                .extracting(Ledger.Entry::outcome)
                .containsExactly(Outcome.FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException( \"our-missing\" );",
                "int[] none = {}; insert( new Finding( \"our-missing\", $measure, null, Values.of( \"n\", none[ 1 ] ) ) );",
                "Object own = \"our-missing\"; insert( own );",
                "insert( new Finding( \"our-missing\", Values.none() ) );",
                "insert( new Finding( \"our-missing\", new MeasureId( 999 ), $obligation.duty().statedIn(), Values.none() ) );",
                "insert( new Finding( \"deadline-blank\" + \"our-missing\".substring( 11 ), $measure, $obligation.duty().statedIn(), Values.none() ) );",
                "insert( new Finding( \"no-such-rule\" + \"our-missing\".substring( 11 ), $measure, $obligation.duty().statedIn(), Values.none() ) );",
                "String own = \"our-missing\"; delete( $state );",
                "String own = \"our-missing\"; update( $state );",
                "String own = \"our-missing\"; throw new StackOverflowError();",
            })
    void an_added_rule_that_breaks_off_or_does_more_than_find_is_an_error_and_the_others_are_as_before(String then) {
        String rule = MISSING.replace("ObligationState(", "$state : ObligationState(")
                .replaceAll("insert\\(.*", Matcher.quoteReplacement(then));

        Evaluation evaluation = evaluate(base(rule, finding -> {}));

        assertThat(entries(evaluation, "our-missing")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(entry.why().code()).isEqualTo(Reason.Code.BROKE);
        });
        assertThat(evaluation.findings()).isEqualTo(BUILT_IN.findings());
        assertThat(evaluation.ledger().totals().get(Outcome.PASSED))
                .isEqualTo(BUILT_IN.ledger().totals().get(Outcome.PASSED));
    }

    @Test
    void added_rules_that_break_off_only_beside_a_built_in_finding_are_errors_and_the_others_are_as_before() {
        String beside = MISSING.replace("when", "when\n    exists Finding( rule == \"quarterly-report-overdue\" )");
        String breaks = beside.replaceAll("insert\\(.*", "throw new IllegalStateException( \"our-missing\" );");
        String alone = breaks.replaceFirst("exists Finding.*", "");
        String other = alone.substring(alone.indexOf("rule \"")).replace("our-missing", "our-other");

        for (String rules : List.of(breaks, breaks + other)) {
            Evaluation evaluation = evaluate(base(rules, finding -> {}));

            assertThat(entries(evaluation, "our-missing"))
                    .isNotEmpty()
                    .extracting(Ledger.Entry::outcome)
                    .containsOnly(Outcome.ERROR);
            assertThat(evaluation.findings()).isEqualTo(BUILT_IN.findings());
            assertThat(evaluation.ledger().totals().get(Outcome.PASSED))
                    .isEqualTo(BUILT_IN.ledger().totals().get(Outcome.PASSED));
        }
        assertThat(found(evaluate(base(beside, finding -> {})), "our-missing")).isNotEmpty();
    }

    @Test
    void a_finding_that_cannot_be_said_is_an_error_of_its_rule() {
        Evaluation evaluation = evaluate(base(MISSING, finding -> {
            throw new IllegalStateException("no value link");
        }));

        assertThat(entries(evaluation, "our-missing"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.why().detail()).contains("no value link"));
        assertThat(evaluation.findings()).isEqualTo(BUILT_IN.findings());
    }

    @Test
    void a_value_of_another_type_than_the_built_in_rules_give_does_no_harm() {
        String rule = MISSING.replace(
                "Values.of( \"due\", $obligation.due() )",
                "Values.of( \"period\", \"x\" ).with( \"indicator\", \"y\" ).with( \"due\", 1 )");

        assertThat(found(evaluate(base(rule, finding -> {})), "our-missing")).isNotEmpty();
    }

    @Test
    void every_need_can_be_declared_also_where_the_table_lacks_its_column() {
        StringBuilder rules = new StringBuilder("package agency.rules\nimport tidtam.facts.*\n");
        for (RuleInfo.Subject subject : RuleInfo.Subject.values()) {
            for (Need need : Need.values()) {
                if (need.of(subject)) {
                    String id = "our-" + subject.name().toLowerCase(Locale.ROOT) + "-"
                            + need.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    rules.append("rule \"%s: x\" @severity( INFO ) @subject( %s ) @needs( %s ) @basis( x )"
                                    .formatted(id, subject.name().toLowerCase(Locale.ROOT), need))
                            .append(
                                    "\nwhen AsOf( date == null ) then insert( new Finding( \"%s\", Values.none() ) ); end\n"
                                            .formatted(id));
                }
            }
        }
        RuleBase base = base(rules.toString(), finding -> {});

        for (Plan plan : List.of(PLAN, withoutColumns())) {
            assertThat(evaluate(base, plan).ledger().entries())
                    .filteredOn(entry -> entry.rule().startsWith("our-"))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.outcome())
                            .as(entry.rule())
                            .isIn(Outcome.PASSED, Outcome.NOT_APPLICABLE, Outcome.NOT_EVALUABLE));
        }
    }

    private static Plan withoutColumns() {
        return new Plan(
                PLAN.title(),
                PLAN.measures().stream()
                        .map(planned -> new PlannedMeasure(
                                planned.measure(),
                                Map.of(),
                                planned.duties(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                        .toList(),
                PLAN.headings(),
                PLAN.records(),
                true);
    }

    private static RuleBase base(String rule, Consumer<Finding> sayable) {
        ClassLoader loader = AddedRulesTest.class.getClassLoader();
        TreeMap<String, String> files = new TreeMap<>();
        files.put("ours.drl", rule);
        try {
            return RuleBase.load(
                    BuiltInRules.MODEL_INDEX, loader, AddedRules.compile(files, Set.of(), loader), sayable);
        } catch (RuleFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static Evaluation evaluate(RuleBase base) {
        return evaluate(base, PLAN);
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

    private static List<ReportedFinding> found(Evaluation evaluation, String rule) {
        return evaluation.findings().stream()
                .filter(one -> one.finding().rule().equals(rule))
                .toList();
    }

    private static List<Ledger.Entry> entries(Evaluation evaluation, String rule) {
        return evaluation.ledger().entries().stream()
                .filter(entry -> entry.rule().equals(rule))
                .toList();
    }
}
