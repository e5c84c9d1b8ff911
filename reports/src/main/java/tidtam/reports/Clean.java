package tidtam.reports;

import java.util.stream.Collectors;

/** Foreign text made harmless: what a cell holds must not steer a terminal, reverse a line or break a file. */
final class Clean {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** So many characters a column at most, lest stacked marks make a line endless. */
    private static final int CHARACTERS_PER_COLUMN = 8;

    private Clean() {}

    /**
     * One visible line: control characters and line breaks become spaces, runs of spaces one space; direction overrides and other invisible
     * characters go; a lone surrogate becomes U+FFFD.
     */
    static String line(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (space(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (surrogate(c)) {
                line.append('\uFFFD');
            } else if (!invisible(c)) {
                line.appendCodePoint(c);
            }
        });
        return line.toString().stripTrailing();
    }

    /** The text's own lines, each clean; without empty lines at the end. */
    static String lines(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return line(text);
        }
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .lines()
                .map(Clean::line)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /**
     * The text as it stands, where it may have several lines and will be edited: line breaks are line feeds, other control characters and
     * what steers a line's direction go, a tab is a space, and a lone surrogate becomes U+FFFD.
     */
    static String verbatim(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (c == '\r' ? i + 1 == points.length || points[i + 1] != '\n' : breaksLine(c)) {
                whole.append('\n');
            } else if (c == '\t') {
                whole.append(' ');
            } else if (surrogate(c)) {
                whole.append('\uFFFD');
            } else if (!invisible(c)) {
                whole.appendCodePoint(c);
            }
        }
        return whole.toString();
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** The same text with each lone surrogate replaced by U+FFFD, so that it can be encoded. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> surrogate(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** A clean line that takes at most so many columns, cut between two characters as a reader sees them, with … where it was cut. */
    static String shorten(String line, int columns) {
        int mostCharacters = columns * CHARACTERS_PER_COLUMN;
        if (line.length() <= columns / 2 || (line.length() <= mostCharacters && TextWidth.of(line) <= columns)) {
            return line;
        }
        int end = 0;
        int width = 0;
        while (end < line.length()) {
            int next = Graphemes.next(line, end);
            width += TextWidth.of(line, end, next);
            if (width > columns - 1 || next > mostCharacters) {
                break;
            }
            end = next;
        }
        return line.substring(0, end).stripTrailing() + '…';
    }

    /** True for what steers a display but is not seen: controls, direction marks and overrides, line separators. */
    static boolean steering(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER);
    }

    private static boolean plain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = (c > ' ' && c < 0x7F) || (c >= 'ก' && c <= '๛') || (c == ' ' && before != ' ');
            if (!harmless) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static boolean space(int c) {
        return Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean surrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean invisible(int c) {
        return steering(c) || Character.getType(c) == Character.UNASSIGNED;
    }
}
