package tidtam.spreadsheets.text;

import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Finds the words that make a duty conditional. */
final class Conditions {
    private Conditions() {}

    /**
     * The condition that stands before a phrase, or else behind it.
     *
     * @param next the place of the clause's next phrase, to which a condition before it belongs; the clause's end without
     */
    static Optional<String> of(Tokens tokens, Clause clause, Reading reading, int next) {
        if (reading.when() >= 0) {
            return Optional.of(quote(tokens, reading.when(), end(tokens, reading.when() + 1, clause.to())));
        }
        for (int i = reading.from() - 1; i >= clause.from(); i--) {
            if (tokens.is(i, Word.CASE, Word.IF)) {
                return Optional.of(quote(tokens, i, end(tokens, i + 1, reading.from())));
            }
        }
        for (int i = reading.to(); i < clause.to() && next == clause.to(); i++) {
            if (tokens.is(i, Word.CASE, Word.IF)) {
                return Optional.of(quote(tokens, i, end(tokens, i + 1, clause.to())));
            }
        }
        return Optional.empty();
    }

    /** A condition ends before a space, before "let", or where it has to. */
    private static int end(Tokens tokens, int at, int limit) {
        int end = at;
        while (end < limit && (end == at || tokens.get(end).gap() == NormalText.NONE) && !tokens.is(end, Word.LET)) {
            end++;
        }
        return end;
    }

    private static String quote(Tokens tokens, int from, int to) {
        CellText text = tokens.span(from, to);
        return text.quote().strip();
    }
}
