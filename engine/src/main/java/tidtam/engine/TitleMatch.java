package tidtam.engine;

import java.util.OptionalInt;
import tidtam.facts.Folded;
import tidtam.facts.Framework;
import tidtam.facts.Indicator;

/** Which indicator a printed title is that of, with spaces, letter forms and small misspellings ignored. */
final class TitleMatch {
    /** At most this share of a title's letters may differ. */
    private static final double TOLERANCE = 0.2;

    private TitleMatch() {}

    /** The indicator whose title is nearest; empty where none is near. */
    static OptionalInt of(String printed, Framework framework) {
        String title = Folded.of(printed);
        OptionalInt nearest = OptionalInt.empty();
        double least = TOLERANCE;
        for (Indicator indicator : framework.indicators()) {
            for (String known : indicator.titles()) {
                String expected = Folded.of(known);
                double apart = apart(title, expected);
                if (apart < least || (apart == least && nearest.isEmpty())) {
                    least = apart;
                    nearest = OptionalInt.of(indicator.number());
                }
            }
        }
        return nearest;
    }

    private static double apart(String title, String expected) {
        String start = title.length() > expected.length() && title.startsWith(expected) ? expected : title;
        int longest = Math.max(start.length(), expected.length());
        if (longest == 0 || Math.abs(start.length() - expected.length()) > TOLERANCE * longest) {
            return 1;
        }
        return (double) distance(start, expected) / longest;
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
