package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class ReportPageTest {
    private static final Figures FIGURES = Figures.of(Sample.result());

    private static byte[] bytes(Language language) {
        return Written.page(Sample.result(), Sample.wording(language));
    }

    private static Document read(byte[] page) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new ByteArrayInputStream(page));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static List<Element> all(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Set<String> ids(Document page) {
        Set<String> ids = new HashSet<>();
        for (Element element : all(page, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        return ids;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_well_formed_says_its_language_and_links_only_within_itself(Language language) {
        Document page = read(bytes(language));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
        Set<String> ids = ids(page);
        assertThat(all(page, "a")).isNotEmpty().allSatisfy(link -> {
            String target = link.getAttribute("href");
            assertThat(target).startsWith("#");
            assertThat(ids).contains(target.substring(1));
        });
    }

    @Test
    void fetches_nothing() {
        String page = new String(bytes(Language.TH), StandardCharsets.UTF_8);
        Document read = read(bytes(Language.TH));

        for (String active : List.of("img", "link", "iframe", "object", "embed", "base", "b:script")) {
            assertThat(all(read, active)).as(active).isEmpty();
        }
        assertThat(page.replaceAll("base64,[A-Za-z0-9+/=]+", ""))
                .doesNotContain("url(http", "@import", "src=", "xlink");
        assertThat(page.split("url\\(")).hasSize(3);
    }

    @Test
    void runs_and_looks_only_as_its_own_policy_names() throws NoSuchAlgorithmException {
        Document page = read(bytes(Language.EN));
        String policy = all(page, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");

        assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "http");
        for (String name : List.of("script", "style")) {
            assertThat(all(page, name)).hasSize(1);
            byte[] content = all(page, name).get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            assertThat(policy)
                    .contains(name + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(all(page, "*")).noneMatch(element -> element.hasAttribute("style"));
    }

    @Test
    void shows_the_figures() {
        Document page = read(bytes(Language.EN));
        List<Integer> tiles = all(page, "li").stream()
                .filter(item -> item.getAttribute("class").startsWith("tile"))
                .map(item ->
                        Integer.valueOf(item.getElementsByTagName("b").item(0).getTextContent()))
                .toList();

        assertThat(tiles)
                .containsExactly(
                        FIGURES.findings().of(Severity.ERROR),
                        FIGURES.findings().of(Severity.WARNING),
                        FIGURES.findings().of(Severity.INFO),
                        FIGURES.overdue());
        assertThat(all(page, "tr"))
                .filteredOn(row -> row.getAttribute("id").matches("f\\d+-\\d+"))
                .hasSize(FIGURES.findings().total());
        assertThat(page.getDocumentElement().getTextContent())
                .contains("2023-04-30", Sample.SHA, "sha256:" + Sample.SHA, "Tidtam 0.1.0");
    }

    @Test
    void foreign_text_stays_text() {
        String division = "../<b>x</b> \" onload=\"";
        Evaluation sample = Sample.evaluation();
        CellText text = CellText.of(
                new CellRef("<script>", 0, 0),
                "<script>alert(1)</script> javascript:alert(1) \u202Eabc שלום \u0000 👨‍👩‍👧" + "ก".repeat(32_000));
        Finding finding = new Finding("date-impossible", new MeasureId(1), text, Values.of("text", text.raw()));
        Document page = read(page(sample, List.of(reported(finding, division))));

        assertThat(all(page, "script")).hasSize(1);
        assertThat(page.getDocumentElement().getTextContent())
                .contains(
                        "<script>alert(1)</script> javascript:alert(1) abc שלום 👨‍👩‍👧ก", "../<b>x</b> \" onload=\"")
                .doesNotContain("\u202E", "\u0000");
    }

    @Test
    void ten_thousand_findings_are_all_there_and_what_is_repeated_is_counted() {
        List<String> divisions =
                IntStream.range(0, 50).mapToObj(i -> "กองที่ " + i).toList();
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), "ดำเนินการแล้ว");
        List<ReportedFinding> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Finding finding =
                    new Finding("date-impossible", new MeasureId(i % 12 + 1), text, Values.of("text", "๓๑ ก.พ." + i));
            many.add(new ReportedFinding(finding, Severity.ERROR, divisions.subList(i % 2, 49), "fp" + i));
        }
        byte[] bytes = page(Sample.evaluation(), many);
        Document page = read(bytes);

        assertThat(ids(page)).contains("f0-1", "f0-10000");
        assertThat(bytes).hasSizeLessThan(24 << 20);
        assertThat(page.getDocumentElement().getTextContent()).contains("และอีก ๔๙๐๐ รายการซึ่งแสดงเต็มไว้");
        assertThat(all(page, "tr"))
                .filteredOn(row -> row.getAttribute("class").equals("again"))
                .hasSize(48 * 100);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_small(Language language) {
        assertThat(bytes(language)).hasSizeLessThan(400_000);
    }

    @Test
    void what_a_rule_rests_on_is_said_in_the_language_of_the_page() {
        Map<String, String> messages = new HashMap<>(Sample.messages(Language.TH));
        messages.put("date-impossible.basis", "ปฏิทิน");
        String page =
                new String(Written.page(Sample.result(), new Wording(Language.TH, messages)), StandardCharsets.UTF_8);

        assertThat(page).contains("ฐานอ้างอิง: ปฏิทิน", "<td>ปฏิทิน</td>").doesNotContain("class=\"\"");
    }

    private static ReportedFinding reported(Finding finding, String division) {
        return new ReportedFinding(finding, Severity.ERROR, List.of(division), "fp");
    }

    private static byte[] page(Evaluation sample, List<ReportedFinding> findings) {
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
        CheckResult result = new CheckResult(
                Sample.result().run(), List.of(new Checked.Evaluated("a.xlsx", Optional.of(Sample.SHA), evaluation)));
        return Written.page(result, Sample.wording(Language.TH));
    }
}
