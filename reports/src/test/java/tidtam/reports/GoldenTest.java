package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tidtam.facts.Annotations;
import tidtam.facts.Evaluation;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Severity;
import tidtam.reports.warning.SampleMails;

/** Every format of the sample, byte for byte. With {@code -Dgolden.rewrite} the files are written instead. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Wording ENGLISH = Sample.wording(Language.EN);

    private static SortedMap<String, byte[]> goldens() {
        CheckResult result = Sample.result();
        SortedMap<String, byte[]> goldens = new TreeMap<>();
        goldens.put("findings.json", Written.json(result, THAI, ENGLISH));
        goldens.put("findings-th.csv", Written.csv(result, THAI));
        goldens.put("findings-en.csv", Written.csv(result, ENGLISH));
        goldens.put("working-paper-th.txt", utf8(Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, THAI))));
        goldens.put(
                "working-paper-en.txt", utf8(Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, ENGLISH))));
        goldens.put("notes-th.txt", utf8(notes(result, THAI)));
        goldens.put("notes-en.txt", utf8(notes(result, ENGLISH)));
        goldens.put("table-th-100.txt", utf8(new TerminalTable(THAI, 100, false).table(result, Figures.of(result))));
        goldens.put("table-th-60.txt", utf8(new TerminalTable(THAI, 60, false).table(result, Figures.of(result))));
        goldens.put(
                "table-en-120-colours.txt",
                utf8(new TerminalTable(ENGLISH, 120, true).table(result, Figures.of(result))));
        goldens.put("explain-th.txt", utf8(explanations(THAI)));
        goldens.put("explain-en.txt", utf8(explanations(ENGLISH)));
        goldens.put("catalogue.md", utf8(Catalogue.markdown(Sample.rules(), Sample.off(), THAI, ENGLISH)));
        goldens.put("catalogue.json", utf8(Catalogue.json(Sample.rules(), Sample.off(), THAI, ENGLISH)));
        goldens.put("report-th.html", page(result, THAI));
        goldens.put("report-en.html", page(result, ENGLISH));
        goldens.put("report-th.txt", utf8(report(result, THAI)));
        goldens.put("report-en.txt", utf8(report(result, ENGLISH)));
        goldens.put("memo-th.txt", utf8(memos(Sample.result(), THAI)));
        goldens.put("memo-en.txt", utf8(memos(Sample.result(), ENGLISH)));
        goldens.put("junit-th.xml", Written.junit(result, THAI, Optional.of(Severity.ERROR)));
        goldens.put("six-month-th.txt", sixMonth(THAI));
        goldens.put("six-month-en.txt", sixMonth(ENGLISH));
        goldens.put("reading.jsonl", utf8(readings()));
        goldens.put("calendar-th.ics", calendar(Optional.of("กองคลัง"), THAI));
        goldens.put("calendar-en.ics", calendar(Optional.of("สำนักปลัด"), ENGLISH));
        goldens.put("mails-th.txt", utf8(SampleMails.text(SampleMails.letters(THAI))));
        goldens.put("mails-en.txt", utf8(SampleMails.text(SampleMails.letters(ENGLISH))));
        goldens.put("mail-th.html", utf8(SampleMails.page(SampleMails.letters(THAI))));
        goldens.put("mail-en.html", utf8(SampleMails.page(SampleMails.letters(ENGLISH))));
        recorded(goldens);
        return goldens;
    }

    private static void recorded(Map<String, byte[]> goldens) {
        CheckResult result = Recorded.result();
        Figures figures = Figures.of(result);
        goldens.put("recorded-findings.json", Written.json(result, THAI, ENGLISH));
        goldens.put("recorded-findings-th.csv", Written.csv(result, THAI));
        goldens.put("recorded-junit-th.xml", Written.junit(result, THAI, Optional.of(Severity.ERROR)));
        goldens.put("recorded-table-th.txt", utf8(new TerminalTable(THAI, 100, false).table(result, figures)));
        goldens.put("recorded-table-en.txt", utf8(new TerminalTable(ENGLISH, 120, true).table(result, figures)));
        goldens.put("recorded-report-th.html", page(result, THAI));
        goldens.put("recorded-report-en.html", page(result, ENGLISH));
        goldens.put("recorded-report-th.txt", utf8(report(result, THAI)));
        goldens.put("recorded-report-en.txt", utf8(report(result, ENGLISH)));
        goldens.put("recorded-paper-th.txt", utf8(Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, THAI))));
        goldens.put(
                "recorded-paper-en.txt", utf8(Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, ENGLISH))));
        goldens.put("recorded-notes-th.txt", utf8(notes(result, THAI)));
        goldens.put("recorded-memo-th.txt", utf8(memos(result, THAI)));
        goldens.put(
                "recorded-six-month-th.txt",
                utf8(SixMonthReportTest.text(PdfText.bytes(
                        out -> SixMonthReport.write(figures.plans().get(1), result, THAI, out)))));
        goldens.put("recorded-explain-th.txt", utf8(Explanation.text(Recorded.waived(), new MeasureId(4), THAI, 100)));
        goldens.put("recorded-mails-th.txt", utf8(SampleMails.text(SampleMails.recorded(THAI))));
        goldens.put("recorded-mails-en.txt", utf8(SampleMails.text(SampleMails.recorded(ENGLISH))));
        goldens.put("recorded-mail-th.html", utf8(SampleMails.page(SampleMails.recorded(THAI))));
    }

    /** The document's text; its parts that never change stand in files of their own. */
    private static byte[] sixMonth(Wording wording) {
        PlanFigures plan = Figures.of(Sample.result()).plans().get(1);
        return utf8(
                SixMonthReportTest.text(Written.sixMonth(plan, Sample.result().run(), wording)));
    }

    /** Without fonts, style and script, which stand in files of their own. */
    private static byte[] page(CheckResult result, Wording wording) {
        String page = new String(Written.page(result, wording), StandardCharsets.UTF_8);
        return utf8(page.replaceAll("(?s)(<style>|<script>).*?(</style>|</script>)", "$1$2")
                .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…"));
    }

    private static String notes(CheckResult result, Wording wording) {
        Checked.Evaluated input = (Checked.Evaluated) result.inputs().stream()
                .filter(each -> each.path().startsWith("แผน"))
                .findFirst()
                .orElseThrow();
        StringBuilder all = new StringBuilder();
        for (Optional<String> division : List.of(Optional.<String>empty(), Optional.of("กองคลัง"))) {
            Annotations notes = WorkbookNotes.of(result.run(), input, division, wording);
            notes.introduction().forEach(line -> all.append(line).append('\n'));
            all.append(notes.headings()).append('\n');
            notes.notes()
                    .forEach(note -> all.append("--- ")
                            .append(note.cell())
                            .append(' ')
                            .append(note.severity())
                            .append('\n')
                            .append(note.text())
                            .append('\n'));
            notes.list().forEach(listed -> all.append(listed).append('\n'));
        }
        return all.toString();
    }

    /** What a reader finds in and copies from report.pdf. */
    private static String report(CheckResult result, Wording wording) {
        return PdfText.of(out -> ReportPdf.write(result, Figures.of(result), wording, out));
    }

    private static String memos(CheckResult result, Wording wording) {
        return DivisionMemo.of(Figures.of(result)).stream()
                .map(memo -> PdfText.of(out -> memo.write(result, wording, out)))
                .collect(Collectors.joining("\n=====\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] calendar(Optional<String> division, Wording wording) {
        try {
            return DivisionCalendar.of(Sample.asOf(LocalDate.of(2023, 3, 1)), division, Optional.empty(), wording)
                    .orElseThrow();
        } catch (NotACalendarException e) {
            throw new IllegalStateException("nothing was written before", e);
        }
    }

    private static String explanations(Wording wording) {
        StringBuilder all = new StringBuilder();
        Evaluation evaluation = Sample.evaluation();
        for (PlannedMeasure planned : evaluation.plan().measures()) {
            all.append(Explanation.text(evaluation, planned.measure().id(), wording, 100))
                    .append("\n=====\n");
        }
        return all.toString();
    }

    private static String readings() {
        StringBuilder lines = new StringBuilder();
        for (PlannedMeasure planned : Sample.evaluation().plan().measures()) {
            String text = planned.measure().issue().quote();
            lines.append(ReadingJson.deadline(text, planned.duties())).append('\n');
            planned.completion()
                    .ifPresent(done ->
                            lines.append(ReadingJson.completion(text, done)).append('\n'));
            planned.responsible()
                    .ifPresent(
                            who -> lines.append(ReadingJson.division(text, who)).append('\n'));
        }
        return lines.toString();
    }

    @BeforeAll
    static void rewrite() throws IOException {
        if (System.getProperty("golden.rewrite") != null) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, byte[]> golden : goldens().entrySet()) {
                Files.write(FOLDER.resolve(golden.getKey()), golden.getValue());
            }
        }
    }

    @TestFactory
    List<DynamicTest> gives_the_golden_bytes() {
        return goldens().entrySet().stream()
                .map(golden ->
                        DynamicTest.dynamicTest(golden.getKey(), () -> compare(golden.getKey(), golden.getValue())))
                .toList();
    }

    private static void compare(String name, byte[] bytes) throws IOException {
        Path file = FOLDER.resolve(name);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        assertThat(bytes).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void gives_the_same_bytes_twice() {
        Map<String, byte[]> again = goldens();
        goldens().forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void knows_every_file_in_the_folder() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(goldens().keySet());
        }
    }

    @Test
    void shows_no_character_that_steers_a_display() {
        goldens().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;]+m", "");
            assertThat(text.codePoints())
                    .as(name)
                    .noneMatch(c -> Clean.steering(c) && c != '\n' && c != '\r' && c != 0xFEFF);
        });
    }

    @Test
    void explains_only_measures_of_the_plan() {
        assertThatThrownBy(() -> Explanation.text(Sample.evaluation(), new MeasureId(99), THAI, 80))
                .hasMessageContaining("99");
    }
}
