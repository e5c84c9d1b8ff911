package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class ReportPdfTest {
    private static final Figures FIGURES = Figures.of(Sample.result());

    private static byte[] report(CheckResult result, Language language) {
        return PdfText.bytes(out -> ReportPdf.write(result, Figures.of(result), Sample.wording(language), out));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shows_the_figures_and_where_they_come_from(Language language) {
        Wording wording = Sample.wording(language);
        String flowing = PdfText.flowing(PdfText.of(report(Sample.result(), language)));

        for (Severity severity : Severity.values()) {
            assertThat(flowing)
                    .contains(PdfText.flowing(
                            wording.number(FIGURES.findings().of(severity)) + wording.line("page.means." + severity)));
        }
        assertThat(flowing)
                .contains(
                        PdfText.flowing(wording.date(Sample.AS_OF)),
                        "sha256:" + Sample.SHA,
                        "Tidtam0.1.0",
                        PdfText.flowing(wording.fill("page.weights", weights())));
    }

    private static Map<String, Integer> weights() {
        Tally<Severity> tally = FindingGroup.of(FIGURES.plans().get(1)).get(0).tally();
        return Map.of(
                "errors", tally.of(Severity.ERROR),
                "warnings", tally.of(Severity.WARNING),
                "infos", tally.of(Severity.INFO));
    }

    @Test
    void quotes_foreign_text_without_what_steers_a_display() {
        String text = PdfText.of(report(Sample.result(), Language.TH));

        assertThat(PdfText.flowing(text)).contains("=HYPERLINK(\"http://x\")", "👨‍👩‍👧");
        assertThat(text.codePoints()).noneMatch(c -> Clean.steering(c) && c != '\n');
    }

    @Test
    void ten_thousand_findings_are_all_there() {
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), "ดำเนินการแล้ว");
        List<ReportedFinding> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Finding finding =
                    new Finding("date-impossible", new MeasureId(i % 12 + 1), text, Values.of("text", "วัน" + i + "."));
            many.add(new ReportedFinding(finding, Severity.ERROR, List.of("../กองคลัง"), "fp" + i));
        }
        CheckResult result = result(many);

        assertThat(DivisionMemo.of(Figures.of(result)))
                .extracting(DivisionMemo::division)
                .containsExactly("../กองคลัง");
        String found = PdfText.flowing(PdfText.of(report(result, Language.EN)));
        assertThat(found).contains("“วัน0.”", "“วัน9999.”", "../กองคลัง–", "10000");
    }

    @Test
    void a_text_that_fills_its_cell_is_cut_where_a_reader_sees_it() {
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), "\uD800\u202E" + "กำ".repeat(16_000));
        Finding finding = new Finding("date-impossible", new MeasureId(1), text, Values.of("text", "x"));
        CheckResult result = result(List.of(new ReportedFinding(finding, Severity.ERROR, List.of("กองคลัง"), "fp")));

        assertThat(PdfText.flowing(PdfText.of(report(result, Language.TH))))
                .containsPattern("“\uFFFD(กำ){200,300}…”")
                .doesNotContain("\u202E");
    }

    static CheckResult result(List<ReportedFinding> findings) {
        Evaluation sample = Sample.evaluation();
        Evaluation evaluation = new Evaluation(
                sample.plan(),
                sample.round(),
                sample.asOf(),
                sample.obligations(),
                sample.evidence(),
                sample.uncounted(),
                findings,
                sample.ledger(),
                sample.indicators(),
                sample.limits(),
                sample.divisions(),
                sample.problems());
        return new CheckResult(
                Sample.result().run(), List.of(new Checked.Evaluated("แผน/a.xlsx", Sample.SHA, evaluation)));
    }
}
