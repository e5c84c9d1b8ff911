package tidtam.reports;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A text with {@code {name}} placeholders. */
final class Template {
    private Template() {}

    /** The text with every placeholder replaced by what {@code value} gives for its name. */
    static String fill(String template, UnaryOperator<String> value) {
        StringBuilder filled = new StringBuilder(template.length() * 2);
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a placeholder is not closed: " + template);
            }
            filled.append(template, done, open).append(value.apply(template.substring(open + 1, close)));
            done = close + 1;
        }
        return filled.append(template, done, template.length()).toString();
    }

    /** The names of a template's placeholders. */
    static Set<String> names(String template) {
        Set<String> names = new TreeSet<>();
        fill(template, name -> {
            names.add(name);
            return "";
        });
        return names;
    }
}
