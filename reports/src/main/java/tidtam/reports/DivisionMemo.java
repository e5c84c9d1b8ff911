package tidtam.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.pdf.Column;
import tidtam.reports.pdf.Look;
import tidtam.reports.pdf.Margins;
import tidtam.reports.pdf.Paper;
import tidtam.reports.pdf.Paper.Field;
import tidtam.reports.pdf.Table;

/**
 * A memo (บันทึกข้อความ) from the clerk's office to the head of one division, with what is open there and nowhere else, in the form of the
 * Regulation of the Office of the Prime Minister on Correspondence B.E. 2526, form 29. Its number, the day to answer by and the signature are
 * left to be written.
 */
public final class DivisionMemo {
    private static final Look TITLE = Look.of(21).strong();
    private static final Look LABEL = Look.of(14).strong();
    private static final Look BODY = Look.of(11.5f);
    private static final Margins MARGINS = new Margins(3, 2, 2, 2.1f);
    private static final float INDENT = 2.5f * 72 / 2.54f;
    private static final float TABLE_SIZE = 9;
    /** Room for the signature's lines, which stay together. */
    private static final float SIGNATURE = 7;

    private final PlanFigures plan;
    private final PlanFigures.OfDivision figures;
    private final String division;

    private DivisionMemo(PlanFigures plan, PlanFigures.OfDivision figures, String division) {
        this.plan = plan;
        this.figures = figures;
        this.division = division;
    }

    /** A memo for each division of each plan about which something was found that is not waived. */
    public static List<DivisionMemo> of(Figures figures) {
        List<DivisionMemo> memos = new ArrayList<>();
        for (PlanFigures plan : figures.plans()) {
            for (PlanFigures.OfDivision division : plan.divisions()) {
                if (division.findings().total() > 0) {
                    division.name().ifPresent(name -> memos.add(new DivisionMemo(plan, division, name)));
                }
            }
        }
        return memos;
    }

    /** To whose head it goes. */
    public String division() {
        return division;
    }

    /** The path of the plan's workbook. */
    public String path() {
        return plan.checked().path();
    }

    /**
     * Writes the file to a stream, which stays open.
     *
     * @param result that the figures are of
     */
    public void write(CheckResult result, Wording wording, OutputStream out) throws IOException {
        RunInfo run = result.run();
        PdfTexts texts = PdfTexts.of(wording, TABLE_SIZE);
        String about = wording.fill(
                "memo.about", Map.of("round", wording.round(plan.evaluation().round())));
        Paper paper =
                new Paper(out, texts.document(about + " – " + Clean.line(division), run), MARGINS, new LineBreaks());
        heading(run, wording, about, paper);
        reason(run, wording, paper);
        table(texts, paper);
        closing(wording, paper);
        if (result.history().isPresent()) {
            paper.gap(8);
            paper.text(texts.head(result.history().get().head()), texts.small());
        }
        paper.end(texts.origin(run, List.of(plan.checked())), texts.pageNumber());
    }

    private void heading(RunInfo run, Wording wording, String about, Paper paper) throws IOException {
        paper.centred(wording.line("memo.title"), TITLE, 0, 1);
        Addressees addressees = new Addressees(plan.evaluation(), wording);
        String office = Stream.of(addressees.clerk(), addressees.findAgency().orElse(""))
                .filter(name -> !name.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
        paper.fields(LABEL, BODY, new Field(wording.line("memo.office"), office, 1));
        paper.fields(
                LABEL,
                BODY,
                new Field(wording.line("memo.number"), "", 0.5f),
                new Field(wording.line("memo.date"), wording.date(run.asOf()), 0.5f));
        paper.fields(LABEL, BODY, new Field(wording.line("memo.subject"), about, 1));
        paper.gap(8);
        paper.text(wording.line("memo.to") + "  " + addressees.head(division), BODY);
        paper.gap(4);
    }

    private void reason(RunInfo run, Wording wording, Paper paper) throws IOException {
        Addressees addressees = new Addressees(plan.evaluation(), wording);
        Map<String, Object> values = Map.of(
                "agency", addressees.findAgency().orElseGet(() -> wording.line("memo.agency")),
                "round", wording.round(plan.evaluation().round()));
        paper.text(wording.fill("memo.reason", values), BODY, INDENT);
        Tally<Severity> found = figures.findings();
        String counted = wording.fill(
                "memo.found",
                Map.of(
                        "clerk", addressees.clerk(),
                        "asOf", run.asOf(),
                        "division", division,
                        "count", found.total(),
                        "errors", found.of(Severity.ERROR),
                        "warnings", found.of(Severity.WARNING),
                        "infos", found.of(Severity.INFO)));
        String overdue = figures.overdue() == 0
                ? ""
                : " "
                        + wording.fill(
                                "memo.overdue", Map.of("count", figures.overdue(), "days", figures.mostDaysOverdue()));
        int open = figures.obligations().of(State.NOT_EVALUABLE);
        String notEvaluable = open == 0 ? "" : " " + wording.fill("memo.notEvaluable", Map.of("count", open));
        String waived =
                figures.waived() == 0 ? "" : " " + wording.fill("memo.waived", Map.of("count", figures.waived()));
        paper.text(counted + overdue + notEvaluable + waived + " " + wording.line("memo.follows"), BODY, INDENT);
        paper.gap(6);
    }

    private void table(PdfTexts texts, Paper paper) throws IOException {
        Table table = paper.table(
                List.of(
                        new Column(texts.wording().line("memo.item"), 0.9f, true),
                        texts.column("severity", 1.8f),
                        texts.column("where", 3.6f),
                        texts.column("what", 6.6f),
                        texts.column("due", 2.3f)),
                texts.table().strong(),
                true);
        ByMeasure rows = new ByMeasure(plan.evaluation());
        int number = 0;
        for (ReportedFinding reported : findings()) {
            number++;
            table.row(List.of(
                    texts.cell(number),
                    texts.severity(reported),
                    texts.where(reported.finding(), rows),
                    texts.what(
                            reported,
                            reported.divisions().size() > 1
                                    ? List.of(texts.say("concerns") + " "
                                            + texts.wording().divisions(reported.divisions(), plan.evaluation()))
                                    : List.of()),
                    texts.due(reported.finding())));
        }
        paper.gap(10);
    }

    /** The heaviest first. */
    private List<ReportedFinding> findings() {
        return plan.evaluation().findings().stream()
                .filter(reported -> reported.divisions().contains(division))
                .sorted(FindingGroup.HEAVIEST)
                .toList();
    }

    private void closing(Wording wording, Paper paper) throws IOException {
        paper.keep((SIGNATURE + 2) * BODY.leading());
        String clerk = new Addressees(plan.evaluation(), wording).clerk();
        paper.text(wording.fill("memo.closing", Map.of("clerk", clerk)), BODY, INDENT);
        paper.gap(2 * BODY.leading());
        for (String line : List.of("memo.signed", "memo.signer", "memo.position")) {
            paper.centred(wording.line(line), BODY, 0.4f, 1);
        }
    }
}
