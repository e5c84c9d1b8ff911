package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.spreadsheets.text.Clauses.Clause;
import tidtam.spreadsheets.text.Phrase.Always;
import tidtam.spreadsheets.text.Phrase.Length;
import tidtam.spreadsheets.text.Phrase.Recurrence;
import tidtam.spreadsheets.text.Phrase.Weight;

/** Finds the phrases of a clause, in order and without overlap, and leaves out what only sounds like a deadline. */
final class ClausePhrases {
    private final Tokens tokens;
    private final RecurrencePhrases recurrences;
    private final DuePhrases dues;
    private final LengthPhrases lengths;

    ClausePhrases(Tokens tokens) {
        this.tokens = tokens;
        this.recurrences = new RecurrencePhrases(tokens);
        this.dues = new DuePhrases(tokens);
        this.lengths = new LengthPhrases(tokens, dues);
    }

    List<Phrase> of(Clause clause) {
        List<Phrase> phrases = new ArrayList<>();
        int at = clause.from();
        while (at < clause.to()) {
            Optional<Phrase> phrase = read(at).filter(p -> p.to() <= clause.to());
            if (phrase.isPresent()) {
                if (!paid(phrase.get(), clause)) {
                    phrases.add(phrase.get());
                }
                at = phrase.get().to();
            } else {
                at++;
            }
        }
        return phrases.isEmpty() ? bare(clause) : phrases;
    }

    private Optional<Phrase> read(int at) {
        if (tokens.is(at, Word.ALWAYS)) {
            return Optional.of(new Always(at, at + 1));
        }
        Optional<Phrase> phrase = lengths.read(at).or(() -> dues.read(at));
        return phrase.isPresent() ? phrase : recurrences.read(at).map(p -> p);
    }

    /** Whether a rhythm is one of pay or of opening hours: the nearest word of acting before it is one of paying. */
    private boolean paid(Phrase phrase, Clause clause) {
        if (!(phrase instanceof Recurrence || phrase instanceof Always)) {
            return false;
        }
        int after = tokens.skip(phrase.to(), Word.IN);
        if (after < clause.to() && tokens.is(after, Word.PAY)) {
            return true;
        }
        for (int i = phrase.from() - 1; i >= clause.from(); i--) {
            if (tokens.is(i, Word.PAY)) {
                return true;
            }
            if (tokens.is(i, Word.REPORT, Word.ACT, Word.SUPERVISE)) {
                return false;
            }
        }
        return false;
    }

    /** A length of time that is all a clause says: {@code ๑๕ วัน}, {@code ๖ เดือน}. */
    private List<Phrase> bare(Clause clause) {
        int at = clause.from();
        if (!tokens.number(at) || !tokens.unit(at + 1) || at + 2 != clause.to()) {
            return List.of();
        }
        int count = tokens.value(at);
        Unit unit = Unit.of(tokens.value(at + 1));
        if (unit == Unit.DAY || unit == Unit.WORKDAY) {
            return List.of(new Length(at, at + 2, count, unit == Unit.WORKDAY, true, true));
        }
        Cadence cadence = Cadence.every(count, unit);
        Cadence guess = new Cadence(cadence.kind(), cadence.days(), cadence.workingDays(), true);
        return List.of(new Recurrence(at, at + 2, guess, Weight.EVERY, -1));
    }
}
