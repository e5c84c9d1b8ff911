package tidtam.spreadsheets;

import java.util.Arrays;
import tidtam.facts.Folded;

/**
 * A text folded as {@link Folded} folds it, with the way back to its raw characters.
 *
 * @param raw the text as it stands
 * @param folded what is searched
 * @param starts the raw index of each folded character, then the raw length
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
record FoldedText(String raw, String folded, int[] starts) {
    private static final String HTML_SPACE = "&nbsp;";

    static FoldedText of(String raw) {
        StringBuilder folded = new StringBuilder(raw.length());
        int[] starts = new int[raw.length() + 1];
        int i = 0;
        while (i < raw.length()) {
            if (raw.regionMatches(true, i, HTML_SPACE, 0, HTML_SPACE.length())) {
                i += HTML_SPACE.length();
                continue;
            }
            int code = raw.codePointAt(i);
            String one = letter(code) ? Character.toString(code) : Folded.of(Character.toString(code));
            if (folded.length() + one.length() > starts.length - 1) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            Arrays.fill(starts, folded.length(), folded.length() + one.length(), i);
            folded.append(one);
            i += Character.charCount(code);
        }
        starts = Arrays.copyOf(starts, folded.length() + 1);
        starts[folded.length()] = raw.length();
        return new FoldedText(raw, folded.toString(), starts);
    }

    /** Letters that fold to themselves; a shortcut for most of a Thai text. */
    private static boolean letter(int code) {
        return (code >= 'ก' && code <= 'ั') || (code >= 'ิ' && code <= '์') || (code >= 'a' && code <= 'z');
    }

    /** The raw text between two folded positions, without white space at its ends. */
    String rawBetween(int from, int to) {
        return raw.substring(starts[from], starts[to]).strip();
    }

    int length() {
        return folded.length();
    }

    /** Whether raw characters were left out just before a folded position: a space, mostly. */
    boolean gapBefore(int position) {
        return position > 0 && position < length() && starts[position] > starts[position - 1] + 1;
    }
}
