package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Folded;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Tool;
import tidtam.spreadsheets.HeaderWords.Role;
import tidtam.spreadsheets.SheetGrid.Cell;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormExample;

/** Reads the measure tables of one sheet, row by row: title lines, headings, sections, measures, and rows that are none of these. */
final class TableReader {
    private static final Pattern SIGNATURE = FoldedPattern.of(
            "^\\(?ลงชื่อ|^\\(?ลงนาม|^\\((?:นาย(?!ก)|นาง|ว่าที่)[^)]*\\)$|[.…_]{4}.*(?:ผู้รายงาน|ผู้จัดทำ|ผู้รับรอง|ผู้ตรวจ)");
    private static final Pattern DOTS = Pattern.compile("^[.…_()/-]+$");
    private static final int MOST_SIGNATURES = 3;
    /** How many empty rows a page break may leave inside a measure. */
    private static final int MOST_EMPTY_ROWS = 5;

    private static final Pattern NOTE = FoldedPattern.of("^(?:\\*|หมายเหตุ|ที่มา:)");
    /** How the name of a division, a position or everyone begins; the rest of a name that was cut in two begins otherwise. */
    private static final Pattern OWNER = FoldedPattern.of(
            "^(?:กอง|สำนัก|ฝ่าย|งาน|กลุ่ม|ส่วน|ศูนย์|หน่วย|คณะ|โรงเรียน|ทุก|ผู้|เจ้า|นัก|นาย|ปลัด|รอง|บุคลากร|พนักงาน|อบต|เทศบาล|องค์การ)");

    private final SheetGrid sheet;
    private final boolean form;
    private final HeaderWords words;
    private final List<String> title = new ArrayList<>();
    private final List<CellText> titleRows = new ArrayList<>();
    private final Set<String> titleLines = new HashSet<>();
    private final List<TableRow> measures = new ArrayList<>();
    private final List<IndicatorHeading> headings = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<List<Role>> saidMissing = new HashSet<>();
    private final Set<String> saidUnknown = new HashSet<>();
    private @Nullable TableHeader header;
    private Optional<Tool> tool;
    private Optional<IndicatorHeading> heading = Optional.empty();
    private int section;
    private int emptyRows;
    private boolean afterHeader;
    private boolean mayContinue;
    private boolean signed;

    private TableReader(SheetGrid sheet, boolean form) {
        this.sheet = sheet;
        this.form = form;
        this.words = new HeaderWords(form);
        this.tool = Section.tool(sheet.name());
    }

    /**
     * What a sheet holds.
     *
     * @param title the lines above the first heading, cell by cell and as a whole; all lines where there is no table
     * @param titleRows the same, each as a whole, without those that begin a section
     * @param lines the sections and measures as they stand in the sheet, each measure's where {@code measures} has it
     */
    record Contents(
            boolean hasTable,
            List<String> title,
            List<CellText> titleRows,
            List<TableRow> measures,
            List<IndicatorHeading> headings,
            List<Line> lines,
            List<CellProblem> problems) {}

    /** What was understood, where it stands. */
    sealed interface Line {}

    /** A row that begins a section. */
    record SectionLine(Cell cell) implements Line {}

    /**
     * A measure.
     *
     * @param rows several where a page break cut it, or its steps go on below
     */
    record MeasureLine(List<Row> rows, TableHeader table) implements Line {}

    /** @param form whether the workbook is a working form, which has structured columns and an example row */
    static Contents read(SheetGrid sheet, boolean form) {
        TableReader reader = new TableReader(sheet, form);
        reader.readRows();
        return new Contents(
                reader.header != null,
                reader.title,
                reader.titleRows,
                reader.measures,
                reader.headings,
                reader.lines,
                reader.problems);
    }

    private void readRows() {
        List<Row> rows = sheet.rows();
        for (int i = 0; i < rows.size(); i++) {
            TableHeader before = header;
            emptyRows = i == 0 ? 0 : rows.get(i).number() - rows.get(i - 1).number() - 1;
            Optional<TableHeader> found =
                    TableHeader.find(rows, i, words).filter(next -> before == null || next.follows(before));
            if (found.isPresent()) {
                begin(found.get());
                if (form) {
                    unknownHeadings(rows.get(i), found.get());
                }
                while (i + 1 < rows.size()
                        && rows.get(i + 1).number() <= found.get().lastRow()) {
                    i++;
                }
            } else if (header == null) {
                above(rows.get(i));
            } else {
                row(rows.get(i), header);
            }
        }
        if (header != null) {
            hiddenRows(rows, header.at());
        }
    }

    private void begin(TableHeader found) {
        TableHeader now = header == null ? found : found.repeats(header);
        List<Role> missing = now.missing();
        if (!missing.isEmpty() && saidMissing.add(missing)) {
            missing.forEach(role -> problems.add(new CellProblem(
                    Code.COLUMN_MISSING,
                    sheet.name(),
                    Optional.of(new CellRef(sheet.name(), now.at(), 0)),
                    role.name())));
        }
        header = now;
        afterHeader = true;
        signed = false;
    }

    private void unknownHeadings(Row row, TableHeader found) {
        for (Cell cell : row.own()) {
            boolean unknown = row.cells().entrySet().stream()
                    .noneMatch(e -> e.getValue().at().equals(cell.at()) && known(found, e.getKey()));
            if (unknown && saidUnknown.add(cell.text())) {
                problems.add(FormTable.problem(Code.HEADING_UNKNOWN, CellText.of(cell.at(), cell.text())));
            }
        }
    }

    private void above(Row row) {
        List<String> texts = row.own().stream().map(Cell::text).toList();
        title.addAll(texts);
        texts.forEach(text -> titleLines.add(Folded.of(text)));
        if (texts.size() > 1) {
            title.add(String.join(" ", texts));
        }
        Cell first = row.own().get(0);
        boolean begins = row.own().size() == 1
                && Section.read(first.text())
                        .filter(read -> section(read, first))
                        .isPresent();
        if (!begins) {
            titleRows.add(CellText.of(first.at(), String.join(" ", texts)));
        }
    }

    private void row(Row row, TableHeader table) {
        List<Cell> own = row.own();
        Cell first = own.get(0);
        boolean inherits = table.identity().stream()
                .anyMatch(c -> row.cell(c)
                        .filter(cell -> cell.at().row() < row.number() && !cell.blank())
                        .isPresent());
        boolean alone = own.size() == 1 && !inherits;
        if (alone && titleLines.contains(Folded.of(first.text()))) {
            return;
        }
        if (!inherits && signature(own)) {
            signed = true;
            mayContinue = false;
            notUnderstood(own);
            return;
        }
        boolean wide = alone && width(row, first, table) > 1;
        Optional<Section> read = alone && (wide || leads(first, table)) ? section(first) : Optional.empty();
        if (read.isPresent()) {
            section(read.get(), first);
        } else if (wide) {
            notUnderstood(own);
        } else {
            columnSections(row, table);
            measure(row, table, own, inherits);
            afterHeader = false;
        }
    }

    private static boolean signature(List<Cell> own) {
        return own.size() <= MOST_SIGNATURES
                && (own.stream().allMatch(cell -> DOTS.matcher(folded(cell)).find())
                        || own.stream()
                                .anyMatch(
                                        cell -> SIGNATURE.matcher(folded(cell)).find()));
    }

    /** Enough of a cell's text to see what it begins with. */
    private static String folded(Cell cell) {
        return Folded.of(cell.text().substring(0, Math.min(cell.text().length(), 200)));
    }

    /** How many of the table's columns a cell is merged over. */
    private static int width(Row row, Cell cell, TableHeader table) {
        return (int) row.cells().entrySet().stream()
                .filter(e -> e.getValue().at().equals(cell.at()) && known(table, e.getKey()))
                .count();
    }

    /** Whether a cell stands where a section's heading would: in the issue's column, or left of all others. */
    private static boolean leads(Cell cell, TableHeader table) {
        int column = cell.at().column();
        return table.identity().contains(column)
                || table.columns().values().stream().flatMap(List::stream).allMatch(known -> column <= known);
    }

    /** A row with a single text is a section's heading, unless that text is an item's, which is a measure with nothing else said. */
    private static Optional<Section> section(Cell only) {
        return IssueText.of(only.text()).code().isPresent() ? Optional.empty() : Section.read(only.text());
    }

    private boolean section(Section read, Cell cell) {
        boolean begins = enter(read, cell);
        if (begins) {
            lines.add(new SectionLine(cell));
        }
        return begins;
    }

    /** Begins a section. A heading that is repeated after a page break begins nothing new. */
    private boolean enter(Section read, Cell cell) {
        CellText text = CellText.of(cell.at(), cell.text());
        Optional<IndicatorHeading> stated = read.heading(text, tool);
        boolean sameTool = read.tool().isEmpty() || read.tool().equals(tool);
        boolean sameHeading =
                stated.isEmpty() || heading.map(TableReader::folded).equals(stated.map(TableReader::folded));
        if (sameTool && sameHeading) {
            return false;
        }
        tool = read.tool().or(() -> tool);
        heading = stated;
        heading.ifPresent(headings::add);
        section++;
        mayContinue = false;
        signed = false;
        return true;
    }

    private static String folded(IndicatorHeading heading) {
        return Folded.of(heading.statedIn().quote());
    }

    /** Tool and indicator may stand in columns of their own, mostly merged over the rows they are about. */
    private void columnSections(Row row, TableHeader table) {
        for (Role role : List.of(Role.TOOL, Role.INDICATOR)) {
            for (int column : table.columns(role)) {
                Optional<Cell> cell = row.cell(column).filter(c -> c.at().row() == row.number() && !c.blank());
                cell.flatMap(c -> Section.read(c.text())).ifPresent(read -> enter(read, cell.get()));
            }
        }
    }

    private void measure(Row row, TableHeader table, List<Cell> own, boolean inherits) {
        TableRow read = tableRow(row, table);
        if (form && FormTable.isExample(read.code())) {
            example(read, own);
            return;
        }
        List<Column> filled = read.cells().entrySet().stream()
                .filter(e -> !e.getValue().blank())
                .map(Map.Entry::getKey)
                .toList();
        boolean ownText = read.cells().values().stream()
                .anyMatch(text -> !text.blank() && text.cell().row() == row.number());
        if (!ownText) {
            boolean inTable =
                    own.stream().allMatch(cell -> known(table, cell.at().column()));
            if (!inTable || measures.isEmpty()) {
                notUnderstood(own);
            }
            return;
        }
        if (!filled.isEmpty() && filled.stream().noneMatch(Column.official()::contains)) {
            notUnderstood(own);
            return;
        }
        if (continues(read, filled, inherits, row)) {
            if (!inherits && !afterHeader && emptyRows > MOST_EMPTY_ROWS) {
                mayContinue = false;
                notUnderstood(own);
                return;
            }
            measures.set(measures.size() - 1, measures.get(measures.size() - 1).continuedBy(own(read, row)));
            MeasureLine line = (MeasureLine) lines.get(lines.size() - 1);
            lines.set(
                    lines.size() - 1,
                    new MeasureLine(
                            Stream.concat(line.rows().stream(), Stream.of(row)).toList(), line.table()));
            return;
        }
        boolean poor = filled.size() < (signed ? 4 : 2);
        if ((poor && !numbered(read)) || note(read.issue().raw(), filled)) {
            notUnderstood(own);
            return;
        }
        measures.add(read);
        lines.add(new MeasureLine(List.of(row), table));
        mayContinue = true;
        signed = false;
    }

    /** An example is left out, and said where its texts are not those of the form's example: it may be an entry. */
    private void example(TableRow read, List<Cell> own) {
        boolean shipped = read.cells().entrySet().stream()
                .allMatch(e -> Folded.of(e.getValue().raw())
                        .equals(Folded.of(
                                FormExample.text(FormColumn.valueOf(e.getKey().name())))));
        if (!shipped) {
            problem(Code.EXAMPLE_CHANGED, own);
        }
        mayContinue = false;
    }

    /** Whether an item, a code or, below a signature, an indicator's number says that a row with little text is a measure. */
    private boolean numbered(TableRow read) {
        IssueText issue = IssueText.of(read.issue().raw());
        return issue.code().isPresent()
                || !Folded.of(read.code()).isEmpty()
                || (signed && issue.indicator().isPresent());
    }

    private static boolean note(String text, List<Column> filled) {
        return filled.size() < 3
                && NOTE.matcher(Folded.of(text.substring(0, Math.min(text.length(), 40))))
                        .find();
    }

    private static boolean known(TableHeader table, int column) {
        return table.columns().values().stream().anyMatch(columns -> columns.contains(column));
    }

    /**
     * Whether the row goes on with the measure above. A new measure says what is to be improved, or who is responsible; a row right
     * below a repeated heading may name further divisions, or the rest of one, so only a row with everything but an issue, and an owner's
     * whole name, begins a measure there. Where
     * issue, owner, deadline and action are merged over several rows, the further steps belong to one measure.
     */
    private boolean continues(TableRow read, List<Column> filled, boolean inherits, Row row) {
        if (!mayContinue || (!Folded.of(read.code()).isEmpty() && !inherits)) {
            return false;
        }
        if (inherits) {
            return read.cells().entrySet().stream()
                    .filter(e -> e.getValue().cell().row() == row.number()
                            && !e.getValue().blank())
                    .allMatch(e -> e.getKey() == Column.STEPS);
        }
        if (!read.issue().blank()) {
            return false;
        }
        boolean everything = read.cells().keySet().stream()
                .allMatch(column -> column == Column.ISSUE
                        || filled.contains(column)
                        || !Column.official().contains(column));
        return !filled.contains(Column.RESPONSIBLE) || (afterHeader && !(everything && namesOwner(read)));
    }

    private static boolean namesOwner(TableRow read) {
        CellText owner = read.cells().get(Column.RESPONSIBLE);
        return owner != null && OWNER.matcher(Folded.of(owner.quote())).find();
    }

    /** Only what begins in this row, so that a text merged over both rows is not added to itself. */
    private static TableRow own(TableRow read, Row row) {
        Map<Column, CellText> own = new EnumMap<>(read.cells());
        own.values().removeIf(text -> text.cell().row() != row.number());
        CellText issue = read.issue().cell().row() == row.number()
                ? read.issue()
                : CellText.of(read.issue().cell(), "");
        return new TableRow(issue, own, read.code(), read.section(), read.heading(), read.sectionNumber());
    }

    private TableRow tableRow(Row row, TableHeader table) {
        Map<Column, CellText> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            List<Integer> columns = table.columns(Role.valueOf(column.name()));
            if (!columns.isEmpty()) {
                cells.put(column, text(row, columns));
            }
        }
        CellText issue = table.identity().isEmpty()
                ? row.own().stream()
                        .map(c -> CellText.of(c.at(), c.text()))
                        .findFirst()
                        .orElseThrow()
                : text(row, table.identity());
        String code = table.columns(Role.CODE).isEmpty()
                ? ""
                : text(row, table.columns(Role.CODE)).raw();
        return new TableRow(issue, cells, code, tool, heading, section);
    }

    private CellText text(Row row, List<Integer> columns) {
        CellText joined = at(row, columns.get(0));
        for (int column : columns.subList(1, columns.size())) {
            joined = TableRow.join(joined, at(row, column));
        }
        return joined;
    }

    private CellText at(Row row, int column) {
        return row.cell(column)
                .map(cell -> CellText.of(cell.at(), cell.text()))
                .orElseGet(() -> CellText.of(new CellRef(sheet.name(), row.number(), column), ""));
    }

    private void notUnderstood(List<Cell> cells) {
        problem(Code.ROW_NOT_UNDERSTOOD, cells);
    }

    private void problem(Code code, List<Cell> cells) {
        Cell first = cells.get(0);
        String quote = String.join(" | ", cells.stream().map(Cell::text).toList());
        problems.add(new CellProblem(code, sheet.name(), Optional.of(first.at()), IssueText.oneLine(quote)));
    }

    /** Says each run of hidden rows once. */
    private void hiddenRows(List<Row> rows, int from) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).hidden() || rows.get(i).number() < from) {
                continue;
            }
            int last = i;
            while (last + 1 < rows.size() && rows.get(last + 1).hidden()) {
                last++;
            }
            String run = (rows.get(i).number() + 1) + "–" + (rows.get(last).number() + 1);
            CellRef first = new CellRef(sheet.name(), rows.get(i).number(), 0);
            problems.add(new CellProblem(Code.ROWS_HIDDEN, sheet.name(), Optional.of(first), run));
            i = last;
        }
    }
}
