package tidtam.spreadsheets;

import tidtam.facts.Folded;

/** The characters of a cell's text. */
final class CellCharacters {
    private CellCharacters() {}

    /** The text with line ends as {@code \n}, without control characters, and with lone surrogates replaced. */
    static String clean(String text) {
        int i = 0;
        while (i < text.length() && harmless(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean harmless(char c) {
        return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t' || (c > 0x9F && !Character.isSurrogate(c));
    }

    /** Whether a person sees nothing in it. */
    static boolean blank(String text) {
        for (int i = 0; i < text.length() && i < 8; i++) {
            char c = text.charAt(i);
            if (c != '&' && Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return Folded.of(text).isEmpty();
    }
}
