package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.TREASURY;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Kind;
import tidtam.facts.ObligationState;
import tidtam.facts.Period;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class ItemTest {
    private static final LocalDate DUE = LocalDate.of(2023, 3, 31);
    private static final Period FIRST_QUARTER = new Period(LocalDate.of(2022, 10, 1), LocalDate.of(2022, 12, 31));
    private static final Period SECOND_QUARTER = new Period(LocalDate.of(2023, 1, 1), DUE);

    private static SamplePlan plan(int daysAfterDue) {
        return SamplePlan.on(DUE.plusDays(daysAfterDue));
    }

    /** The item that the last thing found becomes. */
    private static Item item(SamplePlan plan) {
        Evaluation evaluation = plan.evaluation();
        return Item.of(
                evaluation,
                evaluation.findings().get(evaluation.findings().size() - 1),
                measure -> evaluation.obligations().stream()
                        .filter(one -> one.measure().equals(measure))
                        .toList());
    }

    @Test
    void what_is_overdue_counts_from_its_due_date() {
        Item item = item(plan(30).owes(DUE, TREASURY));

        assertThat(item.due()).contains(DUE);
        assertThat(item.daysOverdue()).isEqualTo(30);
        assertThat(item.step()).hasValue(30);
        assertThat(item.periods()).isEqualTo(1);
        assertThat(item.plan()).isEqualTo("2566/1");
        assertThat(item.asks()).isTrue();
        assertThat(item.soon()).isFalse();
    }

    @Test
    void grace_moves_the_due_date() {
        Item item = item(plan(30).owes(Kind.QUARTERLY, SECOND_QUARTER, 10, TREASURY));

        assertThat(item.due()).contains(DUE.plusDays(10));
        assertThat(item.daysOverdue()).isEqualTo(20);
        assertThat(item.step()).hasValue(15);
    }

    @Test
    void a_finding_that_lists_several_periods_counts_from_the_first() {
        Item item = item(plan(6).claims(List.of(FIRST_QUARTER, SECOND_QUARTER), TREASURY));

        assertThat(item.due()).contains(FIRST_QUARTER.end());
        assertThat(item.daysOverdue()).isEqualTo(96);
        assertThat(item.step()).hasValue(30);
        assertThat(item.periods()).isEqualTo(2);
        assertThat(item.soon()).isFalse();
    }

    @Test
    void a_period_that_the_finding_does_not_list_does_not_count() {
        Item item = item(plan(6).claims(List.of(SECOND_QUARTER), List.of(FIRST_QUARTER, SECOND_QUARTER), TREASURY));

        assertThat(item.due()).contains(DUE);
        assertThat(item.daysOverdue()).isEqualTo(6);
        assertThat(item.step()).hasValue(1);
        assertThat(item.periods()).isEqualTo(1);
    }

    @Test
    void a_claim_for_periods_of_its_own_counts_from_the_end_of_the_first() {
        Item item = item(plan(15).claims(List.of(SECOND_QUARTER), List.of(), TREASURY));

        assertThat(item.due()).contains(DUE);
        assertThat(item.daysOverdue()).isEqualTo(15);
        assertThat(item.step()).hasValue(15);
    }

    @Test
    void a_claim_that_lists_no_period_waits_for_no_day() {
        Item item = item(plan(15).claims(List.of(), List.of(SECOND_QUARTER), TREASURY));

        assertThat(item.due()).isEmpty();
        assertThat(item.daysOverdue()).isZero();
        assertThat(item.step()).isEmpty();
        assertThat(item.periods()).isZero();
        assertThat(item.asks()).isTrue();
        assertThat(item.soon()).isFalse();
    }

    @Test
    void what_another_duty_owes_in_the_same_period_does_not_count() {
        SamplePlan plan = plan(15).owes(Kind.ANNUAL, SECOND_QUARTER, 0, TREASURY);
        ObligationState annual = plan.evaluation().obligations().get(0);
        Finding ofAnother = new Finding(
                SamplePlan.OVERDUE,
                List.of(annual.measure()),
                java.util.Optional.empty(),
                Values.of("period", SECOND_QUARTER),
                java.util.Optional.of("QUARTERLY"),
                false);

        assertThat(item(plan).due()).contains(DUE);
        assertThat(item(plan.finds(ofAnother, Severity.ERROR, TREASURY)).due()).isEmpty();
    }

    @Test
    void a_report_that_came_late_is_on_no_ladder() {
        Item item = item(plan(30).reportsLate(DUE, TREASURY));

        assertThat(item.due()).isEmpty();
        assertThat(item.daysOverdue()).isZero();
        assertThat(item.step()).isEmpty();
        assertThat(item.asks()).isTrue();
        assertThat(item.soon()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            kind      | from       | days | asks
            QUARTERLY | 2023-01-01 | -15  | false
            QUARTERLY | 2023-01-01 | -14  | true
            QUARTERLY | 2023-01-01 | -1   | true
            QUARTERLY | 2023-01-01 |  0   | true
            WEEKLY    | 2023-03-25 | -4   | false
            WEEKLY    | 2023-03-25 | -3   | true
            """)
    void what_is_due_soon_asks_from_the_first_step_on(Kind kind, LocalDate from, int days, boolean asks) {
        Item item = item(plan(days).owes(kind, new Period(from, DUE), 0, TREASURY));

        assertThat(item.reported().severity()).isEqualTo(Severity.INFO);
        assertThat(item.due()).contains(DUE);
        assertThat(item.daysOverdue()).isZero();
        assertThat(item.asks()).isEqualTo(asks);
        assertThat(item.soon()).isEqualTo(asks);
        assertThat(item.step().isPresent()).isEqualTo(asks);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void what_waits_for_no_day_asks_unless_it_is_only_worth_a_look(Severity severity) {
        Item item = item(plan(0).misdates(severity, TREASURY));

        assertThat(item.asks()).isEqualTo(severity != Severity.INFO);
        assertThat(item.soon()).isFalse();
    }

    @Test
    void what_an_agency_weighs_otherwise_stays_soon_or_overdue() {
        ObligationState ahead =
                plan(-7).owes(DUE, TREASURY).evaluation().obligations().get(0);
        ObligationState past =
                plan(7).owes(DUE, TREASURY).evaluation().obligations().get(0);
        Item heavy = item(plan(-7).owes(DUE, TREASURY)
                .finds(
                        Finding.on(
                                SamplePlan.SOON,
                                ahead,
                                ahead.obligation().duty().statedIn()),
                        Severity.WARNING,
                        TREASURY));
        Item light = item(plan(7).owes(DUE, TREASURY)
                .finds(
                        Finding.on(
                                SamplePlan.OVERDUE,
                                past,
                                past.obligation().duty().statedIn()),
                        Severity.INFO,
                        TREASURY));

        assertThat(heavy.asks()).isTrue();
        assertThat(heavy.soon()).isTrue();
        assertThat(light.daysOverdue()).isEqualTo(7);
        assertThat(light.asks()).isFalse();
        assertThat(light.soon()).isFalse();
    }

    @Test
    void the_heaviest_comes_first_then_the_longest_overdue_then_what_leaves_most_open() {
        List<Item> sorted = List.of(
                        item(plan(30).misdates(Severity.INFO, TREASURY)),
                        item(plan(30).misdates(Severity.WARNING, TREASURY)),
                        item(plan(-7).owes(DUE, TREASURY)),
                        item(plan(7).owes(DUE, TREASURY)),
                        item(plan(30).owes(DUE, TREASURY)),
                        item(plan(0).claims(List.of(FIRST_QUARTER), TREASURY)),
                        item(plan(0).claims(List.of(FIRST_QUARTER, SECOND_QUARTER), TREASURY)))
                .stream()
                .sorted(Item.ORDER)
                .toList();

        assertThat(sorted).extracting(Item::daysOverdue).containsExactly(90, 90, 30, 7, 0, 0, 0);
        assertThat(sorted).extracting(Item::periods).containsExactly(2, 1, 1, 1, 0, 1, 0);
        assertThat(sorted.subList(4, 7))
                .extracting(one -> one.reported().severity())
                .containsExactly(Severity.WARNING, Severity.INFO, Severity.INFO);
        assertThat(sorted.get(5).soon()).isTrue();
    }
}
