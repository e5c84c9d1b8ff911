package tidtam.spreadsheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.PlanTitle;
import tidtam.facts.Round;
import tidtam.spreadsheets.SheetGrid.Cell;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.text.DateReader;

/** The general sheet of the working form: a name on each line, and its value right of it. */
final class GeneralSheet {
    private static final Pattern YEAR =
            FoldedPattern.of("^(?:ปีงบประมาณ|ปี)?(?:พ\\.?ศ\\.?|ค\\.?ศ\\.?)?(\\d{2}|\\d{4})$");
    private static final Pattern ROUND = FoldedPattern.of(
            "^(?:(?:รอบ)?(?:การรายงาน)?(?:ที่)?([12])|(?:รอบ)?6เดือน(แรก|หลัง)|ครึ่งปี(แรก|หลัง)|(ทั้งปี|ตลอดปี)(?:งบประมาณ)?)(?:/(\\d{4}|\\d{2}))?$");
    private static final Pattern PROVINCE = Pattern.compile("^(?:จังหวัด|จ\\.)\\s*");

    private final Map<FormColumn, CellText> values = new EnumMap<>(FormColumn.class);
    private final List<CellProblem> problems = new ArrayList<>();

    /** A line of the sheet: what it is about, and its value, which may be blank. */
    record Line(FormColumn name, CellText value) {}

    /** The lines that a sheet has of the form's. */
    static List<Line> lines(SheetGrid sheet) {
        List<Line> lines = new ArrayList<>();
        for (Row row : sheet.rows()) {
            Cell label = row.own().get(0);
            Optional<FormColumn> name = HeaderWords.brief(label.text())
                    ? FormHeadings.find(FormSheet.GENERAL, label.text())
                    : Optional.empty();
            name.ifPresent(known -> lines.add(new Line(known, rightOf(sheet, row, label))));
        }
        return lines;
    }

    private static CellText rightOf(SheetGrid sheet, Row row, Cell label) {
        int column = label.at().column() + 1;
        while (row.cell(column).filter(cell -> cell.at().equals(label.at())).isPresent()) {
            column++;
        }
        int place = column;
        return row.cell(column)
                .map(cell -> CellText.of(cell.at(), cell.text()))
                .orElseGet(() -> CellText.of(new CellRef(sheet.name(), row.number(), place), ""));
    }

    /** Takes a sheet's lines in; of a line that is there twice the first value counts. */
    void read(SheetGrid sheet) {
        List<Line> lines = lines(sheet);
        for (Line line : lines) {
            CellText first = values.merge(line.name(), line.value(), (one, next) -> one.blank() ? next : one);
            boolean other = !line.value().blank()
                    && !Folded.of(first.raw()).equals(Folded.of(line.value().raw()));
            if (other) {
                problems.add(FormTable.problem(Code.GENERAL_DISAGREES, line.value()));
            }
        }
        for (FormColumn column : FormSheet.GENERAL.columns()) {
            if (!sheet.rows().isEmpty() && lines.stream().noneMatch(line -> line.name() == column)) {
                problems.add(new CellProblem(Code.HEADING_MISSING, sheet.name(), Optional.empty(), column.heading()));
            }
        }
        for (Row row : sheet.rows()) {
            Cell label = row.own().get(0);
            if (row.own().size() > 1
                    && FormHeadings.find(FormSheet.GENERAL, label.text()).isEmpty()) {
                problems.add(FormTable.problem(Code.HEADING_UNKNOWN, CellText.of(label.at(), label.text())));
            }
        }
    }

    /** What the general sheet says, else the title. */
    PlanTitle title(PlanTitle title) {
        Optional<String> agency = written(FormColumn.AGENCY).map(CellText::raw).map(IssueText::oneLine);
        Optional<String> province = written(FormColumn.PROVINCE)
                .map(CellText::raw)
                .map(text -> PROVINCE.matcher(IssueText.oneLine(text)).replaceFirst(""));
        OptionalInt year = year();
        OptionalInt round = round(year);
        agency.filter(own ->
                        title.agency().filter(other -> !sameName(own, other)).isPresent())
                .ifPresent(own -> disagrees(FormColumn.AGENCY, title.agency().orElse("")));
        if (differ(year, title.fiscalYear())) {
            disagrees(FormColumn.FISCAL_YEAR, String.valueOf(title.fiscalYear().orElse(0)));
        }
        if (differ(round, title.round())) {
            disagrees(
                    FormColumn.ROUND,
                    title.round().orElse(0) == 0
                            ? "ทั้งปี"
                            : "รอบที่ " + title.round().orElse(0));
        }
        OptionalInt fiscalYear = year.isPresent() ? year : title.fiscalYear();
        return new PlanTitle(
                agency.or(title::agency),
                province.or(title::province),
                fiscalYear,
                round.isPresent() ? round : title.round(),
                start(fiscalYear));
    }

    /** What could not be understood, and what neither the sheet nor the title says. */
    List<CellProblem> problems(PlanTitle title) {
        List<CellProblem> all = new ArrayList<>(problems);
        if (title.agency().isEmpty()) {
            all.add(missing(FormColumn.AGENCY, Code.AGENCY_NOT_FOUND));
        }
        if (title.fiscalYear().isEmpty() && written(FormColumn.FISCAL_YEAR).isEmpty()) {
            all.add(missing(FormColumn.FISCAL_YEAR, Code.FISCAL_YEAR_NOT_FOUND));
        }
        if (title.round().isEmpty()) {
            Optional<CellRef> cell =
                    Optional.ofNullable(values.get(FormColumn.ROUND)).map(CellText::cell);
            String sheet = cell.map(CellRef::sheet).orElse(FormSheet.GENERAL.title());
            all.add(new CellProblem(Code.ROUND_NOT_FOUND, sheet, cell, ""));
        }
        return all;
    }

    private CellProblem missing(FormColumn column, Code otherwise) {
        CellText value = values.get(column);
        return value == null
                ? new CellProblem(otherwise, FormSheet.GENERAL.title(), Optional.empty(), "")
                : new CellProblem(Code.CELL_BLANK, value.cell().sheet(), Optional.of(value.cell()), column.heading());
    }

    private Optional<CellText> written(FormColumn column) {
        return Optional.ofNullable(values.get(column)).filter(value -> !value.blank());
    }

    private static boolean sameName(String own, String other) {
        String one = Folded.of(own);
        String two = Folded.of(other);
        return one.contains(two) || two.contains(one);
    }

    private static boolean differ(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent() && one.getAsInt() != other.getAsInt();
    }

    private void disagrees(FormColumn column, String titleSays) {
        written(column)
                .ifPresent(value -> problems.add(new CellProblem(
                        Code.TITLE_DISAGREES, value.cell().sheet(), Optional.of(value.cell()), titleSays)));
    }

    private void notUnderstood(CellText value) {
        problems.add(FormTable.problem(Code.GENERAL_NOT_UNDERSTOOD, value));
    }

    private OptionalInt year() {
        Optional<CellText> value = written(FormColumn.FISCAL_YEAR);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher year = YEAR.matcher(Folded.of(value.get().raw()));
        OptionalInt read = year.find() ? TitleBlock.buddhist(year.group(1)) : OptionalInt.empty();
        if (read.isEmpty()) {
            notUnderstood(value.get());
        }
        return read;
    }

    private OptionalInt round(OptionalInt year) {
        Optional<CellText> value = written(FormColumn.ROUND);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        Matcher round = ROUND.matcher(Folded.of(value.get().raw()));
        if (!round.find()
                || (round.group(5) != null
                        && !TitleBlock.buddhist(round.group(5)).equals(year))) {
            notUnderstood(value.get());
            return OptionalInt.empty();
        }
        if (round.group(4) != null) {
            return OptionalInt.of(0);
        }
        boolean second = "2".equals(round.group(1))
                || Folded.of("หลัง").equals(round.group(2))
                || Folded.of("หลัง").equals(round.group(3));
        return OptionalInt.of(second ? 2 : 1);
    }

    private Optional<LocalDate> start(OptionalInt fiscalYear) {
        Optional<CellText> value = written(FormColumn.PLAN_START);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        DateReader.Dates dates = DateReader.read(value.get(), new MeasureId(0));
        if (dates.dates().size() != 1 || !dates.impossible().isEmpty()) {
            notUnderstood(value.get());
            return Optional.empty();
        }
        DateSpan start = dates.dates().get(0);
        boolean after = fiscalYear.isPresent() && start.from().isAfter(new Round(fiscalYear.getAsInt(), 0).to());
        if (after) {
            problems.add(FormTable.problem(Code.START_AFTER_YEAR, value.get()));
        }
        return after ? Optional.empty() : Optional.of(start.from());
    }
}
