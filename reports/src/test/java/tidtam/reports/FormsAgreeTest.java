package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.Severity;

/** One result, every form, the same totals. */
class FormsAgreeTest {
    private static final CheckResult RESULT = Sample.result();
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Figures FIGURES = Figures.of(RESULT);

    @Test
    void every_form_has_as_many_findings_of_each_severity()
            throws IOException, SAXException, ParserConfigurationException {
        JsonNode json = new ObjectMapper()
                .readTree(Written.json(RESULT, THAI, Sample.wording(Language.EN)))
                .get("findings");
        List<CSVRecord> csv = CSVFormat.RFC4180
                .parse(new StringReader(new String(Written.csv(RESULT, THAI), StandardCharsets.UTF_8)))
                .getRecords();
        List<Element> page = elements(Written.page(RESULT, THAI), "tr").toList();

        for (Severity severity : Severity.values()) {
            int count = FIGURES.findings().of(severity);
            assertThat(RESULT.count(severity)).as("result").isEqualTo(count);
            assertThat(json.findValuesAsText("severity"))
                    .as("findings.json")
                    .filteredOn(severity.name()::equals)
                    .hasSize(count);
            assertThat(csv)
                    .as("findings.csv")
                    .filteredOn(row -> Stream.of(row.values()).anyMatch(THAI.name(severity)::equals))
                    .hasSize(count);
            String number = String.valueOf(List.of(Severity.values()).indexOf(severity));
            assertThat(page)
                    .as("report.html")
                    .filteredOn(row -> row.getAttribute("id").startsWith("f")
                            && row.getAttribute("data-s").equals(number))
                    .hasSize(count);
        }
    }

    @Test
    void the_workbooks_have_as_many_rows_and_the_same_totals() {
        String paper = Workbooks.text(Written.workingPaper(RESULT, Sample.IN_FORCE, THAI));
        List<String> lines = paper.lines().toList();
        for (Severity severity : Severity.values()) {
            assertThat(lines)
                    .filteredOn(line -> line.contains(" ¦ " + THAI.name(severity) + " ¦ "))
                    .filteredOn(line -> line.contains(" ¦ fp-"))
                    .as("working-paper.xlsx")
                    .hasSize(FIGURES.findings().of(severity));
        }
        assertThat(paper)
                .contains(FIGURES.findings().counts().values().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ¦ ", THAI.line("paper.total") + " ¦  ¦ ", "\n")))
                .contains(totals(FIGURES.obligations()))
                .contains(totals(FIGURES.pairs()));
        assertThat(RESULT.inputs().stream()
                        .filter(Checked.Evaluated.class::isInstance)
                        .mapToInt(input -> WorkbookNotes.of(
                                        RESULT.run(), (Checked.Evaluated) input, Optional.empty(), THAI)
                                .list()
                                .size())
                        .sum())
                .as("annotated workbooks")
                .isEqualTo(FIGURES.findings().total());
    }

    private static String totals(Tally<?> tally) {
        return " ¦ " + THAI.line("paper.total") + " ¦ " + tally.total() + "\n";
    }

    @Test
    void every_form_has_as_many_pairs_of_each_outcome() throws IOException, SAXException, ParserConfigurationException {
        String json = new String(Written.json(RESULT, THAI, Sample.wording(Language.EN)), StandardCharsets.UTF_8);
        List<JsonNode> ledgers = new ObjectMapper().readTree(json).get("inputs").findValues("ledger");
        List<Element> cases = elements(Written.junit(RESULT, THAI, Optional.empty()), "testcase")
                .toList();

        assertThat(ledgers.stream()
                        .mapToInt(ledger -> ledger.path("pairs").asInt())
                        .sum())
                .isEqualTo(FIGURES.pairs().total())
                .isEqualTo(cases.size() - FIGURES.unreadable() - partialProblems(RESULT));
        assertThat(ledgers.stream()
                        .mapToInt(ledger -> ledger.path("notEvaluable").asInt())
                        .sum())
                .isEqualTo(FIGURES.pairs().of(Outcome.NOT_EVALUABLE))
                .isEqualTo((int) elements(Written.junit(RESULT, THAI, Optional.empty()), "skipped")
                        .filter(one -> one.getAttribute("message").startsWith(THAI.name(Outcome.NOT_EVALUABLE)))
                        .count());
    }

    @Test
    void the_pages_on_paper_show_the_same_totals() {
        String report = PdfText.flowing(PdfText.of(out -> ReportPdf.write(RESULT, FIGURES, THAI, out)));
        String tiles = Stream.concat(
                        Stream.of(Severity.values())
                                .map(severity -> THAI.number(FIGURES.findings().of(severity))
                                        + THAI.line("page.means." + severity)),
                        Stream.of(THAI.number(FIGURES.overdue())))
                .collect(Collectors.joining());
        assertThat(report).as("report.pdf").contains(PdfText.flowing(tiles));

        List<DivisionMemo> memos = DivisionMemo.of(FIGURES);
        List<PlanFigures.OfDivision> divisions = FIGURES.plans().stream()
                .flatMap(plan -> plan.divisions().stream())
                .filter(division ->
                        division.name().isPresent() && division.findings().total() > 0)
                .toList();
        assertThat(memos).hasSameSizeAs(divisions).isNotEmpty();
        for (int i = 0; i < memos.size(); i++) {
            DivisionMemo memo = memos.get(i);
            Tally<Severity> found = divisions.get(i).findings();
            String text = PdfText.flowing(PdfText.of(out -> memo.write(RESULT, THAI, out)));
            for (Severity severity : Severity.values()) {
                assertThat(text)
                        .as(memo.division())
                        .contains(THAI.name(severity) + THAI.number(found.of(severity)) + "รายการ");
            }
        }
    }

    private static Stream<Element> elements(byte[] xml, String name)
            throws IOException, SAXException, ParserConfigurationException {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static String page(CheckResult result) {
        return new String(Written.page(result, THAI), StandardCharsets.UTF_8);
    }

    private static String pdf(CheckResult result) {
        return PdfText.flowing(PdfText.of(out -> ReportPdf.write(result, Figures.of(result), THAI, out)));
    }

    @Test
    void not_evaluable_is_one_number_and_what_failed_or_was_waived_has_its_own_word() {
        String notEvaluable = "ประเมินไม่ได้ " + THAI.number(FIGURES.pairs().of(Outcome.NOT_EVALUABLE));
        String broken = "กฎทำงานไม่สำเร็จ " + THAI.number(FIGURES.pairs().of(Outcome.ERROR));
        String waived = "ยกเว้นให้ " + THAI.number(FIGURES.pairs().of(Outcome.WAIVED));
        assertThat(FIGURES.pairs().of(Outcome.ERROR)).isPositive();
        assertThat(FIGURES.pairs().of(Outcome.WAIVED)).isPositive();

        String terminal = new TerminalTable(THAI, 300, false).summary(RESULT, FIGURES);
        assertThat(terminal).contains(notEvaluable + " จาก ", broken + " คู่");
        for (String whole : List.of(
                " " + waived + " " + notEvaluable + " " + broken + " (", notEvaluable + " " + broken + " " + waived)) {
            assertThat(page(RESULT)).contains(whole);
            assertThat(pdf(RESULT)).contains(PdfText.flowing(whole));
        }
    }

    @Test
    void nothing_is_found_only_where_something_was_evaluated() {
        List<PlannedMeasure> measures = Sample.evaluation().plan().measures().subList(0, 1);
        List<Ledger.Entry> notYet = List.of(new Ledger.Entry(
                "date-impossible",
                Optional.of(new MeasureId(1)),
                Outcome.NOT_APPLICABLE,
                Reason.of(Reason.Code.NOT_YET_DUE)));
        CheckResult nothing = Sample.only(Sample.bare(measures, List.of(), notYet, List.of()));
        CheckResult passed = Sample.only(Sample.nothingFound(measures));

        for (Function<CheckResult, String> form : List.<Function<CheckResult, String>>of(
                FormsAgreeTest::page,
                FormsAgreeTest::pdf,
                result -> new TerminalTable(THAI, 80, false).table(result, Figures.of(result)))) {
            assertThat(form.apply(nothing))
                    .contains("ยังไม่มีสิ่งที่ประเมินได้")
                    .doesNotContain("ไม่พบข้อบกพร่อง", "ประเมินได้ครบ");
            assertThat(form.apply(passed)).contains("ไม่พบข้อบกพร่อง").doesNotContain("ยังไม่มีสิ่งที่ประเมินได้");
        }
    }

    @Test
    void nothing_overdue_says_how_many_due_dates_were_not_counted() {
        Evaluation sample = Sample.evaluation();
        CheckResult uncounted =
                Sample.only(Sample.bare(sample.plan().measures(), List.of(), List.of(), sample.uncounted()));
        CheckResult none = Sample.only(Sample.bare(sample.plan().measures(), List.of(), List.of(), List.of()));
        String said = "ไม่มีงวดที่พ้นกำหนดรายงาน · นับวันครบกำหนดไม่ได้ "
                + THAI.number(sample.uncounted().size());

        assertThat(page(uncounted)).contains(said);
        assertThat(pdf(uncounted)).contains(PdfText.flowing(said));
        assertThat(page(none)).contains("ไม่มีงวดที่พ้นกำหนดรายงาน").doesNotContain("นับวันครบกำหนดไม่ได้");
    }

    /** What keeps a plan from being checked in full is a case of junit.xml beside the pairs. */
    static int partialProblems(CheckResult result) {
        return (int) result.evaluations().stream()
                .flatMap(evaluation -> evaluation.problems().stream())
                .filter(problem -> problem.code().partial())
                .count();
    }
}
