package tidtam.spreadsheets.text;

import tidtam.facts.Actor;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Finds out who acts in a duty: officers unless the executive does. */
final class Actors {
    private Actors() {}

    /** Who acts, by the last person named before a phrase who is its subject. */
    static Actor of(Tokens tokens, Clause clause, int phrase) {
        Actor actor = Actor.OFFICER;
        for (int i = clause.from(); i < phrase; i++) {
            if (tokens.is(i, Word.EXECUTIVE) && supervises(tokens, clause, i)) {
                actor = Actor.EXECUTIVE;
            } else if (tokens.is(i, Word.OFFICER) && acts(tokens, i)) {
                actor = Actor.OFFICER;
            }
        }
        return actor;
    }

    /** The executive acts where a clause begins with it or a word of supervising follows, and not where a report goes to it. */
    private static boolean supervises(Tokens tokens, Clause clause, int at) {
        if (at == clause.from()) {
            return true;
        }
        int before = tokens.is(at - 1, Word.LET) ? at - 2 : at - 1;
        boolean receives =
                tokens.is(at - 1, Word.REPORT, Word.TO, Word.NOUN) || tokens.is(before, Word.REPORT, Word.TO);
        return !receives && follows(tokens, at);
    }

    private static boolean follows(Tokens tokens, int at) {
        return tokens.is(at + 1, Word.SUPERVISE, Word.ACT) || tokens.is(at + 2, Word.SUPERVISE, Word.NOUN);
    }

    /** Whether an officer is the subject, not the one whose work is supervised. */
    private static boolean acts(Tokens tokens, int at) {
        return !tokens.is(at - 1, Word.OF, Word.TO, Word.SUPERVISE) || isAddressed(tokens, at - 1);
    }

    private static boolean isAddressed(Tokens tokens, int at) {
        return tokens.is(at, Word.SUPERVISE) && tokens.letters(at, at + 1).equals("กาชับ");
    }
}
