package tidtam.spreadsheets;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tidtam.facts.Folded;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;

/** The headings of the working form's sheets, and the names of the sheets, found although a letter or two is wrong. */
final class FormHeadings {
    private static final Pattern REMARK = Pattern.compile("(?:\\([^)]*\\)|[:*.])+$");
    private static final Pattern COPY = Pattern.compile("(?:\\(\\d+\\)|\\d+)$");
    private static final int LETTERS_PER_ERROR = 6;

    private static final Set<FormColumn> STRUCTURED =
            EnumSet.of(FormColumn.CADENCE, FormColumn.DUE_MONTHS, FormColumn.DAYS, FormColumn.DATE_DONE);

    private static final Map<FormSheet, Map<String, FormColumn>> COLUMNS = columns();

    private FormHeadings() {}

    private static Map<FormSheet, Map<String, FormColumn>> columns() {
        Map<FormSheet, Map<String, FormColumn>> columns = new EnumMap<>(FormSheet.class);
        for (FormColumn column : FormColumn.values()) {
            Map<String, FormColumn> known = columns.computeIfAbsent(column.sheet(), sheet -> new HashMap<>());
            known.put(Folded.of(column.heading()), column);
            column.otherHeadings().forEach(other -> known.put(Folded.of(other), column));
        }
        return columns;
    }

    /** The column of a sheet that a heading stands for. */
    static Optional<FormColumn> find(FormSheet sheet, String heading) {
        Map<String, FormColumn> known = COLUMNS.getOrDefault(sheet, Map.of());
        String folded = REMARK.matcher(Folded.of(heading)).replaceFirst("");
        FormColumn exact = known.get(folded);
        return exact != null
                ? Optional.of(exact)
                : known.entrySet().stream()
                        .filter(entry -> near(folded, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Comparator.naturalOrder());
    }

    /** The structured column of the measures' sheet that a heading is, spelt right. */
    static Optional<FormColumn> structured(String heading) {
        String folded = REMARK.matcher(Folded.of(heading)).replaceFirst("");
        return Optional.ofNullable(
                        COLUMNS.getOrDefault(FormSheet.MEASURES, Map.of()).get(folded))
                .filter(STRUCTURED::contains);
    }

    /** Whether a heading is a column's own, spelt right. */
    static boolean own(FormColumn column, String heading) {
        return Folded.of(heading).equals(Folded.of(column.heading()));
    }

    /** The sheet of the form that a sheet's name names, also that of a copy: {@code บันทึกการรายงาน (2)}. */
    static Optional<FormSheet> named(String name) {
        String folded = COPY.matcher(Folded.of(name)).replaceFirst("");
        for (FormSheet sheet : FormSheet.values()) {
            String title = Folded.of(sheet.title());
            if (title.equals(folded) || near(folded, title)) {
                return Optional.of(sheet);
            }
        }
        return Optional.empty();
    }

    private static boolean near(String one, String other) {
        int errors = Math.min(2, other.length() / LETTERS_PER_ERROR);
        return errors > 0 && Math.abs(one.length() - other.length()) <= errors && Folded.distance(one, other) <= errors;
    }
}
