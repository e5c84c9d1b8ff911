package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** report.docx in LibreOffice. Skipped, and so counted, where there is no LibreOffice Writer or no {@code pdftotext}. */
class ConvertedReportIT {
    private static final int MOST_SECONDS = 180;

    @TempDir
    private Path folder;

    @Test
    void no_character_is_lost_on_the_way_to_pdf() throws IOException, InterruptedException {
        Run.of(
                "check",
                Run.sampleIn(folder, "plan.xlsx"),
                "--as-of=2566-04-30",
                "--quiet",
                "--format=docx",
                "--out=" + folder);
        // Calc reads plain text too; only Writer reads this.
        Path probe = Files.writeString(folder.resolve("probe.rtf"), "{\\rtf1 x}");
        Path document = folder.resolve("report.docx");
        boolean started = run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                probe.toString(),
                document.toString());
        assumeTrue(started && Files.exists(folder.resolve("probe.pdf")), "no LibreOffice Writer");

        Path pdf = folder.resolve("report.pdf");
        assertThat(pdf).exists();
        Path text = folder.resolve("report.txt");
        assumeTrue(run("pdftotext", "-enc", "UTF-8", pdf.toString(), text.toString()), "no pdftotext");
        Map<Integer, Integer> shown = characters(Files.readString(text, StandardCharsets.UTF_8));
        characters(String.join("\n", texts(document)))
                .forEach((character, count) -> assertThat(shown.getOrDefault(character, 0))
                        .as(Character.toString(character))
                        .isGreaterThanOrEqualTo(count));
    }

    private static List<String> texts(Path document) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(document);
                XWPFDocument read = new XWPFDocument(in)) {
            read.getParagraphs().stream().map(XWPFParagraph::getText).forEach(texts::add);
            read.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .flatMap(row -> row.getTableCells().stream())
                    .map(XWPFTableCell::getText)
                    .forEach(texts::add);
        }
        assertThat(texts).hasSizeGreaterThan(27 * 5);
        return texts;
    }

    /** How often each character stands in a text, spaces apart. */
    private static Map<Integer, Integer> characters(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> counts.merge(c, 1, Integer::sum));
        return counts;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
