package tidtam.engine.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.engine.obligations.Duties.duty;
import static tidtam.engine.obligations.Duties.event;
import static tidtam.engine.obligations.Duties.expand;
import static tidtam.engine.obligations.Duties.lines;
import static tidtam.engine.obligations.Duties.months;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Round;
import tidtam.facts.Uncounted;

class ExpansionTest {
    private static final Round FIRST = new Round(2566, 1);
    private static final Round SECOND = new Round(2566, 2);
    private static final Round YEAR = new Round(2566, 0);

    @Test
    void a_month_is_due_on_its_last_day_also_in_a_leap_year() {
        assertThat(lines(expand(Kind.MONTHLY, Limits.none(), new Round(2567, 1))))
                .hasSize(6)
                .contains("2024-02-01..2024-02-29 due 2024-02-29");
    }

    @Test
    void a_month_with_a_day_is_due_on_that_day_of_the_next_month() {
        assertThat(lines(expand(Kind.MONTHLY, Limits.none().withDay(10), FIRST)))
                .startsWith("2022-10-01..2022-10-31 due 2022-11-10")
                .endsWith("2023-03-01..2023-03-31 due 2023-04-10");
    }

    @Test
    void the_31st_of_a_short_month_is_its_last_day() {
        assertThat(lines(expand(Kind.MONTHLY, Limits.none().withDay(31), FIRST)))
                .contains("2023-01-01..2023-01-31 due 2023-02-28");
    }

    @Test
    void quarters_begin_in_october_january_april_and_july() {
        assertThat(lines(expand(Kind.QUARTERLY, Limits.none(), YEAR)))
                .containsExactly(
                        "2022-10-01..2022-12-31 due 2022-12-31",
                        "2023-01-01..2023-03-31 due 2023-03-31",
                        "2023-04-01..2023-06-30 due 2023-06-30",
                        "2023-07-01..2023-09-30 due 2023-09-30");
    }

    @Test
    void quarters_with_named_months_are_the_periods_these_months_close() {
        assertThat(lines(expand(Kind.QUARTERLY, months(3, 6, 9, 12), FIRST)))
                .containsExactly("2022-10-01..2022-12-31 due 2022-12-31", "2023-01-01..2023-03-31 due 2023-03-31");
        assertThat(lines(expand(Kind.QUARTERLY, months(1, 4, 7, 10).withDay(10), FIRST)))
                .containsExactly(
                        "2022-08-01..2022-10-31 due 2022-10-10",
                        "2022-11-01..2023-01-31 due 2023-01-10",
                        "2023-02-01..2023-04-30 due 2023-04-10");
    }

    @Test
    void a_half_year_is_the_round() {
        assertThat(lines(expand(Kind.SEMIANNUAL, Limits.none(), SECOND)))
                .containsExactly("2023-04-01..2023-09-30 due 2023-09-30");
        assertThat(lines(expand(Kind.EVERY_EVALUATION_ROUND, Limits.none(), YEAR)))
                .containsExactly("2022-10-01..2023-03-31 due 2023-03-31", "2023-04-01..2023-09-30 due 2023-09-30");
    }

    @Test
    void a_half_year_with_named_months_is_due_in_the_first_one_after_it() {
        List<Obligation> first = expand(Kind.SEMIANNUAL, months(4, 10), FIRST);
        assertThat(lines(first)).containsExactly("2022-10-01..2023-03-31 due 2023-04-30");
        assertThat(first.get(0).window().start()).isEqualTo(LocalDate.parse("2023-04-01"));
        assertThat(lines(expand(Kind.SEMIANNUAL, months(4, 10), SECOND)))
                .containsExactly("2023-04-01..2023-09-30 due 2023-10-31");
        assertThat(lines(expand(Kind.SEMIANNUAL, months(4).withDay(10), FIRST)))
                .containsExactly("2022-10-01..2023-03-31 due 2023-04-10");
    }

    @Test
    void june_and_december_close_the_halves_of_the_calendar_year() {
        assertThat(lines(expand(Kind.SEMIANNUAL, months(6, 12), FIRST)))
                .containsExactly("2022-07-01..2022-12-31 due 2022-12-31", "2023-01-01..2023-06-30 due 2023-06-30");
    }

    @Test
    void march_and_september_close_the_halves_of_the_fiscal_year() {
        assertThat(lines(expand(Kind.SEMIANNUAL, months(3, 9), FIRST)))
                .containsExactly("2022-10-01..2023-03-31 due 2023-03-31");
    }

    @Test
    void a_year_is_the_fiscal_year_or_the_one_its_month_closes() {
        assertThat(lines(expand(Kind.ANNUAL, Limits.none(), FIRST)))
                .containsExactly("2022-10-01..2023-09-30 due 2023-09-30");
        assertThat(lines(expand(Kind.ANNUAL, months(10), FIRST)))
                .containsExactly("2021-11-01..2022-10-31 due 2022-10-31", "2022-11-01..2023-10-31 due 2023-10-31");
    }

    @Test
    void windows_of_days_are_whole_ones() {
        assertThat(lines(expand(Kind.EVERY_N_DAYS, Limits.none().withDays(60, false), FIRST)))
                .containsExactly(
                        "2022-10-01..2022-11-29 due 2022-11-29",
                        "2022-11-30..2023-01-28 due 2023-01-28",
                        "2023-01-29..2023-03-29 due 2023-03-29");
    }

    @Test
    void days_are_counted_from_the_last_day_of_the_event_which_is_not_counted() {
        assertThat(lines(expand(
                        Kind.WITHIN_DAYS,
                        Limits.none().withDays(15, false),
                        FIRST,
                        event("2023-03-20", "2023-03-24"),
                        event("2024-02-28", "2024-02-28"))))
                .containsExactly("2023-03-24..2023-04-08 due 2023-04-08", "2024-02-28..2024-03-14 due 2024-03-14");
    }

    @Test
    void working_days_skip_weekends_and_the_holidays_of_the_table() {
        Holidays chakri = new Holidays(Map.of(LocalDate.parse("2023-04-06"), "วันจักรี"), Set.of(2566), Set.of());
        Obligation obligation = Expansion.of(
                        duty(Kind.WITHIN_DAYS, Limits.none().withDays(3, true)),
                        FIRST,
                        Optional.empty(),
                        List.of(event("2023-04-04", "2023-04-04")),
                        false,
                        chakri,
                        HolidayRule.LAST_DAY_COUNTS)
                .obligations()
                .get(0);
        assertThat(obligation.due()).isEqualTo(LocalDate.parse("2023-04-10"));
        assertThat(obligation.guessed()).isFalse();
    }

    @Test
    void a_due_date_that_needs_an_unknown_holiday_table_is_a_guess() {
        assertThat(expand(Kind.WITHIN_DAYS, Limits.none().withDays(3, true), FIRST, event("2023-04-04", "2023-04-04")))
                .singleElement()
                .satisfies(obligation -> assertThat(obligation.guessed()).isTrue());
    }

    @Test
    void a_fixed_date_without_a_year_lies_in_the_fiscal_year() {
        assertThat(lines(expand(Kind.BY_FIXED_DATE, months(10).withDay(15), FIRST)))
                .containsExactly("2022-10-01..2022-10-15 due 2022-10-15");
        assertThat(lines(expand(Kind.BY_FIXED_DATE, months(8), FIRST)))
                .containsExactly("2022-10-01..2023-08-31 due 2023-08-31");
    }

    @Test
    void the_fiscal_year_ends_on_30_september() {
        assertThat(lines(expand(Kind.FISCAL_YEAR_END, Limits.none(), FIRST)))
                .containsExactly("2022-10-01..2023-09-30 due 2023-09-30");
        assertThat(lines(expand(Kind.FISCAL_YEAR_END, Limits.none().withDays(30, false), FIRST)))
                .containsExactly("2022-10-01..2023-09-30 due 2023-10-30");
    }

    @ParameterizedTest
    @EnumSource(names = {"DAILY", "WEEKLY", "CONTINUOUS"})
    void what_has_no_period_expands_to_nothing(Kind kind) {
        assertThat(expand(kind, Limits.none(), YEAR)).isEmpty();
    }

    @Test
    void says_why_a_due_date_cannot_be_counted() {
        assertThat(why(Kind.WITHIN_DAYS, Limits.none().withDays(15, false), false))
                .contains(Uncounted.Why.NO_EVENT_DATE);
        assertThat(why(Kind.WITHIN_DAYS, Limits.none().withDays(15, false), true))
                .contains(Uncounted.Why.UNREADABLE_DATE);
        assertThat(why(Kind.BY_FIXED_DATE, Limits.none(), false)).contains(Uncounted.Why.NO_FIXED_DATE);
        assertThat(why(Kind.CONTINUOUS, Limits.none(), false)).isEmpty();
    }

    private static Optional<Uncounted.Why> why(Kind kind, Limits limits, boolean unreadable) {
        return Expansion.of(
                        duty(kind, limits),
                        FIRST,
                        Optional.empty(),
                        List.of(),
                        unreadable,
                        Holidays.unknown(),
                        HolidayRule.LAST_DAY_COUNTS)
                .uncounted()
                .map(Uncounted::why);
    }

    @Property
    void months_quarters_and_half_years_tile_the_round(
            @ForAll @IntRange(min = 2500, max = 2600) int year, @ForAll @IntRange(min = 0, max = 2) int number) {
        Round round = new Round(year, number);
        for (Kind kind : List.of(Kind.MONTHLY, Kind.QUARTERLY, Kind.SEMIANNUAL)) {
            LocalDate next = round.from();
            for (Obligation obligation : expand(kind, Limits.none(), round)) {
                assertThat(obligation.period().start()).isEqualTo(next);
                next = obligation.period().end().plusDays(1);
            }
            assertThat(next).isEqualTo(round.to().plusDays(1));
        }
    }
}
