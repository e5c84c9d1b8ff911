package tidtam.spreadsheets;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.spreadsheets.form.FormSheet;

/**
 * Which sheets of a workbook are those of the working form: by name, or by their headings where they were renamed. Any other sheet may
 * hold measures.
 */
final class FormSheets {
    private static final Map<FormSheet, Integer> ENOUGH = new EnumMap<>(
            Map.of(FormSheet.GENERAL, 4, FormSheet.LOG, 4, FormSheet.DIVISIONS, 3, FormSheet.HOLIDAYS, 2));

    private final IdentityHashMap<SheetGrid, FormSheet> kinds = new IdentityHashMap<>();
    private boolean form;

    /** What the sheets of a workbook are. */
    static FormSheets of(List<SheetGrid> sheets) {
        FormSheets found = new FormSheets();
        for (SheetGrid sheet : sheets) {
            Optional<FormSheet> kind = kind(sheet);
            kind.ifPresent(known -> found.kinds.put(sheet, known));
            found.form |= kind.filter(known -> shaped(sheet, known)).isPresent() || structured(sheet);
        }
        if (!found.form) {
            found.kinds.clear();
        }
        return found;
    }

    /** Whether a sheet has the headings of its kind, and not its name alone. */
    private static boolean shaped(SheetGrid sheet, FormSheet kind) {
        return kind == FormSheet.GENERAL
                ? !GeneralSheet.lines(sheet).isEmpty()
                : FormTable.find(sheet, kind).isPresent();
    }

    /** What a sheet is, where it is one of the form's other than that of the measures. */
    Optional<FormSheet> find(SheetGrid sheet) {
        return Optional.ofNullable(kinds.get(sheet));
    }

    /** Whether the workbook is a working form, and not the bare official table. */
    boolean form() {
        return form;
    }

    /** Whether a sheet has the structured columns of the form. */
    static boolean structured(SheetGrid sheet) {
        return sheet.rows().stream()
                .limit(FormTable.MOST_ROWS_ABOVE)
                .anyMatch(row -> row.own().stream()
                                .filter(cell -> HeaderWords.brief(cell.text()))
                                .flatMap(cell -> FormHeadings.structured(cell.text()).stream())
                                .distinct()
                                .count()
                        > 1);
    }

    private static Optional<FormSheet> kind(SheetGrid sheet) {
        Optional<FormSheet> named = FormHeadings.named(sheet.name()).filter(kind -> kind != FormSheet.MEASURES);
        if (named.isPresent()) {
            return named.filter(kind -> byName(sheet, kind));
        }
        return ENOUGH.keySet().stream().filter(kind -> byHeadings(sheet, kind)).findFirst();
    }

    /** A sheet of the name is the form's, unless it holds measures, or has nothing that the general sheet has. */
    private static boolean byName(SheetGrid sheet, FormSheet kind) {
        if (sheet.rows().isEmpty()) {
            return true;
        }
        if (kind == FormSheet.GENERAL) {
            return !GeneralSheet.lines(sheet).isEmpty()
                    && !TableReader.read(sheet, false).hasTable();
        }
        return FormTable.find(sheet, kind)
                .map(table -> !holdsMeasures(table))
                .orElseGet(() -> !TableReader.read(sheet, false).hasTable());
    }

    private static boolean byHeadings(SheetGrid sheet, FormSheet kind) {
        int enough = ENOUGH.getOrDefault(kind, 0);
        if (kind == FormSheet.GENERAL) {
            return GeneralSheet.lines(sheet).size() >= enough
                    && !TableReader.read(sheet, false).hasTable();
        }
        return FormTable.find(sheet, kind)
                .filter(table -> table.columns().size() >= enough && table.own() >= 2 && !holdsMeasures(table))
                .isPresent();
    }

    /** Whether the heading row is better explained as that of a measure table. */
    private static boolean holdsMeasures(FormTable table) {
        return TableHeader.find(table.sheet().rows(), table.heading(), new HeaderWords(false))
                .filter(header -> header.columns().keySet().stream()
                                .filter(TableHeader.TABLE_ROLES::contains)
                                .count()
                        >= table.columns().size())
                .isPresent();
    }
}
