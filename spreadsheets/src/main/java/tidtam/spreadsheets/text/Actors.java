package tidtam.spreadsheets.text;

import tidtam.facts.Actor;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Finds out who acts in the duties of a clause, asked in the order of the text: officers unless the executive does. */
final class Actors {
    private final Tokens tokens;
    private final Clause clause;
    private Actor actor = Actor.OFFICER;
    private int at;

    Actors(Tokens tokens, Clause clause) {
        this.tokens = tokens;
        this.clause = clause;
        this.at = clause.from();
    }

    /** Who acts, by the last person named before a phrase who is its subject. */
    Actor before(int phrase) {
        for (; at < phrase; at++) {
            if (tokens.is(at, Word.EXECUTIVE) && supervises()) {
                actor = Actor.EXECUTIVE;
            } else if (tokens.is(at, Word.OFFICER) && acts()) {
                actor = Actor.OFFICER;
            }
        }
        return actor;
    }

    /** The executive acts where a clause begins with it or a word of supervising follows, and not where a report goes to it. */
    private boolean supervises() {
        if (at == clause.from()) {
            return true;
        }
        int before = tokens.is(at - 1, Word.LET) ? at - 2 : at - 1;
        boolean receives =
                tokens.is(at - 1, Word.REPORT, Word.TO, Word.NOUN) || tokens.is(before, Word.REPORT, Word.TO);
        return !receives
                && (tokens.is(at + 1, Word.SUPERVISE, Word.ACT) || tokens.is(at + 2, Word.SUPERVISE, Word.NOUN));
    }

    /** Whether an officer is the subject, not the one whose work is supervised. */
    private boolean acts() {
        boolean addressed = tokens.letters(at - 1, at).equals("กาชับ");
        return addressed || !tokens.is(at - 1, Word.OF, Word.TO, Word.SUPERVISE);
    }
}
