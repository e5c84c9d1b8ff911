package tidtam.engine.added;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A rule as it stands in its file, before it is compiled.
 *
 * @param first the line of its first word, from 1
 * @param then the line of the word {@code then}
 * @param last the line of its last word
 * @param declared what it says of itself, by name; a name without a value has an empty one
 * @param lines the whole file
 */
record RuleText(
        String name,
        int first,
        int then,
        int last,
        Map<String, String> declared,
        String consequence,
        List<String> lines) {
    /** What stands before the colon; the whole name where there is none. */
    String id() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The first line of the rule where a word stands; empty where none does. */
    OptionalInt lineOf(String word) {
        Pattern whole =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])", Pattern.UNICODE_CHARACTER_CLASS);
        for (int line = first; line <= Math.min(last, lines.size()); line++) {
            if (whole.matcher(lines.get(line - 1)).find()) {
                return OptionalInt.of(line);
            }
        }
        return OptionalInt.empty();
    }

    /** The file's text with every other rule blanked out, so that lines keep their numbers. */
    String alone(List<RuleText> all) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines.size(); line++) {
            boolean others = false;
            for (RuleText rule : all) {
                others |= !rule.equals(this) && line >= rule.first && line <= rule.last;
            }
            boolean mine = line >= first && line <= last;
            text.append(others && !mine ? "" : lines.get(line - 1)).append('\n');
        }
        return text.toString();
    }
}
