package tidtam.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tidtam.facts.Actor;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.Claim;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Contradiction;
import tidtam.facts.DateSpan;
import tidtam.facts.Division;
import tidtam.facts.DivisionFault;
import tidtam.facts.Duty;
import tidtam.facts.Holiday;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Publication;
import tidtam.facts.Responsible;
import tidtam.facts.Status;
import tidtam.facts.Tool;

/** A plan built row by row, as a test says it: {@code measure().owes(QUARTERLY).done("2023-01-10")}. */
final class Given {
    private final List<Row> rows = new ArrayList<>();
    private final List<IndicatorHeading> headings = new ArrayList<>();
    private final List<DivisionFault> divisionFaults = new ArrayList<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final List<Logged> log = new ArrayList<>();
    private List<Division> divisions = List.of();
    private Optional<LocalDate> start = Optional.empty();
    private boolean logKept;
    private boolean logUnread;
    private boolean complete = true;

    /** A new row: an issue, an owner, a deadline cell and an action cell that say nothing special. */
    Row measure() {
        Row row = new Row(this, rows.size() + 1);
        rows.add(row);
        return row;
    }

    Given listing(String... names) {
        divisions = Arrays.stream(names)
                .map(name -> new Division(name, List.of(), Optional.empty(), Optional.empty(), List.of()))
                .toList();
        return this;
    }

    /** Something wrong in the list of divisions, in so many cells. */
    Given divisionFault(DivisionFault.Code code, String division, String... texts) {
        List<CellText> cells = new ArrayList<>();
        for (String text : texts) {
            cells.add(CellText.of(new CellRef("หน่วยงาน", 1 + cells.size(), 0), text));
        }
        divisionFaults.add(new DivisionFault(code, division, cells));
        return this;
    }

    Given holiday(String day, String name) {
        holidays.add(new Holiday(LocalDate.parse(day), name));
        return this;
    }

    /** The plan begins in the middle of its year. */
    Given startingOn(String day) {
        start = Optional.of(LocalDate.parse(day));
        return this;
    }

    /** The workbook has a report log, though it may have no row. */
    Given keepingLog() {
        logKept = true;
        return this;
    }

    /** The workbook has a report log that could not be read. */
    Given withLogUnread() {
        logUnread = true;
        return incomplete();
    }

    /** A new row of the report log that names no measure yet. */
    Logged log(String name) {
        logKept = true;
        Logged row = new Logged(this, log.size() + 1, name);
        log.add(row);
        return row;
    }

    /** The same rows of the log in another order. */
    Given shufflingLog(long seed) {
        Collections.shuffle(log, new Random(seed));
        return this;
    }

    /** A section heading that states an indicator. */
    IndicatorHeading heading(Tool section, int number, String title) {
        return heading(Optional.of(section), number, title);
    }

    IndicatorHeading heading(Optional<Tool> section, int number, String title) {
        CellRef cell = new CellRef("มาตรการ", 100 + headings.size(), 0);
        IndicatorHeading heading =
                new IndicatorHeading(CellText.of(cell, "ตัวชี้วัดที่ " + number + " " + title), section, number, title);
        headings.add(heading);
        return heading;
    }

    /** One sheet could not be read to its end. */
    Given incomplete() {
        complete = false;
        return this;
    }

    Plan plan() {
        return new Plan(
                new PlanTitle(
                        Optional.of("อบต. ทดสอบ"), Optional.empty(), OptionalInt.of(2566), OptionalInt.of(1), start),
                rows.stream().map(Row::planned).toList(),
                List.copyOf(headings),
                new AgencyRecords(
                        divisions,
                        divisionFaults,
                        holidays,
                        logKept ? Optional.of(log.stream().map(Logged::entry).toList()) : Optional.empty(),
                        logUnread),
                complete);
    }

    /** One row of the report log in the making. */
    static final class Logged {
        private final Given plan;
        private final int number;
        private final String name;
        private final List<CellText> notUnderstood = new ArrayList<>();
        private final TreeSet<Channel> channels = new TreeSet<>();
        private Optional<MeasureId> measure = Optional.empty();
        private Optional<Period> period = Optional.empty();
        private Optional<DateSpan> event = Optional.empty();
        private Optional<DateSpan> reported = Optional.empty();
        private Optional<String> link = Optional.empty();
        private String by = "";
        private boolean guessed;

        private Logged(Given plan, int number, String name) {
            this.plan = plan;
            this.number = number;
            this.name = name;
        }

        Logged about(MeasureId one) {
            measure = Optional.of(one);
            return this;
        }

        Logged ofPeriod(String from, String to) {
            period = Optional.of(new Period(LocalDate.parse(from), LocalDate.parse(to)));
            return this;
        }

        Logged event(String day) {
            event = Optional.of(span(day, 2));
            return this;
        }

        Logged on(String day) {
            reported = Optional.of(span(day, 3));
            return this;
        }

        /** From here on, what is read of this row is a guess. */
        Logged guessed() {
            guessed = true;
            return this;
        }

        Logged notUnderstood(String text) {
            notUnderstood.add(cell(3, text));
            return this;
        }

        Logged through(Channel channel) {
            channels.add(channel);
            return this;
        }

        Logged by(String whom) {
            by = whom;
            return this;
        }

        Logged link(String address) {
            link = Optional.of(address);
            return this;
        }

        /** The next row of the same log. */
        Logged log(String next) {
            return plan.log(next);
        }

        /** Another row about the same measure. */
        Logged again() {
            return plan.log(name).about(measure.orElseThrow());
        }

        Given plan() {
            return plan;
        }

        private DateSpan span(String day, int column) {
            LocalDate date = LocalDate.parse(day);
            return new DateSpan(date, date, Precision.DAY, cell(column, day), false, guessed);
        }

        private CellText cell(int column, String text) {
            return CellText.of(new CellRef("บันทึกการรายงาน", number, column), text);
        }

        private LogEntry entry() {
            return new LogEntry(
                    number, cell(0, name), measure, period, event, reported, notUnderstood, by, channels, link, "");
        }
    }

    /** One measure in the making. */
    static final class Row {
        private final Given plan;
        private final MeasureId id;
        private final List<Duty> duties = new ArrayList<>();
        private final List<DateSpan> dates = new ArrayList<>();
        private final List<ImpossibleDate> impossible = new ArrayList<>();
        private final List<ImpossibleDate> impossibleDeadlines = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final TreeSet<Channel> channels = new TreeSet<>();
        private final List<NamedDivision> divisions = new ArrayList<>();
        private Optional<String> code = Optional.empty();
        private Optional<IndicatorHeading> heading = Optional.empty();
        private boolean ownHeading;
        private String title;
        private String owner = "กองคลัง";
        private String deadline = "รายงาน";
        private String action;
        private Status status = Status.EMPTY;
        private boolean reasoned;
        private final List<Contradiction> contradictions = new ArrayList<>();
        private final Map<Column, CellText> structured = new EnumMap<>(Column.class);
        private boolean actionColumn = true;
        private boolean published;
        private boolean guessed;

        private Row(Given plan, int row) {
            this.plan = plan;
            this.id = new MeasureId(row);
            this.title = "มาตรการข้อ " + row;
            this.action = "ดำเนินการข้อ " + row;
        }

        Row owes(Kind kind) {
            return owes(kind, Limits.none());
        }

        Row owes(Kind kind, Limits limits) {
            duties.add(new Duty(
                    id,
                    duties.size(),
                    kind,
                    limits,
                    Set.of(Actor.OFFICER),
                    Optional.empty(),
                    cell(Column.DEADLINE),
                    guessed));
            return this;
        }

        /** From here on, what is read of this row is a guess. */
        Row guessed() {
            guessed = true;
            return this;
        }

        Row item(String item) {
            code = Optional.of(item);
            return this;
        }

        Row titled(String words) {
            title = words;
            return this;
        }

        Row under(IndicatorHeading above) {
            heading = Optional.of(above);
            return this;
        }

        /** The row's own text states an indicator. */
        Row stating(Tool section, int number, String words) {
            heading = Optional.of(new IndicatorHeading(cell(Column.ISSUE), Optional.of(section), number, words));
            ownHeading = true;
            return this;
        }

        Row ownedBy(String text) {
            owner = text;
            return this;
        }

        Row names(String division, boolean listed) {
            divisions.add(new NamedDivision(id, division, cell(Column.RESPONSIBLE), listed));
            return this;
        }

        Row deadline(String text) {
            deadline = text;
            return this;
        }

        Row says(String text) {
            action = text;
            return this;
        }

        Row is(Status said) {
            status = said;
            return this;
        }

        Row notApplicableBecause(String reason) {
            reasoned = true;
            return says(reason).is(Status.NOT_APPLICABLE);
        }

        /** Done on a day. */
        Row done(String day) {
            return done(day, day, Precision.DAY, false);
        }

        Row done(String from, String to, Precision precision, boolean ofReport) {
            dates.add(new DateSpan(
                    LocalDate.parse(from), LocalDate.parse(to), precision, cell(Column.ACTION), ofReport, guessed));
            return is(Status.DONE_DATED);
        }

        /** Reported on a day. */
        Row reported(String day) {
            return done(day, day, Precision.DAY, true);
        }

        Row impossible(String text, Optional<LocalDate> likely) {
            says(text);
            impossible.add(new ImpossibleDate(id, cell(Column.ACTION), likely));
            return is(Status.DONE_DATED);
        }

        Row impossibleDeadline(String text) {
            deadline(text);
            impossibleDeadlines.add(new ImpossibleDate(id, cell(Column.DEADLINE), Optional.empty()));
            return this;
        }

        Row claims(Kind kind) {
            return claims(kind, Limits.none());
        }

        Row claims(Kind kind, Limits limits) {
            claims.add(new Claim(id, kind, limits, cell(Column.ACTION)));
            return dates.isEmpty() ? is(Status.RECURRING_CLAIM) : this;
        }

        Row mustBePublished() {
            published = true;
            return this;
        }

        Row on(Channel channel) {
            channels.add(channel);
            return this;
        }

        /** The table has no action column. */
        Row withoutAction() {
            actionColumn = false;
            return this;
        }

        /** A structured column is filled in. */
        Row entered(Column column, String text) {
            structured.put(
                    column,
                    CellText.of(
                            new CellRef(
                                    "มาตรการ",
                                    10 + id.row(),
                                    List.of(Column.values()).indexOf(column)),
                            text));
            return this;
        }

        /** A structured column is filled in, and says something else than an official one. */
        Row contradicting(Column column, String text, Column official) {
            entered(column, text);
            contradictions.add(new Contradiction(
                    id, column, Optional.ofNullable(structured.get(column)).orElseThrow(), cell(official)));
            return this;
        }

        /** A row of the report log about this measure. */
        Logged logged() {
            return plan.log(title).about(id);
        }

        /** A row of the report log about this measure, reported on a day. */
        Logged logged(String day) {
            return logged().on(day);
        }

        /** The next row of the same plan. */
        Row measure() {
            return plan.measure();
        }

        Given plan() {
            return plan;
        }

        private CellText cell(Column column) {
            String text = switch (column) {
                case ISSUE -> title;
                case RESPONSIBLE -> owner;
                case STEPS -> "ขั้นตอน";
                case DEADLINE -> deadline;
                case ACTION -> action;
                case CADENCE, DUE_MONTHS, DAYS, DATE_DONE -> "";
            };
            return CellText.of(
                    new CellRef(
                            "มาตรการ",
                            10 + id.row(),
                            "IRSDA".indexOf(column.name().charAt(0))),
                    text);
        }

        private PlannedMeasure planned() {
            Map<Column, CellText> cells = new EnumMap<>(Column.class);
            for (Column column : Column.official()) {
                cells.put(column, cell(column));
            }
            cells.putAll(structured);
            if (status == Status.EMPTY) {
                cells.put(Column.ACTION, CellText.of(cell(Column.ACTION).cell(), ""));
            }
            CellText stated = cells.get(Column.ACTION);
            if (!actionColumn) {
                cells.remove(Column.ACTION);
            }
            return new PlannedMeasure(
                    new Measure(
                            id,
                            code.orElse("") + title,
                            code,
                            title,
                            cell(Column.ISSUE),
                            heading.flatMap(IndicatorHeading::section),
                            heading,
                            ownHeading),
                    cells,
                    duties,
                    impossibleDeadlines,
                    Optional.of(new Completion(
                                    id, status, stated, dates, impossible, claims, channels, reasoned, guessed))
                            .filter(completion -> actionColumn),
                    owner.isBlank()
                            ? Optional.empty()
                            : Optional.of(new Responsible(id, cell(Column.RESPONSIBLE), false, divisions, List.of())),
                    published ? Optional.of(new Publication(id, cell(Column.STEPS))) : Optional.empty(),
                    contradictions);
        }
    }
}
