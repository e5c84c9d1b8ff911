package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.facts.Outcome.NOT_APPLICABLE;
import static tidtam.facts.Outcome.NOT_EVALUABLE;
import static tidtam.facts.Outcome.PASSED;
import static tidtam.rules.RuleCheck.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.HolidayRule;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.Channel;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Limits;
import tidtam.facts.Status;
import tidtam.facts.Tool;

class PlanRulesTest {
    private static final Holidays CHAKRI =
            new Holidays(Map.of(LocalDate.parse("2023-04-06"), "วันจักรี"), Set.of(2566), Set.of());

    private static Given.Row measure() {
        return new Given().measure();
    }

    private static Parameters holidays(HolidayRule rule) {
        return Parameters.of(BuiltInRules.limits()).with(rule).with(CHAKRI);
    }

    private static Parameters grace(int days) {
        List<Limit> limits = new ArrayList<>();
        BuiltInRules.limits().forEach(limit -> limits.add(new Limit(limit.kind(), days, limit.leadDays())));
        return Parameters.of(limits);
    }

    @Test
    void days_of_grace_that_end_on_a_day_off_end_on_the_next_working_day_where_the_agency_chose_so() {
        Given.Row row = measure().owes(Kind.MONTHLY).done("2022-10-31").done("2022-12-05");
        rule("monthly-report-overdue")
                .with(grace(3).with(HolidayRule.LAST_DAY_COUNTS).with(CHAKRI))
                .given("2022-12-20", row)
                .finds("daysOverdue=17 due=2022-12-03 period=2022-11-01..2022-11-30");
        RuleCheck.Result moved = rule("monthly-report-overdue")
                .with(grace(3).with(HolidayRule.NEXT_WORKING_DAY).with(CHAKRI))
                .given("2022-12-20", row);
        moved.findsNothing(PASSED);
        assertThat(moved.evaluation().obligations().get(1).due()).isEqualTo("2022-12-05");
    }

    @Test
    void names_the_holiday_once_the_table_has_the_year() {
        rule("dated-on-holiday")
                .with(holidays(HolidayRule.LAST_DAY_COUNTS))
                .given("2023-04-30", measure().done("2023-04-06"))
                .finds("date=2023-04-06 holiday=วันจักรี variant=holiday");
    }

    @Test
    void a_working_day_passes_only_where_the_table_has_the_year() {
        rule("dated-on-holiday")
                .with(holidays(HolidayRule.LAST_DAY_COUNTS))
                .given("2023-04-30", measure().done("2023-04-07"))
                .findsNothing(PASSED);
        rule("dated-on-holiday")
                .given("2023-04-30", measure().done("2023-04-07"))
                .findsNothing(NOT_EVALUABLE);
    }

    @Test
    void the_other_holiday_rule_moves_a_due_date_to_the_next_working_day() {
        Given.Row row = measure()
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(5, false))
                .done("2023-04-01");
        rule("within-days-report-overdue")
                .with(holidays(HolidayRule.LAST_DAY_COUNTS))
                .given("2023-04-07", row)
                .finds("daysOverdue=1 due=2023-04-06 period=2023-04-01..2023-04-06");
        rule("within-days-report-overdue")
                .with(holidays(HolidayRule.NEXT_WORKING_DAY))
                .given("2023-04-07", row)
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void reports_a_late_report() {
        rule("report-late")
                .given(
                        "2023-04-30",
                        measure().owes(Kind.QUARTERLY).done("2022-12-30").done("2023-04-04"))
                .finds("daysOverdue=0 due=2023-03-31 period=2023-01-01..2023-03-31 reportedOn=2023-04-04");
    }

    @Test
    void accepts_a_report_within_its_days_of_grace() {
        rule("report-late")
                .with(grace(5))
                .given(
                        "2023-04-30",
                        measure().owes(Kind.QUARTERLY).done("2022-12-30").done("2023-04-04"))
                .findsNothing(PASSED);
    }

    @Test
    void says_that_a_report_is_due_within_the_lead_time() {
        rule("due-soon")
                .given("2022-12-17", measure().owes(Kind.QUARTERLY).is(Status.EMPTY))
                .finds("daysOverdue=0 due=2022-12-31 period=2022-10-01..2022-12-31");
    }

    @Test
    void accepts_a_report_that_is_due_the_day_after_the_lead_time() {
        rule("due-soon")
                .given("2022-12-16", measure().owes(Kind.QUARTERLY).is(Status.EMPTY))
                .findsNothing(PASSED);
    }

    @Test
    void reports_an_event_duty_that_has_nothing_to_count_from() {
        Given.Row row = measure()
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                .is(Status.DONE_UNDATED);
        rule("event-date-missing").given("2023-03-31", row).finds("days=15");
        rule("event-date-missing").given("2023-04-01", row).findsNothing(NOT_EVALUABLE);
    }

    @Test
    void reports_an_event_duty_answered_by_a_claim_of_no_period() {
        rule("event-date-missing")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .claims(Kind.CONTINUOUS))
                .finds("days=15");
    }

    @Test
    void accepts_an_event_with_a_date() {
        rule("event-date-missing")
                .given(
                        "2023-04-30",
                        measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .done("2023-03-24"))
                .findsNothing(PASSED);
    }

    @Test
    void nothing_is_said_of_an_event_that_has_not_been_stated() {
        rule("event-date-missing")
                .given(
                        "2022-10-02",
                        measure().owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false)))
                .findsNothing(NOT_APPLICABLE);
    }

    @Test
    void reports_every_15_days_where_within_15_days_is_due() {
        rule("cadence-mismatch")
                .given(
                        "2023-04-30",
                        measure()
                                .deadline("ภายใน ๑๕ วัน")
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                                .claims(Kind.EVERY_N_DAYS, Limits.none().withDays(15, false)))
                .finds("claim=EVERY_N_DAYS claimDays=15 duties=[WITHIN_DAYS] dutyTexts=[ภายใน ๑๕ วัน] variant=days");
    }

    @Test
    void reports_a_quarterly_claim_where_a_monthly_report_is_due() {
        rule("cadence-mismatch")
                .given("2023-04-30", measure().owes(Kind.MONTHLY).claims(Kind.QUARTERLY))
                .finds("claim=QUARTERLY duties=[MONTHLY] dutyTexts=[รายงาน]");
    }

    @Test
    void accepts_a_claim_more_frequent_than_the_duty() {
        rule("cadence-mismatch")
                .given("2023-04-30", measure().owes(Kind.QUARTERLY).claims(Kind.MONTHLY))
                .findsNothing(PASSED);
    }

    @Test
    void reports_a_deadline_in_which_no_duty_could_be_read() {
        rule("deadline-not-understood")
                .given("2023-04-30", measure().deadline("ปีละ ๓ ครั้ง"))
                .finds("");
    }

    @Test
    void accepts_a_deadline_that_was_understood() {
        rule("deadline-not-understood")
                .given("2023-04-30", measure().owes(Kind.MONTHLY))
                .findsNothing(PASSED);
    }

    @Test
    void reports_an_empty_deadline_and_leaves_its_reading_not_evaluated() {
        rule("deadline-blank").given("2023-04-30", measure().deadline("\u00a0")).finds("");
        rule("deadline-not-understood")
                .given("2023-04-30", measure().deadline("\u00a0"))
                .findsNothing(NOT_EVALUABLE);
    }

    @Test
    void accepts_a_deadline_with_text() {
        rule("deadline-blank").given("2023-04-30", measure()).findsNothing(PASSED);
    }

    @Test
    void reports_that_no_one_is_responsible() {
        rule("responsible-blank").given("2023-04-30", measure().ownedBy(" ")).finds("");
    }

    @Test
    void accepts_that_someone_is_responsible() {
        rule("responsible-blank").given("2023-04-30", measure()).findsNothing(PASSED);
    }

    @Test
    void reports_a_division_that_is_not_listed() {
        rule("responsible-unknown")
                .given("2023-04-30", measure().names("กองทัพ", false).plan().listing("กองคลัง"))
                .finds("name=กองทัพ");
    }

    @Test
    void accepts_a_division_that_is_listed() {
        rule("responsible-unknown")
                .given("2023-04-30", measure().names("กองคลัง", true).plan().listing("กองคลัง"))
                .findsNothing(PASSED);
    }

    @Test
    void without_a_list_no_division_is_unknown() {
        rule("responsible-unknown")
                .given("2023-04-30", measure().names("กองทัพ", false))
                .findsNothing(NOT_EVALUABLE);
    }

    @Test
    void reports_a_publication_without_a_channel() {
        rule("publication-not-evidenced")
                .given("2023-04-30", measure().mustBePublished().done("2023-01-10"))
                .finds("statedIn=มาตรการ!C12");
    }

    @Test
    void accepts_a_publication_on_the_web_site() {
        rule("publication-not-evidenced")
                .given(
                        "2023-04-30",
                        measure().mustBePublished().done("2023-01-10").on(Channel.WEBSITE))
                .findsNothing(PASSED);
    }

    @Test
    void reports_an_item_that_stands_twice_once_with_both_cells_and_texts() {
        rule("measure-duplicated")
                .given(
                        "2023-04-30",
                        measure().item("E2").titled("ก").measure().item("E2").titled("ข"))
                .finds("cells=[มาตรการ!A12,มาตรการ!A13] name=E2 texts=[ก,ข]");
    }

    @Test
    void accepts_items_that_differ() {
        rule("measure-duplicated")
                .given("2023-04-30", measure().item("E2").measure().item("E3"))
                .findsNothing(PASSED);
    }

    @Test
    void reports_the_same_action_text_on_three_measures() {
        Given.Row row = measure().says("ทำแล้ว").is(Status.DONE_UNDATED);
        rule("same-text-repeated")
                .given(
                        "2023-04-30",
                        row.measure()
                                .says("ทำ แล้ว")
                                .is(Status.DONE_UNDATED)
                                .measure()
                                .says("ทำแล้ว")
                                .is(Status.DONE_UNDATED))
                .finds("cells=[มาตรการ!E12,มาตรการ!E13,มาตรการ!E14] count=3");
    }

    @Test
    void accepts_the_same_action_text_on_two_measures() {
        rule("same-text-repeated")
                .given(
                        "2023-04-30",
                        measure()
                                .says("ทำแล้ว")
                                .is(Status.DONE_UNDATED)
                                .measure()
                                .says("ทำแล้ว")
                                .is(Status.DONE_UNDATED))
                .findsNothing(PASSED);
    }

    @Test
    void reports_each_item_of_the_framework_that_is_absent() {
        Given plan = new Given();
        IntStream.rangeClosed(1, 15)
                .filter(n -> n != 4 && n != 9)
                .forEach(n -> plan.measure().item("E" + n));
        rule("item-missing").given("2023-04-30", plan).findsAll("indicator=6 item=E4", "indicator=7 item=E9");
    }

    @Test
    void accepts_a_plan_with_every_item() {
        Given plan = new Given();
        IntStream.rangeClosed(1, 15).forEach(n -> plan.measure().item("E" + n));
        rule("item-missing").given("2023-04-30", plan).findsNothing(PASSED);
    }

    @Test
    void a_plan_without_items_misses_none_and_an_unread_sheet_proves_nothing_absent() {
        rule("item-missing").given("2023-04-30", measure()).findsNothing(NOT_APPLICABLE);
        rule("item-missing")
                .given("2023-04-30", measure().item("E1").plan().incomplete())
                .findsNothing(NOT_EVALUABLE);
    }

    @Test
    void reports_indicators_whose_number_and_title_are_absent() {
        Given plan = new Given();
        for (int number : new int[] {1, 2, 4, 5}) {
            plan.measure().stating(Tool.IIT, number, "");
        }
        plan.measure().stating(Tool.EIT, 3, "คุณภาพการดำเนินงาน");
        plan.measure().stating(Tool.EIT, 7, "");
        plan.measure().item("E11");
        plan.measure().stating(Tool.OIT, 9, "").measure().stating(Tool.OIT, 10, "");
        rule("indicator-missing").given("2023-04-30", plan).finds("indicator=3 title=การใช้อำนาจ tool=IIT");
    }

    @Test
    void accepts_a_plan_with_every_indicator() {
        Given plan = new Given();
        RuleCheck.ITA
                .indicators()
                .forEach(indicator -> plan.measure().stating(indicator.tool(), indicator.number(), ""));
        rule("indicator-missing").given("2023-04-30", plan).findsNothing(PASSED);
    }

    @Test
    void reports_a_heading_number_of_another_tool_and_a_title_of_another_indicator() {
        Given plan = new Given();
        IndicatorHeading second = plan.heading(Tool.EIT, 2, "คุณภาพการดำเนินงาน");
        plan.measure().item("E1").under(second).measure().item("E6").under(second);
        IndicatorHeading seventh = plan.heading(Tool.EIT, 7, "คุณภาพการดาเนินงาน");
        plan.measure().item("E7").under(seventh);
        rule("indicator-mismatch")
                .given("2023-04-30", plan)
                .findsAll(
                        "indicator=2 section=EIT titleOf=6 tool=IIT variant=tool",
                        "heading=มาตรการ!A101 indicator=7 items=[E6] under=6 variant=item",
                        "indicator=7 titleOf=6 variant=title");
    }

    @Test
    void reports_a_title_of_another_indicator_where_no_tool_is_stated() {
        Given plan = new Given();
        plan.measure().under(plan.heading(Optional.empty(), 2, "คุณภาพการดำเนินงาน"));
        rule("indicator-mismatch").given("2023-04-30", plan).finds("indicator=2 titleOf=6 variant=title");
    }

    @Test
    void says_once_that_a_run_of_rows_states_an_indicator_of_another_tool() {
        Given plan = new Given();
        IndicatorHeading eighth = plan.heading(Tool.EIT, 8, "การปรับปรุงการทำงาน");
        plan.measure().item("E11").under(eighth);
        plan.measure().stating(Tool.EIT, 9, "ข้อมูลพื้นฐาน").measure().stating(Tool.EIT, 9, "การบริหารงาน");
        assertThat(rule("indicator-mismatch").given("2023-04-30", plan).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.measures()).hasSize(2));
    }

    @Test
    void accepts_headings_that_agree_with_the_framework() {
        Given plan = new Given();
        plan.measure().item("E5").under(plan.heading(Tool.EIT, 6, "คุณภาพการดำเนินงาน"));
        plan.measure().stating(Tool.IIT, 4, "การใช้ทรัพย์สินของ ทางราชการ");
        rule("indicator-mismatch").given("2023-04-30", plan).findsNothing(PASSED);
    }
}
