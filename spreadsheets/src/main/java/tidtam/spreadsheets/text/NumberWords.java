package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;

/** Joins number words into numbers: {@code สามสิบ}, {@code สิบห้า}, and the pairs {@code ๗ (เจ็ด)} and {@code เจ็ด (๗)}. */
final class NumberWords {
    private final List<Token> tokens;
    private final List<Token> joined;
    private int at = 0;

    private NumberWords(List<Token> tokens) {
        this.tokens = tokens;
        this.joined = new ArrayList<>(tokens.size());
    }

    static List<Token> joined(List<Token> tokens) {
        NumberWords words = new NumberWords(tokens);
        while (words.at < tokens.size()) {
            words.step();
        }
        return words.joined;
    }

    private void step() {
        Token token = tokens.get(at++);
        if (token.is(Word.NUMERAL)) {
            token = numeral(token);
        }
        if (number(token) && repeats(token)) {
            Token first = joined.remove(joined.size() - 2);
            joined.remove(joined.size() - 1);
            Token close = tokens.get(at++);
            token = new Token(Word.NUMERAL, first.value(), first.from(), close.to(), first.gap());
        }
        joined.add(token);
    }

    private Token numeral(Token first) {
        int total = 0;
        int digit = 0;
        Token last = first;
        Token next = first;
        while (true) {
            if (next.value() >= 10) {
                total += Math.max(digit, 1) * next.value();
                digit = 0;
            } else {
                digit = next.value();
            }
            last = next;
            if (at == tokens.size()
                    || !tokens.get(at).is(Word.NUMERAL)
                    || (digit > 0 && tokens.get(at).value() < 10)) {
                return new Token(Word.NUMERAL, total + digit, first.from(), last.to(), first.gap());
            }
            next = tokens.get(at++);
        }
    }

    /** Whether the number stands in brackets after the same number. */
    private boolean repeats(Token number) {
        int size = joined.size();
        return size >= 2
                && joined.get(size - 1).mark('(')
                && number(joined.get(size - 2))
                && joined.get(size - 2).value() == number.value()
                && at < tokens.size()
                && tokens.get(at).mark(')');
    }

    private static boolean number(Token token) {
        return token.is(Word.NUMBER) || token.is(Word.NUMERAL);
    }
}
