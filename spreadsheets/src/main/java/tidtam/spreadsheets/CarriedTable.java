package tidtam.spreadsheets;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.HeaderWords.Role;
import tidtam.spreadsheets.SheetGrid.Cell;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.TableReader.MeasureLine;
import tidtam.spreadsheets.TableReader.SectionLine;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormContents;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormContents.Merge;
import tidtam.spreadsheets.form.FormSheet;

/** The measures of a plan as rows of the working form, with their sections and the columns that the form has not. */
final class CarriedTable {
    /** What columns may hold that are none of the form's. */
    private static final Set<Role> APART = Set.of(Role.OTHER, Role.INDICATOR, Role.TOOL);

    private final List<PlannedMeasure> measures;
    private final List<FormContents.Row> rows = new ArrayList<>();
    private final Set<String> extraHeadings = new LinkedHashSet<>();
    private final HeaderWords words = new HeaderWords(true);
    private final List<Merge> merges = new ArrayList<>();
    private final Set<CellRef> placed = new HashSet<>();
    private final Set<CellRef> linked = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Integer, Shown> shown = new HashMap<>();
    private int next;

    CarriedTable(List<PlannedMeasure> measures) {
        this.measures = measures;
    }

    List<FormContents.Row> rows() {
        return rows;
    }

    List<String> extraHeadings() {
        return List.copyOf(extraHeadings);
    }

    List<Merge> merges() {
        return merges;
    }

    /** The old cells whose texts stand in these rows. */
    Set<CellRef> placed() {
        return placed;
    }

    /** The old cells whose texts still lead to their addresses. */
    Set<CellRef> linked() {
        return linked;
    }

    /** What a column of the form shows last: the old cell, its whole text, and the rows it stands for. */
    private record Shown(CellText text, int firstRow, int lastRow) {}

    /** Adds what a visible sheet holds. */
    void add(SheetGrid sheet, TableReader.Contents contents) {
        if (!contents.hasTable()) {
            return;
        }
        shown.clear();
        Section.tool(sheet.name()).ifPresent(tool -> rows.add(new FormContents.Heading(tool.name())));
        int index = 0;
        @Nullable TableHeader heading = null;
        for (TableReader.Line line : contents.lines()) {
            if (line instanceof SectionLine section) {
                rows.add(new FormContents.Heading(section.cell().text()));
                placed.add(section.cell().at());
                shown.clear();
            } else if (line instanceof MeasureLine measure) {
                measure(sheet, measure, contents.measures().get(index++), measures.get(next++));
                if (!measure.table().equals(heading)) {
                    heading = measure.table();
                    headings(sheet, heading);
                }
            }
        }
    }

    private void measure(SheetGrid sheet, MeasureLine line, TableRow row, PlannedMeasure planned) {
        Map<FormColumn, CellText> texts = new EnumMap<>(FormColumn.class);
        row.cells().forEach((column, text) -> texts.put(FormColumn.valueOf(column.name()), text));
        texts.put(FormColumn.ISSUE, row.issue());
        code(line).ifPresent(code -> texts.put(FormColumn.CODE, code));
        Map<FormColumn, Entry> entries = new EnumMap<>(FormColumn.class);
        texts.forEach((column, text) -> {
            int at = FormSheet.MEASURES.columns().indexOf(column);
            entry(sheet, at, text, columns(line.table(), column), line).ifPresent(entry -> entries.put(column, entry));
        });
        if (planned.measure().code().isPresent()) {
            entries.putIfAbsent(
                    FormColumn.CODE, Entry.text(planned.measure().code().get()));
        } else {
            int number = planned.measure().id().row();
            entries.putIfAbsent(
                    FormColumn.CODE,
                    Entry.open("มาตรการลำดับที่ " + number
                            + " ยังไม่มีรหัส ตั้งรหัสได้เพื่อเลือกในบันทึกการรายงาน หรือในบันทึกนั้นเขียนเลข "
                            + number));
        }
        StructuredEntries.of(planned).forEach((column, entry) -> {
            if (!texts.containsKey(column)) {
                entries.put(column, entry);
            }
        });
        Map<Integer, Entry> extras = new TreeMap<>();
        extras(line.table()).forEach((heading, columns) -> {
            int extra = List.copyOf(extraHeadings).indexOf(heading);
            int at = FormSheet.MEASURES.columns().size() + extra;
            text(line, columns)
                    .flatMap(text -> entry(sheet, at, text, columns, line))
                    .ifPresent(entry -> extras.put(extra, entry));
        });
        rows.add(new FormContents.Measure(entries, extras));
    }

    /** What a cell of the form shows; nothing where the cell above stands for this one too. */
    private Optional<Entry> entry(SheetGrid sheet, int at, CellText text, List<Integer> columns, MeasureLine line) {
        if (text.blank()) {
            shown.remove(at);
            return Optional.empty();
        }
        Shown before = shown.get(at);
        if (before != null && before.text().equals(text) && before.lastRow() == rows.size() - 1) {
            shown.put(at, new Shown(text, before.firstRow(), rows.size()));
            merges.removeIf(merge -> merge.firstRow() == before.firstRow() && merge.column() == at);
            merges.add(new Merge(before.firstRow(), rows.size(), at));
            return Optional.empty();
        }
        shown.put(at, new Shown(text, rows.size(), rows.size()));
        String raw = text.raw().substring(0, Math.min(text.raw().length(), WorkbookLimits.CELL_CHARACTERS));
        for (Row row : line.rows()) {
            row.own().stream()
                    .filter(cell -> columns.contains(cell.at().column()) && raw.contains(cell.text()))
                    .forEach(cell -> placed.add(cell.at()));
        }
        Optional<URI> link = sheet.link(text.cell()).flatMap(CarriedTable::address);
        link.ifPresent(address -> linked.add(text.cell()));
        return Optional.of(link.map(address -> Entry.link(raw, address)).orElseGet(() -> Entry.text(raw)));
    }

    private static Optional<URI> address(String link) {
        try {
            URI address = new URI(link);
            return address.isAbsolute() ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<CellText> code(MeasureLine line) {
        return line.table().columns(Role.CODE).stream()
                .flatMap(column -> line.rows().get(0).cell(column).stream())
                .map(cell -> CellText.of(cell.at(), cell.text()))
                .reduce(TableRow::join);
    }

    private static List<Integer> columns(TableHeader table, FormColumn column) {
        return column == FormColumn.ISSUE ? table.identity() : table.columns(Role.valueOf(column.name()));
    }

    /** The columns that the form has no place for, by their headings. */
    private Map<String, List<Integer>> extras(TableHeader table) {
        Set<Integer> own = new HashSet<>(table.identity());
        for (FormColumn column : FormSheet.MEASURES.columns()) {
            own.addAll(columns(table, column));
        }
        Map<String, List<Integer>> extras = new LinkedHashMap<>();
        table.headings().forEach((column, text) -> {
            if (!own.contains(column) && !CellCharacters.blank(text)) {
                String heading = extraHeading(IssueText.oneLine(text), column);
                extraHeadings.add(heading);
                extras.computeIfAbsent(heading, h -> new ArrayList<>()).add(column);
            }
        });
        return extras;
    }

    /** The column's own heading, unless the form would be read as having one of its columns twice. */
    private String extraHeading(String text, int column) {
        Set<Role> roles = words.heading(text).weights().keySet();
        boolean unlike = roles.isEmpty() || roles.stream().anyMatch(APART::contains);
        String letter = CellReference.convertNumToColString(column);
        return unlike ? text : "ช่อง " + letter + " ของแฟ้มเดิม";
    }

    private static Optional<CellText> text(MeasureLine line, List<Integer> columns) {
        return line.rows().stream()
                .flatMap(row -> columns.stream().flatMap(column -> row.cell(column).stream()))
                .map(cell -> CellText.of(cell.at(), cell.text()))
                .reduce(TableRow::join);
    }

    /** Headings that the form has too, and those that only repeat the ones above, need no place beside it. */
    private void headings(SheetGrid sheet, TableHeader table) {
        Set<String> known = new HashSet<>(seen);
        FormSheet.MEASURES.columns().forEach(column -> known.add(column.heading()));
        known.addAll(extraHeadings);
        for (Row row : sheet.rows()) {
            if (row.number() >= table.at() && row.number() <= table.lastRow()) {
                for (Cell cell : row.own()) {
                    seen.add(cell.text());
                    if (known.contains(cell.text())) {
                        placed.add(cell.at());
                    }
                }
            }
        }
    }
}
