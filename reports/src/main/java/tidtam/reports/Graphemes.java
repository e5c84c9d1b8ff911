package tidtam.reports;

/**
 * Characters as a reader sees them: a letter with its marks, a Thai leading vowel with its consonant, an emoji with its joiners. Written out
 * because the JDK's own breaker keeps emoji together only from Java 20 on and costs start-up time.
 */
final class Graphemes {
    private Graphemes() {}

    /** Where the character that starts at {@code from} ends. */
    static int next(String text, int from) {
        int before = text.codePointAt(from);
        int at = from + Character.charCount(before);
        boolean flag = regional(before);
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!joins(before, c) && !(flag && regional(c))) {
                break;
            }
            flag = false;
            before = c;
            at += Character.charCount(c);
        }
        return at;
    }

    /** Whether {@code c} belongs to the character that {@code before} is part of. */
    static boolean joins(int before, int c) {
        return mark(c) || before == 0x200D || (before >= 'เ' && before <= 'ไ' && c >= 'ก' && c <= 'ฮ');
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 'ำ'
                || c == 0x0EB3
                || c == 0x200C
                || c == 0x200D
                || (c >= 0x1F3FB && c <= 0x1F3FF);
    }

    private static boolean regional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
