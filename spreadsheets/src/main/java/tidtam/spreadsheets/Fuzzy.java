package tidtam.spreadsheets;

import java.util.OptionalInt;
import tidtam.facts.Folded;

/** A word that is found in folded text although a letter or two is wrong, lost or too many (bit-parallel search of Wu and Manber). */
final class Fuzzy {
    private static final int LETTERS_PER_ERROR = 7;
    private static final int THAI = 0x0E00;
    private final String word;
    private final long[] masks = new long[256];
    private final int errors;

    /** A word as it is spelt; long ones bear more errors, those under seven letters none. */
    Fuzzy(String spelt) {
        word = Folded.of(spelt);
        if (word.isEmpty() || word.length() > 60) {
            throw new IllegalArgumentException(spelt);
        }
        errors = Math.min(2, word.length() / LETTERS_PER_ERROR);
        for (int i = 0; i < word.length(); i++) {
            masks[slot(word.charAt(i))] |= 1L << i;
        }
    }

    private static int slot(char c) {
        return c < 128 ? c : c >= THAI && c < THAI + 127 ? c - THAI + 128 : 255;
    }

    int length() {
        return word.length();
    }

    /** One past the word's last letter, where it is next spelt right; −1 where it is not. */
    int end(String folded, int from) {
        int start = folded.indexOf(word, from);
        return start < 0 ? -1 : start + word.length();
    }

    /** One past the word's last letter, where it first ends at or after a position with the fewest errors. */
    OptionalInt endIn(String folded, int from) {
        int exact = end(folded, from);
        if (exact >= 0) {
            return OptionalInt.of(exact);
        }
        long[] states = new long[errors + 1];
        for (int d = 0; d <= errors; d++) {
            states[d] = (1L << d) - 1;
        }
        long last = 1L << (word.length() - 1);
        int bestErrors = errors + 1;
        int best = -1;
        for (int i = from; i < folded.length() && errors > 0; i++) {
            long mask = masks[slot(folded.charAt(i))];
            long before = states[0];
            states[0] = ((states[0] << 1) | 1) & mask;
            for (int d = 1; d <= errors; d++) {
                long old = states[d];
                states[d] = (((old << 1) | 1) & mask) | before | (before << 1) | (states[d - 1] << 1) | 1;
                before = old;
                if ((states[d] & last) != 0 && d < bestErrors) {
                    bestErrors = d;
                    best = i + 1;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
