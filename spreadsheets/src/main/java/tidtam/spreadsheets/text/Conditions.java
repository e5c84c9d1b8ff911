package tidtam.spreadsheets.text;

import java.util.Optional;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Finds the words that make the duties of a clause conditional, asked in the order of the text. */
final class Conditions {
    private static final int NOT_FOUND = -1;

    private final Tokens tokens;
    private final Clause clause;
    private int at;
    private int last = NOT_FOUND;

    Conditions(Tokens tokens, Clause clause) {
        this.tokens = tokens;
        this.clause = clause;
        this.at = clause.from();
    }

    /**
     * The condition that stands in a reading's words, else before them, else behind them.
     *
     * @param closing whether no other reading follows in the clause, to which a condition behind this one would belong
     */
    Optional<String> of(Reading reading, boolean closing) {
        if (reading.when() >= 0) {
            return Optional.of(quote(reading.when(), clause.to()));
        }
        for (; at < reading.from(); at++) {
            last = conditional(at) ? at : last;
        }
        if (last != NOT_FOUND) {
            return Optional.of(quote(last, reading.from()));
        }
        for (int i = reading.to(); closing && i < clause.to(); i++) {
            if (conditional(i)) {
                return Optional.of(quote(i, clause.to()));
            }
        }
        return Optional.empty();
    }

    private boolean conditional(int token) {
        return tokens.is(token, Word.CASE, Word.IF);
    }

    /** A condition ends before a space, before "let", or where it has to. */
    private String quote(int from, int limit) {
        int end = from + 1;
        while (end < limit
                && (end == from + 1 || tokens.get(end).gap() == NormalText.NONE)
                && !tokens.is(end, Word.LET)) {
            end++;
        }
        return tokens.span(from, end).quote().strip();
    }
}
