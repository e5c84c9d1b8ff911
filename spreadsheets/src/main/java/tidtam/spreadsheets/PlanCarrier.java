package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidtam.facts.CellRef;
import tidtam.facts.Folded;
import tidtam.facts.NamedDivision;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.SheetGrid.Cell;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormContents;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormContents.OtherText;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.form.FormWords;

/**
 * Carries a measure plan into the working form. Every text of the old workbook is in the new one: in the form where it has a place there,
 * else in a sheet that lists it with its old cell.
 */
public final class PlanCarrier {
    private static final String FROM_TITLE = "โปรแกรมอ่านจากหัวตารางของแฟ้มเดิม โปรดตรวจ";
    private static final String NAMED = "ชื่อนี้อยู่ในแผน โปรดตรวจว่าเป็นหน่วยงานจริง แล้วกรอกหัวหน้าและอีเมล";
    private static final String HIDDEN = " (แผ่นงานซ่อน)";

    private final List<SheetGrid> sheets;
    private final FormSheets forms;
    private final Plan plan;
    private final CarriedTable table;
    private final Map<FormSheet, List<Map<FormColumn, Entry>>> tables = new EnumMap<>(FormSheet.class);
    private final Set<CellRef> placed = new HashSet<>();
    private final List<OtherText> others = new ArrayList<>();

    private PlanCarrier(List<SheetGrid> sheets, FormSheets forms, Plan plan) {
        this.sheets = sheets;
        this.forms = forms;
        this.plan = plan;
        this.table = new CarriedTable(plan.measures());
    }

    /**
     * The working form that a workbook's bytes give. The same bytes always give the same form.
     *
     * @param given lines of the general sheet that count before what the workbook says
     */
    public static Carried carry(byte[] workbook, Map<FormColumn, Entry> given) {
        try {
            WorkbookGrids grids = WorkbookReader.grids(workbook);
            FormSheets forms = FormSheets.of(grids.sheets());
            if (isForm(grids.sheets(), forms)) {
                return new Carried.Already();
            }
            Reading reading = PlanReader.read(grids, List.of());
            return reading instanceof Reading.Contents contents
                    ? new PlanCarrier(grids.sheets(), forms, contents.plan()).carry(given, CellNotes.read(workbook))
                    : new Carried.Unreadable(((Reading.Unreadable) reading).why());
        } catch (UnreadableException e) {
            return new Carried.Unreadable(e.why());
        }
    }

    /** Whether the workbook has what makes it the working form: structured columns, and a report log. */
    private static boolean isForm(List<SheetGrid> sheets, FormSheets forms) {
        return sheets.stream().anyMatch(FormSheets::structured)
                && sheets.stream()
                        .anyMatch(sheet ->
                                forms.find(sheet).filter(FormSheet.LOG::equals).isPresent());
    }

    private Carried carry(Map<FormColumn, Entry> given, List<OtherText> notes) {
        for (SheetGrid sheet : sheets) {
            Optional<FormSheet> kind = forms.find(sheet);
            if (sheet.hidden()) {
                continue;
            }
            if (kind.isPresent()) {
                formSheet(sheet, kind.get());
            } else if (!sheet.name().equals(FormWords.OTHER_TEXTS)) {
                table.add(sheet, TableReader.read(sheet, forms.form()));
            }
        }
        placed.addAll(table.placed());
        divisions();
        sheets.forEach(this::others);
        others.addAll(notes);
        Map<FormColumn, Entry> general = general(plan.title());
        general.putAll(given);
        return new Carried.Form(
                new FormContents(general, table.extraHeadings(), table.rows(), table.merges(), tables, others),
                plan.measures().size());
    }

    private static Map<FormColumn, Entry> general(PlanTitle title) {
        Map<FormColumn, Entry> general = new EnumMap<>(FormColumn.class);
        title.agency().ifPresent(name -> general.put(FormColumn.AGENCY, Entry.text(name)));
        title.province().ifPresent(name -> general.put(FormColumn.PROVINCE, Entry.text(name)));
        title.fiscalYear().ifPresent(year -> general.put(FormColumn.FISCAL_YEAR, Entry.number(year)));
        title.round()
                .ifPresent(number -> general.put(
                        FormColumn.ROUND, Entry.text(FormWords.roundChoices().get(number))));
        title.start().ifPresent(day -> general.put(FormColumn.PLAN_START, Entry.date(day)));
        general.replaceAll((line, entry) -> entry.forReview(FROM_TITLE));
        return general;
    }

    /** A sheet that the form has too, in a workbook that is not the form: its rows go where they belong. */
    private void formSheet(SheetGrid sheet, FormSheet kind) {
        if (kind == FormSheet.GENERAL || sheet.rows().isEmpty()) {
            return;
        }
        FormTable found = FormTable.find(sheet, kind).orElseThrow();
        for (Row row : found.entries(new ArrayList<>())) {
            Map<FormColumn, Entry> entries = new EnumMap<>(FormColumn.class);
            found.columns().forEach((column, places) -> {
                String text = found.text(row, column).raw();
                entries.put(column, Entry.text(text));
                row.own().stream()
                        .filter(cell -> places.contains(cell.at().column()) && text.contains(cell.text()))
                        .forEach(cell -> placed.add(cell.at()));
            });
            tables.computeIfAbsent(kind, k -> new ArrayList<>()).add(entries);
        }
    }

    /** The divisions that the plan names and no list of its own does. */
    private void divisions() {
        Set<String> known = new HashSet<>();
        for (PlannedMeasure planned : plan.measures()) {
            for (NamedDivision named :
                    planned.responsible().map(r -> r.divisions()).orElse(List.of())) {
                if (!named.listed() && known.add(Folded.of(named.name()))) {
                    tables.computeIfAbsent(FormSheet.DIVISIONS, k -> new ArrayList<>())
                            .add(Map.of(
                                    FormColumn.DIVISION_NAME,
                                    Entry.text(named.name()).forReview(NAMED)));
                }
            }
        }
    }

    private void others(SheetGrid sheet) {
        String name = sheet.name() + (sheet.hidden() ? HIDDEN : "");
        for (Row row : sheet.rows()) {
            for (Cell cell : row.own()) {
                String at = cell.at().toString().substring(sheet.name().length() + 1);
                if (!placed.contains(cell.at())) {
                    others.add(new OtherText(name, at, cell.text()));
                }
                sheet.link(cell.at())
                        .filter(link -> !table.linked().contains(cell.at()))
                        .ifPresent(link -> others.add(new OtherText(name, at, link)));
            }
        }
    }
}
