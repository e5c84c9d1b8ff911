package tidtam.spreadsheets;

import java.util.regex.Pattern;
import tidtam.facts.Folded;

/** Patterns written as Thai is spelt, for text that was folded. */
final class FoldedPattern {
    private FoldedPattern() {}

    static Pattern of(String spelt) {
        return Pattern.compile(source(spelt));
    }

    /** The pattern's source with its Thai letters folded as the text's are; everything else as it is. */
    static String source(String spelt) {
        StringBuilder folded = new StringBuilder();
        spelt.chars()
                .mapToObj(c -> (char) c)
                .forEach(c -> folded.append(c < 128 ? c.toString() : Folded.of(c.toString())));
        return folded.toString();
    }
}
