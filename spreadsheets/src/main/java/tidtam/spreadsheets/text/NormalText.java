package tidtam.spreadsheets.text;

import java.util.Arrays;
import tidtam.facts.CellText;
import tidtam.facts.Folded;

/**
 * A cell's text with everything removed that typing, fonts, scanners and HTML did to it, and a map back to the raw text.
 *
 * <p>{@link #letters()} holds no spaces (a space may stand anywhere in a scanned Thai word; {@link #gap} remembers them), Arabic
 * digits, one dash, lower case, and {@code า} for {@code ำ}, which reaches a file in too many forms to be told apart.
 * Lengths are linear in the raw text.
 */
public final class NormalText {
    /** No space stands before a letter. */
    public static final int NONE = 0;
    /** White space stands before a letter. */
    public static final int SPACE = 1;
    /** A line ends before a letter. */
    public static final int LINE = 2;

    private static final char NIKHAHIT = '\u0E4D';
    private static final int LONGEST_LEFT_OVER = 8;

    private final CellText cell;
    private char[] letters;
    private char[] shown;
    private int[] rawFrom;
    private int[] rawTo;
    private byte[] gaps;
    private int length;
    private byte pending = NONE;

    private NormalText(CellText cell) {
        this.cell = cell;
        int size = cell.end() - cell.start() + 1;
        letters = new char[size];
        shown = new char[size];
        rawFrom = new int[size];
        rawTo = new int[size];
        gaps = new byte[size];
    }

    /** The normalised form of a span. */
    public static NormalText of(CellText cell) {
        NormalText text = new NormalText(cell);
        String raw = cell.raw();
        int at = cell.start();
        while (at < cell.end()) {
            int leftOver = text.leftOver(raw, at, cell.end());
            if (leftOver > at) {
                at = leftOver;
            } else {
                int c = raw.codePointAt(at);
                int next = Math.min(at + Character.charCount(c), cell.end());
                text.read(Folded.standard(c), at, next);
                at = next;
            }
        }
        return text;
    }

    /** The letters, without spaces. */
    public String letters() {
        return new String(letters, 0, length);
    }

    public int length() {
        return length;
    }

    /** What stands between letter {@code at} and the one before it: {@link #NONE}, {@link #SPACE} or {@link #LINE}. */
    public int gap(int at) {
        return gaps[at];
    }

    /** The raw span of the letters {@code from..to}. */
    public CellText span(int from, int to) {
        if (from >= to) {
            return cell.span(cell.start(), cell.start());
        }
        return cell.span(rawFrom[from], rawTo[to - 1]);
    }

    /** The letters {@code from..to} as a person should see them: no spaces inside, {@code ำ} kept. */
    public String shown(int from, int to) {
        return new String(shown, from, to - from);
    }

    private int leftOver(String raw, int at, int end) {
        char c = raw.charAt(at);
        if (c != '&' && c != '<' && c != '_') {
            return at;
        }
        String ahead = raw.substring(at, Math.min(end, at + LONGEST_LEFT_OVER)).toLowerCase(java.util.Locale.ROOT);
        for (String space : SPACES) {
            if (ahead.startsWith(space)) {
                pending = (byte) Math.max(pending, c == '&' ? SPACE : LINE);
                return at + space.length();
            }
        }
        if (ahead.startsWith("&amp;")) {
            read('&', at, at + 5);
            return at + 5;
        }
        return at;
    }

    private static final String[] SPACES = {
        "&nbsp;",
        "&nbsp",
        "&#160;",
        "&#xa0;",
        "&ensp;",
        "&emsp;",
        "&thinsp;",
        "<br>",
        "<br/>",
        "<br />",
        "<p>",
        "</p>",
        "_x000d_",
        "_x000a_"
    };

    private void read(int c, int from, int to) {
        if (c == '\n' || c == '\r' || c == 0x0B || c == 0x2028 || c == 0x2029) {
            pending = LINE;
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            pending = (byte) Math.max(pending, SPACE);
        } else if (c == NIKHAHIT
                || c == 0xFFFD
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c)) {
            lost = c == NIKHAHIT || c == 0xFFFD;
            return;
        } else if (c == 'ำ') {
            append('า', 'ำ', from, to);
        } else if (c == 'า') {
            append('า', lost ? 'ำ' : 'า', from, to);
        } else if (c == 'เ' && length > 0 && letters[length - 1] == 'เ' && pending == NONE) {
            letters[length - 1] = 'แ';
            shown[length - 1] = 'แ';
            rawTo[length - 1] = to;
        } else if (vowelMark(c) && length > 0 && toneMark(letters[length - 1])) {
            swap((char) c, to);
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            char digit = (char) ('0' + Character.digit(c, 10));
            append(digit, digit, from, to);
        } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212) {
            append('-', '-', from, to);
        } else if (c == '…') {
            append('.', '.', from, to);
            append('.', '.', from, to);
            append('.', '.', from, to);
        } else if (c == '“' || c == '”' || c == '‘' || c == '’' || c == '\'') {
            append('"', '"', from, to);
        } else {
            char letter = Character.isBmpCodePoint(c) ? (char) Character.toLowerCase(c) : '\uFFFC';
            append(letter, Character.isBmpCodePoint(c) ? (char) c : letter, from, to);
        }
        lost = false;
    }

    private boolean lost;

    private void append(char letter, char show, int from, int to) {
        if (length == letters.length) {
            int size = length * 2 + 4;
            letters = Arrays.copyOf(letters, size);
            shown = Arrays.copyOf(shown, size);
            rawFrom = Arrays.copyOf(rawFrom, size);
            rawTo = Arrays.copyOf(rawTo, size);
            gaps = Arrays.copyOf(gaps, size);
        }
        letters[length] = letter;
        shown[length] = show;
        rawFrom[length] = from;
        rawTo[length] = to;
        gaps[length] = pending;
        length++;
        pending = NONE;
    }

    /** A vowel typed after its tone mark belongs before it. */
    private void swap(char vowel, int to) {
        char tone = letters[length - 1];
        letters[length - 1] = vowel;
        shown[length - 1] = vowel;
        append(tone, tone, rawFrom[length - 1], to);
        gaps[length - 1] = NONE;
    }

    private static boolean vowelMark(int c) {
        return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E39);
    }

    private static boolean toneMark(int c) {
        return c >= 0x0E48 && c <= 0x0E4B;
    }
}
