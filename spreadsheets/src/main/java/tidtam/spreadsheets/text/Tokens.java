package tidtam.spreadsheets.text;

import java.util.List;
import tidtam.facts.CellText;

/** A text's tokens, safe to look at beyond both ends. */
final class Tokens {
    private static final Token OUTSIDE = new Token(Word.MARK, 0, 0, 0, NormalText.LINE);

    private final NormalText text;
    private final String letters;
    private final List<Token> tokens;

    private Tokens(NormalText text) {
        this.text = text;
        this.letters = text.letters();
        this.tokens = Lexer.tokens(text);
    }

    static Tokens of(CellText cell) {
        return new Tokens(NormalText.of(cell));
    }

    NormalText text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    /** The token at a place; outside the text, one that is no word. */
    Token get(int at) {
        return at < 0 || at >= tokens.size() ? OUTSIDE : tokens.get(at);
    }

    boolean is(int at, Word word) {
        return get(at).is(word);
    }

    boolean is(int at, Word word, Word other) {
        return is(at, word) || is(at, other);
    }

    boolean is(int at, Word word, Word other, Word third) {
        return is(at, word) || is(at, other) || is(at, third);
    }

    boolean mark(int at, char c) {
        return get(at).mark(c);
    }

    boolean unit(int at, Unit unit) {
        return get(at).unit(unit);
    }

    boolean unit(int at) {
        return is(at, Word.UNIT);
    }

    /** Whether a whole number stands there, in digits or words. */
    boolean number(int at) {
        return is(at, Word.NUMBER, Word.NUMERAL);
    }

    int value(int at) {
        return get(at).value();
    }

    /** The letters of the tokens {@code from..to}. */
    String letters(int from, int to) {
        return from >= to ? "" : letters.substring(get(from).from(), get(to - 1).to());
    }

    /** The raw span of the tokens {@code from..to}. */
    CellText span(int from, int to) {
        return from >= to
                ? text.span(0, 0)
                : text.span(get(from).from(), get(to - 1).to());
    }

    /** {@code at}, or the place after it where {@code word} stands there. */
    int skip(int at, Word word) {
        return is(at, word) ? at + 1 : at;
    }

    int skip(int at, Word word, Word other) {
        return is(at, word, other) ? at + 1 : at;
    }

    int skip(int at, Unit unit) {
        return unit(at, unit) ? at + 1 : at;
    }

    int skipMark(int at, char c) {
        return mark(at, c) ? at + 1 : at;
    }
}
