package tidtam.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Content lines as RFC 5545, section 3.1, folds them: at most 75 octets, the line break not counted. Written out because the library counts
 * characters, and a Thai one has three octets. A line is folded between two characters as a reader sees them; inside one only where it is
 * longer than a line. A backslash stays with what it escapes.
 */
final class ContentLines {
    private static final int MOST_OCTETS = 75;
    private static final byte[] BREAK = {'\r', '\n'};

    private ContentLines() {}

    /** The lines of a text, which end in CRLF, folded and in UTF-8. */
    static byte[] folded(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 3);
        text.lines().forEach(line -> {
            fold(line, out);
            out.writeBytes(BREAK);
        });
        return out.toByteArray();
    }

    private static void fold(String line, ByteArrayOutputStream out) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int end = Graphemes.next(line, at);
            if (line.charAt(at) == '\\' && end < line.length()) {
                end = Graphemes.next(line, end);
            }
            byte[] character = octets(line, at, end);
            if (character.length >= MOST_OCTETS) {
                end = at + Character.charCount(line.codePointAt(at));
                character = octets(line, at, end);
            }
            if (octets + character.length > MOST_OCTETS) {
                out.writeBytes(BREAK);
                out.write(' ');
                octets = 1;
            }
            out.writeBytes(character);
            octets += character.length;
            at = end;
        }
    }

    private static byte[] octets(String line, int from, int to) {
        return line.substring(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
