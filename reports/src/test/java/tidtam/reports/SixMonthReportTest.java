package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.Actor;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.Limits;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Report;
import tidtam.facts.Round;
import tidtam.facts.SectionRow;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Status;
import tidtam.facts.Tool;
import tidtam.facts.Uncounted;

class SixMonthReportTest {
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Wording ENGLISH = Sample.wording(Language.EN);
    private static final RunInfo RUN = Sample.result().run();
    private static final MeasureId ID = new MeasureId(1);
    private static final CellRef ACTION = new CellRef("มาตรการ", 10, 4);
    private static final CellRef LOG = new CellRef("บันทึกการรายงาน", 2, 3);
    private static final Period FIRST = new Period(LocalDate.of(2022, 10, 1), LocalDate.of(2022, 12, 31));
    private static final Period SECOND = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
    private static final LocalDate DAY = LocalDate.of(2023, 3, 24);

    /** A plan of one measure with a quarterly duty. */
    private static final class Given {
        private final String action;
        private Status status = Status.DONE_DATED;
        private final List<DateSpan> dates = new ArrayList<>();
        private final List<ImpossibleDate> impossible = new ArrayList<>();
        private final List<ObligationState> obligations = new ArrayList<>();
        private final Map<Obligation, Report> evidence = new HashMap<>();
        private final List<Uncounted> uncounted = new ArrayList<>();
        private final Map<Column, CellText> cells = new EnumMap<>(Column.class);
        private final Duty duty;

        Given(String action) {
            this(action, Kind.QUARTERLY);
        }

        Given(String action, Kind kind) {
            this.action = action;
            this.duty = new Duty(
                    ID,
                    0,
                    kind,
                    kind == Kind.WITHIN_DAYS ? Limits.none().withDays(15, false) : Limits.none(),
                    Set.of(Actor.OFFICER),
                    Optional.empty(),
                    CellText.of(new CellRef("มาตรการ", 10, 3), "ทุกไตรมาส"),
                    false);
            cells.put(Column.ISSUE, CellText.of(new CellRef("มาตรการ", 10, 0), "การใช้งบประมาณ"));
            cells.put(Column.ACTION, CellText.of(ACTION, action));
        }

        Given status(Status now) {
            status = now;
            return this;
        }

        Given dated(CellRef cell, LocalDate day) {
            dates.add(new DateSpan(day, day, Precision.DAY, CellText.of(cell, action), false, false));
            return this;
        }

        Given obliged(Period period, State state) {
            Obligation obligation = new Obligation(duty, obligations.size(), period, period, period.end(), false);
            obligations.add(ObligationState.of(obligation, state, period.end(), Sample.AS_OF));
            return this;
        }

        Given served(Period period, State state, Report.Source source, CellRef cell, boolean guessed) {
            obliged(period, state);
            evidence.put(
                    obligations.get(obligations.size() - 1).obligation(),
                    new Report(ID, DAY, DAY, Optional.empty(), source, CellText.of(cell, "x"), guessed));
            return this;
        }

        Evaluation evaluation() {
            Completion done = new Completion(
                    ID,
                    status,
                    CellText.of(ACTION, action),
                    dates,
                    impossible,
                    List.of(),
                    new TreeSet<>(),
                    false,
                    false);
            Measure measure = measure(ID, Optional.empty());
            return evaluationOf(
                    new Plan(
                            PlanTitle.of(Optional.of("อบต.ตัวอย่าง"), OptionalInt.of(2566), OptionalInt.of(1)),
                            List.of(new PlannedMeasure(
                                    measure,
                                    cells,
                                    List.of(duty),
                                    List.of(),
                                    Optional.of(done),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of())),
                            List.of(),
                            AgencyRecords.none(),
                            true),
                    obligations,
                    evidence,
                    uncounted);
        }

        /** The lines of the action column. */
        List<String> lines() {
            try (XWPFDocument document = open(evaluation(), THAI)) {
                XWPFTableRow row = document.getTables().get(0).getRow(1);
                return row.getCell(4).getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Measure measure(MeasureId id, Optional<Tool> tool) {
        CellText issue = CellText.of(new CellRef("มาตรการ", 9 + id.row(), 0), "มาตรการ " + id.row());
        return new Measure(id, "k" + id.row(), Optional.empty(), issue.raw(), issue, tool, Optional.empty(), false);
    }

    private static Evaluation evaluationOf(
            Plan plan, List<ObligationState> obligations, Map<Obligation, Report> evidence, List<Uncounted> uncounted) {
        return new Evaluation(
                plan,
                new Round(2566, 1),
                Sample.AS_OF,
                obligations,
                evidence,
                uncounted,
                List.of(),
                new Ledger(List.of(), plan.measures().size(), List.of()),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static PlanFigures figures(Evaluation evaluation) {
        return PlanFigures.of(0, new Checked.Evaluated("แผน.xlsx", Sample.SHA, evaluation), Optional.empty());
    }

    private static XWPFDocument open(Evaluation evaluation, Wording wording) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Written.sixMonth(figures(evaluation), RUN, wording)));
    }

    /** A document as text: its paragraphs and, with a bar between the cells, its rows. */
    static String text(byte[] docx) {
        StringBuilder text = new StringBuilder();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    text.append(paragraph.getStyle())
                            .append(": ")
                            .append(shown(paragraph))
                            .append('\n');
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> text.append(shown(row)).append('\n'));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String shown(XWPFTableRow row) {
        return (row.isRepeatHeader() ? "# " : "| ")
                + row.getTableCells().stream()
                        .map(cell -> cell.getParagraphs().stream()
                                .map(SixMonthReportTest::shown)
                                .collect(Collectors.joining("\n  ")))
                        .collect(Collectors.joining(" | "));
    }

    private static String shown(XWPFParagraph paragraph) {
        return paragraph.getRuns().stream()
                .map(run -> run.getTextHighlightColor().toString().equals("none")
                        ? run.text()
                        : "{" + run.getTextHighlightColor() + " " + run.text() + "}")
                .collect(Collectors.joining());
    }

    private static List<XWPFTableCell> cells(XWPFDocument document) {
        return document.getTables().get(0).getRows().stream()
                .flatMap(row -> row.getTableCells().stream())
                .toList();
    }

    @Test
    void tells_a_report_of_the_log_that_serves_a_period() {
        assertThat(new Given("กองคลังดำเนินการแล้ว")
                        .served(FIRST, State.MET, Report.Source.LOG, LOG, false)
                        .lines())
                .containsExactly(
                        "กองคลังดำเนินการแล้ว",
                        "ไตรมาสที่ ๑/๒๕๖๖: รายงานเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖ (บันทึกการรายงาน แถว ๓)");
    }

    @Test
    void tells_one_row_of_the_log_once_for_all_it_serves() {
        assertThat(new Given("")
                        .served(FIRST, State.LATE, Report.Source.LOG, LOG, false)
                        .served(SECOND, State.MET, Report.Source.LOG, LOG, false)
                        .lines())
                .containsExactly(
                        "ไตรมาสที่ ๑/๒๕๖๖ และ ไตรมาสที่ ๒/๒๕๖๖: รายงานเมื่อวันที่ ๒๔ มีนาคม ๒๕๖๖ (บันทึกการรายงาน แถว ๓)");
    }

    @Test
    void tells_no_report_that_the_text_has() {
        Given same = new Given("รายงานเมื่อ ๒๔ มีนาคม ๒๕๖๖").dated(ACTION, DAY);
        assertThat(same.served(SECOND, State.MET, Report.Source.LOG, LOG, false).lines())
                .containsExactly("รายงานเมื่อ ๒๔ มีนาคม ๒๕๖๖");
        Given another = new Given("รายงานเมื่อ ๒๓ มีนาคม ๒๕๖๖").dated(ACTION, DAY.minusDays(1));
        assertThat(another.served(SECOND, State.MET, Report.Source.LOG, LOG, false)
                        .lines())
                .hasSize(2);
        assertThat(new Given("รายงานเมื่อ ๒๔ มีนาคม ๒๕๖๖")
                        .served(SECOND, State.MET, Report.Source.ACTION, ACTION, false)
                        .lines())
                .containsExactly("รายงานเมื่อ ๒๔ มีนาคม ๒๕๖๖");
    }

    @Test
    void asks_for_a_guessed_date_to_be_confirmed() {
        assertThat(new Given("")
                        .served(SECOND, State.MET, Report.Source.LOG, LOG, true)
                        .lines())
                .hasSize(2)
                .last()
                .isEqualTo("[โปรดยืนยันวันที่: อ่านโดยคาดคะเน]");
    }

    @Test
    void marks_a_period_that_no_report_serves_and_none_that_one_serves() {
        assertThat(new Given("ดำเนินการ")
                        .served(FIRST, State.MET, Report.Source.ACTION, ACTION, false)
                        .obliged(SECOND, State.MISSING)
                        .lines())
                .containsExactly("ดำเนินการ", "[ยังไม่มีรายงาน: ไตรมาสที่ ๒/๒๕๖๖ ครบกำหนด ๓๑ มีนาคม ๒๕๖๖]");
        assertThat(new Given("ดำเนินการทุกไตรมาส")
                        .obliged(SECOND, State.CLAIMED)
                        .lines())
                .containsExactly(
                        "ดำเนินการทุกไตรมาส", "[โปรดเติมวันที่รายงาน: ไตรมาสที่ ๒/๒๕๖๖ ครบกำหนด ๓๑ มีนาคม ๒๕๖๖]");
        for (State ahead : List.of(State.DUE_SOON, State.UPCOMING)) {
            assertThat(new Given("ดำเนินการ").obliged(SECOND, ahead).lines())
                    .containsExactly("ดำเนินการ", "[ยังไม่ถึงกำหนด: ไตรมาสที่ ๒/๒๕๖๖ ครบกำหนด ๓๑ มีนาคม ๒๕๖๖]");
        }
    }

    @Test
    void says_what_was_not_evaluated() {
        assertThat(new Given("ไม่มีเรื่อง").obliged(SECOND, State.NOT_EVALUABLE).lines())
                .containsExactly("ไม่มีเรื่อง", "[ประเมินไม่ได้: ไตรมาสที่ ๒/๒๕๖๖ ครบกำหนด ๓๑ มีนาคม ๒๕๖๖]");
        Given event = new Given("รายงานแล้วเมื่อเกิดเหตุ", Kind.WITHIN_DAYS);
        event.uncounted.add(new Uncounted(ID, event.duty, Uncounted.Why.NO_EVENT_DATE));
        assertThat(event.lines())
                .containsExactly("รายงานแล้วเมื่อเกิดเหตุ", "[ประเมินไม่ได้: ภายใน ๑๕ วัน ไม่มีวันที่เกิดเหตุให้นับ]");
        assertThat(new Given("ดำเนินการแล้ว ๒๔ มีนาคม ๒๕๖๖", Kind.CONTINUOUS).lines())
                .containsExactly(
                        "ดำเนินการแล้ว ๒๔ มีนาคม ๒๕๖๖", "[มิได้ประเมิน: หน้าที่อย่างต่อเนื่อง ไม่มีงวดให้ตรวจ]");
    }

    @Test
    void marks_a_blank_left_for_a_date_however_it_was_read() {
        String mark = "[โปรดเติมวันที่ที่เว้นว่างไว้]";
        assertThat(new Given("ดำเนินการเมื่อ")
                        .status(Status.BLANK_PLACEHOLDER)
                        .served(SECOND, State.MET, Report.Source.LOG, LOG, false)
                        .lines())
                .hasSize(3)
                .last()
                .isEqualTo(mark);
        assertThat(new Given("ดำเนินการเมื่อวันที่เดือน..... พ.ศ.")
                        .served(SECOND, State.MET, Report.Source.ACTION, ACTION, false)
                        .lines())
                .last()
                .isEqualTo(mark);
        assertThat(new Given("ฯลฯ... และอื่น ๆ")
                        .served(SECOND, State.MET, Report.Source.ACTION, ACTION, false)
                        .lines())
                .containsExactly("ฯลฯ... และอื่น ๆ");
    }

    @Test
    void marks_a_completion_without_a_date_unless_a_period_says_so_or_a_report_was_told() {
        String mark = "[โปรดเติมวันที่ดำเนินการ: ยังไม่ได้ระบุวันที่]";
        Given event = new Given("ดำเนินการแล้ว", Kind.WITHIN_DAYS).status(Status.DONE_UNDATED);
        event.uncounted.add(new Uncounted(ID, event.duty, Uncounted.Why.NO_EVENT_DATE));
        assertThat(event.lines()).hasSize(3).contains(mark);
        assertThat(new Given("ดำเนินการแล้ว")
                        .status(Status.DONE_UNDATED)
                        .obliged(SECOND, State.CLAIMED)
                        .lines())
                .hasSize(2)
                .doesNotContain(mark);
        assertThat(new Given("ดำเนินการแล้ว")
                        .status(Status.RECURRING_CLAIM)
                        .served(SECOND, State.MET, Report.Source.LOG, LOG, false)
                        .lines())
                .hasSize(2)
                .doesNotContain(mark);
    }

    @Test
    void marks_an_empty_cell() {
        assertThat(new Given("", Kind.DAILY).status(Status.EMPTY).lines()).contains("[โปรดกรอกผลการดำเนินการ]");
        assertThat(new Given("-", Kind.DAILY).status(Status.NOT_APPLICABLE).lines())
                .contains("[โปรดกรอกผลการดำเนินการ]");
        assertThat(new Given("อยู่ระหว่างดำเนินการ", Kind.DAILY)
                        .status(Status.IN_PROGRESS)
                        .lines())
                .hasSize(2);
    }

    @Test
    void marks_dates_that_cannot_be_or_are_yet_to_come() {
        Given given = new Given("๓๑ กุมภาพันธ์ ๒๕๖๖").served(SECOND, State.MET, Report.Source.ACTION, ACTION, false);
        given.impossible.add(new ImpossibleDate(ID, CellText.of(ACTION, "๓๑ กุมภาพันธ์ ๒๕๖๖"), Optional.empty()));
        assertThat(given.lines()).last().isEqualTo("[โปรดแก้วันที่: “๓๑ กุมภาพันธ์ ๒๕๖๖” เป็นไปไม่ได้]");
        assertThat(new Given("๑ พ.ค. ๖๖")
                        .dated(ACTION, Sample.AS_OF.plusDays(1))
                        .obliged(SECOND, State.MISSING)
                        .lines())
                .contains("[โปรดตรวจวันที่: “๑ พ.ค. ๖๖” อยู่หลังวันที่ตรวจ]");
        assertThat(new Given("๓๐ เม.ย. ๖๖")
                        .dated(ACTION, Sample.AS_OF)
                        .served(SECOND, State.LATE, Report.Source.ACTION, ACTION, false)
                        .lines())
                .containsExactly("๓๐ เม.ย. ๖๖");
    }

    @Test
    void tells_the_date_of_the_forms_own_column_where_the_text_does_not() {
        CellRef column = new CellRef("มาตรการ", 10, 8);
        Given given = new Given("ดำเนินการแล้ว").dated(column, DAY);
        given.cells.put(Column.DATE_DONE, CellText.of(column, "๒๔/๓/๒๕๖๖"));
        assertThat(given.served(SECOND, State.MET, Report.Source.ACTION, column, false)
                        .lines())
                .containsExactly("ดำเนินการแล้ว", "วันที่ดำเนินการ: ๒๔/๓/๒๕๖๖");
        Given same = new Given("๒๔ มีนาคม ๒๕๖๖").dated(ACTION, DAY);
        same.cells.put(Column.DATE_DONE, CellText.of(column, "๒๔/๓/๒๕๖๖"));
        assertThat(same.served(SECOND, State.MET, Report.Source.ACTION, ACTION, false)
                        .lines())
                .containsExactly("๒๔ มีนาคม ๒๕๖๖");
    }

    @Test
    void every_mark_is_highlighted_and_stands_in_brackets_and_nothing_else_is() throws IOException {
        try (XWPFDocument document = open(Sample.evaluation(), THAI)) {
            List<XWPFRun> runs = Stream.concat(
                            document.getParagraphs().stream(),
                            cells(document).stream().flatMap(cell -> cell.getParagraphs().stream()))
                    .flatMap(paragraph -> paragraph.getRuns().stream())
                    .toList();
            assertThat(runs)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(run -> assertThat(
                                    run.text().startsWith("[") && run.text().endsWith("]"))
                            .as(run.text())
                            .isEqualTo(!run.getTextHighlightColor().toString().equals("none")));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void has_as_many_marks_of_each_state_as_the_figures(Language language) throws IOException {
        Wording wording = Sample.wording(language);
        Evaluation evaluation = Sample.evaluation();
        PlanFigures figures = figures(evaluation);
        ActionColumn column = new ActionColumn(evaluation, wording);
        List<ActionColumn.Open> open = evaluation.plan().measures().stream()
                .flatMap(planned -> column.of(planned).stream())
                .filter(ActionColumn.Open.class::isInstance)
                .map(ActionColumn.Open.class::cast)
                .toList();
        for (State state : State.values()) {
            boolean served = state == State.MET || state == State.LATE;
            assertThat(open)
                    .as(state.name())
                    .filteredOn(one -> one.state().equals(Optional.of(state)))
                    .hasSize(served ? 0 : figures.obligations().of(state));
        }
        try (XWPFDocument document = open(evaluation, wording)) {
            long marks = cells(document).stream()
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .filter(paragraph -> paragraph.getText().startsWith("["))
                    .count();
            assertThat(marks).isEqualTo(open.size());
            // One more stands above the table: what could not be read.
            String note = document.getTables().get(1).getText();
            assertThat(note)
                    .contains(wording.fill("sixMonth.note.markCount", Map.of("count", open.size() + 1)))
                    .contains(Sample.SHA, RUN.rulesDigest(), RUN.tidtam(), wording.date(RUN.asOf()));
            for (State state : State.values()) {
                assertThat(note)
                        .contains(wording.name(state) + ": "
                                + wording.number(figures.obligations().of(state)));
            }
            for (Severity severity : Severity.values()) {
                assertThat(note)
                        .contains(wording.name(severity) + ": "
                                + wording.number(figures.findings().of(severity)));
            }
            for (Outcome outcome : Outcome.values()) {
                assertThat(note)
                        .contains(wording.name(outcome) + ": "
                                + wording.number(figures.pairs().of(outcome)));
            }
        }
    }

    @Test
    void has_the_plans_own_title_and_sections() throws IOException {
        List<PlannedMeasure> measures = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new PlannedMeasure(
                        measure(new MeasureId(i), Optional.of(i == 1 ? Tool.IIT : Tool.EIT)),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .toList();
        CellText title = CellText.of(new CellRef("มาตรการ", 0, 0), "รายงานของเรา");
        Plan plan = new Plan(
                PlanTitle.of(Optional.empty(), OptionalInt.of(2566), OptionalInt.of(1)),
                List.of(title),
                List.of(
                        new SectionRow(CellText.of(new CellRef("มาตรการ", 11, 0), "ตัวชี้วัดที่ ๗"), new MeasureId(3)),
                        new SectionRow(CellText.of(new CellRef("มาตรการ", 13, 0), "ตัวชี้วัดที่ ๘"), new MeasureId(4))),
                measures,
                List.of(),
                AgencyRecords.none(),
                true);
        Evaluation evaluation = evaluationOf(plan, List.of(), Map.of(), List.of());

        try (XWPFDocument document = open(evaluation, THAI)) {
            assertThat(titles(document)).containsExactly("รายงานของเรา");
            assertThat(sections(document))
                    .containsExactly(
                            "เครื่องมือการประเมิน IIT", "เครื่องมือการประเมิน EIT", "ตัวชี้วัดที่ ๗", "ตัวชี้วัดที่ ๘");
        }
        try (XWPFDocument document = open(evaluation, ENGLISH)) {
            assertThat(titles(document)).hasSize(4).last().isEqualTo("รายงานของเรา");
        }
    }

    private static List<String> titles(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> "Title".equals(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static List<String> sections(XWPFDocument document) {
        return document.getTables().get(0).getRows().stream()
                .filter(row -> row.getTableCells().size() == 1)
                .map(row -> row.getCell(0).getText())
                .toList();
    }

    @Test
    void asks_for_what_the_title_lacks_or_has_of_another_round() throws IOException {
        Plan plan = new Given("").evaluation().plan();
        Plan printed = new Plan(
                PlanTitle.of(Optional.empty(), OptionalInt.of(2565), OptionalInt.of(2)),
                List.of(CellText.of(ACTION, "ปี ๒๕๖๕")),
                List.of(),
                plan.measures(),
                List.of(),
                plan.records(),
                false);
        String other = "[โปรดตรวจหัวเรื่อง: รายงานนี้เป็นของรอบที่ ๑/๒๕๖๖]";
        String partial = "[อ่านแผนได้ไม่ครบ: รายงานนี้อาจขาดข้อมูล ดูหน้าสุดท้าย]";
        assertThat(above(evaluationOf(printed, List.of(), Map.of(), List.of()))).contains(other, partial);
        assertThat(above(evaluationOf(plan, List.of(), Map.of(), List.of())))
                .contains("อบต.ตัวอย่าง")
                .doesNotContain(other, partial);
        assertThat(above(Sample.nothingFound())).contains("[โปรดเติมชื่อหน่วยงาน]");
    }

    private static List<String> above(Evaluation evaluation) throws IOException {
        try (XWPFDocument document = open(evaluation, THAI)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    @Test
    void says_that_it_is_a_draft_only_while_something_is_open() throws IOException {
        Given served = new Given("๒๔ มีนาคม ๒๕๖๖").served(SECOND, State.MET, Report.Source.ACTION, ACTION, false);
        assertThat(above(served.evaluation())).noneMatch(line -> line.startsWith("[ร่าง"));
        assertThat(above(new Given("x").obliged(SECOND, State.MISSING).evaluation()))
                .first()
                .isEqualTo(
                        "[ร่าง: มีข้อความในวงเล็บเหลี่ยมที่ต้องแก้ไขหรือลบ ๑ แห่ง ลบบรรทัดนี้และหน้าสุดท้ายก่อนเผยแพร่]");
    }

    @Test
    void holds_hostile_texts_as_texts() throws IOException {
        Given given = new Given("=cmd|' /C calc'!A0\r\n<script>alert(1)</script>\u0000\u0007\n\u202E👩 \uD800 & ]]>"
                        + "ก".repeat(32_000))
                .served(SECOND, State.MET, Report.Source.ACTION, ACTION, false);
        assertThat(given.lines())
                .containsExactly("=cmd|' /C calc'!A0\n<script>alert(1)</script>\n👩 \uFFFD & ]]>" + "ก".repeat(32_000));
    }

    @Test
    void is_landscape_and_repeats_the_headings_of_the_five_columns() throws IOException {
        try (XWPFDocument document = open(Sample.evaluation(), THAI)) {
            assertThat(document.getDocument().getBody().getSectPr().getPgSz().getW())
                    .hasToString("16838");
            XWPFTableRow headings = document.getTables().get(0).getRow(0);
            assertThat(headings.isRepeatHeader()).isTrue();
            assertThat(headings.getTableCells()).hasSameSizeAs(Column.official());
            assertThat(document.getStyles().getDefaultRunStyle().getFontSizeAsDouble())
                    .isEqualTo(16.0);
        }
    }

    @Test
    void brings_its_fonts_and_no_time() throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(Written.sixMonth(figures(Sample.evaluation()), RUN, THAI)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        for (String name : List.of("Sarabun-Regular", "Sarabun-Bold")) {
            byte[] own;
            try (var in = SixMonthReport.class.getResourceAsStream("fonts/" + name + ".ttf")) {
                own = Objects.requireNonNull(in).readAllBytes();
            }
            byte[] carried = Objects.requireNonNull(
                    parts.get(name.endsWith("Bold") ? "word/fonts/font2.odttf" : "word/fonts/font1.odttf"));
            assertThat(carried).hasSameSizeAs(own);
            long changed = IntStream.range(32, own.length)
                    .filter(i -> own[i] != carried[i])
                    .count();
            assertThat(changed).isBetween(1L, 16L);
            assertThat(sum(plain(carried))).isEqualTo(sum(own));
        }
    }

    /** Undoes the key, which all but its last two digits are the same for both fonts. */
    private static byte[] plain(byte[] font) {
        byte[] plain = Arrays.copyOf(font, font.length);
        byte[] magic = {0, 1, 0, 0};
        byte last = (byte) (font[0] ^ magic[0]);
        byte[] key = HexFormat.of().parseHex("8f2a6b103c5d4e719a425461726e6700");
        key[15] = last;
        for (int i = 0; i < 32; i++) {
            plain[i] ^= key[15 - i % 16];
        }
        return plain;
    }

    /** The checksum over a whole font, which the format wants to be the same for all (OpenType, table head). */
    private static int sum(byte[] font) {
        int sum = 0;
        ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(font, (font.length + 3) / 4 * 4));
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }

    @Test
    void a_row_that_was_not_understood_is_warned_of_on_top_and_a_lesser_problem_is_not() throws IOException {
        String partial = "[อ่านแผนได้ไม่ครบ: รายงานนี้อาจขาดข้อมูล ดูหน้าสุดท้าย]";
        assertThat(above(withProblem(CellProblem.Code.ROW_NOT_UNDERSTOOD))).contains(partial);
        assertThat(above(withProblem(CellProblem.Code.SHEET_HIDDEN))).contains(partial);
        assertThat(above(withProblem(CellProblem.Code.AGENCY_NOT_FOUND))).doesNotContain(partial);
    }

    private static Evaluation withProblem(CellProblem.Code code) {
        Evaluation whole = new Given("x").evaluation();
        return new Evaluation(
                whole.plan(),
                whole.round(),
                whole.asOf(),
                whole.obligations(),
                whole.evidence(),
                whole.uncounted(),
                whole.findings(),
                whole.ledger(),
                whole.indicators(),
                whole.limits(),
                whole.divisions(),
                List.of(new CellProblem(code, "มาตรการ", Optional.of(new CellRef("มาตรการ", 12, 0)), "?")));
    }
}
