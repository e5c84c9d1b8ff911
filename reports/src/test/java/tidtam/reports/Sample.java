package tidtam.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tidtam.facts.Actor;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.Claim;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.Limit;
import tidtam.facts.Limits;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Need;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Publication;
import tidtam.facts.Reason;
import tidtam.facts.Report;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Responsible;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Status;
import tidtam.facts.Tool;
import tidtam.facts.Uncounted;
import tidtam.facts.Values;

/** A made-up result that has every shape and every constant at least once. */
@SuppressWarnings("EnumOrdinal") // Each constant must occur; where does not matter.
public final class Sample {
    static final LocalDate AS_OF = LocalDate.of(2023, 4, 30);
    static final String SHA = "0123456789abcdef".repeat(4);
    public static final String HOSTILE =
            "=HYPERLINK(\"http://x\")\u0000\u001B[31m \u202Eabc\u202C\t\r\n| <b> \uD800 👨‍👩‍👧 กำ\u0E48\u0E49\u0E4A "
                    + "ย".repeat(300);

    static final InForce IN_FORCE = new InForce(
            List.of(
                    InForce.Judged.of(new Limit(Kind.MONTHLY, 5, 14)),
                    new InForce.Judged(
                            Kind.QUARTERLY,
                            Optional.of(Tool.EIT),
                            OptionalInt.of(6),
                            Optional.of("กองคลัง"),
                            OptionalInt.empty(),
                            OptionalInt.of(30),
                            Optional.of(Severity.WARNING))),
            true);

    private static final List<RuleInfo> RULES = List.of(
            rule("quarterly-report-overdue", Severity.ERROR, RuleInfo.Subject.MEASURE, Need.QUARTERLY, Need.COMPLETION),
            rule("completion-date-blank", Severity.ERROR, RuleInfo.Subject.MEASURE, Need.COMPLETION),
            rule("date-impossible", Severity.ERROR, RuleInfo.Subject.MEASURE, Need.COMPLETION),
            rule("measure-duplicated", Severity.WARNING, RuleInfo.Subject.MEASURE, Need.PLAN_READ),
            rule("cadence-mismatch", Severity.WARNING, RuleInfo.Subject.MEASURE, Need.CLAIM, Need.DUTY),
            rule("item-missing", Severity.WARNING, RuleInfo.Subject.PLAN, Need.FRAMEWORK, Need.ITEM),
            rule("due-soon", Severity.INFO, RuleInfo.Subject.MEASURE, Need.OBLIGATION));

    private static final DateSpan REPORTED = new DateSpan(
            LocalDate.of(2023, 3, 20),
            LocalDate.of(2023, 3, 24),
            Precision.DAY,
            CellText.of(new CellRef("บันทึกการรายงาน", 1, 3), "๒๐-๒๔ มีนาคม ๒๕๖๖"),
            false,
            false);

    private final List<PlannedMeasure> measures = new ArrayList<>();
    private final List<ObligationState> obligations = new ArrayList<>();
    private final Map<Obligation, Report> evidence = new HashMap<>();
    private final List<Uncounted> uncounted = new ArrayList<>();
    private final Map<MeasureId, Integer> indicators = new TreeMap<>();

    private Sample() {}

    static CheckResult result() {
        return new CheckResult(
                new RunInfo(AS_OF, "0.1.0", "sha256:" + SHA, off()),
                List.of(
                        new Checked.Evaluated("แผน ๒๕๖๖.xlsx", SHA, evaluation()),
                        new Checked.Evaluated("empty.xlsx", SHA, nothingFound()),
                        new Checked.Unreadable("locked\u202E.xlsx", Optional.of(SHA), Checked.Why.ENCRYPTED),
                        new Checked.Unreadable("away.xlsx", Optional.empty(), Checked.Why.NOT_FOUND)));
    }

    /** The rules the agency turned off. */
    static SortedMap<String, String> off() {
        return new TreeMap<>(Map.of("due-soon", "เตือนในที่ประชุม | ประจำเดือน"));
    }

    static Evaluation nothingFound() {
        return nothingFound(List.of());
    }

    /** Each measure passed one rule. */
    static Evaluation nothingFound(List<PlannedMeasure> measures) {
        return bare(
                measures,
                List.of(),
                measures.stream()
                        .map(planned -> new Ledger.Entry(
                                "date-impossible",
                                Optional.of(planned.measure().id()),
                                Outcome.PASSED,
                                Reason.of(Reason.Code.HELD)))
                        .toList(),
                List.of());
    }

    /** A plan of three divisions without obligations. */
    static Evaluation bare(
            List<PlannedMeasure> measures,
            List<ReportedFinding> findings,
            List<Ledger.Entry> entries,
            List<Uncounted> uncounted) {
        return new Evaluation(
                new Plan(
                        PlanTitle.of(Optional.empty(), OptionalInt.empty(), OptionalInt.empty()),
                        measures,
                        List.of(),
                        AgencyRecords.none(),
                        true),
                new Round(2566, 0),
                AS_OF,
                List.of(),
                Map.of(),
                uncounted,
                findings,
                new Ledger(RULES, measures.size(), entries),
                Map.of(),
                Map.of(),
                measures.isEmpty() ? List.of() : List.of("ก", "ข", "ค"),
                List.of());
    }

    static CheckResult only(Evaluation evaluation) {
        return new CheckResult(result().run(), List.of(new Checked.Evaluated("a.xlsx", Optional.of(SHA), evaluation)));
    }

    /** The same on another day, for the whole year; how each obligation stands is left as it was. */
    static Evaluation asOf(LocalDate day) {
        Evaluation now = evaluation();
        return new Evaluation(
                now.plan(),
                new Round(2566, 0),
                day,
                now.obligations(),
                now.evidence(),
                now.uncounted(),
                now.findings(),
                now.ledger(),
                now.indicators(),
                now.limits(),
                now.divisions(),
                now.problems());
    }

    static Evaluation evaluation() {
        Sample sample = new Sample();
        for (Kind kind : Kind.values()) {
            sample.add(kind);
        }
        sample.addHostile();
        sample.addBare();
        List<CellProblem> problems = new ArrayList<>();
        for (CellProblem.Code code : CellProblem.Code.values()) {
            Optional<CellRef> cell = code.ordinal() % 2 == 0 ? Optional.empty() : Optional.of(ref(90, code.ordinal()));
            String text = code == CellProblem.Code.HOLIDAYS_UNKNOWN ? "2566" : "2566 " + code.ordinal();
            problems.add(new CellProblem(code, "มาตรการ", cell, text));
        }
        return new Evaluation(
                new Plan(
                        PlanTitle.of(
                                Optional.of("องค์การบริหารส่วนตำบลจอม่วง"), OptionalInt.of(2566), OptionalInt.of(1)),
                        sample.measures,
                        List.of(),
                        new AgencyRecords(List.of(), List.of(), List.of(), Optional.of(sample.log()), false),
                        true),
                new Round(2566, 1),
                AS_OF,
                sample.obligations,
                sample.evidence,
                sample.uncounted,
                sample.findings(),
                new Ledger(RULES, sample.measures.size(), sample.entries()),
                sample.indicators,
                limits(),
                List.of("กองคลัง", "กองช่าง", "สำนักปลัด"),
                problems);
    }

    /** Of each kind's measure, resting on each basis in turn. */
    private static Map<MeasureId, Map<Kind, Limit>> limits() {
        Map<MeasureId, Map<Kind, Limit>> limits = new HashMap<>();
        for (Kind kind : Kind.values()) {
            Limit.Basis basis = Limit.Basis.values()[kind.ordinal() % 3];
            List<CellRef> rows = basis == Limit.Basis.TABLE ? List.of(new CellRef("limits", 2, 0)) : List.of();
            limits.put(
                    new MeasureId(kind.ordinal() + 1), Map.of(kind, new Limit(kind, kind.ordinal(), 14, basis, rows)));
        }
        return limits;
    }

    private void add(Kind kind) {
        int i = kind.ordinal();
        MeasureId id = new MeasureId(i + 1);
        Map<Column, CellText> cells = cells(i, "E" + (i + 1) + " เจ้าหน้าที่ให้บริการตามขั้นตอน\nที่กำหนด");
        Optional<Tool> section = i % 4 == 3 ? Optional.empty() : Optional.of(Tool.values()[i % 4]);
        Measure measure = new Measure(
                id,
                "e" + (i + 1),
                Optional.of("E" + (i + 1)),
                "เจ้าหน้าที่ให้บริการตามขั้นตอนที่กำหนด",
                cell(cells, Column.ISSUE),
                section,
                Optional.empty(),
                false);
        section.ifPresent(tool -> indicators.put(id, 6));
        Duty duty = new Duty(
                id,
                0,
                kind,
                limits(kind),
                Set.of(Actor.values()[i % 2]),
                i % 5 == 0 ? Optional.of("ในกรณีมีการจัดซื้อจัดจ้าง") : Optional.empty(),
                cell(cells, Column.DEADLINE).span(0, 9),
                i % 3 == 0);
        Duty second = new Duty(
                id,
                1,
                Kind.MONTHLY,
                Limits.none().withDay(10),
                Set.of(Actor.OFFICER, Actor.EXECUTIVE),
                Optional.empty(),
                cell(cells, Column.DEADLINE),
                false);
        Completion completion = completion(id, i, cell(cells, Column.ACTION));
        measures.add(new PlannedMeasure(
                measure,
                cells,
                i == 0 ? List.of() : i % 3 == 1 ? List.of(duty, second) : List.of(duty),
                List.of(),
                Optional.of(completion),
                Optional.of(responsible(id, i, cell(cells, Column.RESPONSIBLE))),
                i % 2 == 0 ? Optional.of(new Publication(id, cell(cells, Column.STEPS))) : Optional.empty(),
                List.of()));
        if (i % 4 == 1) {
            uncounted.add(new Uncounted(id, duty, Uncounted.Why.values()[i / 4]));
        } else if (i > 0 && kind != Kind.CONTINUOUS) {
            oblige(duty, State.values()[i % State.values().length], completion);
        }
    }

    private void oblige(Duty duty, State state, Completion completion) {
        Period period = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
        Obligation obligation = new Obligation(duty, 0, period, period, period.end(), false);
        obligations.add(ObligationState.of(obligation, state, period.end().plusDays(duty.ordinal()), AS_OF));
        if (state == State.MET || state == State.LATE) {
            boolean logged = state == State.LATE;
            evidence.put(
                    obligation,
                    new Report(
                            duty.measure(),
                            REPORTED.from(),
                            REPORTED.to(),
                            Optional.empty(),
                            logged ? Report.Source.LOG : Report.Source.ACTION,
                            logged ? REPORTED.text() : completion.statedIn(),
                            false));
        }
    }

    /** A row that serves, one that names little, and one that would steer a display. */
    private List<LogEntry> log() {
        List<LogEntry> log = new ArrayList<>();
        MeasureId late = evidence.values().stream()
                .filter(report -> report.source() == Report.Source.LOG)
                .map(Report::measure)
                .findFirst()
                .orElseThrow();
        Period quarter = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
        Optional<String> link = Optional.of("https://example.go.th/report");
        for (String text : List.of("กองคลัง", "", HOSTILE)) {
            boolean serves = text.equals("กองคลัง");
            log.add(new LogEntry(
                    log.size() + 1,
                    CellText.of(new CellRef("บันทึกการรายงาน", 1 + log.size(), 0), "E9"),
                    Optional.of(late),
                    serves ? Optional.of(quarter) : Optional.empty(),
                    serves ? Optional.empty() : Optional.of(REPORTED),
                    serves ? Optional.of(REPORTED) : Optional.empty(),
                    List.of(),
                    text,
                    serves ? new TreeSet<>(Set.of(Channel.WEBSITE)) : new TreeSet<>(),
                    serves ? link : Optional.empty(),
                    text));
        }
        return log;
    }

    private void addHostile() {
        int i = measures.size();
        MeasureId id = new MeasureId(i + 1);
        Map<Column, CellText> cells = cells(i, HOSTILE);
        CellText issue = cell(cells, Column.ISSUE);
        Measure measure = new Measure(
                id, "x", Optional.of("@\u0007code"), HOSTILE, issue, Optional.empty(), Optional.empty(), false);
        measures.add(new PlannedMeasure(
                measure,
                cells,
                List.of(),
                List.of(),
                Optional.of(completion(id, 0, issue)),
                Optional.of(new Responsible(
                        id, issue, false, List.of(new NamedDivision(id, HOSTILE, issue, false)), List.of(HOSTILE))),
                Optional.empty(),
                List.of()));
    }

    /** A measure of a table that has the issue column alone. */
    private void addBare() {
        int i = measures.size();
        MeasureId id = new MeasureId(i + 1);
        CellText issue = CellText.of(ref(i, 0), "การใช้งบประมาณ");
        measures.add(new PlannedMeasure(
                new Measure(
                        id, "y", Optional.empty(), "การใช้งบประมาณ", issue, Optional.empty(), Optional.empty(), false),
                Map.of(Column.ISSUE, issue),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private static Responsible responsible(MeasureId id, int i, CellText cell) {
        List<NamedDivision> named = i % 4 == 0
                ? List.of()
                : List.of(
                        new NamedDivision(id, "สำนักปลัด", cell, true), new NamedDivision(id, "กองคลัง", cell, false));
        return new Responsible(id, cell, i % 4 == 0, named, i % 3 == 0 ? List.of("ผู้บริหาร") : List.of());
    }

    private static Completion completion(MeasureId id, int i, CellText cell) {
        LocalDate day = LocalDate.of(2023, 3, 20);
        Precision precision = Precision.values()[i % 4];
        List<DateSpan> dates = i % 2 == 0
                ? List.of(new DateSpan(day, day.plusDays(i), precision, cell.span(0, 5), false, i % 4 == 0))
                : List.of();
        List<ImpossibleDate> impossible = i % 3 == 0
                ? List.of(new ImpossibleDate(id, cell.span(0, 4), i % 2 == 0 ? Optional.of(day) : Optional.empty()))
                : List.of();
        List<Claim> claims = i % 3 == 1
                ? List.of(new Claim(id, Kind.EVERY_N_DAYS, Limits.none().withDays(15, i % 2 == 0), cell.span(0, 3)))
                : List.of();
        TreeSet<Channel> channels = new TreeSet<>();
        if (i < Channel.values().length) {
            channels.add(Channel.values()[i]);
            channels.add(Channel.WEBSITE);
        }
        Status status = Status.values()[i % Status.values().length];
        return new Completion(id, status, cell, dates, impossible, claims, channels, false, i % 5 == 0);
    }

    private static Limits limits(Kind kind) {
        return switch (kind) {
            case WITHIN_DAYS -> Limits.none().withDays(15, true);
            case EVERY_N_DAYS -> Limits.none().withDays(30, false);
            case SEMIANNUAL -> Limits.none().withMonths(new TreeSet<>(Set.of(4, 10)));
            case MONTHLY -> Limits.none().withDay(10);
            case BY_FIXED_DATE -> Limits.none().withDate(LocalDate.of(2023, 9, 30));
            default -> Limits.none();
        };
    }

    private List<ReportedFinding> findings() {
        Period quarter = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
        CellText action = cell(measures.get(3).cells(), Column.ACTION);
        MeasureId fourth = new MeasureId(4);
        List<ReportedFinding> findings = new ArrayList<>();
        findings.add(
                reported(new Finding("item-missing", Values.of("item", "E4").with("indicator", 6)), Severity.WARNING));
        findings.add(reported(
                new Finding(
                                "quarterly-report-overdue",
                                fourth,
                                action,
                                Values.of("period", quarter)
                                        .with("due", quarter.end())
                                        .with("daysOverdue", 30))
                        .about(measures.get(3).duties().get(0)),
                Severity.ERROR));
        findings.add(reported(
                new Finding(
                        "completion-date-blank",
                        fourth,
                        action,
                        Values.of(
                                "periods",
                                List.of(
                                        new Period(quarter.start().minusMonths(3), LocalDate.of(2022, 12, 31)),
                                        quarter))),
                Severity.ERROR));
        findings.add(reported(
                new Finding("completion-date-blank", new MeasureId(5), action, Values.of("periods", List.of())),
                Severity.ERROR));
        findings.add(reported(
                new Finding(
                        "cadence-mismatch",
                        new MeasureId(5),
                        action,
                        Values.of("claim", Kind.EVERY_N_DAYS)
                                .with("claimDays", 15)
                                .with("variant", "days")
                                .with("duties", List.of(Kind.WITHIN_DAYS, Kind.MONTHLY, Kind.QUARTERLY))),
                Severity.WARNING));
        findings.add(reported(
                new Finding(
                        "measure-duplicated",
                        List.of(new MeasureId(5), new MeasureId(6), new MeasureId(7), new MeasureId(9)),
                        action,
                        Values.of("name", "E5")
                                .with("cells", List.of(ref(4, 0), ref(5, 0)))
                                .with("rows", List.of(5, 6, 7, 9))),
                Severity.WARNING));
        MeasureId hostile = new MeasureId(Kind.values().length + 1);
        CellText text = measures.get(Kind.values().length).measure().issue();
        findings.add(
                reported(new Finding("date-impossible", hostile, text, Values.of("text", HOSTILE)), Severity.ERROR));
        findings.add(reported(
                new Finding(
                        "due-soon",
                        hostile,
                        text,
                        Values.of("period", new Period(LocalDate.of(2022, 10, 1), LocalDate.of(2023, 9, 30)))
                                .with("due", LocalDate.of(2023, 9, 30))
                                .with("daysOverdue", 0)),
                Severity.INFO));
        return findings;
    }

    private static ReportedFinding reported(Finding finding, Severity severity) {
        List<String> divisions = finding.measures().isEmpty() ? List.of() : List.of("กองคลัง", "สำนักปลัด");
        return new ReportedFinding(
                finding,
                severity,
                divisions,
                "fp-" + finding.rule() + finding.measures().size());
    }

    private List<Ledger.Entry> entries() {
        List<Ledger.Entry> entries = new ArrayList<>();
        Reason.Code[] codes = Reason.Code.values();
        for (RuleInfo rule : RULES) {
            if (rule.subject() == RuleInfo.Subject.PLAN) {
                entries.add(new Ledger.Entry(rule.id(), Optional.empty(), Outcome.FOUND, Reason.of(Reason.Code.FOUND)));
                continue;
            }
            for (PlannedMeasure planned : measures) {
                Reason.Code code = codes[entries.size() % codes.length];
                entries.add(new Ledger.Entry(
                        rule.id(), Optional.of(planned.measure().id()), outcome(code, planned), reason(code)));
            }
        }
        return entries;
    }

    private static Outcome outcome(Reason.Code code, PlannedMeasure planned) {
        return switch (code) {
            case HELD -> Outcome.PASSED;
            case FOUND -> planned.measure().id().row() % 2 == 0 ? Outcome.FOUND : Outcome.WAIVED;
            case NOTHING_TO_CHECK, NOT_YET_DUE -> Outcome.NOT_APPLICABLE;
            case NOT_IN_BASE, BROKE -> Outcome.ERROR;
            default -> Outcome.NOT_EVALUABLE;
        };
    }

    static Reason reason(Reason.Code code) {
        return new Reason(
                code,
                switch (code) {
                    case SAID_BY -> "completion-date-blank";
                    case NOTHING_TO_CHECK -> Need.EVENT.name();
                    case NO_COLUMN -> Column.ACTION.name();
                    case NO_PERIODS -> Kind.CONTINUOUS.name();
                    case NOT_COUNTED -> Uncounted.Why.NO_EVENT_DATE.name();
                    case NO_FRAMEWORK -> "2570";
                    case NO_HOLIDAYS -> "2570";
                    case BROKE -> "java.lang.IllegalStateException: x\u001B[2J";
                    default -> "";
                });
    }

    static List<RuleInfo> rules() {
        return RULES;
    }

    public static Wording wording(Language language) {
        return new Wording(language, messages(language));
    }

    static Map<String, String> messages(Language language) {
        boolean thai = language == Language.TH;
        return Map.of(
                "quarterly-report-overdue",
                        thai
                                ? "ไม่พบวันที่รายงานของ{period} ซึ่งครบกำหนด {due} เกินกำหนด {daysOverdue} วัน"
                                : "no dated report for {period}, due {due}, {daysOverdue} days overdue",
                "completion-date-blank",
                        thai
                                ? "ระบุว่าดำเนินการแล้ว แต่เว้นวันที่ว่างไว้ (งวด: {periods})"
                                : "done, but the date is blank (periods: {periods})",
                "date-impossible", thai ? "วันที่ “{text}” เป็นไปไม่ได้" : "the date “{text}” cannot be",
                "date-impossible.likely",
                        thai
                                ? "วันที่ “{text}” เป็นไปไม่ได้ น่าจะเป็น {likely}"
                                : "the date “{text}” cannot be, probably {likely}",
                "measure-duplicated",
                        thai
                                ? "{name} ซ้ำกันที่ {cells} (ลำดับที่ {rows})"
                                : "{name} stands more than once, at {cells} (rows {rows})",
                "cadence-mismatch",
                        thai ? "ระบุว่าทำ{claim} แต่แผนกำหนด{duties}" : "done {claim}, the plan asks for {duties}",
                "cadence-mismatch.days",
                        thai
                                ? "ระบุว่าทำ{claim} (ทุก {claimDays} วัน) แต่แผนกำหนด{duties}"
                                : "done {claim} (every {claimDays} days), the plan asks for {duties}",
                "item-missing",
                        thai
                                ? "ไม่พบข้อ {item} ของตัวชี้วัดที่ {indicator}"
                                : "item {item} of indicator {indicator} is missing",
                "due-soon",
                        thai ? "ใกล้ครบกำหนดรายงานของ{period} ภายใน {due}" : "the report for {period} is due by {due}");
    }

    static CellRef ref(int row, int column) {
        return new CellRef("มาตรการ", row, column);
    }

    private static CellText cell(Map<Column, CellText> cells, Column column) {
        return Optional.ofNullable(cells.get(column)).orElseThrow();
    }

    private static Map<Column, CellText> cells(int i, String issue) {
        Map<Column, CellText> cells = new EnumMap<>(Column.class);
        cells.put(Column.ISSUE, CellText.of(ref(i, 0), issue));
        cells.put(Column.RESPONSIBLE, CellText.of(ref(i, 1), "สำนักปลัด และกองคลัง"));
        cells.put(Column.STEPS, CellText.of(ref(i, 2), "เผยแพร่ลงในเว็บไซต์"));
        cells.put(Column.DEADLINE, CellText.of(ref(i, 3), "ไตรมาสละ ๑ ครั้ง"));
        cells.put(
                Column.ACTION,
                CellText.of(
                        ref(i, 4),
                        i % 6 == 5 ? "\u00A0\u00A0\u00A0\u00A0\u00A0" : "ดำเนินการแล้วเมื่อวันที่เดือน..... พ.ศ."));
        return cells;
    }

    private static RuleInfo rule(String id, Severity severity, RuleInfo.Subject subject, Need... needs) {
        return new RuleInfo(
                id,
                id.replace('-', ' '),
                severity,
                subject,
                List.of(needs),
                "measure plan | column <การดำเนินการ>",
                id.equals("cadence-mismatch") ? RuleInfo.Origin.AGENCY : RuleInfo.Origin.BUILT_IN);
    }
}
