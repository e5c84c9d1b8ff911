package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into its numbered or bulleted items. */
final class Clauses {
    private final Tokens tokens;
    private final List<Clause> clauses = new ArrayList<>();
    private int lastNumber = 0;

    private Clauses(Tokens tokens) {
        this.tokens = tokens;
    }

    /** An item: tokens {@code from..to}, its number or bullet left out. */
    record Clause(int from, int to) {}

    static List<Clause> of(Tokens tokens) {
        Clauses clauses = new Clauses(tokens);
        int from = 0;
        int at = 0;
        while (at < tokens.size()) {
            int after = clauses.marker(at);
            if (after > at) {
                clauses.add(from, at);
                from = after;
                at = after;
            } else {
                at++;
            }
        }
        clauses.add(from, tokens.size());
        return clauses.clauses;
    }

    private void add(int from, int to) {
        if (to > from) {
            clauses.add(new Clause(from, to));
        }
    }

    /** The place after an item's number or bullet that stands at a token; {@code at} where none does. */
    private int marker(int at) {
        if (tokens.mark(at, '|') || tokens.mark(at, ';') || tokens.mark(at, '•')) {
            return at + 1;
        }
        if (tokens.mark(at, '-')) {
            return bullet(at) ? at + 1 : at;
        }
        if (tokens.is(at, Word.DECIMAL)
                && lineStart(at)
                && !tokens.unit(at + 1)
                && tokens.get(at + 1).gap() > 0) {
            return at + 1;
        }
        boolean bracket = tokens.mark(at, '(') && tokens.is(at + 1, Word.NUMBER) && tokens.mark(at + 2, ')');
        int number = bracket ? at + 1 : at;
        boolean marked = tokens.is(number, Word.NUMBER)
                && tokens.get(number).size() <= 2
                && (tokens.mark(number + 1, '.') || tokens.mark(number + 1, ')'));
        boolean inOrder = tokens.value(number) == lastNumber + 1;
        if (!marked || wantsNumber(at - 1, inOrder)) {
            return at;
        }
        int next = number + 2;
        boolean apart = lineStart(at) || tokens.get(at).gap() > 0;
        if ((!apart && !inOrder) || tokens.is(next, Word.MONTH, Word.NUMBER) || tokens.unit(next)) {
            return at;
        }
        lastNumber = tokens.value(number);
        return next;
    }

    private boolean lineStart(int at) {
        return at == 0 || tokens.get(at).gap() == NormalText.LINE;
    }

    private boolean bullet(int at) {
        if (at + 1 == tokens.size() || tokens.mark(at + 1, '-')) {
            return false;
        }
        boolean wordFollows = !tokens.is(at + 1, Word.NUMBER, Word.MONTH, Word.WEEKDAY) && !tokens.unit(at + 1);
        if (lineStart(at)) {
            return true;
        }
        boolean apart = tokens.get(at).gap() > 0 && tokens.get(at + 1).gap() == NormalText.NONE;
        return apart && wordFollows && !tokens.is(at - 1, Word.NUMBER, Word.MONTH, Word.WEEKDAY);
    }

    /** Whether a number after this word belongs to it. {@code ทุกไตรมาส ๒.} begins item 2, {@code ไตรมาส ๒.} is the second quarter. */
    private boolean wantsNumber(int at, boolean inOrder) {
        if (tokens.unit(at, Unit.QUARTER) || tokens.unit(at, Unit.FISCAL_YEAR)) {
            return !inOrder || !tokens.is(at - 1, Word.EVERY, Word.BY, Word.EACH);
        }
        return tokens.is(at, Word.WITHIN, Word.AT_MOST, Word.AT_LEAST)
                || tokens.is(at, Word.DATE, Word.AT, Word.EVERY)
                || tokens.is(at, Word.MONTH, Word.ROUND, Word.BUDDHIST_ERA);
    }
}
