package tidtam.facts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text reduced to what identifies it, so that two spellings of one text are equal: digit script, spaces, the many forms in which
 * {@code ำ} reaches a file, and letter case no longer matter. For comparing and for keys; never shown, never parsed.
 */
public final class Folded {
    private static final Pattern HTML_SPACE =
            Pattern.compile("&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);?", Pattern.CASE_INSENSITIVE);

    private static final char NIKHAHIT = '\u0E4D';

    private static final String WINDOWS_GLYPHS =
            "ฐ\u0E34\u0E35\u0E36\u0E37\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E48\u0E49\u0E4A\u0E4B\u0E4Cญ\u0E31\u0E4D"
                    + "\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E38\u0E39\u0E3A";

    private Folded() {}

    /** The folded form of a text; empty where nothing visible stands in it. */
    public static String of(String text) {
        String source = text.indexOf('&') < 0 ? text : HTML_SPACE.matcher(text).replaceAll(" ");
        StringBuilder folded = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); ) {
            int c = standard(source.codePointAt(i));
            i += Character.charCount(c);
            if (c >= '๐' && c <= '๙') {
                folded.append((char) ('0' + c - '๐'));
            } else if (thaiLetter(c) || !invisible(c)) {
                folded.appendCodePoint(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** The standard character behind a private-use glyph U+F700–F71A of the old Windows Thai fonts; any other character as it is. */
    public static int standard(int c) {
        return c >= 0xF700 && c <= 0xF71A ? WINDOWS_GLYPHS.charAt(c - 0xF700) : c;
    }

    /** How many letters must be inserted, dropped or replaced to get from one word to the other (Levenshtein). */
    public static int distance(String one, String other) {
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

    private static boolean thaiLetter(int c) {
        return c > 0x0E00 && c < 0x0E5C && !ofSaraAm(c);
    }

    /** What {@code ำ} is, or falls apart into. Its {@code า} counts too, because a file may have lost all of it. */
    private static boolean ofSaraAm(int c) {
        return c == 'ำ' || c == 'า' || c == NIKHAHIT;
    }

    private static boolean invisible(int c) {
        return ofSaraAm(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0xFFFD
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }
}
