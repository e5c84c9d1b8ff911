package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class JUnitXmlTest {
    /** What the schemas of Jenkins and of Surefire both allow. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "testsuites", Set.of("name"),
            "testsuite", Set.of("name", "tests", "failures", "errors", "skipped", "time"),
            "properties", Set.of(),
            "property", Set.of("name", "value"),
            "testcase", Set.of("name", "classname", "time"),
            "failure", Set.of("type", "message"),
            "error", Set.of("type", "message"),
            "skipped", Set.of("message"),
            "system-out", Set.of());

    private static Document read(Optional<Severity> failOn)
            throws IOException, SAXException, ParserConfigurationException {
        return read(Sample.result(), failOn);
    }

    private static Document read(CheckResult result, Optional<Severity> failOn)
            throws IOException, SAXException, ParserConfigurationException {
        byte[] xml = Written.junit(result, Sample.wording(Language.TH), failOn);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static int sum(Document document, String attribute) {
        return all(document, "testsuite").stream()
                .mapToInt(suite -> Integer.parseInt(suite.getAttribute(attribute)))
                .sum();
    }

    @Test
    void the_totals_are_the_ledgers() throws IOException, SAXException, ParserConfigurationException {
        Figures figures = Figures.of(Sample.result());
        Document document = read(Optional.of(Severity.INFO));
        int partial = FormsAgreeTest.partialProblems(Sample.result());

        assertThat(all(document, "testsuite")).hasSize(figures.plans().size() + figures.unreadable());
        assertThat(sum(document, "tests")).isEqualTo(figures.pairs().total() + figures.unreadable() + partial);
        assertThat(sum(document, "errors"))
                .isEqualTo(figures.pairs().of(Outcome.ERROR) + figures.unreadable() + partial);
        assertThat(sum(document, "skipped"))
                .isEqualTo(figures.pairs().of(Outcome.NOT_APPLICABLE)
                        + figures.pairs().of(Outcome.NOT_EVALUABLE)
                        + figures.pairs().of(Outcome.WAIVED));
        assertThat(all(document, "testcase")).hasSize(sum(document, "tests"));
        assertThat(all(document, "failure")).hasSize(sum(document, "failures")).isNotEmpty();
        assertThat(all(document, "error")).hasSize(sum(document, "errors"));
        assertThat(all(document, "skipped"))
                .hasSize(sum(document, "skipped"))
                .allSatisfy(
                        skipped -> assertThat(skipped.getAttribute("message")).isNotBlank());
    }

    @Test
    void only_what_reaches_the_given_severity_fails() throws IOException, SAXException, ParserConfigurationException {
        assertThat(all(read(Optional.empty()), "failure")).isEmpty();
        assertThat(sum(read(Optional.of(Severity.ERROR)), "failures"))
                .isLessThan(sum(read(Optional.of(Severity.WARNING)), "failures"));
        assertThat(all(read(Optional.of(Severity.ERROR)), "failure"))
                .allSatisfy(failure -> assertThat(failure.getAttribute("type")).isEqualTo("ERROR"));
        assertThat(all(read(Optional.of(Severity.ERROR)), "system-out")).isNotEmpty();
    }

    @Test
    void holds_what_dashboards_read_and_nothing_else() throws IOException, SAXException, ParserConfigurationException {
        Document document = read(Optional.of(Severity.ERROR));
        Set<String> names = new HashSet<>();

        for (Element element : all(document, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String attribute = element.getAttributes().item(i).getNodeName();
                assertThat(ALLOWED.getOrDefault(element.getTagName(), Set.of()))
                        .as(element.getTagName())
                        .contains(attribute);
            }
            if (element.getTagName().equals("testcase")
                    && !element.getAttribute("classname").equals("tidtam")) {
                assertThat(names.add(element.getAttribute("classname") + '/' + element.getAttribute("name")))
                        .as(element.getAttribute("name"))
                        .isTrue();
            }
        }
        assertThat(names).isNotEmpty();
    }

    @Test
    void what_keeps_a_plan_from_being_checked_in_full_is_an_error_and_a_lesser_problem_is_none()
            throws IOException, SAXException, ParserConfigurationException {
        List<String> errors = all(read(Optional.empty()), "error").stream()
                .map(error -> error.getAttribute("type"))
                .toList();

        assertThat(errors).contains("SHEET_HIDDEN", "SHEET_UNREADABLE").doesNotContain("ROWS_HIDDEN");
        CheckResult whole =
                Sample.only(Sample.nothingFound(Sample.evaluation().plan().measures()));
        assertThat(whole.partial()).isFalse();
        assertThat(all(read(whole, Optional.empty()), "error")).isEmpty();
    }

    @Test
    void a_finding_stands_with_its_measure_and_with_the_plan_only_where_no_measure_has_a_case()
            throws IOException, SAXException, ParserConfigurationException {
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), "x");
        MeasureId first = new MeasureId(1);
        Reason found = Reason.of(Reason.Code.FOUND);
        List<Ledger.Entry> entries = List.of(
                new Ledger.Entry("date-impossible", Optional.empty(), Outcome.FOUND, found),
                new Ledger.Entry("date-impossible", Optional.of(first), Outcome.FOUND, found),
                new Ledger.Entry("completion-date-blank", Optional.empty(), Outcome.FOUND, found));
        List<ReportedFinding> findings = List.of(
                new ReportedFinding(
                        new Finding("date-impossible", first, text, Values.of("text", "x")),
                        Severity.ERROR,
                        List.of(),
                        "1"),
                new ReportedFinding(
                        new Finding("completion-date-blank", first, text, Values.of("periods", List.of())),
                        Severity.ERROR,
                        List.of(),
                        "2"));
        Document document = read(
                Sample.only(Sample.bare(Sample.evaluation().plan().measures(), findings, entries, List.of())),
                Optional.of(Severity.ERROR));

        assertThat(all(document, "failure"))
                .extracting(failure -> ((Element) failure.getParentNode()).getAttribute("classname"))
                .containsExactly("date-impossible", "completion-date-blank");
        assertThat(all(document, "testcase")
                        .get(0)
                        .getElementsByTagName("failure")
                        .getLength())
                .isZero();
    }
}
