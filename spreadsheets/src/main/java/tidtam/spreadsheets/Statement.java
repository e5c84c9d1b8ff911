package tidtam.spreadsheets;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.CellText;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Tool;

/**
 * An indicator's number as a text states it: {@code ตัวชี้วัดที่ ๙.๒ การบริหารงาน}, also misspelt.
 *
 * @param number 9 for {@code ๙.๒}
 * @param start raw index of its first character
 * @param titleStart raw index of the words after the number
 * @param end raw index one past the heading phrase: a dash, a numbered list or an item ends it
 */
record Statement(int number, int start, int titleStart, int end) {
    private static final Fuzzy INDICATOR = new Fuzzy("ตัวชี้วัด");
    private static final String EXACT = tidtam.facts.Folded.of("ตัวชี้วัด");
    private static final int LEAD = 8;
    private static final Pattern NUMBER = Pattern.compile("^.?(?:ย่อย)?(?:ที่|ที)?[.:]?(\\d)");
    private static final Pattern NUMBERED = Pattern.compile("^.?(?:ย่อย)?ที่?(\\d)");
    private static final Pattern PART =
            Pattern.compile("^\\s*[.．]\\s*[0-9๐-๙]{1,2}(?![0-9๐-๙])(?:\\s*[.．]\\s*[0-9๐-๙]{1,2}(?![0-9๐-๙]))?");
    private static final Pattern LIST = Pattern.compile(
            "(?<=\\s)[-–—•●▪*]|(?<=\\S)[-–—•●▪]\\s|(?<=\\s)[0-9๐-๙]{1,2}\\s?[.)]|(?<=\\s)[Ee]\\s?[0-9๐-๙]|\\(?\\s?[Ee]\\s?[0-9๐-๙]{1,2}\\s?\\)");

    /** The first indicator a text states: near its beginning in any spelling, further on only spelt right. */
    static Optional<Statement> find(String raw) {
        FoldedText text = FoldedText.of(raw);
        OptionalInt early =
                INDICATOR.endIn(text.folded().substring(0, Math.min(text.length(), LEAD + EXACT.length() + 1)), 0);
        if (early.isPresent()) {
            boolean first = text.folded()
                    .substring(0, Math.max(0, early.getAsInt() - EXACT.length()))
                    .chars()
                    .noneMatch(Character::isLetter);
            Optional<Statement> read = after(text, early.getAsInt(), first ? NUMBER : NUMBERED);
            if (read.isPresent()) {
                return read;
            }
        }
        for (int at = text.folded().indexOf(EXACT); at >= 0; at = text.folded().indexOf(EXACT, at + 1)) {
            Optional<Statement> read = after(text, at + EXACT.length(), NUMBERED);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static Optional<Statement> after(FoldedText text, int wordEnd, Pattern numbered) {
        String rest = text.folded().substring(wordEnd, Math.min(text.length(), wordEnd + 16));
        Matcher number = numbered.matcher(rest);
        if (!number.find()) {
            return Optional.empty();
        }
        int first = wordEnd + number.start(1);
        int value = rest.charAt(number.start(1)) - '0';
        int next = first + 1;
        boolean joined = !text.gapBefore(next) || (value == 1 && digit(text, next, '0'));
        if (next < text.length() && Character.isDigit(text.folded().charAt(next)) && joined) {
            value = value * 10 + text.folded().charAt(next) - '0';
            next++;
        }
        if (value == 0
                || (next < text.length() && Character.isDigit(text.folded().charAt(next)) && !text.gapBefore(next))) {
            return Optional.empty();
        }
        int from = next > 0 ? text.starts()[next - 1] + 1 : 0;
        String raw = text.raw();
        Matcher part = PART.matcher(raw).region(from, raw.length()).useAnchoringBounds(true);
        int titleStart = part.find() ? part.end() : from;
        while (titleStart < raw.length() && (" .:-–—\t\n\u00A0)".indexOf(raw.charAt(titleStart)) >= 0)) {
            titleStart++;
        }
        Matcher list = LIST.matcher(raw).region(titleStart, raw.length()).useTransparentBounds(true);
        int end = list.find() && list.start() > titleStart ? list.start() : raw.length();
        int start = text.starts()[Math.max(0, wordEnd - EXACT.length())];
        return Optional.of(new Statement(value, start, titleStart, end));
    }

    private static boolean digit(FoldedText text, int at, char digit) {
        return at < text.length()
                && text.folded().charAt(at) == digit
                && (at + 1 >= text.length() || !Character.isDigit(text.folded().charAt(at + 1)));
    }

    /** The statement as a heading of its cell. */
    IndicatorHeading heading(CellText cell, Optional<Tool> section) {
        String phrase = cell.raw().substring(start, end);
        int phraseEnd = start + phrase.stripTrailing().length();
        String title = cell.raw().substring(Math.min(titleStart, end), end);
        return new IndicatorHeading(cell.span(start, phraseEnd), section, number, IssueText.oneLine(title));
    }
}
