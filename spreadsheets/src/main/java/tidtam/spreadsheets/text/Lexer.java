package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a normalised text into tokens: the longest known spelling wherever one starts, numbers, marks, and the rest. Linear time. */
final class Lexer {
    private static final int TOO_LARGE = 999_999_999;

    private final NormalText text;
    private final String letters;
    private final List<Token> tokens = new ArrayList<>();
    private int at = 0;
    private int otherFrom = -1;

    private Lexer(NormalText text) {
        this.text = text;
        this.letters = text.letters();
    }

    static List<Token> tokens(NormalText text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return NumberWords.joined(lexer.tokens);
    }

    private void run() {
        while (at < letters.length()) {
            char c = letters.charAt(at);
            if (digit(c)) {
                number();
            } else if (!word()) {
                mark(c);
            }
        }
        closeOther();
    }

    private void add(Word word, int value, int from, int to) {
        closeOther();
        tokens.add(new Token(word, value, from, to, text.gap(from)));
        at = to;
    }

    private void closeOther() {
        if (otherFrom >= 0) {
            int from = otherFrom;
            otherFrom = -1;
            tokens.add(new Token(Word.OTHER, 0, from, at, text.gap(from)));
        }
    }

    private void number() {
        int end = digitsEnd(at);
        int to = end;
        while (to + 3 < letters.length() && letters.charAt(to) == ',' && digitsEnd(to + 1) == to + 4 && end - at <= 3) {
            to += 4;
        }
        if (to == end && separated(end, '.') && !separated(digitsEnd(end + 1), '.') && !afterPoint()) {
            to = digitsEnd(end + 1);
        } else if (to == end && separated(end, ':')) {
            do {
                to = digitsEnd(to + 1);
            } while (separated(to, ':'));
        }
        if (to > end) {
            add(Word.DECIMAL, 0, at, to);
        } else {
            add(Word.NUMBER, end - at > 9 ? TOO_LARGE : Integer.parseInt(letters.substring(at, end)), at, end);
        }
    }

    /** Whether the number is a later part of one with several points. */
    private boolean afterPoint() {
        return at > 1 && digit(letters.charAt(at - 2)) && separated(at - 1, '.');
    }

    /** Whether {@code mark} and digits follow without a space. */
    private boolean separated(int from, char mark) {
        return from + 1 < letters.length()
                && letters.charAt(from) == mark
                && digit(letters.charAt(from + 1))
                && text.gap(from) == NormalText.NONE
                && text.gap(from + 1) == NormalText.NONE;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < letters.length()
                && digit(letters.charAt(end))
                && (end == from || text.gap(end) == NormalText.NONE)) {
            end++;
        }
        return end;
    }

    private boolean word() {
        char second = at + 1 < letters.length() ? letters.charAt(at + 1) : 0;
        return word(Lexicon.beginning(letters.charAt(at), second))
                || word(Lexicon.beginning(letters.charAt(at), (char) 0));
    }

    private boolean word(Lexicon.Entry[] entries) {
        for (Lexicon.Entry entry : entries) {
            int end = at + entry.letters().length();
            if (letters.startsWith(entry.letters(), at) && !cutsLetter(end) && (!entry.alone() || alone(at, end))) {
                if (entry.word() == Word.OTHER) {
                    otherFrom = otherFrom < 0 ? at : otherFrom;
                    at = end;
                } else {
                    add(entry.word(), entry.value(), at, end);
                }
                return true;
            }
        }
        return false;
    }

    /** A word does not end before a mark that stands over or under its last letter. */
    private boolean cutsLetter(int end) {
        return end < letters.length() && Character.getType(letters.charAt(end)) == Character.NON_SPACING_MARK;
    }

    /** Whether no letter touches {@code from..to} on either side. */
    private boolean alone(int from, int to) {
        boolean before =
                from == 0 || text.gap(from) != NormalText.NONE || !Character.isLetter(letters.charAt(from - 1));
        boolean after =
                to == letters.length() || text.gap(to) != NormalText.NONE || !Character.isLetter(letters.charAt(to));
        return before && after;
    }

    private void mark(char c) {
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == 'ฯ' || c == 'ๆ') {
            otherFrom = otherFrom < 0 ? at : otherFrom;
            at++;
            return;
        }
        int end = c == '.' || c == '_' ? runEnd(c) : at + 1;
        boolean toWriteOn = end - at >= (c == '.' ? 3 : 2);
        if (toWriteOn) {
            add(Word.BLANK, 0, at, end);
        } else {
            add(Word.MARK, c, at, at + 1);
        }
    }

    private int runEnd(char c) {
        int end = at + 1;
        while (end < letters.length() && letters.charAt(end) == c) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
