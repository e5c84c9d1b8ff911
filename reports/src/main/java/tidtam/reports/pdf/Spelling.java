package tidtam.reports.pdf;

import tidtam.facts.Folded;

/** Thai as it is spelt today, so that it is found by searching: what looks the same may be stored in other ways. */
final class Spelling {
    private static final char NIKHAHIT = '\u0E4D';

    private Spelling() {}

    /** The text with ำ as one character after its tone mark, and the letters behind the private glyphs of old Windows fonts. */
    static String today(String text) {
        if (text.chars().noneMatch(c -> c == NIKHAHIT || (c >= 0xF700 && c <= 0xF71A))) {
            return text;
        }
        StringBuilder today = new StringBuilder(text.length());
        text.codePoints().map(Folded::standard).forEach(today::appendCodePoint);
        for (int at = today.indexOf("\u0E4D"); at >= 0; at = today.indexOf("\u0E4D", at + 1)) {
            int after = at + 1 < today.length() && tone(today.charAt(at + 1)) ? at + 2 : at + 1;
            if (after < today.length() && today.charAt(after) == 'า') {
                today.setCharAt(after, 'ำ');
                today.deleteCharAt(at);
            }
        }
        return today.toString();
    }

    private static boolean tone(char c) {
        return c >= '\u0E48' && c <= '\u0E4B';
    }
}
