package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tidtam.rules.RuleCheck.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.HolidayRule;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.CellProblem;
import tidtam.facts.Finding;
import tidtam.facts.Holiday;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Outcome;
import tidtam.facts.Round;

/** The public holidays shipped, and what is counted with them. */
class HolidaysTest {
    private static final List<Holiday> DAYS = BuiltInRules.holidays().days();
    private static final Holidays TABLE = Holidays.of(BuiltInRules.holidays());

    private static final List<String> FIXED = List.of(
            "10-13", "10-23", "12-05", "12-10", "12-31", "01-01", "04-06", "04-13", "04-14", "04-15", "05-04", "06-03",
            "07-28", "08-12");

    private static final List<String> LUNAR = List.of("วันมาฆบูชา", "วันวิสาขบูชา", "วันอาสาฬหบูชา", "วันเข้าพรรษา");

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Parameters parameters(HolidayRule rule) {
        return Parameters.of(BuiltInRules.limits()).with(rule).with(TABLE);
    }

    private static long named(int fiscalYear, String name) {
        return DAYS.stream()
                .filter(holiday -> Round.of(holiday.date()).fiscalYear() == fiscalYear)
                .filter(holiday ->
                        holiday.name().endsWith(name) && !holiday.name().startsWith("วันหยุดชดเชย"))
                .count();
    }

    @Test
    void has_the_fiscal_years_2565_to_2570_the_last_still_to_be_announced() {
        assertThat(TABLE.fiscalYears()).containsExactlyInAnyOrder(2565, 2566, 2567, 2568, 2569, 2570);
        assertThat(TABLE.provisional()).containsExactly(2570);
        assertThat(DAYS)
                .allSatisfy(holiday -> assertThat(TABLE.covers(holiday.date())).isTrue());
    }

    @Test
    void has_every_holiday_of_a_fixed_date_in_every_year() {
        for (int fiscalYear : TABLE.fiscalYears()) {
            LocalDate start = new Round(fiscalYear, 0).yearStart();
            assertThat(FIXED)
                    .allSatisfy(date -> assertThat(TABLE.find(
                                    day((date.startsWith("1") ? start.getYear() : start.getYear() + 1) + "-" + date)))
                            .as(fiscalYear + " " + date)
                            .isPresent());
        }
    }

    @Test
    void has_each_day_of_the_lunar_calendar_once_a_year_and_ploughing_day_once_announced() {
        for (int fiscalYear : TABLE.fiscalYears()) {
            assertThat(LUNAR)
                    .allSatisfy(name -> assertThat(named(fiscalYear, name))
                            .as(fiscalYear + " " + name)
                            .isEqualTo(1));
            assertThat(named(fiscalYear, "วันพืชมงคล"))
                    .as(fiscalYear + " วันพืชมงคล")
                    .isEqualTo(TABLE.provisional().contains(fiscalYear) ? 0 : 1);
        }
    }

    @Test
    void stands_in_order_without_a_day_twice() {
        List<LocalDate> dates = DAYS.stream().map(Holiday::date).toList();
        assertThat(dates).isSorted().doesNotHaveDuplicates();
        assertThat(DAYS).allSatisfy(holiday -> assertThat(holiday.name()).isNotBlank());
    }

    @Test
    void a_day_given_instead_of_another_or_specially_is_a_working_day_of_the_week() {
        assertThat(DAYS)
                .filteredOn(holiday -> holiday.name().startsWith("วันหยุด"))
                .hasSizeGreaterThan(30)
                .noneMatch(holiday -> Holidays.weekend(holiday.date()));
    }

    @Test
    void a_holiday_on_a_weekend_has_a_day_off_instead_beside_that_weekend() {
        Predicate<LocalDate> instead = date ->
                TABLE.find(date).map(name -> name.startsWith("วันหยุดชดเชย")).orElse(false);
        assertThat(DAYS)
                .filteredOn(holiday -> Holidays.weekend(holiday.date()))
                .hasSizeGreaterThan(20)
                .allSatisfy(holiday -> assertThat(IntStream.rangeClosed(-2, 4)
                                .mapToObj(holiday.date()::plusDays)
                                .filter(instead))
                        .as(holiday.toString())
                        .hasSize(1));
    }

    @Test
    void knows_the_days_that_resolutions_moved_or_added_and_not_those_they_took_away() {
        assertThat(List.of(
                        "2021-10-22",
                        "2022-07-15",
                        "2022-07-29",
                        "2022-10-14",
                        "2022-12-30",
                        "2023-05-05",
                        "2023-07-31",
                        "2023-12-29",
                        "2024-04-12",
                        "2024-12-30",
                        "2025-06-02",
                        "2025-08-11",
                        "2026-01-02"))
                .allSatisfy(date -> assertThat(TABLE.find(day(date))).as(date).isPresent());
        assertThat(List.of("2021-10-25", "2023-01-03", "2024-01-02", "2026-06-02", "2026-07-31"))
                .allSatisfy(date -> assertThat(TABLE.find(day(date))).as(date).isEmpty());
    }

    @Test
    void labour_day_is_no_holiday_of_government_offices() {
        assertThat(DAYS).noneMatch(holiday -> holiday.date().toString().endsWith("05-01"));
    }

    @Test
    void counts_working_days_across_songkran() {
        assertThat(TABLE.plusWorkingDays(day("2023-04-11"), 3)).isEqualTo(day("2023-04-19"));
        assertThat(TABLE.plusWorkingDays(day("2023-04-05"), 5)).isEqualTo(day("2023-04-18"));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, 2023-01-03", // Saturday, New Year's Eve
        "2023-04-13, 2023-04-18", // Songkran
        "2024-02-24, 2024-02-27", // Saturday before the Monday given for it
        "2023-03-31, 2023-03-31" // a working day
    })
    void an_officials_last_day_counts_and_by_the_civil_code_the_next_working_day_does(String last, String next) {
        LocalDate event = day(last).minusDays(5);
        assertThat(due(HolidayRule.LAST_DAY_COUNTS, event)).isEqualTo(day(last));
        assertThat(due(HolidayRule.NEXT_WORKING_DAY, event)).isEqualTo(day(next));
    }

    private static Object due(HolidayRule holidayRule, LocalDate event) {
        List<Finding> findings = rule("within-days-report-overdue")
                .with(parameters(holidayRule))
                .in(new Round(Round.of(event).fiscalYear(), 0))
                .given(
                        event.plusDays(30).toString(),
                        new Given()
                                .measure()
                                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(5, false))
                                .done(event.toString()))
                .findings();
        assertThat(findings).hasSize(1).noneMatch(Finding::guessed);
        return findings.get(0).values().find("due").orElseThrow();
    }

    @Test
    void names_the_public_holiday_on_which_something_is_said_to_have_been_done() {
        rule("dated-on-holiday")
                .with(parameters(HolidayRule.LAST_DAY_COUNTS))
                .given("2023-04-30", new Given().measure().done("2023-04-17"))
                .finds("date=2023-04-17 holiday=วันหยุดชดเชยวันสงกรานต์ variant=holiday");
        rule("dated-on-holiday")
                .with(parameters(HolidayRule.LAST_DAY_COUNTS))
                .given("2023-04-30", new Given().measure().done("2023-04-18"))
                .findsNothing(Outcome.PASSED);
    }

    @Test
    void says_once_that_a_fiscal_year_has_no_table_and_takes_what_it_counted_there_for_a_guess() {
        Given.Row rows = new Given().measure();
        Limits threeDays = Limits.none().withDays(3, true);
        rows.owes(Kind.WITHIN_DAYS, threeDays).done("2028-02-01").reported("2028-02-20");
        RuleCheck.Result result = rule("report-late")
                .with(parameters(HolidayRule.LAST_DAY_COUNTS))
                .in(new Round(2571, 1))
                .given(
                        "2028-03-31",
                        rows.measure()
                                .owes(Kind.WITHIN_DAYS, threeDays)
                                .done("2028-02-02")
                                .reported("2028-02-21"));
        assertThat(result.evaluation().problems())
                .extracting(CellProblem::code, CellProblem::text)
                .containsExactly(tuple(CellProblem.Code.HOLIDAYS_UNKNOWN, "2571"));
        assertThat(result.findings()).hasSize(2).allMatch(Finding::guessed);
    }

    @Test
    void a_due_date_counted_in_a_year_still_to_be_announced_is_a_guess_whatever_days_the_agency_lists() {
        Given.Row row = new Given()
                .measure()
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(3, true))
                .done("2027-05-11");
        Parameters shipped = parameters(HolidayRule.LAST_DAY_COUNTS);
        RuleCheck overdue = rule("within-days-report-overdue").in(new Round(2570, 2));
        assertThat(overdue.with(shipped).given("2027-06-30", row).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.values().find("due")).contains(day("2027-05-14"));
                    assertThat(finding.guessed()).isTrue();
                });
        Holidays listed = TABLE.plus(Map.of(day("2027-05-13"), "วันพืชมงคล"));
        assertThat(overdue.with(shipped.with(listed)).given("2027-06-30", row).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.values().find("due")).contains(day("2027-05-17"));
                    assertThat(finding.guessed()).isTrue();
                });
    }

    @Test
    void an_agencys_list_adds_its_days_and_settles_no_year() {
        Holidays more = TABLE.plus(Map.of(day("2027-10-13"), "วันนวมินทรมหาราช"));
        assertThat(more.dayOff(day("2027-10-13"))).isTrue();
        assertThat(more.covers(day("2027-10-13"))).isFalse();
        assertThat(more.fiscalYears()).isEqualTo(TABLE.fiscalYears());
        assertThat(more.provisional()).isEqualTo(Set.of(2570));
        assertThat(more.find(day("2023-04-13"))).contains("วันสงกรานต์");
    }
}
