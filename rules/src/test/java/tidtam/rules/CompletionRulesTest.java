package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.facts.Outcome.NOT_APPLICABLE;
import static tidtam.facts.Outcome.NOT_EVALUABLE;
import static tidtam.facts.Outcome.PASSED;
import static tidtam.rules.RuleCheck.rule;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Precision;
import tidtam.facts.Severity;
import tidtam.facts.Status;

class CompletionRulesTest {
    private static final String BOTH_QUARTERS = "periods=[2022-10-01..2022-12-31,2023-01-01..2023-03-31]";

    private static Given.Row measure() {
        return new Given().measure();
    }

    @Test
    void reports_a_date_left_blank_and_lists_the_quarters() {
        rule("completion-date-blank")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).is(Status.BLANK_PLACEHOLDER))
                .finds(BOTH_QUARTERS);
    }

    @Test
    void accepts_a_date_that_was_filled_in() {
        rule("completion-date-blank")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void a_blank_date_is_said_even_before_anything_is_due() {
        rule("completion-date-blank")
                .given("2022-10-02", measure().owes(Kind.QUARTERLY).is(Status.BLANK_PLACEHOLDER))
                .finds("periods=[] variant=alone");
    }

    @Test
    void reports_an_empty_action_once_a_quarter_has_fallen_due() {
        rule("completion-blank")
                .given("2023-01-01", measure().owes(Kind.QUARTERLY).is(Status.EMPTY))
                .finds("periods=[2022-10-01..2022-12-31]");
    }

    @Test
    void accepts_an_empty_action_while_nothing_has_fallen_due() {
        rule("completion-blank")
                .given("2022-12-31", measure().owes(Kind.QUARTERLY).is(Status.EMPTY))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void where_nothing_has_a_due_date_an_empty_action_is_reported_after_the_round() {
        Given.Row row = measure().owes(Kind.CONTINUOUS).is(Status.EMPTY);
        rule("completion-blank").given("2023-03-31", row).findsNothing(NOT_APPLICABLE);
        rule("completion-blank").given("2023-04-01", row).finds("periods=[] variant=alone");
    }

    @Test
    void a_dash_needs_a_reason_where_there_is_a_duty() {
        rule("completion-blank")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).says("-").is(Status.NOT_APPLICABLE))
                .finds(BOTH_QUARTERS);
        rule("completion-blank")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).notApplicableBecause("ไม่มีเรื่องร้องเรียน"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_what_is_not_done_after_its_due_date() {
        rule("completion-not-done")
                .given("2023-01-05", measure().owes(Kind.QUARTERLY).is(Status.IN_PROGRESS))
                .finds("periods=[2022-10-01..2022-12-31] status=IN_PROGRESS");
    }

    @Test
    void accepts_what_is_in_progress_before_its_due_date() {
        rule("completion-not-done")
                .given("2022-12-05", measure().owes(Kind.QUARTERLY).is(Status.IN_PROGRESS))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void reports_done_without_a_date() {
        rule("completion-date-missing")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).is(Status.DONE_UNDATED))
                .finds(BOTH_QUARTERS);
    }

    @Test
    void accepts_done_with_a_date() {
        rule("completion-date-missing")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2022-12-30"))
                .findsNothing(PASSED);
    }

    @Test
    void done_without_a_date_waits_until_something_is_due_or_the_round_has_ended() {
        Given.Row row = measure().owes(Kind.CONTINUOUS).is(Status.DONE_UNDATED);
        rule("completion-date-missing").given("2023-03-31", row).findsNothing(NOT_APPLICABLE);
        rule("completion-date-missing").given("2023-04-01", row).finds("periods=[] variant=alone");
    }

    @Test
    void reports_a_claim_and_the_periods_of_the_duty_it_leaves_open() {
        rule("claim-without-dates")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).claims(Kind.MONTHLY))
                .finds(BOTH_QUARTERS);
    }

    @Test
    void reports_only_the_period_that_a_date_does_not_support() {
        rule("claim-without-dates")
                .given(
                        "2023-04-30",
                        measure().owes(Kind.QUARTERLY).done("2022-11-20").claims(Kind.QUARTERLY))
                .finds("periods=[2023-01-01..2023-03-31]");
    }

    @Test
    void accepts_a_claim_whose_periods_are_all_dated() {
        rule("claim-without-dates")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.QUARTERLY)
                                .done("2022-11-20")
                                .done("2023-02-20")
                                .claims(Kind.QUARTERLY))
                .findsNothing(PASSED);
    }

    @Test
    void a_claim_of_another_cadence_lists_its_own_periods() {
        rule("claim-without-dates")
                .given(
                        "2022-11-05",
                        measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .claims(Kind.EVERY_N_DAYS, Limits.none().withDays(15, false)))
                .finds("periods=[2022-10-01..2022-10-15,2022-10-16..2022-10-30]");
    }

    @Test
    void a_claim_that_is_too_rare_still_says_the_months_once() {
        Given.Row row = measure().owes(Kind.MONTHLY).claims(Kind.QUARTERLY);
        rule("claim-without-dates").given("2022-11-15", row).finds("periods=[2022-10-01..2022-10-31]");
        rule("monthly-report-overdue").given("2022-11-15", row).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void what_is_only_always_is_not_evaluable_without_a_claim() {
        RuleCheck.Result result = rule("claim-without-dates")
                .given("2023-04-30", measure().owes(Kind.CONTINUOUS).is(Status.DONE_UNDATED));
        result.findsNothing(NOT_EVALUABLE);
        assertThat(result.why()).isEqualTo("NO_PERIODS CONTINUOUS");
    }

    @Test
    void says_a_year_of_five_digits_is_impossible_and_never_counts_it() {
        Given.Row row = measure().owes(Kind.QUARTERLY).impossible("๑๕ มีนาคม ๒๕๖๕๖", Optional.empty());
        rule("date-impossible").given("2023-04-30", row).finds("text=๑๕ มีนาคม ๒๕๖๕๖");
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(NOT_EVALUABLE);
        rule("completion-date-missing").given("2023-04-30", row).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void an_impossible_date_stays_an_error_even_where_it_is_guessed() {
        assertThat(rule("date-impossible")
                        .given("2023-04-30", measure().guessed().impossible("๓๑ กุมภาพันธ์ ๒๕๖๖", Optional.empty()))
                        .reported())
                .singleElement()
                .extracting(one -> one.severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void an_impossible_date_in_the_deadline_says_nothing_of_the_completion() {
        Given.Row row =
                measure().impossibleDeadline("๓๑ เมษายน").owes(Kind.QUARTERLY).is(Status.DONE_UNDATED);
        rule("date-impossible").given("2023-04-30", row).finds("text=๓๑ เมษายน");
        rule("completion-date-missing").given("2023-04-30", row).finds(BOTH_QUARTERS);
    }

    @Test
    void accepts_a_date_that_can_be() {
        rule("date-impossible")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2023-02-28"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_completion_dated_after_the_as_of_date() {
        rule("date-in-future").given("2023-01-09", measure().done("2023-01-10")).finds("date=2023-01-10");
    }

    @Test
    void accepts_a_completion_dated_on_the_as_of_date() {
        rule("date-in-future").given("2023-01-10", measure().done("2023-01-10")).findsNothing(PASSED);
    }

    @Test
    void a_month_that_has_begun_is_not_in_the_future() {
        rule("date-in-future")
                .given("2023-01-10", measure().done("2023-01-01", "2023-01-31", Precision.MONTH, false))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_date_outside_the_round_and_every_window() {
        rule("date-outside-round")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2022-09-30"))
                .finds("date=2022-09-30");
    }

    @Test
    void accepts_a_date_after_the_round_in_the_window_of_its_duty() {
        Limits months = Limits.none().withMonths(new TreeSet<>(List.of(4, 10)));
        rule("date-outside-round")
                .given("2023-04-30", measure().owes(Kind.SEMIANNUAL, months).done("2023-04-04"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_completion_dated_on_a_sunday() {
        rule("dated-on-holiday")
                .given("2023-04-30", measure().done("2023-01-15"))
                .finds("date=2023-01-15 dayOff=SUNDAY");
    }
}
