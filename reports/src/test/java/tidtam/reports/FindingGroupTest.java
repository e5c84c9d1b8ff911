package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class FindingGroupTest {
    private static final Wording THAI = Sample.wording(Language.TH);

    private static PlanFigures plan(List<String> concerned) {
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), "x");
        Finding finding = new Finding("date-impossible", new MeasureId(1), text, Values.of("text", "x"));
        Evaluation evaluation = Sample.bare(
                Sample.evaluation().plan().measures(),
                List.of(new ReportedFinding(finding, Severity.ERROR, concerned, "fp")),
                List.of(),
                List.of());
        return Figures.of(Sample.only(evaluation)).plans().get(0);
    }

    private static String divisions(List<String> concerned) {
        return THAI.divisions(concerned, plan(concerned).evaluation());
    }

    @Test
    void as_many_divisions_as_there_are_with_one_unlisted_are_not_every_division() {
        List<String> concerned = List.of("ก", "ข", "ง");

        assertThat(FindingGroup.of(plan(concerned)))
                .extracting(FindingGroup::division)
                .containsExactly(Optional.of("ก"), Optional.of("ข"), Optional.of("ง"));
        assertThat(divisions(concerned)).contains("ก", "ข", "ง").doesNotContain("ทุกสำนัก");
    }

    @Test
    void all_listed_divisions_are_every_division_also_beside_one_unlisted() {
        for (List<String> concerned : List.of(List.of("ก", "ข", "ค"), List.of("ก", "ข", "ค", "ง"))) {
            assertThat(FindingGroup.of(plan(concerned)))
                    .singleElement()
                    .extracting(FindingGroup::everyDivision)
                    .isEqualTo(true);
        }
        assertThat(divisions(List.of("ก", "ข", "ค"))).isEqualTo("ทุกสำนัก/กอง");
        assertThat(divisions(List.of("ก", "ข", "ค", "ง"))).contains("ทุกสำนัก/กอง", "ง");
    }
}
