package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.facts.Outcome.FOUND;
import static tidtam.facts.Outcome.NOT_APPLICABLE;
import static tidtam.facts.Outcome.NOT_EVALUABLE;
import static tidtam.facts.Outcome.PASSED;
import static tidtam.rules.RuleCheck.rule;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.Column;
import tidtam.facts.DivisionFault;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Status;

/** The sheets an office keeps beside its measures: the report log, the structured columns, the list of divisions. */
class LogRulesTest {
    private static final Limits FIFTEEN_DAYS = Limits.none().withDays(15, false);

    private static Given.Row measure() {
        return new Given().measure();
    }

    @Test
    void reports_a_row_that_names_no_measure() {
        rule("log-measure-blank")
                .given("2023-04-30", measure().plan().log("").on("2023-01-10"))
                .finds("date=2023-01-10 variant=dated");
        rule("log-measure-blank")
                .given("2023-04-30", measure().plan().log("\u00a0"))
                .finds("");
    }

    @Test
    void accepts_a_row_that_names_its_measure() {
        rule("log-measure-blank")
                .given("2023-04-30", measure().logged("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_row_about_a_measure_that_is_not_in_the_plan() {
        rule("log-measure-unknown")
                .given("2023-04-30", measure().plan().log("E99").on("2023-01-10"))
                .finds("name=E99");
    }

    @Test
    void says_which_measures_a_row_may_mean() {
        rule("log-measure-unknown")
                .given(
                        "2023-04-30",
                        measure().item("E2").measure().item("E2").plan().log("e๒"))
                .finds("cells=[มาตรการ!A12,มาตรการ!A13] name=e๒ variant=several");
    }

    @Test
    void accepts_a_row_about_a_measure_of_the_plan() {
        rule("log-measure-unknown")
                .given("2023-04-30", measure().logged("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void no_measure_is_unknown_to_a_plan_that_was_not_read_to_its_end() {
        rule("log-measure-unknown")
                .given("2023-04-30", measure().plan().incomplete().log("E99"))
                .findsNothing(NOT_EVALUABLE);
    }

    @Test
    void without_a_log_its_rules_do_not_apply() {
        for (String id : new String[] {"log-measure-blank", "log-date-missing", "log-entry-unmatched"}) {
            RuleCheck.Result result =
                    rule(id).given("2023-04-30", measure().owes(Kind.QUARTERLY).done("2023-01-10"));
            result.findsNothing(NOT_APPLICABLE);
            assertThat(result.why()).isEqualTo("NOTHING_TO_CHECK LOG");
        }
    }

    @Test
    void reports_a_row_that_does_not_say_when() {
        rule("log-date-missing").given("2023-04-30", measure().logged()).finds("");
    }

    @Test
    void accepts_a_row_that_says_when() {
        rule("log-date-missing")
                .given("2023-04-30", measure().logged("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void an_event_that_waits_for_its_report_is_no_row_without_a_date() {
        Given.Logged row =
                measure().owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS).logged().event("2023-03-20");
        rule("log-date-missing").given("2023-03-25", row).findsNothing(PASSED);
        rule("completion-blank").given("2023-04-05", row).finds("periods=[2023-03-20..2023-04-04]");
    }

    @Test
    void reports_text_that_is_no_date() {
        rule("log-date-not-understood")
                .given("2023-04-30", measure().logged().notUnderstood("เร็ว ๆ นี้"))
                .finds("text=เร็ว ๆ นี้");
        rule("log-date-missing")
                .given("2023-04-30", measure().logged().notUnderstood("เร็ว ๆ นี้"))
                .findsNothing(PASSED);
    }

    @Test
    void text_that_is_no_date_is_not_lost_where_no_measure_is_named() {
        RuleCheck.Result result = rule("log-date-not-understood")
                .given("2023-04-30", measure().plan().log("").notUnderstood("เร็ว ๆ นี้"));
        result.finds("text=เร็ว ๆ นี้");
        assertThat(result.evaluation().ledger().entries())
                .filteredOn(entry -> entry.rule().equals("log-date-not-understood")
                        && entry.measure().isEmpty())
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo(FOUND));
    }

    @Test
    void accepts_dates_that_were_understood() {
        rule("log-date-not-understood")
                .given("2023-04-30", measure().logged("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_report_and_an_event_of_a_later_day() {
        rule("log-date-in-future")
                .given("2023-01-09", measure().logged("2023-01-10"))
                .finds("date=2023-01-10");
        rule("log-date-in-future")
                .given("2023-01-09", measure().logged("2023-01-08").event("2023-01-20"))
                .finds("date=2023-01-20");
    }

    @Test
    void accepts_a_report_of_the_as_of_date() {
        rule("log-date-in-future")
                .given("2023-01-10", measure().logged("2023-01-10"))
                .findsNothing(PASSED);
    }

    @Test
    void a_date_in_the_future_that_was_guessed_is_a_warning() {
        assertThat(rule("log-date-in-future")
                        .given("2023-01-09", measure().logged().guessed().on("2023-01-10"))
                        .reported())
                .singleElement()
                .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void reports_the_same_report_logged_twice_and_counts_it_once() {
        Given.Logged row =
                measure().owes(Kind.QUARTERLY).logged("2023-01-10").again().on("2023-01-10");
        rule("log-entry-duplicated")
                .given("2023-04-30", row)
                .finds("cells=[บันทึกการรายงาน!D2,บันทึกการรายงาน!D3] date=2023-01-10");
        rule("quarterly-report-overdue")
                .given("2023-04-30", row)
                .finds("daysOverdue=120 due=2022-12-31 period=2022-10-01..2022-12-31");
        rule("log-entry-unmatched").given("2023-04-30", row).findsNothing(PASSED);
    }

    @Test
    void accepts_the_reports_of_two_divisions_about_one_period() {
        for (String second : new String[] {"2023-01-10", "2023-01-12"}) {
            Given.Logged row = measure()
                    .owes(Kind.QUARTERLY)
                    .logged("2023-01-10")
                    .ofPeriod("2022-10-01", "2022-12-31")
                    .by("กองคลัง")
                    .again()
                    .on(second)
                    .ofPeriod("2022-10-01", "2022-12-31")
                    .by("กองช่าง");
            rule("log-entry-duplicated").given("2023-03-30", row).findsNothing(PASSED);
            rule("log-entry-unmatched").given("2023-03-30", row).findsNothing(PASSED);
        }
    }

    @Test
    void the_report_of_an_event_after_the_round_serves_no_event_within_it() {
        Given.Logged row = measure()
                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                .logged()
                .event("2023-03-25")
                .again()
                .event("2023-04-02")
                .on("2023-04-05");
        rule("within-days-report-overdue")
                .given("2023-04-30", row)
                .finds("daysOverdue=21 due=2023-04-09 period=2023-03-25..2023-04-09");
    }

    @Test
    void accepts_two_reports_of_one_day_about_different_periods() {
        Given.Logged row = measure()
                .owes(Kind.QUARTERLY)
                .logged("2023-01-10")
                .ofPeriod("2022-10-01", "2022-12-31")
                .again()
                .on("2023-01-10")
                .ofPeriod("2023-01-01", "2023-03-31");
        rule("log-entry-duplicated").given("2023-04-30", row).findsNothing(PASSED);
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(PASSED);
    }

    @Test
    void reports_a_row_that_serves_no_period_of_the_round() {
        Given.Logged row = measure()
                .owes(Kind.QUARTERLY)
                .logged("2022-12-20")
                .again()
                .on("2022-12-27")
                .ofPeriod("2022-10-01", "2022-12-31")
                .again()
                .on("2022-12-28")
                .ofPeriod("2022-10-01", "2022-12-31");
        rule("log-entry-unmatched").given("2022-12-31", row).findsAll("date=2022-12-20", "date=2022-12-28");
    }

    @Test
    void accepts_rows_that_each_serve_a_period() {
        Given.Logged row =
                measure().owes(Kind.QUARTERLY).logged("2022-12-20").again().on("2023-01-20");
        rule("log-entry-unmatched").given("2023-04-30", row).findsNothing(PASSED);
    }

    @Test
    void a_row_about_another_round_is_no_finding() {
        Given.Logged row = measure()
                .owes(Kind.QUARTERLY)
                .logged("2022-09-20")
                .again()
                .on("2022-10-20")
                .ofPeriod("2022-07-01", "2022-09-30")
                .again()
                .on("2023-02-01")
                .ofPeriod("2023-04-01", "2023-06-30")
                .again()
                .on("2023-04-20");
        rule("log-entry-unmatched").given("2023-04-19", row).findsNothing(PASSED);
    }

    @Test
    void reports_a_row_whose_year_is_probably_mistyped() {
        Given.Logged row = measure()
                .owes(Kind.QUARTERLY)
                .logged("2022-12-30")
                .ofPeriod("2021-10-01", "2021-12-31")
                .again()
                .on("2022-12-29")
                .ofPeriod("2023-10-01", "2023-12-31")
                .again()
                .on("2013-03-30");
        rule("log-entry-unmatched")
                .given("2023-04-30", row)
                .findsAll("date=2022-12-30", "date=2022-12-29", "date=2013-03-30");
    }

    @Test
    void where_a_duty_has_no_periods_a_row_may_be_about_that_one() {
        Given.Logged row = measure()
                .owes(Kind.WEEKLY)
                .owes(Kind.QUARTERLY)
                .logged("2022-12-20")
                .again()
                .on("2022-12-27");
        rule("log-entry-unmatched").given("2022-12-31", row).findsNothing(PASSED);
    }

    @Test
    void reports_a_structured_column_that_contradicts_the_text() {
        rule("structured-contradicts-text")
                .given(
                        "2023-04-30",
                        measure()
                                .deadline("ทุกไตรมาส")
                                .owes(Kind.MONTHLY)
                                .contradicting(Column.CADENCE, "รายเดือน", Column.DEADLINE))
                .finds("column=CADENCE entered=รายเดือน statedIn=มาตรการ!D12 text=ทุกไตรมาส");
    }

    @Test
    void accepts_a_structured_column_that_agrees_with_the_text() {
        rule("structured-contradicts-text")
                .given("2023-04-30", measure().owes(Kind.MONTHLY).entered(Column.CADENCE, "รายเดือน"))
                .findsNothing(PASSED);
        rule("structured-contradicts-text")
                .given("2023-04-30", measure().owes(Kind.MONTHLY).entered(Column.CADENCE, ""))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void reports_a_division_that_stands_twice() {
        rule("division-duplicated")
                .given(
                        "2023-04-30",
                        new Given()
                                .listing("กองคลัง")
                                .divisionFault(DivisionFault.Code.REPEATED, "กองคลัง", "กองคลัง", "กอง คลัง"))
                .finds("cells=[หน่วยงาน!A2,หน่วยงาน!A3] name=กองคลัง");
    }

    @Test
    void accepts_divisions_that_stand_once() {
        rule("division-duplicated")
                .given("2023-04-30", new Given().listing("กองคลัง", "กองช่าง"))
                .findsNothing(PASSED);
        rule("division-duplicated").given("2023-04-30", new Given()).findsNothing(NOT_APPLICABLE);
    }

    @Test
    void reports_an_address_that_is_none() {
        rule("division-email-invalid")
                .given(
                        "2023-04-30",
                        new Given()
                                .listing("กองคลัง")
                                .divisionFault(DivisionFault.Code.ADDRESS_MALFORMED, "กองคลัง", "โทร 1234"))
                .finds("address=โทร 1234 name=กองคลัง");
        rule("division-email-invalid")
                .given(
                        "2023-04-30",
                        new Given()
                                .listing("กองคลัง")
                                .divisionFault(DivisionFault.Code.COPY_MALFORMED, "กองคลัง", "โทร 1234"))
                .finds("address=โทร 1234 name=กองคลัง variant=copy");
    }

    @Test
    void accepts_addresses_that_can_be_written_to() {
        rule("division-email-invalid")
                .given("2023-04-30", new Given().listing("กองคลัง"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_division_without_an_address() {
        rule("division-email-missing")
                .given(
                        "2023-04-30",
                        new Given()
                                .listing("กองคลัง", "กองช่าง")
                                .divisionFault(DivisionFault.Code.ADDRESS_MISSING, "กองช่าง", ""))
                .finds("name=กองช่าง");
    }

    @Test
    void accepts_an_address_that_is_none_as_one_to_correct() {
        rule("division-email-missing")
                .given(
                        "2023-04-30",
                        new Given()
                                .listing("กองคลัง")
                                .divisionFault(DivisionFault.Code.ADDRESS_MALFORMED, "กองคลัง", "โทร 1234"))
                .findsNothing(PASSED);
        rule("division-email-missing").given("2023-04-30", new Given()).findsNothing(NOT_APPLICABLE);
    }

    @Test
    void a_log_that_dates_a_measure_speaks_instead_of_its_action_column() {
        for (Status status : List.of(Status.EMPTY, Status.BLANK_PLACEHOLDER, Status.DONE_UNDATED, Status.NOT_DONE)) {
            Given plan = measure()
                    .owes(Kind.QUARTERLY)
                    .is(status)
                    .logged("2022-12-20")
                    .plan();
            List<String> found = rule("any").given("2023-04-30", plan).evaluation().findings().stream()
                    .map(one -> one.finding().rule())
                    .filter(id -> !id.startsWith("indicator"))
                    .toList();
            assertThat(found).as("%s", status).containsExactly("quarterly-report-overdue");
        }
    }

    @Test
    void a_log_that_was_not_read_accuses_no_one_and_lets_nothing_pass() {
        List<String> decided = List.of(
                "completion-blank",
                "completion-date-blank",
                "completion-date-missing",
                "completion-not-done",
                "claim-without-dates",
                "event-date-missing",
                "quarterly-report-overdue",
                "within-days-report-overdue",
                "publication-not-evidenced",
                "log-date-missing",
                "log-entry-unmatched");
        for (Status status : List.of(
                Status.EMPTY,
                Status.BLANK_PLACEHOLDER,
                Status.DONE_UNDATED,
                Status.NOT_DONE,
                Status.NOT_APPLICABLE,
                Status.RECURRING_CLAIM)) {
            Given.Row row = measure()
                    .owes(Kind.QUARTERLY)
                    .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                    .mustBePublished();
            if (status == Status.RECURRING_CLAIM) {
                row.claims(Kind.QUARTERLY);
            }
            Given plan = row.is(status).plan().withLogUnread();
            for (String id : decided) {
                RuleCheck.Result result = rule(id).given("2023-04-30", plan);
                assertThat(result.findings()).as("%s %s", status, id).isEmpty();
                assertThat(result.why()).as("%s %s", status, id).isEqualTo("NOT_READ");
            }
            assertThat(rule("any").given("2023-04-30", plan).evaluation().obligations())
                    .isNotEmpty()
                    .allSatisfy(judged -> assertThat(judged.state()).isEqualTo(State.NOT_EVALUABLE));
        }
    }

    @Test
    void a_measure_without_periods_is_not_accused_of_what_an_unread_log_may_say() {
        Given plan = measure().owes(Kind.CONTINUOUS).is(Status.EMPTY).plan();
        rule("completion-blank").given("2023-04-30", plan).finds("periods=[] variant=alone");
        rule("completion-blank").given("2023-04-30", plan.withLogUnread()).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void where_the_log_was_not_read_what_the_action_column_dates_still_counts() {
        Given plan = measure()
                .owes(Kind.QUARTERLY)
                .done("2022-12-30")
                .done("2023-04-05")
                .plan()
                .withLogUnread();
        rule("quarterly-report-overdue").given("2023-04-30", plan).findsNothing(PASSED);
        rule("report-late")
                .given("2023-04-30", plan)
                .finds("daysOverdue=0 due=2023-03-31 period=2023-01-01..2023-03-31 reportedOn=2023-04-05");
    }

    @Test
    void a_log_dated_after_the_as_of_date_leaves_the_action_column_as_it_is() {
        rule("completion-blank")
                .given(
                        "2023-01-05",
                        measure().owes(Kind.QUARTERLY).is(Status.EMPTY).logged("2023-01-06"))
                .finds("periods=[2022-10-01..2022-12-31]");
    }

    @Test
    void an_impossible_date_is_said_although_the_log_dates_the_measure() {
        Given.Logged row = measure()
                .owes(Kind.QUARTERLY)
                .impossible("31 ก.พ. 2566", Optional.empty())
                .logged("2022-12-20");
        rule("date-impossible").given("2023-04-30", row).finds("text=31 ก.พ. 2566");
        rule("quarterly-report-overdue")
                .given("2023-04-30", row)
                .finds("daysOverdue=30 due=2023-03-31 period=2023-01-01..2023-03-31");
    }

    @Test
    void a_claim_lists_what_the_log_leaves_open() {
        Given.Logged row = measure().owes(Kind.QUARTERLY).claims(Kind.QUARTERLY).logged("2022-12-20");
        rule("claim-without-dates").given("2023-04-30", row).finds("periods=[2023-01-01..2023-03-31]");
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void without_an_action_column_the_log_alone_is_evidence() {
        Given.Row row = measure().owes(Kind.QUARTERLY).withoutAction();
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(NOT_EVALUABLE);
        row.plan().keepingLog();
        rule("quarterly-report-overdue")
                .given("2023-04-30", row)
                .findsAll(
                        "daysOverdue=120 due=2022-12-31 period=2022-10-01..2022-12-31",
                        "daysOverdue=30 due=2023-03-31 period=2023-01-01..2023-03-31");
        row.logged("2022-12-20").again().on("2023-04-04");
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(PASSED);
        rule("report-late")
                .given("2023-04-30", row)
                .finds("daysOverdue=0 due=2023-03-31 period=2023-01-01..2023-03-31 reportedOn=2023-04-04");
    }

    @Test
    void a_row_that_states_its_period_serves_that_one_though_it_comes_late() {
        Given.Logged row = measure().owes(Kind.MONTHLY).logged("2022-11-03").ofPeriod("2022-10-01", "2022-10-31");
        rule("monthly-report-overdue")
                .given("2022-12-05", row)
                .finds("daysOverdue=5 due=2022-11-30 period=2022-11-01..2022-11-30");
        rule("report-late")
                .given("2022-12-05", row)
                .finds("daysOverdue=0 due=2022-10-31 period=2022-10-01..2022-10-31 reportedOn=2022-11-03");
    }

    @Test
    void a_row_may_serve_two_duties_unless_it_says_which() {
        Given.Row both = measure().owes(Kind.MONTHLY).owes(Kind.QUARTERLY);
        Given.Logged december = both.logged("2022-12-31");
        rule("quarterly-report-overdue").given("2023-01-05", december).findsNothing(PASSED);
        december.ofPeriod("2022-12-01", "2022-12-31");
        rule("quarterly-report-overdue")
                .given("2023-01-05", december)
                .finds("daysOverdue=5 due=2022-12-31 period=2022-10-01..2022-12-31");
    }

    @Test
    void a_date_in_the_action_column_and_in_the_log_is_one_report() {
        Given.Logged row = measure().owes(Kind.QUARTERLY).done("2023-01-10").logged("2023-01-10");
        rule("quarterly-report-overdue")
                .given("2023-04-30", row)
                .finds("daysOverdue=120 due=2022-12-31 period=2022-10-01..2022-12-31");
    }

    @Test
    void a_row_about_another_period_leaves_what_the_action_column_dates() {
        Given.Row row = measure().owes(Kind.QUARTERLY).done("2022-12-30").done("2023-03-30");
        rule("quarterly-report-overdue").given("2023-04-30", row).findsNothing(PASSED);
        rule("quarterly-report-overdue")
                .given("2023-04-30", row.logged("2022-12-30").ofPeriod("2023-01-01", "2023-03-31"))
                .findsNothing(PASSED);
    }

    @Test
    void a_date_that_the_log_has_for_its_very_period_is_one_report() {
        Given.Logged row = measure()
                .owes(Kind.MONTHLY)
                .done("2022-11-28")
                .logged("2022-11-28")
                .ofPeriod("2022-11-01", "2022-11-30");
        rule("monthly-report-overdue")
                .given("2022-12-01", row)
                .finds("daysOverdue=31 due=2022-10-31 period=2022-10-01..2022-10-31");
    }

    @Test
    void a_report_of_an_event_may_serve_a_periodic_duty_too() {
        Given.Row row = measure().owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS).owes(Kind.MONTHLY);
        Given.Logged october = row.logged("2022-10-30").event("2022-10-20");
        rule("monthly-report-overdue").given("2022-11-20", october).findsNothing(PASSED);
        rule("within-days-report-overdue").given("2022-11-20", october).findsNothing(PASSED);
        Given.Logged november = row.logged("2022-11-05").event("2022-10-25");
        rule("monthly-report-overdue").given("2022-12-20", november).findsNothing(PASSED);
    }

    @Test
    void a_row_with_an_event_is_the_report_of_that_event() {
        Given.Logged row = measure()
                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                .done("2022-11-20")
                .logged("2022-11-20")
                .event("2022-11-10")
                .again()
                .event("2022-12-01");
        rule("within-days-report-overdue")
                .given("2023-04-30", row)
                .finds("daysOverdue=135 due=2022-12-16 period=2022-12-01..2022-12-16");
    }

    @Test
    void an_event_of_another_round_is_no_gap_in_this_one() {
        Given.Logged row = measure()
                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                .is(Status.EMPTY)
                .logged("2022-09-10")
                .event("2022-09-01");
        rule("within-days-report-overdue").given("2023-04-30", row).findsNothing(NOT_APPLICABLE);
        rule("event-date-missing").given("2023-04-30", row).findsNothing(PASSED);
        rule("log-entry-unmatched").given("2023-04-30", row).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void a_log_without_an_event_leaves_nothing_to_count_from() {
        rule("event-date-missing")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.WITHIN_DAYS, FIFTEEN_DAYS)
                                .is(Status.EMPTY)
                                .logged("2022-11-20"))
                .finds("days=15");
    }

    @Test
    void the_channel_of_a_logged_report_is_evidence_of_publication() {
        Given.Row row = measure().mustBePublished().is(Status.DONE_UNDATED);
        rule("publication-not-evidenced").given("2023-04-30", row).finds("statedIn=มาตรการ!C12");
        rule("publication-not-evidenced")
                .given("2023-04-30", row.logged("2023-01-10").link("https://example.go.th"))
                .findsNothing(PASSED);
    }

    @Test
    void a_plan_that_starts_in_mid_year_owes_nothing_for_what_ended_before() {
        Given.Row row = measure().owes(Kind.QUARTERLY).is(Status.EMPTY);
        row.plan().startingOn("2023-01-01");
        rule("completion-blank").given("2023-04-30", row).finds("periods=[2023-01-01..2023-03-31]");
        row.plan().startingOn("2023-04-01");
        rule("completion-blank").given("2023-04-30", row).findsNothing(NOT_APPLICABLE);
    }

    @Test
    void the_agency_s_own_days_off_are_counted_with() {
        Given.Row row = measure()
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(1, true))
                .done("2023-01-18");
        rule("within-days-report-overdue")
                .given("2023-01-23", row)
                .finds("daysOverdue=4 due=2023-01-19 period=2023-01-18..2023-01-19");
        row.plan().holiday("2023-01-19", "วันหยุดของหน่วยงาน");
        rule("within-days-report-overdue")
                .given("2023-01-23", row)
                .finds("daysOverdue=3 due=2023-01-20 period=2023-01-18..2023-01-20");
    }

    @Test
    void what_the_log_leaves_unnamed_is_known_again_when_rows_move() {
        assertThat(fingerprints(measure().item("E2").measure().item("E2").plan().log("E2")))
                .isEqualTo(fingerprints(measure()
                        .measure()
                        .item("E2")
                        .measure()
                        .item("E2")
                        .plan()
                        .log("E2")));
    }

    private static List<String> fingerprints(Given.Logged row) {
        return rule("log-measure-unknown").given("2023-04-30", row).reported().stream()
                .map(ReportedFinding::fingerprint)
                .toList();
    }
}
