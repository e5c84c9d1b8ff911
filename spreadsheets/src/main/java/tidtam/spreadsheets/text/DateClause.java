package tidtam.spreadsheets.text;

/** Tells from the words around a date whether it is the day of a report or of the thing itself. */
final class DateClause {
    private static final int REACH = 40;

    private DateClause() {}

    /** Whether the verb a date belongs to is one of reporting, notifying or publishing. */
    static boolean reported(Tokens tokens, StatedDate date) {
        for (int i = date.from() - 1; i >= Math.max(0, date.from() - REACH); i--) {
            if (tokens.is(i, Word.REPORT)) {
                return true;
            }
            if (tokens.is(i, Word.ACT, Word.DONE, Word.SUPERVISE) || digits(tokens, i)) {
                return false;
            }
        }
        int verb = tokens.skip(date.to(), Word.HAVE);
        return tokens.is(verb, Word.REPORT);
    }

    private static boolean digits(Tokens tokens, int at) {
        return tokens.is(at, Word.NUMBER) && tokens.get(at).size() == 4;
    }
}
