package tidtam.reports;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Clean lines broken to a width: at spaces first, then between Thai words, then anywhere between two characters. The dictionary of Thai
 * words is loaded only when a line needs it, because that costs start-up time. For one thread.
 */
final class LineWrap {
    static final Locale THAI = new Locale("th");
    /** With less room than this left, a Thai text starts on the next line rather than being broken. */
    private static final int ROOM = 8;

    /** So many characters a column are looked at for a place to break. */
    private static final int CHARACTERS_PER_COLUMN = 8;

    private final int width;
    private @Nullable BreakIterator thaiWords;

    /**
     * @param width columns, at least 2
     */
    LineWrap(int width) {
        if (width < 2) {
            throw new IllegalArgumentException("width " + width);
        }
        this.width = width;
    }

    /** Loads what breaking Thai text needs. */
    static void warmUp() {
        BreakIterator.getLineInstance(THAI).setText("ก");
    }

    int width() {
        return width;
    }

    /** The line in pieces, none wider than asked; joined without spaces they are the line without spaces. At least one piece. */
    List<String> wrap(String line) {
        if (TextWidth.of(line) <= width) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int used = 0;
        for (String word : words(line)) {
            String rest = word;
            while (!rest.isEmpty()) {
                int space = current.isEmpty() ? 0 : 1;
                int fits = fitting(rest, width - used - space, current.isEmpty());
                if (fits > 0) {
                    current.append(space == 0 ? "" : " ").append(rest, 0, fits);
                    used += space + TextWidth.of(rest, 0, fits);
                    rest = rest.substring(fits);
                }
                if (!rest.isEmpty()) {
                    lines.add(current.toString());
                    current.setLength(0);
                    used = 0;
                }
            }
        }
        if (!current.isEmpty() || lines.isEmpty()) {
            lines.add(current.toString());
        }
        return lines;
    }

    /** How many characters of a word to put into the room left; on a line of its own at least one. */
    private int fitting(String word, int room, boolean ownLine) {
        if (TextWidth.of(word) <= room) {
            return word.length();
        }
        if (!ownLine && (room < ROOM || !thai(word))) {
            return 0;
        }
        int end = 0;
        BreakIterator breaks = breaks(word.substring(0, Math.min(word.length(), room * CHARACTERS_PER_COLUMN)));
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (TextWidth.of(word, 0, at) > room) {
                break;
            }
            if (mayBreak(word, at)) {
                end = at;
            }
        }
        if (end > 0 || !ownLine) {
            return end;
        }
        do {
            end = Graphemes.next(word, end);
        } while (end < word.length() && TextWidth.of(word, 0, Graphemes.next(word, end)) <= room);
        return TextWidth.of(word, 0, end) <= room ? end : oneCodePoint(word);
    }

    private BreakIterator breaks(String text) {
        BreakIterator breaks = thaiWords == null ? BreakIterator.getLineInstance(THAI) : thaiWords;
        thaiWords = breaks;
        breaks.setText(text);
        return breaks;
    }

    /** A character wider than the whole line is broken between its parts. */
    private static int oneCodePoint(String word) {
        return Character.charCount(word.codePointAt(0));
    }

    /** The JDK's breaker separates น้ำ|ๆ and พ.|ศ., and a mark from the letter it belongs to where the spelling is damaged. */
    static boolean mayBreak(String word, int at) {
        if (at >= word.length()) {
            return at == word.length();
        }
        int before = word.codePointBefore(at);
        int after = word.codePointAt(at);
        boolean abbreviation = before == '.' && consonant(after);
        return !abbreviation
                && before != ' '
                && after != 'ๆ'
                && after != 'ฯ'
                && after != '…'
                && !Graphemes.joins(before, after);
    }

    private static boolean thaiNumber(String line, int from, int to) {
        String word = line.substring(from, to);
        return word.chars().anyMatch(LineWrap::thaiDigit)
                && word.chars().allMatch(c -> thaiDigit(c) || c == '(' || c == '–');
    }

    private static boolean thaiDigit(int c) {
        return c >= '๐' && c <= '๙';
    }

    static boolean thai(String word) {
        return word.chars().anyMatch(LineWrap::consonant);
    }

    private static boolean consonant(int c) {
        return c >= 'ก' && c <= 'ฮ';
    }

    /** The words between spaces; ๆ stays with the word it repeats, a Thai number with what it counts. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int space = line.indexOf(' '); space >= 0; space = line.indexOf(' ', space + 1)) {
            if (!line.startsWith("ๆ", space + 1)
                    && !thaiNumber(line, Math.max(start, line.lastIndexOf(' ', space - 1) + 1), space)) {
                words.add(line.substring(start, space));
                start = space + 1;
            }
        }
        words.add(line.substring(start));
        words.removeIf(String::isEmpty);
        return words;
    }
}
