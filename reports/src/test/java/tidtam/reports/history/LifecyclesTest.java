package tidtam.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class LifecyclesTest {
    private static final String RULE = "completion-date-blank";
    private static final LocalDate MARCH = LocalDate.of(2023, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2023, 4, 30);
    private static final LocalDate MAY = LocalDate.of(2023, 5, 31);
    private static final Lifecycles LIFECYCLES =
            new Lifecycles(finding -> "ไทย " + finding.rule(), finding -> "english " + finding.rule());

    /** A plan on a day: its measures by key, what is found of the first of them, and how the rule ended for it. */
    private record Day(LocalDate asOf, List<String> keys, List<ReportedFinding> findings, Outcome outcome) {
        Evaluation evaluation() {
            List<PlannedMeasure> measures = new ArrayList<>();
            List<Ledger.Entry> entries = new ArrayList<>();
            for (String key : keys) {
                MeasureId id = new MeasureId(measures.size() + 1);
                CellText issue = CellText.of(new CellRef("มาตรการ", id.row(), 0), key);
                measures.add(new PlannedMeasure(
                        new Measure(id, key, Optional.of(key), key, issue, Optional.empty(), Optional.empty(), false),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
                entries.add(new Ledger.Entry(RULE, Optional.of(id), outcome, Reason.of(Reason.Code.FOUND)));
            }
            return new Evaluation(
                    new Plan(
                            PlanTitle.of(Optional.of("อบต."), OptionalInt.empty(), OptionalInt.empty()),
                            measures,
                            List.of(),
                            AgencyRecords.none(),
                            true),
                    new Round(2566, 1),
                    asOf,
                    List.of(),
                    Map.of(),
                    List.of(),
                    findings,
                    new Ledger(List.of(), keys.size(), entries),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of());
        }
    }

    private static ReportedFinding found(Severity severity, int periods) {
        List<Period> open = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            open.add(new Period(MARCH.minusMonths(i), MARCH.minusMonths(i)));
        }
        CellText cell = CellText.of(new CellRef("มาตรการ", 1, 4), "…");
        return new ReportedFinding(
                new Finding(RULE, new MeasureId(1), cell, Values.of("periods", List.copyOf(open))),
                severity,
                List.of("กองคลัง"),
                "fp");
    }

    private static Evaluation finds(LocalDate day, Severity severity, int periods) {
        return new Day(day, List.of("E1"), List.of(found(severity, periods)), Outcome.FOUND).evaluation();
    }

    private static Evaluation clear(LocalDate day) {
        return new Day(day, List.of("E1"), List.of(), Outcome.PASSED).evaluation();
    }

    private static List<Sighting> run(Evaluation evaluation, List<Sighting> before) {
        return LIFECYCLES.of(List.of(evaluation), before, Set.of());
    }

    private static Sighting only(List<Sighting> sightings) {
        assertThat(sightings).hasSize(1);
        return sightings.get(0);
    }

    private static List<Sighting> march() {
        return run(finds(MARCH, Severity.WARNING, 1), List.of());
    }

    @Test
    void what_was_never_found_is_new() {
        Sighting first = only(march());

        assertThat(first.state()).isEqualTo(Lifecycle.NEW);
        assertThat(first.since()).isEqualTo(MARCH);
        assertThat(first.measures()).containsExactly("E1");
        assertThat(first.label()).isEqualTo("E1");
        assertThat(first.thai()).isEqualTo("ไทย " + RULE);
        assertThat(first.english()).isEqualTo("english " + RULE);
    }

    @Test
    void what_is_found_again_and_no_worse_is_unchanged_since_it_was_found_first() {
        for (int periods : List.of(0, 1)) {
            Sighting again = only(run(finds(APRIL, Severity.WARNING, periods), march()));

            assertThat(again.state()).isEqualTo(Lifecycle.UNCHANGED);
            assertThat(again.since()).isEqualTo(MARCH);
        }
        assertThat(only(run(finds(APRIL, Severity.INFO, 1), march())).state()).isEqualTo(Lifecycle.UNCHANGED);
    }

    @Test
    void what_weighs_more_or_leaves_more_open_is_worse() {
        assertThat(only(run(finds(APRIL, Severity.ERROR, 1), march())).state()).isEqualTo(Lifecycle.WORSENED);
        assertThat(only(run(finds(APRIL, Severity.WARNING, 2), march())).state())
                .isEqualTo(Lifecycle.WORSENED);
        assertThat(only(run(finds(APRIL, Severity.ERROR, 1), march())).since()).isEqualTo(MARCH);
    }

    @Test
    void what_was_looked_for_and_not_found_is_settled_once() {
        List<Sighting> april = run(clear(APRIL), march());

        assertThat(only(april).state()).isEqualTo(Lifecycle.RESOLVED);
        assertThat(run(clear(MAY), april)).isEmpty();
    }

    @Test
    void what_does_not_apply_any_more_is_settled_too() {
        Evaluation outside = new Day(APRIL, List.of("E1"), List.of(), Outcome.NOT_APPLICABLE).evaluation();

        assertThat(only(run(outside, march())).state()).isEqualTo(Lifecycle.RESOLVED);
    }

    @Test
    void a_row_that_vanished_settles_nothing_however_often_it_is_not_seen() {
        Evaluation without = new Day(APRIL, List.of("E2"), List.of(), Outcome.PASSED).evaluation();
        List<Sighting> april = run(without, march());
        List<Sighting> may = run(new Day(MAY, List.of("E2"), List.of(), Outcome.PASSED).evaluation(), april);

        assertThat(only(april).state()).isEqualTo(Lifecycle.ABSENT);
        assertThat(only(may).state()).isEqualTo(Lifecycle.ABSENT);
        assertThat(only(may).since()).isEqualTo(MARCH);
        assertThat(only(run(clear(MAY), april)).state()).isEqualTo(Lifecycle.RESOLVED);
    }

    @Test
    void what_could_not_be_evaluated_is_absent() {
        for (Outcome outcome : List.of(Outcome.NOT_EVALUABLE, Outcome.ERROR)) {
            Evaluation unknown = new Day(APRIL, List.of("E1"), List.of(), outcome).evaluation();

            assertThat(only(run(unknown, march())).state()).as(outcome.name()).isEqualTo(Lifecycle.ABSENT);
        }
    }

    @Test
    void what_was_out_of_sight_and_comes_back_is_compared_as_if_it_had_been_there() {
        List<Sighting> april = run(new Day(APRIL, List.of("E2"), List.of(), Outcome.PASSED).evaluation(), march());

        assertThat(only(run(finds(MAY, Severity.WARNING, 1), april)).state()).isEqualTo(Lifecycle.UNCHANGED);
        assertThat(only(run(finds(MAY, Severity.ERROR, 1), april)).state()).isEqualTo(Lifecycle.WORSENED);
        assertThat(only(run(finds(MAY, Severity.WARNING, 1), april)).since()).isEqualTo(MARCH);
    }

    @Test
    void what_was_settled_and_is_found_again_is_reopened_since_that_day() {
        List<Sighting> april = run(clear(APRIL), march());
        Sighting may = only(LIFECYCLES.of(List.of(finds(MAY, Severity.WARNING, 1)), april, Set.of("fp")));

        assertThat(may.state()).isEqualTo(Lifecycle.REOPENED);
        assertThat(may.since()).isEqualTo(MAY);
    }

    @Test
    void a_finding_that_is_waived_is_not_settled() {
        Evaluation found = finds(APRIL, Severity.WARNING, 1);
        ReportedFinding waived = found.findings().get(0);
        Evaluation under = found.with(
                List.of(new ReportedFinding(
                        waived.finding(), waived.severity(), waived.divisions(), "fp", Optional.empty(), true)),
                found.ledger(),
                List.of());

        assertThat(only(run(under, march())).state()).isEqualTo(Lifecycle.UNCHANGED);
        assertThat(only(run(under, march())).waived()).isTrue();
    }

    @Test
    void a_plan_in_two_workbooks_is_one() {
        Evaluation other = new Day(APRIL, List.of("E2"), List.of(), Outcome.PASSED).evaluation();

        assertThat(only(LIFECYCLES.of(List.of(other, clear(APRIL)), march(), Set.of()))
                        .state())
                .isEqualTo(Lifecycle.RESOLVED);
    }
}
