package tidtam.spreadsheets.text;

import java.util.Optional;

/** Tells from the words before a date whether it is the day of a report or of the thing itself; asked in the order of the text. */
final class DateClause {
    private final Tokens tokens;
    private int clause = -1;
    private int at = 0;
    private Word verb = Word.OTHER;

    DateClause(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether the verb a date belongs to, the nearest before it in its clause, is one of reporting, notifying or publishing.
     *
     * A verb after the date counts too, unless it leads to the next date.
     *
     * @param from the clause's first token
     */
    boolean reported(int from, StatedDate date, Optional<StatedDate> next) {
        if (from != clause) {
            clause = from;
            at = from;
            verb = Word.OTHER;
        }
        for (; at < date.from(); at++) {
            if (tokens.is(at, Word.ACT, Word.DONE, Word.SUPERVISE) || tokens.is(at, Word.REPORT)) {
                verb = tokens.get(at).word();
            }
        }
        return verb == Word.REPORT
                || (verb == Word.OTHER
                        && reportFollows(date)
                        && next.map(this::reportFollows).orElse(true));
    }

    private boolean reportFollows(StatedDate date) {
        return tokens.is(tokens.skip(date.to(), Word.HAVE), Word.REPORT);
    }
}
