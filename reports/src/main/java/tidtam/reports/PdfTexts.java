package tidtam.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.reports.history.ChainHead;
import tidtam.reports.pdf.Cell;
import tidtam.reports.pdf.Column;
import tidtam.reports.pdf.Document;
import tidtam.reports.pdf.Look;
import tidtam.reports.pdf.Paper;

/** What every page on paper is written with: the wording, the looks, and how a finding stands in the cells of a table. */
record PdfTexts(Wording wording, Look table, Look small) {
    static final int GREY = 0x4A5460;

    /** How much of a cell's text is quoted, in columns. */
    private static final int QUOTE = 600;

    static final int TITLE = 60;

    /**
     * @param size of a table's text, in points
     */
    static PdfTexts of(Wording wording, float size) {
        return new PdfTexts(wording, Look.of(size), Look.of(size - 1).coloured(GREY));
    }

    String say(String key) {
        return wording.line("page." + key);
    }

    String say(String key, Map<String, ?> values) {
        return wording.fill("page." + key, values);
    }

    /** Dark enough to be read on white, and in grey. */
    static int colour(Severity severity) {
        return switch (severity) {
            case ERROR -> 0xA3121F;
            case WARNING -> 0x7A4A00;
            case INFO -> 0x1D4F91;
        };
    }

    /** Columns of a table by their headings. */
    Column column(String key, float share) {
        return new Column(say("head." + key), share, false);
    }

    Column numbers(String key, float share) {
        return new Column(say("head." + key), share, true);
    }

    Cell cell(String text) {
        return Cell.of(text, table);
    }

    Cell cell(int number) {
        return cell(wording.number(number));
    }

    Cell severity(ReportedFinding reported) {
        return reported.waived() ? cell(wording.weight(reported)) : severity(reported.severity());
    }

    Cell severity(Severity severity) {
        return Cell.of(wording.name(severity), table.strong().coloured(colour(severity)));
    }

    /** What was found, the text it was found in, and why that is a fault. */
    Cell what(ReportedFinding reported, Optional<RuleInfo> rule, boolean divisions, Optional<String> mark) {
        Finding finding = reported.finding();
        List<String> about = new ArrayList<>(mark.stream().toList());
        about.add(Clean.line(finding.rule()));
        rule.ifPresent(info -> about.add(say("basis") + " " + wording.basis(info)));
        if (divisions && reported.divisions().size() > 1) {
            about.add(say("concerns") + " "
                    + wording.list(
                            reported.divisions().stream().map(wording::quote).toList()));
        }
        return what(reported, about);
    }

    /**
     * What was found and the text it was found in.
     *
     * @param about said below them in small letters
     */
    Cell what(ReportedFinding reported, List<String> about) {
        Finding finding = reported.finding();
        List<Cell.Text> texts = new ArrayList<>();
        texts.add(new Cell.Text(wording.sentence(reported), table));
        finding.cell()
                .map(CellText::quote)
                .map(Clean::line)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> texts.add(new Cell.Text("“" + Clean.shorten(text, QUOTE) + "”", small)));
        String guessed = finding.guessed() ? wording.line("table.guessed") + " " : "";
        texts.add(new Cell.Text(guessed + String.join(" · ", about), small));
        return new Cell(texts);
    }

    /** The measure and the cell to look at. */
    Cell where(Finding finding, ByMeasure rows) {
        List<Cell.Text> texts = new ArrayList<>();
        texts.add(new Cell.Text(
                finding.measures().isEmpty()
                        ? wording.line("table.plan")
                        : wording.measure(
                                rows.measure(finding.measures().get(0)).measure(), TITLE),
                table));
        if (finding.measures().size() > 1) {
            List<Integer> all = finding.measures().stream().map(MeasureId::row).toList();
            texts.add(new Cell.Text(say("rows", Map.of("rows", all)), small));
        }
        finding.cell()
                .ifPresent(text -> texts.add(new Cell.Text(
                        say("cell") + " " + wording.quote(text.cell().toString()), small)));
        return new Cell(texts);
    }

    /** When it was or is due, and by how many days it is over. */
    Cell due(Finding finding) {
        List<Cell.Text> texts = new ArrayList<>();
        finding.findDue().ifPresent(due -> texts.add(new Cell.Text(wording.date(due), table)));
        finding.findDaysOverdue()
                .filter(days -> days > 0)
                .ifPresent(days ->
                        texts.add(new Cell.Text(wording.fill("table.overdue", Map.of("days", days)), table.strong())));
        return new Cell(texts);
    }

    /** The head of the chain of records, and what it is for. */
    String head(ChainHead head) {
        return wording.line("head.label") + " " + head + " " + wording.line("head.keep");
    }

    Document document(String title, RunInfo run) {
        return new Document(title, wording.language().code(), "Tidtam " + run.tidtam());
    }

    /** What every page says of where it comes from. */
    List<String> origin(RunInfo run, List<Checked> inputs) {
        List<String> lines = new ArrayList<>();
        lines.add(say("asOf") + " " + wording.date(run.asOf()) + " · Tidtam " + run.tidtam() + " · "
                + say("rulesDigest") + " " + run.rulesDigest());
        lines.add(
                inputs.size() == 1
                        ? wording.quote(file(inputs.get(0).path())) + " " + hash(inputs.get(0))
                        : wording.line("pdf.inputs"));
        return lines;
    }

    /** A file's name without its folders, which are its holder's own affair. */
    private static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    static String hash(Checked input) {
        return input.sha256().map(hash -> "sha256:" + hash).orElse("–");
    }

    Paper.PageNumber pageNumber() {
        return (page, pages) -> wording.fill("pdf.page", Map.of("page", page, "pages", pages));
    }
}
