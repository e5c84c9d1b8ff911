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
        return (double) Folded.distance(start, expected) / longest;
    }
}
