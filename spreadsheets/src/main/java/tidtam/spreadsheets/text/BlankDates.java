package tidtam.spreadsheets.text;

/** Finds blanks left where a date was to be filled in: {@code วันที่ ..../..../....}, {@code เมื่อวันที่เดือน..... พ.ศ.}. */
final class BlankDates {
    private BlankDates() {}

    static boolean any(Tokens tokens) {
        return any(tokens, 0, tokens.size());
    }

    /** Whether one begins among the tokens {@code from..to}. */
    static boolean any(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (begins(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a date with a blank in it begins at a token. */
    static boolean begins(Tokens tokens, int at) {
        if (tokens.is(at, Word.BLANK)) {
            if (tokens.size() == 1) {
                return true;
            }
            int next = tokens.skip(at + 1, Unit.MONTH);
            boolean slashes = tokens.mark(at + 1, '/') && tokens.is(at + 2, Word.BLANK, Word.NUMBER);
            return slashes || tokens.is(next, Word.MONTH, Word.BUDDHIST_ERA);
        }
        if (tokens.is(at, Word.DATE)) {
            boolean nothingFollows =
                    tokens.is(at - 1, Word.WHEN) && (at + 1 == tokens.size() || tokens.mark(at + 1, ')'));
            return nothingFollows
                    || tokens.is(at + 1, Word.BLANK, Word.BUDDHIST_ERA)
                    || tokens.unit(at + 1, Unit.MONTH)
                    || tokens.mark(at + 1, '/');
        }
        boolean dateWord = tokens.unit(at, Unit.MONTH) || tokens.is(at, Word.MONTH, Word.BUDDHIST_ERA);
        return dateWord && tokens.is(at + 1, Word.BLANK) && (tokens.is(at, Word.BUDDHIST_ERA) || dated(tokens, at - 1));
    }

    private static boolean dated(Tokens tokens, int at) {
        return tokens.is(at, Word.DATE, Word.NUMBER, Word.BLANK) || tokens.is(at, Word.IN, Word.WHEN);
    }
}
