package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.PlannedMeasure;
import tidtam.spreadsheets.form.FormWords;

/** The entries of a structured cell, apart by semicolons and line ends. */
final class Segments {
    private static final Pattern BETWEEN = Pattern.compile("[;；\\n]");
    private static final Pattern SEMICOLON = Pattern.compile("[;；]");

    private static final Pattern IN_A_LIST = Pattern.compile("[,，、]|และ");

    private Segments() {}

    /** What stands in a structured column; empty where nothing does, or only a dash. */
    static Optional<CellText> entered(PlannedMeasure measure, Column column) {
        return Optional.ofNullable(measure.cells().get(column))
                .filter(cell -> !saying(of(cell)).isEmpty());
    }

    /** All entries, also those that say nothing. */
    static List<CellText> of(CellText cell) {
        return split(cell, BETWEEN);
    }

    /** All entries, apart by semicolons only. */
    static List<CellText> bySemicolons(CellText cell) {
        return split(cell, SEMICOLON);
    }

    /** The parts of an entry that say something, apart by commas and ands. */
    static List<CellText> listed(CellText entry) {
        return saying(split(entry, IN_A_LIST));
    }

    private static List<CellText> split(CellText cell, Pattern apart) {
        List<CellText> segments = new ArrayList<>();
        int from = cell.start();
        Matcher between = apart.matcher(cell.raw()).region(cell.start(), cell.end());
        while (between.find()) {
            segments.add(cell.span(from, between.start()));
            from = between.end();
        }
        segments.add(cell.span(from, cell.end()));
        return segments;
    }

    /** The entries that say something. */
    static List<CellText> saying(List<CellText> segments) {
        return segments.stream().filter(Segments::says).toList();
    }

    /** Whether an entry is more than a blank or a dash. */
    static boolean says(CellText segment) {
        return !segment.blank() && !IssueText.oneLine(segment.quote()).equals(FormWords.NONE);
    }
}
