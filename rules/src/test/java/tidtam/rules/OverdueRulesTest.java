package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.facts.Outcome.NOT_APPLICABLE;
import static tidtam.facts.Outcome.NOT_EVALUABLE;
import static tidtam.facts.Outcome.PASSED;
import static tidtam.rules.RuleCheck.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Precision;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.facts.Status;

class OverdueRulesTest {
    private static Given.Row measure() {
        return new Given().measure();
    }

    @Test
    void reports_a_month_without_a_dated_report() {
        rule("monthly-report-overdue")
                .given("2022-12-05", measure().owes(Kind.MONTHLY).done("2022-10-31"))
                .finds("daysOverdue=5 due=2022-11-30 period=2022-11-01..2022-11-30");
    }

    @Test
    void accepts_months_that_were_all_reported_on_their_last_day() {
        rule("monthly-report-overdue")
                .given(
                        "2022-12-05",
                        measure().owes(Kind.MONTHLY).done("2022-10-31").done("2022-11-30"))
                .findsNothing(PASSED);
    }

    @Test
    void accepts_a_month_reported_by_the_named_day_of_the_next_month() {
        Limits tenth = Limits.none().withDay(10);
        rule("monthly-report-overdue")
                .given("2022-11-11", measure().owes(Kind.MONTHLY, tenth).done("2022-11-10"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_month_whose_named_day_has_passed() {
        Limits tenth = Limits.none().withDay(10);
        rule("monthly-report-overdue")
                .given("2022-12-11", measure().owes(Kind.MONTHLY, tenth).done("2022-11-10"))
                .finds("daysOverdue=1 due=2022-12-10 period=2022-11-01..2022-11-30");
    }

    @Test
    void reports_a_quarter_without_a_dated_report() {
        rule("quarterly-report-overdue")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2022-10-15"))
                .finds("daysOverdue=30 due=2023-03-31 period=2023-01-01..2023-03-31");
    }

    @Test
    void accepts_a_quarter_reported_on_its_last_day() {
        rule("quarterly-report-overdue")
                .given(
                        "2023-04-30",
                        measure().owes(Kind.QUARTERLY).done("2022-12-31").done("2023-03-31"))
                .findsNothing(PASSED);
    }

    @Test
    void does_not_accuse_on_the_due_date_itself() {
        rule("quarterly-report-overdue")
                .given("2022-12-31", measure().owes(Kind.QUARTERLY).done("2022-09-30"))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void a_report_of_the_second_quarter_does_not_serve_the_first() {
        rule("quarterly-report-overdue")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2023-01-10"))
                .finds("daysOverdue=120 due=2022-12-31 period=2022-10-01..2022-12-31");
    }

    @Test
    void a_completion_that_says_it_once_leaves_the_quarter_not_evaluated() {
        RuleCheck.Result result = rule("quarterly-report-overdue")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).is(Status.DONE_UNDATED));
        result.findsNothing(NOT_EVALUABLE);
        assertThat(result.why()).isEqualTo("SAID_BY completion-date-missing");
    }

    @Test
    void an_overdue_finding_that_rests_on_a_guess_is_a_warning() {
        assertThat(rule("quarterly-report-overdue")
                        .given(
                                "2023-01-15",
                                measure().guessed().owes(Kind.QUARTERLY).done("2022-09-01"))
                        .reported())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.severity()).isEqualTo(Severity.WARNING);
                    assertThat(one.finding().guessed()).isTrue();
                });
    }

    @Test
    void reports_a_half_year_whose_named_month_has_passed() {
        Limits months = Limits.none().withMonths(new TreeSet<>(List.of(4, 10)));
        rule("six-month-report-overdue")
                .given("2023-05-01", measure().owes(Kind.SEMIANNUAL, months).done("2023-03-28"))
                .finds("daysOverdue=1 due=2023-04-30 period=2022-10-01..2023-03-31");
    }

    @Test
    void accepts_a_report_in_the_month_named_after_the_half_year() {
        Limits months = Limits.none().withMonths(new TreeSet<>(List.of(4, 10)));
        rule("six-month-report-overdue")
                .given("2023-05-01", measure().owes(Kind.SEMIANNUAL, months).done("2023-04-04"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_an_evaluation_round_without_a_dated_report() {
        rule("six-month-report-overdue")
                .given("2023-04-01", measure().owes(Kind.EVERY_EVALUATION_ROUND).done("2022-09-01"))
                .finds("daysOverdue=1 due=2023-03-31 period=2022-10-01..2023-03-31");
    }

    @Test
    void reports_a_year_whose_closing_month_has_passed() {
        Limits december = Limits.none().withMonths(new TreeSet<>(List.of(12)));
        rule("annual-report-overdue")
                .given("2023-01-31", measure().owes(Kind.ANNUAL, december).done("2021-12-31"))
                .finds("daysOverdue=31 due=2022-12-31 period=2022-01-01..2022-12-31");
    }

    @Test
    void accepts_a_year_reported_in_its_closing_month() {
        Limits december = Limits.none().withMonths(new TreeSet<>(List.of(12)));
        rule("annual-report-overdue")
                .given("2023-01-31", measure().owes(Kind.ANNUAL, december).done("2022-12-31"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_an_event_without_a_report_of_its_own() {
        rule("within-days-report-overdue")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .done("2023-03-20", "2023-03-24", Precision.DAY, false))
                .finds("daysOverdue=22 due=2023-04-08 period=2023-03-24..2023-04-08");
    }

    @Test
    void accepts_an_event_reported_on_the_last_of_its_days() {
        rule("within-days-report-overdue")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .done("2023-03-24")
                                .reported("2023-04-08"))
                .findsNothing(PASSED);
    }

    @Test
    void counts_working_days_over_a_weekend_and_says_that_holidays_are_unknown() {
        assertThat(rule("within-days-report-overdue")
                        .given(
                                "2023-02-01",
                                measure()
                                        .owes(Kind.WITHIN_DAYS, Limits.none().withDays(3, true))
                                        .done("2023-01-19"))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.values().find("due")).contains(LocalDate.parse("2023-01-24"));
                    assertThat(finding.guessed()).isTrue();
                });
    }

    @Test
    void a_single_date_is_the_event_and_also_serves_the_periodic_duty() {
        Given.Row row = measure()
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(1, false))
                .owes(Kind.MONTHLY)
                .done("2022-10-20");
        rule("monthly-report-overdue").given("2022-11-02", row).findsNothing(PASSED);
        rule("within-days-report-overdue")
                .given("2022-11-02", row)
                .finds("daysOverdue=12 due=2022-10-21 period=2022-10-20..2022-10-21");
    }

    @Test
    void reports_a_whole_window_of_days_without_a_report() {
        rule("every-n-days-report-overdue")
                .given(
                        "2022-11-01",
                        measure()
                                .owes(Kind.EVERY_N_DAYS, Limits.none().withDays(15, false))
                                .done("2022-10-15"))
                .finds("daysOverdue=2 due=2022-10-30 period=2022-10-16..2022-10-30");
    }

    @Test
    void accepts_windows_that_were_all_reported() {
        rule("every-n-days-report-overdue")
                .given(
                        "2022-11-01",
                        measure()
                                .owes(Kind.EVERY_N_DAYS, Limits.none().withDays(15, false))
                                .done("2022-10-15")
                                .done("2022-10-16"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_fixed_date_that_has_passed() {
        rule("fixed-date-overdue")
                .given(
                        "2023-01-10",
                        measure()
                                .owes(Kind.BY_FIXED_DATE, Limits.none().withDate(LocalDate.parse("2023-01-05")))
                                .done("2021-06-01"))
                .finds("daysOverdue=5 due=2023-01-05 period=2022-10-01..2023-01-05");
    }

    @Test
    void accepts_what_was_done_by_the_fixed_date() {
        rule("fixed-date-overdue")
                .given(
                        "2023-01-10",
                        measure()
                                .owes(Kind.BY_FIXED_DATE, Limits.none().withDate(LocalDate.parse("2023-01-05")))
                                .done("2023-01-05"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_the_fiscal_year_end_once_it_has_passed() {
        rule("fixed-date-overdue")
                .in(new Round(2566, 2))
                .given("2023-10-01", measure().owes(Kind.FISCAL_YEAR_END).done("2022-09-01"))
                .finds("daysOverdue=1 due=2023-09-30 period=2022-10-01..2023-09-30");
    }
}
