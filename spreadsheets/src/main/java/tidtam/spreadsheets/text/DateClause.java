package tidtam.spreadsheets.text;

/** Tells from the words around a date whether it is the day of a report or of the thing itself. */
final class DateClause {
    private DateClause() {}

    /** Whether the verb a date belongs to, the nearest before it in its clause, is one of reporting, notifying or publishing. */
    static boolean reported(Tokens tokens, int clause, StatedDate date) {
        for (int i = date.from() - 1; i >= clause; i--) {
            if (tokens.is(i, Word.REPORT)) {
                return true;
            }
            if (tokens.is(i, Word.ACT, Word.DONE, Word.SUPERVISE)) {
                return false;
            }
        }
        return tokens.is(tokens.skip(date.to(), Word.HAVE), Word.REPORT);
    }
}
