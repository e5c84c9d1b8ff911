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
        boolean paying = false;
        int at = clause.from();
        while (at < clause.to()) {
            Optional<Phrase> phrase = read(at).filter(p -> p.to() <= clause.to());
            if (phrase.isPresent()) {
                if (!rhythm(phrase.get()) || (!paying && !paid(phrase.get().to(), clause))) {
                    phrases.add(phrase.get());
                }
                at = phrase.get().to();
            } else {
                boolean acts = tokens.is(at, Word.REPORT, Word.ACT, Word.SUPERVISE);
                paying = tokens.is(at, Word.PAY) || (paying && !acts);
                at++;
            }
        }
        return phrases.isEmpty() ? bare(clause) : phrases;
    }

    /** Whether a phrase is of those that pay and opening hours have too, where the nearest word of acting is one of paying. */
    private static boolean rhythm(Phrase phrase) {
        return phrase instanceof Recurrence || phrase instanceof Always;
    }

    /** {@code รายเดือนในอัตรา}. */
    private boolean paid(int after, Clause clause) {
        int next = tokens.skip(after, Word.IN);
        return next < clause.to() && tokens.is(next, Word.PAY);
    }

    private Optional<Phrase> read(int at) {
        if (tokens.is(at, Word.ALWAYS)) {
            return Optional.of(new Always(at, at + 1));
        }
        Optional<Phrase> phrase = lengths.read(at).or(() -> dues.read(at));
        return phrase.isPresent() ? phrase : recurrences.read(at).map(p -> p);
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
