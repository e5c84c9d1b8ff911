package tidtam.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.reports.FindingsCsv;
import tidtam.reports.FindingsJson;
import tidtam.reports.JUnitXml;
import tidtam.reports.ReportPage;
import tidtam.reports.WorkingPaper;

/** The forms in which a result is written to {@code --out}. A form's classes and libraries are loaded only where it is written. */
enum ReportFormat {
    JSON,
    CSV,
    HTML,
    PDF,
    JUNIT,
    XLSX,
    ANNOTATED,
    DOCX;

    /** What it is called on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The files of a result in this form, not yet written. */
    List<ReportFile> files(ReportSource from) {
        return switch (this) {
            case JSON ->
                List.of(
                        new ReportFile("findings.json", from::writeJson),
                        new ReportFile("findings.schema.json", out -> out.write(FindingsJson.schema())));
            case CSV ->
                List.of(new ReportFile("findings.csv", out -> FindingsCsv.write(from.result(), from.wording(), out)));
            case XLSX ->
                List.of(new ReportFile(
                        "working-paper.xlsx",
                        out -> WorkingPaper.write(from.result(), from.figures(), from.inForce(), from.wording(), out)));
            case ANNOTATED -> AnnotatedFiles.of(from);
            case HTML ->
                List.of(new ReportFile(
                        "report.html", out -> ReportPage.write(from.result(), from.figures(), from.wording(), out)));
            case PDF -> PdfFiles.of(from);
            case JUNIT ->
                List.of(new ReportFile(
                        "junit.xml", out -> JUnitXml.write(from.result(), from.wording(), from.failOn(), out)));
            case DOCX -> SixMonthFiles.of(from);
        };
    }

    /** Every form's word. */
    static List<String> words() {
        return Stream.of(values()).map(ReportFormat::word).toList();
    }

    /** The forms that {@code --format} names, in its order, each once. */
    static Set<ReportFormat> named(String list, Voice voice) {
        Set<ReportFormat> formats = new LinkedHashSet<>();
        for (String word : list.split(",", -1)) {
            formats.add(valueOf(Words.known("--format", word, words(), voice).toUpperCase(Locale.ROOT)));
        }
        return formats;
    }
}
