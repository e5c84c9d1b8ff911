package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.facts.Outcome.NOT_APPLICABLE;
import static tidtam.facts.Outcome.NOT_EVALUABLE;
import static tidtam.facts.Outcome.PASSED;
import static tidtam.rules.RuleCheck.rule;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Status;
import tidtam.facts.Tool;

/** What must not be shown as passed, because something it needs is missing. */
class LedgerTest {
    private static final Limits APRIL = Limits.none().withMonths(new TreeSet<>(Set.of(4)));
    private static final Limits FIFTEEN_DAYS = Limits.none().withDays(15, false);

    private static Given.Row measure() {
        return new Given().measure();
    }

    @Test
    void an_empty_action_waits_for_its_obligation_although_the_round_has_ended() {
        rule("completion-blank")
                .given("2023-04-15", measure().owes(Kind.SEMIANNUAL, APRIL).is(Status.EMPTY))
                .findsNothing(NOT_APPLICABLE);
        rule("completion-blank")
                .given(
                        "2023-04-15",
                        measure().owes(Kind.SEMIANNUAL, APRIL).says("-").is(Status.NOT_APPLICABLE))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void a_dash_beside_a_deadline_that_was_not_understood_is_not_evaluated() {
        Given.Row row = measure().deadline("ปีละ ๓ ครั้ง").says("-").is(Status.NOT_APPLICABLE);
        for (String id : new String[] {"completion-blank", "completion-date-missing", "publication-not-evidenced"}) {
            RuleCheck.Result result = rule(id).given("2023-04-30", row.mustBePublished());
            result.findsNothing(NOT_EVALUABLE);
            assertThat(result.why()).isEqualTo("SAID_BY deadline-not-understood");
        }
    }

    @Test
    void an_impossible_date_leaves_a_missing_date_and_a_claim_not_evaluated() {
        Given.Row undated = measure()
                .owes(Kind.QUARTERLY)
                .impossible("31 ก.พ. 2566", Optional.empty())
                .is(Status.DONE_UNDATED);
        assertThat(rule("completion-date-missing").given("2023-04-30", undated).why())
                .isEqualTo("SAID_BY date-impossible");
        Given.Row claimed = measure()
                .owes(Kind.MONTHLY)
                .impossible("ทุกเดือน ล่าสุด 31 ก.พ. 2566", Optional.empty())
                .claims(Kind.MONTHLY);
        assertThat(rule("claim-without-dates").given("2023-04-30", claimed).why())
                .isEqualTo("SAID_BY date-impossible");
    }

    @Test
    void a_claim_of_which_no_period_has_fallen_due_has_not_passed() {
        Given.Row row = measure()
                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                .done("2022-10-10")
                .reported("2022-10-20")
                .claims(Kind.QUARTERLY);
        rule("claim-without-dates").given("2022-12-01", row).findsNothing(NOT_APPLICABLE);
        rule("claim-without-dates").given("2023-01-15", row).findsNothing(PASSED);
    }

    @Test
    void nothing_is_said_to_stand_once_in_a_plan_that_was_not_read_to_its_end() {
        Given plan = measure().says("ทำแล้ว").is(Status.DONE_UNDATED).plan().incomplete();
        rule("measure-duplicated").given("2023-04-30", plan).findsNothing(NOT_EVALUABLE);
        rule("same-text-repeated").given("2023-04-30", plan).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void indicators_are_not_held_against_a_plan_that_states_none_of_the_framework() {
        Given plan = new Given();
        IndicatorHeading ninth = plan.heading(Tool.IIT, 9, "");
        plan.measure().under(ninth);
        rule("indicator-missing").given("2023-04-30", plan).findsNothing(NOT_APPLICABLE);
    }

    @Test
    void a_duty_that_cannot_be_counted_is_neither_late_nor_soon_nor_in_time() {
        Given.Row row = measure()
                .owes(Kind.QUARTERLY)
                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                .is(Status.IN_PROGRESS);
        RuleCheck.Result result = rule("due-soon").given("2022-10-15", row);
        result.findsNothing(NOT_EVALUABLE);
        assertThat(result.why()).isEqualTo("NOT_COUNTED NO_EVENT_DATE");
    }
}
