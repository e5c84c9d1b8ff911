package tidtam.spreadsheets.text;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.facts.CellText;
import tidtam.facts.Limits;

/** Reads the limits of a duty where a column of its own holds nothing else. */
public final class LimitReader {
    private LimitReader() {}

    /**
     * A number of days.
     *
     * @param working whether they are working days; absent where only the number is written
     */
    public record Days(int number, Optional<Boolean> working) {}

    /** Months by name or number, 1–12; empty where anything else stands there. */
    public static Optional<SortedSet<Integer>> months(CellText text) {
        Tokens tokens = Tokens.of(text);
        SortedSet<Integer> months = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean month = tokens.is(i, Word.MONTH) || (tokens.is(i, Word.NUMBER) && isMonth(tokens.value(i)));
            boolean between = tokens.mark(i, ',') || tokens.is(i, Word.AND) || tokens.unit(i, Unit.MONTH);
            if (month) {
                months.add(tokens.value(i));
            } else if (!between) {
                return Optional.empty();
            }
        }
        return months.isEmpty() ? Optional.empty() : Optional.of(months);
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    /** A number of days, {@code 15}, {@code ๑๕ วัน} or {@code ภายใน 15 วันทำการ}; empty where anything else stands there. */
    public static Optional<Days> days(CellText text) {
        Tokens tokens = Tokens.of(text);
        int at = tokens.skip(0, Word.WITHIN, Word.EVERY);
        boolean counted = tokens.number(at) && tokens.value(at) >= 1 && tokens.value(at) <= Limits.MOST_DAYS;
        boolean working = tokens.unit(at + 1, Unit.WORKDAY);
        boolean unit = working || tokens.unit(at + 1, Unit.DAY);
        if (!counted || at + (unit ? 2 : 1) != tokens.size()) {
            return Optional.empty();
        }
        return Optional.of(new Days(tokens.value(at), unit ? Optional.of(working) : Optional.empty()));
    }
}
