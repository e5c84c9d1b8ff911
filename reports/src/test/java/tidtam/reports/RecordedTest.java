package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidtam.facts.Evaluation;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Waiver;

/** What is waived stays and counts apart; what became of findings is told, and the record's head. */
class RecordedTest {
    private static final CheckResult RESULT = Recorded.result();
    private static final Figures FIGURES = Figures.of(RESULT);
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Wording ENGLISH = Sample.wording(Language.EN);

    /** Every report as text without spaces, by name. */
    private static Map<String, String> forms(CheckResult result) {
        Figures figures = Figures.of(result);
        Map<String, String> forms = new TreeMap<>();
        forms.put("table", new TerminalTable(THAI, 100, false).table(result, figures));
        forms.put("report.html", new String(Written.page(result, THAI), StandardCharsets.UTF_8));
        forms.put("report.pdf", PdfText.of(out -> ReportPdf.write(result, figures, THAI, out)));
        forms.put("working-paper.xlsx", Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, THAI)));
        forms.put(
                "memos",
                DivisionMemo.of(figures).stream()
                        .map(memo -> PdfText.of(out -> memo.write(result, THAI, out)))
                        .collect(Collectors.joining()));
        forms.put(
                "report.docx",
                figures.plans().stream()
                        .map(plan -> PdfText.bytes(out -> SixMonthReport.write(plan, result, THAI, out)))
                        .map(RecordedTest::docx)
                        .collect(Collectors.joining()));
        forms.put("findings.csv", new String(Written.csv(result, THAI), StandardCharsets.UTF_8));
        forms.put("findings.json", new String(Written.json(result, THAI, ENGLISH), StandardCharsets.UTF_8));
        forms.put(
                "junit.xml",
                new String(Written.junit(result, THAI, Optional.of(Severity.ERROR)), StandardCharsets.UTF_8));
        forms.replaceAll(
                (name, text) -> PdfText.flowing(text).replace("&lt;", "<").replace("&gt;", ">"));
        return forms;
    }

    private static String docx(byte[] file) {
        try {
            return SixMonthReportTest.text(file);
        } catch (RuntimeException e) {
            throw new AssertionError("not a document", e);
        }
    }

    private static Map<String, String> forms(CheckResult result, String... names) {
        Map<String, String> forms = forms(result);
        forms.keySet().retainAll(List.of(names));
        assertThat(forms).hasSize(names.length);
        return forms;
    }

    @Test
    void a_waived_finding_counts_as_nothing_else() {
        Figures sample = Figures.of(Sample.result());

        assertThat(FIGURES.waived()).isEqualTo(1);
        assertThat(FIGURES.findings().of(Severity.ERROR))
                .isEqualTo(sample.findings().of(Severity.ERROR) - 1)
                .isEqualTo(RESULT.count(Severity.ERROR));
        for (Severity other : List.of(Severity.WARNING, Severity.INFO)) {
            assertThat(FIGURES.findings().of(other))
                    .isEqualTo(sample.findings().of(other))
                    .isEqualTo(RESULT.count(other));
        }
        assertThat(FIGURES.found().get("quarterly-report-overdue")).isZero();
        PlanFigures plan = FIGURES.plans().get(1);
        PlanFigures before = sample.plans().get(1);
        for (int i = 0; i < plan.divisions().size(); i++) {
            PlanFigures.OfDivision division = plan.divisions().get(i);
            assertThat(division.findings().total() + division.waived())
                    .isEqualTo(before.divisions().get(i).findings().total());
        }
        assertThat(plan.divisions()).extracting(PlanFigures.OfDivision::waived).containsExactly(1, 0, 1, 0);
        assertThat(plan.measures().get(3).waived()).isEqualTo(1);
    }

    @Test
    void a_waived_pair_never_counts_as_passed() {
        assertThat(FIGURES.pairs().total())
                .isEqualTo(Figures.of(Sample.result()).pairs().total());
        assertThat(FIGURES.pairs().of(Outcome.PASSED))
                .isEqualTo(Figures.of(Sample.result()).pairs().of(Outcome.PASSED));
        assertThat(new String(Written.junit(RESULT, THAI, Optional.of(Severity.ERROR)), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("classname=\"quarterly-report-overdue\" name=\"ลำดับที่ ๔"))
                        .toList())
                .singleElement()
                .asString()
                .contains("<skipped message=\"ยกเว้นให้: ", "นายก &lt;อบต.&gt;", "=1+1 &lt;b&gt;&amp; รอคำสั่ง")
                .doesNotContain("<failure");
    }

    @Test
    void every_report_says_until_when_by_whom_and_why() {
        String holds = PdfText.flowing("[ยกเว้นถึง ๓๐ มิถุนายน ๒๕๖๖ โดย นายก <อบต.> เหตุผล: =1+1 <b>");
        String ended =
                PdfText.flowing("[การยกเว้นสิ้นสุดแล้วเมื่อ ๒๙ เมษายน ๒๕๖๖ (ยกเว้นโดย นายก <อบต.> เหตุผล: รอเอกสาร)]");

        forms(RESULT).forEach((name, text) -> assertThat(text).as(name).contains(holds));
        Map<String, String> findings = forms(RESULT);
        // The six-month report does not list findings but those that are waived.
        findings.remove("report.docx");
        findings.forEach((name, text) -> assertThat(text).as(name).contains(ended));
        assertThat(Explanation.text(Recorded.waived(), new MeasureId(4), ENGLISH, 300))
                .contains(
                        "waived (error): ",
                        "[waived until 2023-06-30 by นายก <อบต.>: =1+1 <b>& รอคำสั่ง]",
                        "[the waiver until 2023-04-29 by นายก <อบต.> has ended: รอเอกสาร]");
        assertThat(WorkbookNotes.of(RESULT.run(), FIGURES.plans().get(1).checked(), Optional.of("กองคลัง"), ENGLISH)
                        .introduction())
                .contains("Errors: 3, warnings: 2, notes: 1 · waived: 1");
    }

    @Test
    void a_waiver_that_matches_nothing_is_told_with_what_to_do() {
        String idle = PdfText.flowing(
                "การยกเว้นตามบันทึกที่ ๔๑ โดย =ปลัด ถึง ๓๐ กันยายน ๒๕๖๖ (เหตุผล: อาคารปรับปรุง) ไม่ตรงกับข้อค้นพบใด");

        forms(RESULT, "table", "report.html", "report.pdf", "working-paper.xlsx", "report.docx", "findings.json")
                .forEach((name, text) -> assertThat(text).as(name).contains(idle, "ยุติการยกเว้น"));
    }

    @Test
    void where_all_that_is_found_is_waived_no_report_says_that_nothing_was_found() {
        Evaluation sample = Recorded.waived();
        Waiver waiver = sample.findings().get(1).waiver().orElseThrow();
        List<ReportedFinding> findings =
                sample.findings().stream().map(one -> one.under(waiver, true)).toList();
        CheckResult all = Sample.only(sample.with(findings, sample.ledger(), List.of()));

        assertThat(List.of(Severity.values()))
                .allSatisfy(severity -> assertThat(all.count(severity)).isZero());
        assertThat(DivisionMemo.of(Figures.of(all))).isEmpty();
        forms(all, "table", "report.html", "report.pdf")
                .forEach((name, text) ->
                        assertThat(text).as(name).doesNotContain("ไม่พบข้อบกพร่อง", "ยังไม่มีสิ่งที่ประเมินได้"));
        assertThat(new String(Written.junit(all, THAI, Optional.of(Severity.INFO)), StandardCharsets.UTF_8))
                .doesNotContain("<failure");
    }

    @Test
    void findings_json_keeps_its_schema_and_names_the_waiver() throws IOException {
        byte[] bytes = Written.json(RESULT, THAI, ENGLISH);
        JsonNode json = new ObjectMapper().readTree(bytes);

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(new String(FindingsJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON)
                        .validate(json))
                .isEmpty();
        assertThat(json.at("/findings/1/waiver/inForce").asBoolean()).isTrue();
        assertThat(json.at("/findings/1/waiver/reason").asText()).isEqualTo(Recorded.REASON);
        assertThat(json.at("/findings/1/severity").asText()).isEqualTo("ERROR");
        assertThat(json.at("/findings/2/waiver/inForce").asBoolean(true)).isFalse();
        assertThat(json.at("/findings/3").has("waiver")).isFalse();
        assertThat(json.at("/idleWaivers/0/record").asInt()).isEqualTo(41);
    }

    @Test
    void what_programs_read_carries_no_history() {
        CheckResult unrecorded = new CheckResult(RESULT.run(), RESULT.inputs());

        assertThat(Written.json(RESULT, THAI, ENGLISH)).isEqualTo(Written.json(unrecorded, THAI, ENGLISH));
        assertThat(Written.csv(RESULT, THAI)).isEqualTo(Written.csv(unrecorded, THAI));
        assertThat(Written.junit(RESULT, THAI, Optional.empty()))
                .isEqualTo(Written.junit(unrecorded, THAI, Optional.empty()));
    }

    @Test
    void what_changed_is_marked_at_the_finding_and_listed() {
        forms(RESULT, "report.html", "report.pdf", "working-paper.xlsx")
                .forEach((name, text) -> assertThat(text)
                        .as(name)
                        .contains(
                                PdfText.flowing("เทียบกับการตรวจ ณ วันที่ ๓๑ มีนาคม ๒๕๖๖"),
                                PdfText.flowing("เป็นการตรวจครั้งแรกที่บันทึกไว้"),
                                PdfText.flowing("ใหม่ ๑ แย่ลง ๐ กลับมาอีก ๑ แก้ไขแล้ว ๑ หายไป ๑"),
                                PdfText.flowing("ไม่พบ <b> item-missing"),
                                PdfText.flowing("ไม่พบ <b> date-impossible")));
        forms(RESULT, "table", "report.html", "report.pdf")
                .forEach((name, text) -> assertThat(text)
                        .as(name)
                        .contains(
                                PdfText.flowing("ใหม่ (พบตั้งแต่ ๓๐ เมษายน ๒๕๖๖)"),
                                PdfText.flowing("แย่ลง (พบตั้งแต่ ๒๘ กุมภาพันธ์ ๒๕๖๖)"),
                                PdfText.flowing("กลับมาอีก (พบตั้งแต่ ๓๐ เมษายน ๒๕๖๖)")));
    }

    @Test
    void the_table_ends_with_a_line_for_each_plan_and_the_head() {
        assertThat(new TerminalTable(ENGLISH, 200, false)
                        .table(RESULT, FIGURES)
                        .lines()
                        .toList())
                .endsWith(
                        "(agency not known), fiscal year 2566: this is the first check on record, so there is nothing to compare with",
                        "องค์การบริหารส่วนตำบลจอม่วง, round 1/2566: new 1, worsened 0, reopened 1, settled 1, absent 1 · compared with the check as of 2023-03-31",
                        "Head of the record 57:9f86d081884c… (in full in the reports)");
    }

    @Test
    void the_whole_head_stands_in_every_report_for_people() {
        forms(RESULT, "report.html", "report.pdf", "working-paper.xlsx", "report.docx", "memos")
                .forEach((name, text) -> assertThat(text)
                        .as(name)
                        .contains(Recorded.HEAD.toString(), PdfText.flowing("tidtam verify --head")));
    }
}
