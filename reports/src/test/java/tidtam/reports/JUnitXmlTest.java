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
import tidtam.facts.Outcome;
import tidtam.facts.Severity;

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
        byte[] xml = JUnitXml.bytes(Sample.result(), Sample.wording(Language.TH), failOn);
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

        assertThat(all(document, "testsuite")).hasSize(figures.plans().size() + figures.unreadable());
        assertThat(sum(document, "tests")).isEqualTo(figures.pairs().total() + figures.unreadable());
        assertThat(sum(document, "errors")).isEqualTo(figures.pairs().of(Outcome.ERROR) + figures.unreadable());
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
}
