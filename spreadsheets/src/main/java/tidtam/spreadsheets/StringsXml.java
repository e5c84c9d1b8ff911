package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** The texts that cells share ({@code sharedStrings.xml}), rich text joined, pronunciation left out. */
final class StringsXml extends XmlPart.Handler {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private final SheetGrid.TextBudget budget;
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean inPronunciation;

    StringsXml(SheetGrid.TextBudget budget) {
        this.budget = budget;
    }

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "t" -> inText = !inPronunciation;
            case "rPh" -> inPronunciation = true;
            default -> {}
        }
    }

    @Override
    void text(char[] characters, int start, int length) {
        if (inText) {
            append(text, characters, start, length);
        }
    }

    @Override
    void end(String name) throws UnreadableException {
        switch (name) {
            case "si" -> {
                budget.take(text.length());
                strings.add(unescape(text.toString()));
            }
            case "t" -> inText = false;
            case "rPh" -> inPronunciation = false;
            default -> {}
        }
    }

    List<String> strings() {
        return strings;
    }

    /** Appends up to one character more than a cell may hold, so that what is too long stays visibly so. */
    static void append(StringBuilder text, char[] characters, int start, int length) {
        int room = WorkbookLimits.CELL_CHARACTERS + 1 - text.length();
        text.append(characters, start, Math.min(length, Math.max(room, 0)));
    }

    /** Excel writes characters that XML cannot hold as {@code _x000D_}. */
    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }
}
