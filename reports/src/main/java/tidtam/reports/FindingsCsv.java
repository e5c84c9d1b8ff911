package tidtam.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;

/**
 * The file findings.csv: one row a finding, one without severity for each input that could not be checked, then one for each rule that is
 * turned off, for a spreadsheet program (UTF-8 with a byte order mark, CRLF). The last columns say what each row rests on. Dates in columns
 * of their own are ISO, so that they sort. A cell that a spreadsheet program would take for a formula begins with an apostrophe.
 */
public final class FindingsCsv {
    private static final List<String> HEADINGS = List.of(
            "file",
            "row",
            "measure",
            "title",
            "divisions",
            "severity",
            "rule",
            "cell",
            "message",
            "period",
            "due",
            "daysOverdue",
            "guessed",
            "quote",
            "fingerprint",
            "origin",
            "asOf",
            "sha256",
            "rulesDigest",
            "tidtam");
    /** What a spreadsheet program may take for the start of a formula, in half and full width. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    /** In columns; a spreadsheet cell holds 32,767 characters. */
    private static final int QUOTE = 1000;

    private FindingsCsv() {}

    /** Writes the file to a stream, which stays open. */
    public static void write(CheckResult result, Wording wording, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        CSVPrinter csv = new CSVPrinter(
                writer,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get());
        csv.printRecord(
                HEADINGS.stream().map(name -> wording.line("heading." + name)).toList());
        for (Checked input : result.inputs()) {
            if (input instanceof Checked.Evaluated evaluated) {
                ByMeasure rows = new ByMeasure(evaluated.evaluation());
                for (ReportedFinding finding : evaluated.evaluation().findings()) {
                    csv.printRecord(Stream.concat(
                                    row(input.path(), finding, rows, wording).stream(),
                                    rests(result.run(), input.sha256().orElse("")))
                            .map(FindingsCsv::cell)
                            .toList());
                }
            } else if (input instanceof Checked.Unreadable unreadable) {
                String why = wording.line("table.unreadable") + ": " + wording.unreadable(unreadable.why());
                csv.printRecord(without(input.path(), "", why, input.sha256().orElse(""), result.run()));
            }
        }
        for (Map.Entry<String, String> off : result.run().rulesOff().entrySet()) {
            String why = wording.fill("csv.off", Map.of("reason", off.getValue()));
            csv.printRecord(without("", off.getKey(), why, "", result.run()));
        }
        csv.flush();
    }

    private static List<String> row(String path, ReportedFinding reported, ByMeasure rows, Wording wording) {
        Finding finding = reported.finding();
        List<PlannedMeasure> measures =
                finding.measures().stream().map(rows::measure).toList();
        return List.of(
                path,
                String.join(
                        ", ",
                        finding.measures().stream()
                                .map(MeasureId::row)
                                .map(String::valueOf)
                                .toList()),
                measures.stream()
                        .findFirst()
                        .flatMap(first -> first.measure().code())
                        .orElse(""),
                measures.stream()
                        .findFirst()
                        .map(first -> first.measure().title())
                        .orElse(""),
                String.join(", ", reported.divisions()),
                wording.weight(reported),
                finding.rule(),
                finding.cell().map(text -> text.cell().toString()).orElse(""),
                wording.sentence(reported),
                finding.findPeriod().map(wording::period).orElse(""),
                finding.findDue().map(String::valueOf).orElse(""),
                finding.findDaysOverdue().map(String::valueOf).orElse(""),
                wording.line(finding.guessed() ? "word.yes" : "word.no"),
                finding.cell().map(text -> text.quote()).orElse(""),
                reported.fingerprint(),
                wording.name(rows.origin(finding.rule())));
    }

    private static Stream<String> rests(RunInfo run, String sha256) {
        return Stream.of(run.asOf().toString(), sha256, run.rulesDigest(), run.tidtam());
    }

    /** A row without a severity: nothing was found because nothing was looked for. */
    private static List<String> without(String path, String rule, String why, String sha256, RunInfo run) {
        Map<String, String> told = Map.of("file", path, "rule", rule, "message", why);
        return Stream.concat(
                        HEADINGS.stream()
                                .limit(HEADINGS.indexOf("asOf"))
                                .map(heading -> told.getOrDefault(heading, "")),
                        rests(run, sha256))
                .map(FindingsCsv::cell)
                .toList();
    }

    private static String cell(String text) {
        String line = Clean.shorten(Clean.line(text), QUOTE);
        return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
