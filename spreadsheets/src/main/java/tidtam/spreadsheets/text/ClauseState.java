package tidtam.spreadsheets.text;

import tidtam.spreadsheets.text.Clauses.Clause;

/** Whether a clause of the action column says that something was done. */
enum ClauseState {
    /** A word says so. */
    DONE,
    /** Something is stated, without a word for its being done. */
    STATED,
    IN_PROGRESS,
    NOT_DONE,
    PLANNED,
    /** A dash, "none". */
    NOTHING,
    /** There was nothing to report, and it says what there was not. */
    NOTHING_TO_REPORT,
    /** Only marks, such as the rest of an item's number. */
    SILENT;

    private static final String CHECKS = "✓✔☑√🗸";
    private static final int WHOLE = 100;

    /** Whether what the clause states counts as done, said or implied. */
    boolean done() {
        return this == DONE || this == STATED;
    }

    static ClauseState of(Tokens tokens, Clause clause) {
        int turn = turn(tokens, clause);
        if (turn < clause.to()) {
            return turned(tokens, clause, turn);
        }
        int none = first(tokens, clause, Word.NONE);
        boolean acts = saysDone(tokens, clause.from(), clause.to());
        if (none < clause.to() && !acts && !does(tokens, clause.from(), none)) {
            return tokens.is(none + 1, Word.NOUN, Word.ACT, Word.REPORT) ? NOT_DONE : nothing(tokens, clause);
        }
        if (!acts && first(tokens, clause, Word.NOT_RELEVANT) < clause.to()) {
            return NOTHING;
        }
        if (first(tokens, clause, Word.PLANNED) < clause.to() && !acts) {
            return PLANNED;
        }
        if (acts || does(tokens, clause.from(), clause.to())) {
            return DONE;
        }
        return marksOnly(tokens, clause);
    }

    /** The place of the first word from which on a clause no longer speaks of what was done; the clause's end where there is none. */
    static int turn(Tokens tokens, Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, Word.NOT_DONE, Word.NOT_DUE, Word.NOT_FINISHED)
                    || tokens.is(i, Word.IN_PROGRESS, Word.FUTURE)
                    || negated(tokens, i)
                    || partial(tokens, i)) {
                return i;
            }
        }
        return clause.to();
    }

    private static ClauseState turned(Tokens tokens, Clause clause, int turn) {
        boolean doneBefore = saysDone(tokens, clause.from(), turn);
        if (tokens.is(turn, Word.NOT_DUE)) {
            return PLANNED;
        }
        if (tokens.is(turn, Word.FUTURE)) {
            return doneBefore ? DONE : PLANNED;
        }
        if (tokens.is(turn, Word.NOT_FINISHED)) {
            return doneBefore ? IN_PROGRESS : NOT_DONE;
        }
        boolean progress = tokens.is(turn, Word.IN_PROGRESS) || partial(tokens, turn);
        return progress || doneBefore ? IN_PROGRESS : NOT_DONE;
    }

    private static boolean negated(Tokens tokens, int at) {
        int verb = tokens.skip(at + 1, Word.HAVE);
        return tokens.is(at, Word.NEGATION) && tokens.is(verb, Word.ACT, Word.REPORT, Word.NOUN);
    }

    /** {@code ดำเนินการแล้วร้อยละ ๖๐}, {@code 60% ของแผน}. */
    private static boolean partial(Tokens tokens, int at) {
        boolean after = tokens.is(at, Word.PERCENT) && tokens.is(at + 1, Word.NUMBER, Word.DECIMAL);
        boolean before = tokens.is(at, Word.NUMBER, Word.DECIMAL)
                && (tokens.mark(at + 1, '%') || tokens.is(at + 1, Word.PERCENT));
        int number = after ? at + 1 : at;
        if ((!after && !before) || (tokens.is(number, Word.NUMBER) && tokens.value(number) >= WHOLE)) {
            return false;
        }
        int next = at + 2;
        boolean ofPlan =
                tokens.is(next, Word.OF) && tokens.letters(next + 1, next + 2).startsWith("แผน");
        return ofPlan || ofWork(tokens, at - 1) || (tokens.is(at - 1, Word.OTHER) && ofWork(tokens, at - 2));
    }

    private static boolean ofWork(Tokens tokens, int at) {
        return tokens.is(at, Word.ALREADY, Word.DONE, Word.ACT) || tokens.is(at, Word.NOUN);
    }

    /** Whether a word says that something is done. */
    static boolean saysDone(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Word.ALREADY, Word.DONE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean does(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Word.ACT, Word.REPORT, Word.HAVE)) {
                return true;
            }
        }
        return false;
    }

    private static int first(Tokens tokens, Clause clause, Word word) {
        int at = clause.from();
        while (at < clause.to() && !tokens.is(at, word)) {
            at++;
        }
        return at;
    }

    private static ClauseState nothing(Tokens tokens, Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (!tokens.is(i, Word.NONE, Word.MARK)) {
                return NOTHING_TO_REPORT;
            }
        }
        return NOTHING;
    }

    private static ClauseState marksOnly(Tokens tokens, Clause clause) {
        boolean dash = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            if (!tokens.is(i, Word.MARK)) {
                return STATED;
            }
            if (CHECKS.indexOf(tokens.value(i)) >= 0) {
                return DONE;
            }
            dash |= tokens.mark(i, '-');
        }
        return dash ? NOTHING : SILENT;
    }
}
