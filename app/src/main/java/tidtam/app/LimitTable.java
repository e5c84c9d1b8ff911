package tidtam.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tidtam.engine.LimitRow;
import tidtam.facts.CellRef;
import tidtam.facts.Folded;
import tidtam.facts.Indicator;
import tidtam.facts.Kind;
import tidtam.facts.Severity;
import tidtam.facts.Tool;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.rules.BuiltInRules;
import tidtam.spreadsheets.PlainTable;
import tidtam.spreadsheets.form.FormWords;

/**
 * An agency's own limits as a table: {@code limits.csv} or {@code limits.xlsx} in the folder of {@code --rules}. Cells are data: their
 * text is compared and counted, never carried out. Whatever is wrong is told with its cell, all of it at once.
 */
final class LimitTable {
    private static final String CSV = "limits.csv";
    private static final String XLSX = "limits.xlsx";
    private static final int MOST_ROWS = 1000;
    private static final int MOST_DAYS = 366;

    /** The columns, by the headings under which they are found. */
    private enum Column {
        KIND("ชนิดหน้าที่", "kind"),
        GRACE("ผ่อนผัน (วัน)", "grace"),
        LEAD("เตือนล่วงหน้า (วัน)", "lead"),
        SEVERITY("ระดับ", "severity"),
        TOOL("เครื่องมือ", "tool"),
        INDICATOR("ตัวชี้วัด", "indicator"),
        DIVISION("หน่วยงาน", "division"),
        REMARK("หมายเหตุ", "remark");

        private final String thai;
        private final String english;

        Column(String thai, String english) {
            this.thai = thai;
            this.english = english;
        }

        boolean headed(String heading) {
            String folded = Folded.of(heading);
            String unit = Folded.of("(วัน)");
            String bare = folded.endsWith(unit) ? folded.substring(0, folded.length() - unit.length()) : folded;
            String own = Folded.of(thai);
            return folded.equals(own) || bare.equals(english) || (own.endsWith(unit) && own.equals(bare + unit));
        }
    }

    private final String place;
    private final Voice voice;
    private final List<String> wrong = new ArrayList<>();

    private LimitTable(String place, Voice voice) {
        this.place = place;
        this.voice = voice;
    }

    /**
     * The rows of a folder's table; none where it holds no table.
     *
     * @throws Refused with everything that is wrong in it
     */
    static List<LimitRow> read(RuleFolder folder, Voice voice) {
        Optional<byte[]> workbook = folder.find(XLSX);
        boolean csv = folder.find(CSV).isPresent();
        if (workbook.isPresent() && csv) {
            throw new Refused(voice.say(
                    folder.place(CSV) + ": มีทั้ง limits.csv และ limits.xlsx ให้เหลือแฟ้มเดียว",
                    folder.place(CSV) + ": there are both limits.csv and limits.xlsx; keep one"));
        }
        if (workbook.isPresent()) {
            LimitTable table = new LimitTable(folder.place(XLSX), voice);
            return table.rows(PlainTable.firstSheet(workbook.get())
                    .orElseThrow(() -> new Refused(voice.say(
                            table.place + ": อ่านสมุดงานนี้ไม่ได้ ให้เปิดแล้วบันทึกใหม่เป็น .xlsx โดยไม่ใส่รหัสผ่าน",
                            table.place + ": this workbook cannot be read; save it again as .xlsx without a password")))
                    .cells());
        }
        if (csv) {
            LimitTable table = new LimitTable(folder.place(CSV), voice);
            return table.rows(table.cells(folder.text(CSV, voice)));
        }
        return List.of();
    }

    /** Commas or semicolons, whichever the first line has more of: a spreadsheet program in Thai may write either. */
    private SortedMap<CellRef, String> cells(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        char between = semicolons > first.chars().filter(c -> c == ',').count() ? ';' : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(between)
                .setIgnoreEmptyLines(false)
                .get();
        SortedMap<CellRef, String> cells = new TreeMap<>();
        try {
            for (CSVRecord row : format.parse(new StringReader(text))) {
                for (int column = 0; column < row.size(); column++) {
                    cells.put(new CellRef("limits", (int) row.getRecordNumber() - 1, column), row.get(column));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(voice.say(
                    place + ": รูปแบบ CSV ไม่ถูกต้อง ให้ตรวจเครื่องหมายคำพูดที่ไม่ครบคู่",
                    place + ": this is not CSV; look for a quotation mark that is not closed"));
        }
        return cells;
    }

    /** A row of the table: what stands in each column, and where. */
    private record Line(CellRef first, Map<Column, Cell> cells) {
        Optional<Cell> find(Column column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    private record Cell(CellRef at, String text) {}

    private List<LimitRow> rows(SortedMap<CellRef, String> cells) {
        List<LimitRow> rows = new ArrayList<>();
        for (Line line : lines(cells)) {
            row(line).ifPresent(rows::add);
        }
        for (int i = 0; i < rows.size(); i++) {
            for (LimitRow earlier : rows.subList(0, i)) {
                overlap(earlier, rows.get(i));
            }
        }
        if (rows.isEmpty() && wrong.isEmpty()) {
            wrong.add(place + voice.say(": ตารางไม่มีแถวใดเลย", ": the table has no rows"));
        }
        if (!wrong.isEmpty()) {
            throw Refused.of(place, wrong, voice);
        }
        return rows;
    }

    private List<Line> lines(SortedMap<CellRef, String> cells) {
        SortedMap<Integer, List<Cell>> byRow = new TreeMap<>();
        cells.forEach((at, text) -> {
            if (!Folded.of(text).isEmpty()) {
                byRow.computeIfAbsent(at.row(), fresh -> new ArrayList<>()).add(new Cell(at, text));
            }
        });
        byRow.values().removeIf(row -> row.get(0).text().startsWith("#"));
        if (byRow.isEmpty()) {
            return List.of();
        }
        Map<Integer, Column> columns = columns(Objects.requireNonNull(byRow.remove(byRow.firstKey())));
        if (byRow.size() > MOST_ROWS) {
            throw new Refused(voice.say(
                    place + ": ตารางยาวเกินไป มีได้ไม่เกิน " + MOST_ROWS + " แถว",
                    place + ": the table is too long; it may have " + MOST_ROWS + " rows"));
        }
        List<Line> lines = new ArrayList<>();
        for (List<Cell> row : byRow.values()) {
            Map<Column, Cell> known = new EnumMap<>(Column.class);
            for (Cell cell : row) {
                Column column = columns.get(cell.at().column());
                if (column == null) {
                    wrong(cell, voice.say("ไม่มีหัวคอลัมน์เหนือช่องนี้", "there is no known heading above this cell"));
                } else {
                    known.put(column, cell);
                }
            }
            lines.add(new Line(row.get(0).at(), known));
        }
        return lines;
    }

    private Map<Integer, Column> columns(List<Cell> headings) {
        Map<Integer, Column> columns = new HashMap<>();
        for (Cell cell : headings) {
            Optional<Column> column = Stream.of(Column.values())
                    .filter(one -> one.headed(cell.text()))
                    .findFirst();
            if (column.isEmpty()) {
                wrong(
                        cell,
                        voice.say("ไม่ใช่หัวคอลัมน์ของตารางนี้ ใช้ได้: ", "is no heading of this table; they are ")
                                + headings());
            } else if (columns.containsValue(column.get())) {
                wrong(cell, voice.say("หัวคอลัมน์นี้ซ้ำ", "this heading stands twice"));
            } else {
                columns.put(cell.at().column(), column.get());
            }
        }
        if (!columns.containsValue(Column.KIND)) {
            wrong(
                    headings.get(0),
                    voice.say("ขาดหัวคอลัมน์ ", "a heading is missing: ") + Column.KIND.thai + " / kind");
        }
        return columns;
    }

    private static String headings() {
        return Stream.of(Column.values())
                .map(column -> column.thai + " / " + column.english)
                .collect(Collectors.joining(", "));
    }

    /** The limits of a line; empty where something is wrong in it. */
    private Optional<LimitRow> row(Line line) {
        int before = wrong.size();
        Optional<Kind> kind = line.find(Column.KIND).flatMap(this::kind);
        OptionalInt grace = number(line.find(Column.GRACE), 0, MOST_DAYS);
        OptionalInt lead = number(line.find(Column.LEAD), 0, MOST_DAYS);
        Optional<Severity> severity = line.find(Column.SEVERITY).flatMap(this::severity);
        Optional<Tool> tool = line.find(Column.TOOL).flatMap(this::tool);
        List<Integer> known = indicators();
        OptionalInt indicator = number(line.find(Column.INDICATOR), known.get(0), known.get(known.size() - 1));
        Optional<String> division =
                line.find(Column.DIVISION).map(cell -> cell.text().strip());
        Cell first = new Cell(line.first(), "");
        if (line.find(Column.KIND).isEmpty() && !line.cells().isEmpty()) {
            wrong(
                    first,
                    voice.say("แถวนี้ไม่ระบุชนิดหน้าที่ ใช้ได้: ", "this row names no kind of duty; they are ")
                            + kinds());
        } else if (Stream.of(Column.GRACE, Column.LEAD, Column.SEVERITY)
                .allMatch(column -> line.find(column).isEmpty())) {
            wrong(
                    first,
                    voice.say(
                            "แถวนี้ไม่กำหนดค่าใด ให้กรอกผ่อนผัน เตือนล่วงหน้า หรือระดับ",
                            "this row sets nothing; fill in grace, lead or severity"));
        }
        return kind.filter(one -> wrong.size() == before)
                .map(one -> new LimitRow(line.first(), one, tool, indicator, division, grace, lead, severity));
    }

    private Optional<Kind> kind(Cell cell) {
        Map<String, Kind> spellings =
                spellings(Kind.values(), one -> List.of(one.name(), SettingsYaml.kebab(one), thai(one)));
        Optional<Kind> kind = Optional.ofNullable(spellings.get(Folded.of(cell.text())));
        if (kind.isEmpty()) {
            wrong(cell, voice.say("ไม่ใช่ชนิดหน้าที่ ใช้ได้: ", "is no kind of duty; they are ") + kinds());
        }
        return kind;
    }

    private String kinds() {
        return Stream.of(Kind.values()).map(kind -> kindName(kind, voice)).collect(Collectors.joining(", "));
    }

    private static String kindName(Kind kind, Voice voice) {
        return voice.say(thai(kind), kind.name());
    }

    private static String thai(Kind kind) {
        return Objects.requireNonNull(FormWords.cadenceChoices().get(kind), kind.name());
    }

    private Optional<Severity> severity(Cell cell) {
        Wording thai = new Wording(Language.TH, Map.of());
        List<String> shown = Stream.of(Severity.values())
                .map(one -> voice.say(thai.name(one), one.name().toLowerCase(Locale.ROOT)))
                .toList();
        return word(cell, spellings(Severity.values(), one -> List.of(thai.name(one), one.name())), shown);
    }

    private Optional<Tool> tool(Cell cell) {
        return word(
                cell,
                spellings(Tool.values(), one -> List.of(one.name())),
                Stream.of(Tool.values()).map(Tool::name).toList());
    }

    /** Each constant by its spellings, folded. */
    private static <E extends Enum<E>> Map<String, E> spellings(E[] values, Function<E, List<String>> spelt) {
        Map<String, E> spellings = new HashMap<>();
        for (E value : values) {
            spelt.apply(value).forEach(word -> spellings.put(Folded.of(word), value));
        }
        return spellings;
    }

    private <E> Optional<E> word(Cell cell, Map<String, E> spellings, List<String> shown) {
        Optional<E> word = Optional.ofNullable(spellings.get(Folded.of(cell.text())));
        if (word.isEmpty()) {
            wrong(cell, voice.say("ใช้ไม่ได้ ใช้ได้: ", "will not do; allowed are ") + String.join(", ", shown));
        }
        return word;
    }

    private OptionalInt number(Optional<Cell> cell, int least, int most) {
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = Folded.of(cell.get().text());
        if (digits.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        wrong(
                cell.get(),
                voice.say(
                        "ใช้ไม่ได้ ต้องเป็นจำนวน " + least + " ถึง " + most,
                        "will not do; expected is a number from " + least + " to " + most));
        return OptionalInt.empty();
    }

    /** The numbers of the newest framework's indicators. */
    private static List<Integer> indicators() {
        return BuiltInRules.framework(Integer.MAX_VALUE).orElseThrow().indicators().stream()
                .map(Indicator::number)
                .sorted()
                .toList();
    }

    private void overlap(LimitRow earlier, LimitRow later) {
        if (earlier.overlaps(later)) {
            wrong.add(place + " " + later.cell()
                    + voice.say(
                            ": แถวนี้ซ้อนกับแถวที่ " + earlier.cell()
                                    + " หน้าที่เดียวกันเข้าได้ทั้งสองแถว ให้รวมเป็นแถวเดียว หรือระบุขอบเขตของแถวหนึ่งให้แคบกว่า",
                            ": this row overlaps the row at " + earlier.cell()
                                    + ": one duty may match both; make them one, or narrow one of them further"));
        }
    }

    private void wrong(Cell cell, String sentence) {
        String quoted = cell.text().isEmpty() ? "" : "'" + cell.text().strip() + "' ";
        wrong.add(place + " " + cell.at() + ": " + quoted + sentence);
    }

    /** Says which kinds of duty a table limits in places only: elsewhere the settings file or the program's own limits hold. */
    static Optional<String> gaps(List<LimitRow> rows, Voice voice) {
        Set<Kind> scoped = EnumSet.noneOf(Kind.class);
        rows.forEach(row -> scoped.add(row.kind()));
        rows.stream().filter(row -> row.fields() == 0).forEach(row -> scoped.remove(row.kind()));
        if (scoped.isEmpty()) {
            return Optional.empty();
        }
        String kinds = scoped.stream().map(kind -> kindName(kind, voice)).collect(Collectors.joining(", "));
        return Optional.of(voice.say(
                "ตาราง limits ไม่มีแถวทั่วไปของหน้าที่ชนิด " + kinds
                        + " นอกขอบเขตที่ระบุจึงใช้ค่าจากแฟ้มการตั้งค่า หรือค่าในโปรแกรม",
                "the table of limits has no general row for " + kinds
                        + "; outside what its rows name, the settings file's or the program's own limits hold"));
    }
}
