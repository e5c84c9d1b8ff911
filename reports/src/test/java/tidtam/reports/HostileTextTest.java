package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tidtam.facts.Annotations;
import tidtam.facts.Severity;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;
import tidtam.reports.warning.Letter;
import tidtam.reports.warning.SampleMails;

/** Whatever every cell, sheet, path and setting holds, the reports stay what they are: nothing of it runs, fetches or steers. */
class HostileTextTest {
    private static final int CELL = 32_767;

    private static Stream<String> texts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "</script></style></title></svg><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)\" x=\"",
                "' onfocus='alert(1)' autofocus='",
                "&lt;b&gt; &amp; & &#x3c; &nbsp; ]]> <!-- --> <?x?> <![CDATA[",
                "javascript:alert(1) url(http://x) expression(1) {} @import 'x'; \\3c",
                "=cmd|'/c calc'!A1",
                "\u202Eabc\u202C \u2066x\u2069 \u200F\u061Cשלום\u2028\u2029",
                "\u0000\u0001\u0007\b\u001B[31m\u007F\u0085\u009F\t\r\n\uFFFE\uFFFF",
                "\uD800 \uDC00 \uDC00\uD800",
                "👨‍👩‍👧🇹🇭👍🏽".repeat(CELL / 16),
                "x" + "😀".repeat(CELL / 2),
                "ก" + "\u0E48".repeat(CELL - 1),
                "ก".repeat(CELL));
    }

    private static CheckResult result(String text) {
        CheckResult usual = Recorded.result();
        CheckResult changed = EveryText.of(usual, own -> text + own + text);
        SortedMap<String, PlanHistory> plans = new TreeMap<>();
        for (int i = 0; i < usual.evaluations().size(); i++) {
            plans.put(
                    changed.evaluations().get(i).planKey(),
                    Optional.ofNullable(changed.history()
                                    .orElseThrow()
                                    .plans()
                                    .get(usual.evaluations().get(i).planKey()))
                            .orElseThrow());
        }
        return changed.with(new RunHistory(plans, Recorded.HEAD));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_on_the_page_is_made_of_it(String text) {
        byte[] page = Written.page(result(text), Sample.wording(Language.TH));
        byte[] usual = Written.page(Recorded.result(), Sample.wording(Language.TH));

        assertThat(markup(page)).isEqualTo(markup(usual));
        for (String own : List.of("script", "style", "meta")) {
            assertThat(all(read(page), own))
                    .extracting(HostileTextTest::whole)
                    .isEqualTo(all(read(usual), own).stream()
                            .map(HostileTextTest::whole)
                            .toList());
        }
        assertThat(all(read(page), "a"))
                .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("#"));
        assertHarmless(page);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_in_junit_xml_is_made_of_it(String text) {
        byte[] xml = Written.junit(result(text), Sample.wording(Language.TH), Optional.of(Severity.WARNING));
        byte[] usual = Written.junit(Recorded.result(), Sample.wording(Language.TH), Optional.of(Severity.WARNING));

        assertThat(markup(xml)).isEqualTo(markup(usual));
        assertHarmless(xml);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_in_the_working_paper_is_made_of_it(String text) {
        Map<String, Document> paper = paper(result(text));
        Map<String, Document> usual = paper(Recorded.result());

        assertThat(paper.keySet()).isEqualTo(usual.keySet());
        paper.forEach((name, part) -> assertThat(markup(part))
                .as(name)
                .isEqualTo(markup(Optional.ofNullable(usual.get(name)).orElseThrow())));
        assertThat(paper.values().stream()
                        .flatMap(part -> all(part, "t").stream())
                        .map(Element::getTextContent))
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell).hasSizeLessThanOrEqualTo(CELL).doesNotContainPattern("^([=+@\t\r]|-\\S)");
                    assertThat(cell.lines()).noneMatch(line -> line.codePoints().anyMatch(Clean::steering));
                });
    }

    private static Map<String, Document> paper(CheckResult result) {
        return Workbooks.parts(Written.workingPaper(result, Sample.IN_FORCE, Sample.wording(Language.TH)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_in_the_notes_of_a_workbook_steers(String text) {
        CheckResult result = result(text);
        List<Annotations> all = result.inputs().stream()
                .filter(Checked.Evaluated.class::isInstance)
                .map(input -> WorkbookNotes.of(
                        result.run(), (Checked.Evaluated) input, Optional.empty(), Sample.wording(Language.TH)))
                .toList();
        assertThat(all.stream()
                        .flatMap(notes -> Stream.of(
                                        notes.introduction().stream(),
                                        notes.notes().stream().map(Annotations.Note::text),
                                        notes.list().stream().flatMap(listed -> listed.texts().stream()))
                                .flatMap(texts -> texts)))
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said.lines())
                        .noneMatch(line -> line.codePoints().anyMatch(Clean::steering)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void nothing_in_a_mail_is_made_of_it(String text) {
        CheckResult result = EveryText.of(SampleMails.result(), own -> own.contains("@") ? own : text + own + text);
        List<Letter> mails = SampleMails.first(result, Sample.wording(Language.TH));
        List<Letter> usual = SampleMails.first(SampleMails.result(), Sample.wording(Language.TH));

        assertThat(mails).hasSameSizeAs(usual);
        assertThat(mails.stream().map(mail -> markup(utf8(mail.html()))))
                .containsExactlyInAnyOrderElementsOf(
                        usual.stream().map(mail -> markup(utf8(mail.html()))).toList());
        assertThat(mails).allSatisfy(mail -> {
            assertThat(mail.subject()).hasSizeLessThan(1000);
            assertThat(mail.subject().codePoints()).noneMatch(Clean::steering);
            assertHarmless(utf8(mail.plain()));
            assertHarmless(utf8(mail.html()));
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertHarmless(byte[] file) {
        assertThat(file).hasSizeLessThan(6 << 20);
        assertThat(decoded(file).split("\n", -1))
                .noneMatch(line -> line.codePoints().anyMatch(Clean::steering));
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("not UTF-8", e);
        }
    }

    /** Every element with the names of its attributes. */
    private static Set<String> markup(byte[] file) {
        return markup(read(file));
    }

    private static Set<String> markup(Document document) {
        Set<String> markup = new TreeSet<>();
        for (Element element : all(document, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                markup.add(element.getTagName() + " "
                        + element.getAttributes().item(i).getNodeName());
            }
            markup.add(element.getTagName());
        }
        return markup;
    }

    private static String whole(Element element) {
        return element.getAttribute("content") + element.getTextContent();
    }

    private static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Document read(byte[] file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }
}
