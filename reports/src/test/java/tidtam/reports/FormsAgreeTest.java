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
import tidtam.facts.Outcome;
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
                .readTree(FindingsJson.bytes(RESULT, THAI, Sample.wording(Language.EN)))
                .get("findings");
        List<CSVRecord> csv = CSVFormat.RFC4180
                .parse(new StringReader(new String(FindingsCsv.bytes(RESULT, THAI), StandardCharsets.UTF_8)))
                .getRecords();
        List<Element> page = elements(ReportPage.bytes(RESULT, THAI), "tr").toList();

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
        String paper = Workbooks.text(WorkingPaper.bytes(RESULT, Sample.IN_FORCE, THAI));
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
                        .mapToInt(input -> CellNotes.of(RESULT.run(), (Checked.Evaluated) input, Optional.empty(), THAI)
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
        String json = new String(FindingsJson.bytes(RESULT, THAI, Sample.wording(Language.EN)), StandardCharsets.UTF_8);
        List<JsonNode> ledgers = new ObjectMapper().readTree(json).get("inputs").findValues("ledger");
        List<Element> cases = elements(JUnitXml.bytes(RESULT, THAI, Optional.empty()), "testcase")
                .toList();

        assertThat(ledgers.stream()
                        .mapToInt(ledger -> ledger.path("pairs").asInt())
                        .sum())
                .isEqualTo(FIGURES.pairs().total())
                .isEqualTo(cases.size() - FIGURES.unreadable());
        assertThat(ledgers.stream()
                        .mapToInt(ledger -> ledger.path("notEvaluable").asInt())
                        .sum())
                .isEqualTo(FIGURES.pairs().of(Outcome.NOT_EVALUABLE))
                .isEqualTo((int) elements(JUnitXml.bytes(RESULT, THAI, Optional.empty()), "skipped")
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
            String text = PdfText.flowing(PdfText.of(out -> memo.write(RESULT.run(), THAI, out)));
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
}
