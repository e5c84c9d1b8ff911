package tidtam.reports.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Division;
import tidtam.facts.DivisionFault;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.Limits;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Values;
import tidtam.facts.Waiver;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Figures;
import tidtam.reports.RunInfo;

/** A plan of a made-up agency, as a check finds it on a day; each thing found is about a measure of its own. */
final class SamplePlan {
    static final String TREASURY = "กองคลัง";
    static final String WORKS = "กองช่าง";
    static final String SCHOOLS = "กองการศึกษา";
    static final String CLERK = "สำนักปลัด";
    static final String OVERDUE = "quarterly-report-overdue";
    static final String SOON = "due-soon";
    static final String BLANK = "completion-date-blank";
    static final String IMPOSSIBLE = "date-impossible";

    private static final List<String> TITLES = List.of(
            "เจ้าหน้าที่ให้บริการตามขั้นตอนที่กำหนด",
            "รายงานผลการใช้จ่ายงบประมาณ",
            "เผยแพร่ผลการจัดซื้อจัดจ้าง",
            "ช่องทางแจ้งเรื่องร้องเรียนการทุจริต",
            "ประกาศเจตนารมณ์นโยบาย No Gift Policy");

    private final LocalDate asOf;
    private String agency = "องค์การบริหารส่วนตำบลจอม่วง";
    private Round round = new Round(2566, 1);
    private final List<CellProblem> problems = new ArrayList<>();
    private Optional<List<LogEntry>> log = Optional.empty();
    private final List<Division> divisions = new ArrayList<>();
    private final List<DivisionFault> faults = new ArrayList<>();
    private final List<PlannedMeasure> measures = new ArrayList<>();
    private final List<ObligationState> obligations = new ArrayList<>();
    private final List<ReportedFinding> findings = new ArrayList<>();

    private SamplePlan(LocalDate asOf) {
        this.asOf = asOf;
    }

    static SamplePlan on(LocalDate asOf) {
        return new SamplePlan(asOf);
    }

    static SamplePlan on(String asOf) {
        return on(LocalDate.parse(asOf));
    }

    SamplePlan of(String name) {
        agency = name;
        return this;
    }

    SamplePlan in(int number) {
        round = new Round(2566, number);
        return this;
    }

    SamplePlan readInPart() {
        problems.add(new CellProblem(CellProblem.Code.SHEET_HIDDEN, "มาตรการ ๒", Optional.empty(), ""));
        return this;
    }

    SamplePlan logging() {
        log = Optional.of(List.of());
        return this;
    }

    SamplePlan lists(String division, String email, String... copies) {
        return lists(new Division(division, List.of(), Optional.empty(), Optional.of(email), List.of(copies)));
    }

    SamplePlan listsWithoutAddress(String division) {
        return lists(new Division(division, List.of(), Optional.empty(), Optional.empty(), List.of()));
    }

    SamplePlan listsMalformed(String division, String address) {
        CellText cell = CellText.of(new CellRef("หน่วยงาน", 9, 3), address);
        faults.add(new DivisionFault(DivisionFault.Code.ADDRESS_MALFORMED, division, List.of(cell)));
        return listsWithoutAddress(division);
    }

    SamplePlan lists(Division division) {
        divisions.add(division);
        return this;
    }

    /** A quarterly report that nobody made: due soon up to its day, and overdue from then on. */
    SamplePlan owes(LocalDate due, String... concerned) {
        return owes(Kind.QUARTERLY, new Period(due.minusMonths(3).plusDays(1), due), 0, concerned);
    }

    SamplePlan owes(String due, String... concerned) {
        return owes(LocalDate.parse(due), concerned);
    }

    /** The same of another kind, with days of grace. */
    SamplePlan owes(Kind kind, Period period, int grace, String... concerned) {
        PlannedMeasure planned = measure();
        LocalDate due = period.end().plusDays(grace);
        boolean past = due.isBefore(asOf);
        ObligationState owed = obligation(planned, 0, kind, period, due, past ? State.MISSING : State.DUE_SOON);
        obligations.add(owed);
        return finds(
                Finding.on(past ? OVERDUE : SOON, owed, cell(planned, Column.ACTION)),
                past ? Severity.ERROR : Severity.INFO,
                concerned);
    }

    /** A report that came in time: nothing is found. */
    SamplePlan reports() {
        measure();
        return this;
    }

    /** A quarterly report that came after its day. */
    SamplePlan reportsLate(LocalDate due, String... concerned) {
        PlannedMeasure planned = measure();
        Period period = new Period(due.minusMonths(3).plusDays(1), due);
        ObligationState owed = obligation(planned, 0, Kind.QUARTERLY, period, due, State.LATE);
        obligations.add(owed);
        return finds(Finding.on("report-late", owed, cell(planned, Column.ACTION)), Severity.WARNING, concerned);
    }

    /** Something said to be done for these periods, without a date, each due on its last day. */
    SamplePlan claims(List<Period> periods, String... concerned) {
        return claims(periods, periods, concerned);
    }

    /**
     * The same.
     *
     * @param owed those of the periods for which a report is owed, and others; each due on its last day
     */
    SamplePlan claims(List<Period> claimed, List<Period> owed, String... concerned) {
        PlannedMeasure planned = measure();
        for (Period period : owed) {
            obligations.add(
                    obligation(planned, obligations.size(), Kind.QUARTERLY, period, period.end(), State.CLAIMED));
        }
        return finds(
                new Finding(
                        BLANK,
                        planned.measure().id(),
                        cell(planned, Column.ACTION),
                        Values.of("periods", List.copyOf(claimed))),
                Severity.ERROR,
                concerned);
    }

    /** A date that cannot be, which waits for no day. */
    SamplePlan misdates(Severity severity, String... concerned) {
        PlannedMeasure planned = measure();
        CellText action = cell(planned, Column.ACTION);
        return finds(
                new Finding(IMPOSSIBLE, planned.measure().id(), action, Values.of("text", "๓๑ กุมภาพันธ์ ๒๕๖๖")),
                severity,
                concerned);
    }

    /** Something about the plan as a whole. */
    SamplePlan lacks(String item) {
        return finds(new Finding("item-missing", Values.of("item", item).with("indicator", 6)), Severity.WARNING);
    }

    SamplePlan finds(Finding finding, Severity severity, String... concerned) {
        String fingerprint = finding.rule() + " " + round
                + finding.measures().stream()
                        .map(measure -> " " + measure.row())
                        .findFirst()
                        .orElseGet(() -> " " + finding.values())
                + finding.findPeriod().map(period -> " " + period.end()).orElse("");
        findings.add(
                new ReportedFinding(finding, severity, List.copyOf(new TreeSet<>(List.of(concerned))), fingerprint));
        return this;
    }

    /** A waiver for the last thing found, up to a day. */
    SamplePlan waived(String to, String reason) {
        int last = findings.size() - 1;
        ReportedFinding found = findings.get(last);
        LocalDate until = LocalDate.parse(to);
        Waiver waiver = new Waiver("", found.fingerprint(), reason, "นายก <อบต.>", until.minusDays(180), until, 40);
        findings.set(last, found.under(waiver, waiver.holdsOn(asOf)));
        return this;
    }

    /** What identifies the last thing found. */
    String fingerprint() {
        return findings.get(findings.size() - 1).fingerprint();
    }

    Evaluation evaluation() {
        TreeSet<String> names = new TreeSet<>();
        divisions.forEach(division -> names.add(division.name()));
        findings.forEach(finding -> names.addAll(finding.divisions()));
        AgencyRecords records = new AgencyRecords(List.copyOf(divisions), List.copyOf(faults), List.of(), log, false);
        return new Evaluation(
                new Plan(
                        PlanTitle.of(Optional.of(agency), OptionalInt.of(2566), OptionalInt.of(round.number())),
                        List.copyOf(measures),
                        List.of(),
                        records,
                        problems.isEmpty()),
                round,
                asOf,
                List.copyOf(obligations),
                Map.of(),
                List.of(),
                List.copyOf(findings),
                new Ledger(List.of(), measures.size(), List.of()),
                Map.of(),
                Map.of(),
                List.copyOf(names),
                List.copyOf(problems));
    }

    /** What a run over these gives. */
    static CheckResult result(SamplePlan... plans) {
        List<Checked> inputs = new ArrayList<>();
        for (SamplePlan plan : plans) {
            String path = "แผน " + inputs.size() + ".xlsx";
            inputs.add(new Checked.Evaluated(path, Optional.empty(), plan.evaluation()));
        }
        LocalDate asOf = plans[0].asOf;
        return new CheckResult(new RunInfo(asOf, "0.1.0", "sha256:0", new TreeMap<>()), inputs);
    }

    static Figures figures(SamplePlan... plans) {
        return Figures.of(result(plans));
    }

    private PlannedMeasure measure() {
        int row = measures.size();
        Map<Column, CellText> cells = new EnumMap<>(Column.class);
        String title = TITLES.get(row % TITLES.size());
        cells.put(Column.ISSUE, text(row, 0, title));
        cells.put(Column.DEADLINE, text(row, 3, "ไตรมาสละ ๑ ครั้ง"));
        cells.put(Column.ACTION, text(row, 4, row % 2 == 0 ? "ดำเนินการแล้วเมื่อวันที่เดือน..... พ.ศ." : " "));
        PlannedMeasure planned = new PlannedMeasure(
                new Measure(
                        new MeasureId(row + 1),
                        "e" + row,
                        Optional.of("E" + (row + 1)),
                        title,
                        text(row, 0, title),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                cells,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        measures.add(planned);
        return planned;
    }

    private ObligationState obligation(
            PlannedMeasure planned, int index, Kind kind, Period period, LocalDate due, State state) {
        Duty duty = new Duty(
                planned.measure().id(),
                0,
                kind,
                Limits.none(),
                Set.of(),
                Optional.empty(),
                cell(planned, Column.DEADLINE),
                false);
        return ObligationState.of(new Obligation(duty, index, period, period, period.end(), false), state, due, asOf);
    }

    private static CellText text(int row, int column, String text) {
        return CellText.of(new CellRef("มาตรการ", row + 5, column), text);
    }

    private static CellText cell(PlannedMeasure planned, Column column) {
        return Optional.ofNullable(planned.cells().get(column)).orElseThrow();
    }
}
