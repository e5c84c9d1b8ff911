package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.Responsible;
import tidtam.facts.Severity;
import tidtam.facts.State;

class FiguresTest {
    private static final CheckResult RESULT = Sample.result();
    private static final Figures FIGURES = Figures.of(RESULT);

    private static PlanFigures plan() {
        return FIGURES.plans().get(1);
    }

    @Test
    void agree_with_findings_json_and_the_ledger() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Written.json(RESULT, Sample.wording(Language.TH), Sample.wording(Language.EN)));

        assertThat(FIGURES.plans().size() + FIGURES.unreadable())
                .isEqualTo(json.get("inputs").size());
        assertThat(FIGURES.measures()).isEqualTo(json.get("measures").size());
        assertThat(FIGURES.findings().total()).isEqualTo(json.get("findings").size());
        for (Severity severity : Severity.values()) {
            assertThat(json.get("findings").findValuesAsText("severity"))
                    .filteredOn(severity.name()::equals)
                    .hasSize(FIGURES.findings().of(severity))
                    .hasSize(RESULT.count(severity));
        }
        assertThat(FIGURES.obligations().total())
                .isEqualTo(json.get("measures").findValues("obligations").stream()
                        .mapToInt(JsonNode::size)
                        .sum());
        for (PlanFigures plan : FIGURES.plans()) {
            JsonNode ledger = json.get("inputs").get(plan.input()).get("ledger");
            Map<Outcome, String> names = Map.of(
                    Outcome.PASSED, "passed",
                    Outcome.FOUND, "found",
                    Outcome.WAIVED, "waived",
                    Outcome.NOT_APPLICABLE, "notApplicable",
                    Outcome.NOT_EVALUABLE, "notEvaluable",
                    Outcome.ERROR, "errors");
            names.forEach((outcome, name) -> assertThat(plan.pairs().of(outcome))
                    .as(name)
                    .isEqualTo(ledger.get(name).asInt()));
            assertThat(plan.pairs().total()).isEqualTo(ledger.get("pairs").asInt());
        }
    }

    @Test
    void name_every_pair_that_was_not_evaluated_with_its_reason() {
        int pairs = plan().notEvaluated().stream()
                .mapToInt(PlanFigures.NotEvaluated::pairs)
                .sum();

        assertThat(pairs)
                .isEqualTo(plan().pairs().of(Outcome.NOT_EVALUABLE)
                        + plan().pairs().of(Outcome.ERROR)
                        + plan().pairs().of(Outcome.WAIVED));
        assertThat(plan().notEvaluated()).first().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(one.why().code()).isEqualTo(Reason.Code.NOT_IN_BASE);
        });
    }

    @Test
    void count_a_finding_for_each_of_its_divisions_and_once_in_the_plan() {
        assertThat(plan().findings().counts())
                .isEqualTo(Map.of(Severity.ERROR, 4, Severity.WARNING, 3, Severity.INFO, 1));
        assertThat(plan().divisions())
                .extracting(PlanFigures.OfDivision::name)
                .containsExactly(
                        Optional.of("กองคลัง"), Optional.of("กองช่าง"), Optional.of("สำนักปลัด"), Optional.empty());
        assertThat(plan().divisions())
                .extracting(division -> division.findings().total())
                .containsExactly(7, 0, 7, 1);
    }

    @Test
    void place_obligations_in_the_month_they_fall_due() {
        assertThat(plan().months())
                .containsExactly(
                        YearMonth.of(2022, 10),
                        YearMonth.of(2022, 11),
                        YearMonth.of(2022, 12),
                        YearMonth.of(2023, 1),
                        YearMonth.of(2023, 2),
                        YearMonth.of(2023, 3));
        int placed = plan().measures().stream()
                .flatMap(measure -> measure.months().values().stream())
                .mapToInt(Tally::total)
                .sum();
        int uncounted = plan().measures().stream()
                .mapToInt(PlanFigures.OfMeasure::uncounted)
                .sum();
        assertThat(placed + uncounted).isEqualTo(plan().obligations().total());
    }

    @Test
    void say_what_is_overdue() {
        assertThat(FIGURES.mostDaysOverdue()).isEqualTo(30);
        assertThat(FIGURES.overdue())
                .isEqualTo((int) plan().evaluation().obligations().stream()
                        .filter(one -> one.daysOverdue() > 0)
                        .count())
                .isPositive();
    }

    @Test
    void what_comes_next_is_what_no_dated_report_serves_yet_claimed_or_not() {
        PlanFigures onTheDay = on(LocalDate.of(2023, 3, 31));

        assertThat(onTheDay.coming()).hasSize(1).first().satisfies(next -> {
            assertThat(next.due()).isEqualTo(LocalDate.of(2023, 3, 31));
            assertThat(next.obligations())
                    .extracting(ObligationState::state)
                    .contains(State.CLAIMED, State.DUE_SOON)
                    .doesNotContain(State.MET, State.LATE);
            assertThat(next.divisions()).contains("กองคลัง");
        });
        assertThat(on(LocalDate.of(2023, 4, 1)).coming()).isEmpty();
    }

    private static PlanFigures on(LocalDate day) {
        Checked.Evaluated checked = new Checked.Evaluated("a.xlsx", Sample.SHA, Sample.asOf(day));
        return Figures.of(new CheckResult(Sample.result().run(), List.of(checked)))
                .plans()
                .get(0);
    }

    @Test
    void count_a_finding_about_several_measures_for_each() {
        List<Integer> duplicated = plan().measures().stream()
                .filter(measure -> measure.findings().of(Severity.WARNING) > 0)
                .map(measure -> measure.measure().measure().id())
                .map(MeasureId::row)
                .toList();

        assertThat(duplicated).containsExactly(5, 6, 7, 9);
        assertThat(plan().rules().get("measure-duplicated")).isEqualTo(1);
        assertThat(plan().rules()).hasSize(7);
    }

    @Test
    void every_division_and_one_named_beside_are_responsible_together() {
        PlannedMeasure bare = Sample.evaluation()
                .plan()
                .measures()
                .get(Sample.evaluation().plan().measures().size() - 1);
        MeasureId id = bare.measure().id();
        CellText cell = bare.measure().issue();
        List<NamedDivision> named =
                List.of(new NamedDivision(id, "ง", cell, false), new NamedDivision(id, "ก", cell, false));
        Responsible every = new Responsible(id, cell, true, named, List.of());
        PlannedMeasure planned = new PlannedMeasure(
                bare.measure(),
                bare.cells(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(every),
                Optional.empty(),
                List.of());
        Evaluation evaluation = Sample.bare(List.of(planned), List.of(), List.of(), List.of());

        assertThat(Figures.of(Sample.only(evaluation))
                        .plans()
                        .get(0)
                        .measures()
                        .get(0)
                        .divisions())
                .containsExactly("ก", "ข", "ค", "ง");
        assertThat(DivisionCalendar.divisions(evaluation)).containsExactly("ก", "ข", "ค", "ง");
        assertThat(new Responsible(id, cell, false, named, List.of()).among(List.of("ก", "ข")))
                .containsExactly("ก", "ง");
    }

    @Test
    void a_pair_of_the_plan_beside_pairs_of_measures_is_counted() {
        Reason why = Reason.of(Reason.Code.NOT_READ);
        List<Ledger.Entry> entries = List.of(
                new Ledger.Entry("date-impossible", Optional.empty(), Outcome.NOT_EVALUABLE, why),
                new Ledger.Entry("date-impossible", Optional.of(new MeasureId(2)), Outcome.NOT_EVALUABLE, why),
                new Ledger.Entry("date-impossible", Optional.of(new MeasureId(1)), Outcome.NOT_EVALUABLE, why));
        List<PlannedMeasure> measures = Sample.evaluation().plan().measures();

        assertThat(Figures.of(Sample.only(Sample.bare(measures, List.of(), entries, List.of())))
                        .plans()
                        .get(0)
                        .notEvaluated())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.pairs()).isEqualTo(3);
                    assertThat(PageUnevaluated.rows(one, Sample.wording(Language.TH)))
                            .isEqualTo("ทั้งแผน · ลำดับที่ ๑ และ ๒");
                });
    }
}
