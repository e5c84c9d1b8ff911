package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.facts.Outcome;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/** One check of the real plan, every file that it writes: read by other programs, all of them show the same totals. */
class EveryFormAgreesTest {
    private static final Wording ENGLISH = Rules.builtIn().wording(Language.EN);
    private static final Pattern FINDING = Pattern.compile("<tr data-s=\"(\\d)\"[^>]* id=\"f");

    @TempDir
    static Path folder;

    private static final Map<Severity, Integer> FINDINGS = new EnumMap<>(Severity.class);
    private static final Map<State, Integer> OBLIGATIONS = new EnumMap<>(State.class);
    private static final Map<Outcome, Integer> PAIRS = new EnumMap<>(Outcome.class);
    private static final Map<String, Map<Severity, Integer>> OF_DIVISION = new HashMap<>();
    private static final Map<Severity, String> TILES =
            Map.of(Severity.ERROR, "Errors", Severity.WARNING, "Warnings", Severity.INFO, "Notes");
    private static final Map<Severity, String> MEANINGS = Map.of(
            Severity.ERROR, "no dated evidence, or cannot be true",
            Severity.WARNING, "the plan or the record is defective",
            Severity.INFO, "worth a look");
    private static int overdue;

    @BeforeAll
    static void check() throws IOException {
        String plan = Run.sampleIn(folder, "plan.xlsx");
        Run run = Run.of("check", plan, "--as-of=2566-04-30", "--lang=en", "--quiet", "--out=" + folder.resolve("out"));
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FOUND);

        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file("findings.json")));
        for (JsonNode finding : json.get("findings")) {
            Severity severity = Severity.valueOf(finding.get("severity").asText());
            FINDINGS.merge(severity, 1, Integer::sum);
            finding.get("divisions")
                    .forEach(division -> OF_DIVISION
                            .computeIfAbsent(division.asText(), none -> new EnumMap<>(Severity.class))
                            .merge(severity, 1, Integer::sum));
        }
        for (JsonNode obligation : json.findValues("obligations").stream()
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList()) {
            OBLIGATIONS.merge(State.valueOf(obligation.get("state").asText()), 1, Integer::sum);
            overdue += obligation.get("daysOverdue").asInt() > 0 ? 1 : 0;
        }
        JsonNode ledger = json.get("inputs").get(0).get("ledger");
        Map<Outcome, String> names = Map.of(
                Outcome.PASSED, "passed",
                Outcome.FOUND, "found",
                Outcome.WAIVED, "waived",
                Outcome.NOT_APPLICABLE, "notApplicable",
                Outcome.NOT_EVALUABLE, "notEvaluable",
                Outcome.ERROR, "errors");
        names.forEach((outcome, name) -> PAIRS.put(outcome, ledger.get(name).asInt()));
        assertThat(FINDINGS.values())
                .hasSize(3)
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    @Test
    void the_table_of_values() throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .parse(Files.newBufferedReader(file("findings.csv"), StandardCharsets.UTF_8))
                .getRecords();

        FINDINGS.forEach((severity, count) -> assertThat(rows)
                .filteredOn(row -> row.stream().anyMatch(ENGLISH.name(severity)::equals))
                .hasSize(count));
    }

    @Test
    void the_page() throws IOException {
        String page = Files.readString(file("report.html"));
        List<String> found =
                FINDING.matcher(page).results().map(match -> match.group(1)).toList();

        FINDINGS.forEach((severity, count) -> assertThat(found)
                .filteredOn(String.valueOf(List.of(Severity.values()).indexOf(severity))::equals)
                .hasSize(count));
        String text = page.replaceAll("<[^>]*>", "");
        FINDINGS.forEach((severity, count) -> assertThat(text).contains(count + TILES.get(severity)));
    }

    @Test
    void the_working_paper() throws IOException {
        try (XSSFWorkbook book = workbook("working-paper.xlsx")) {
            List<List<String>> findings = cells(book.getSheet("Findings"));
            List<List<String>> summary = cells(book.getSheet("Summary"));
            List<List<String>> obligations = cells(book.getSheet("Obligations"));

            FINDINGS.forEach((severity, count) -> assertThat(findings)
                    .filteredOn(row -> row.contains(ENGLISH.name(severity)))
                    .hasSize(count));
            assertThat(summary)
                    .anySatisfy(row -> assertThat(row)
                            .contains("Total")
                            .containsSubsequence(FINDINGS.values().stream()
                                    .map(String::valueOf)
                                    .toList()));
            OBLIGATIONS.forEach((state, count) -> assertThat(obligations)
                    .filteredOn(row -> row.contains(ENGLISH.name(state)))
                    .hasSize(count));
            PAIRS.forEach((outcome, count) -> assertThat(summary)
                    .anySatisfy(
                            row -> assertThat(row).containsSubsequence(ENGLISH.name(outcome), String.valueOf(count))));
        }
    }

    @Test
    void the_workbook_with_notes() throws IOException {
        try (XSSFWorkbook book = workbook("plan-annotated.xlsx")) {
            List<List<String>> list = cells(book.getSheet("Findings"));

            FINDINGS.forEach((severity, count) -> assertThat(list)
                    .filteredOn(row -> row.contains(ENGLISH.name(severity)))
                    .hasSize(count));
        }
    }

    @Test
    void the_pages_on_paper() throws IOException {
        String report = pdf("report.pdf");
        FINDINGS.forEach((severity, count) -> assertThat(report).contains(flowing(count + MEANINGS.get(severity))));
        assertThat(report).contains(overdue + "thelongestby");
    }

    @Test
    void the_memos() throws IOException {
        assertThat(OF_DIVISION).isNotEmpty();
        for (Map.Entry<String, Map<Severity, Integer>> division : OF_DIVISION.entrySet()) {
            String memo = pdf("memo-" + division.getKey() + ".pdf");
            Map<Severity, Integer> counts = division.getValue();
            assertThat(memo)
                    .as(division.getKey())
                    .contains("(errors" + counts.getOrDefault(Severity.ERROR, 0) + ",warnings"
                            + counts.getOrDefault(Severity.WARNING, 0) + ",notes"
                            + counts.getOrDefault(Severity.INFO, 0) + ")");
        }
    }

    @Test
    void the_six_month_report() throws IOException {
        try (InputStream in = Files.newInputStream(file("report.docx"));
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            List<String> lines = extractor
                    .getText()
                    .lines()
                    .flatMap(line -> Stream.of(line.split("\t", -1)))
                    .toList();

            FINDINGS.forEach((severity, count) -> assertThat(lines).contains(ENGLISH.name(severity) + ": " + count));
            PAIRS.forEach((outcome, count) -> assertThat(lines).contains(ENGLISH.name(outcome) + ": " + count));
        }
    }

    @Test
    void the_file_for_a_dashboard() throws IOException {
        String xml = Files.readString(file("junit.xml"));

        assertThat(Pattern.compile("<testcase ").matcher(xml).results().count())
                .isEqualTo(PAIRS.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(Pattern.compile("<skipped message=\"" + ENGLISH.name(Outcome.NOT_EVALUABLE))
                        .matcher(xml)
                        .results()
                        .count())
                .isEqualTo(PAIRS.getOrDefault(Outcome.NOT_EVALUABLE, 0).longValue());
    }

    @Test
    void no_form_was_forgotten() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("memo-")))
                    .containsExactlyInAnyOrder(
                            "findings.json",
                            "findings.schema.json",
                            "findings.csv",
                            "report.html",
                            "report.pdf",
                            "report.docx",
                            "working-paper.xlsx",
                            "plan-annotated.xlsx",
                            "junit.xml");
        }
    }

    private static Path file(String name) {
        return folder.resolve("out").resolve(name);
    }

    private static XSSFWorkbook workbook(String name) throws IOException {
        try (InputStream in = Files.newInputStream(file(name))) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<List<String>> cells(Sheet sheet) {
        DataFormatter shown = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            rows.add(StreamSupport.stream(row.spliterator(), false)
                    .map(shown::formatCellValue)
                    .toList());
        }
        return rows;
    }

    private static String pdf(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(file(name).toFile())) {
            return flowing(new PDFTextStripper().getText(document));
        }
    }

    /** Without what depends on where lines end. */
    private static String flowing(String text) {
        return text.replaceAll("\\s+", "");
    }
}
