package tidtam.spreadsheets.text;

import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.MeasureId;
import tidtam.facts.Publication;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Reads whether the plan requires that something is published: {@code เผยแพร่}, {@code ลงเว็บไซต์}; {@code ประชาสัมพันธ์} alone does not. */
public final class PublicationReader {
    private PublicationReader() {}

    /** The first requirement to publish, in the steps or else in the deadline column. */
    public static Optional<Publication> publication(
            MeasureId measure, Optional<CellText> steps, Optional<CellText> deadline) {
        return steps.flatMap(PublicationReader::clause)
                .or(() -> deadline.flatMap(PublicationReader::clause))
                .map(text -> new Publication(measure, text));
    }

    private static Optional<CellText> clause(CellText cell) {
        Tokens tokens = Tokens.of(cell);
        for (Clause clause : Clauses.of(tokens)) {
            for (int i = clause.from(); i < clause.to(); i++) {
                if (publishes(tokens, i)) {
                    return Optional.of(tokens.span(clause.from(), clause.to()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean publishes(Tokens tokens, int at) {
        if (tokens.is(at, Word.REPORT, Word.NOUN)) {
            String before = tokens.letters(at - 1, at);
            return tokens.letters(at, at + 1).endsWith("เผยแพร่")
                    && !before.endsWith("ไม่")
                    && !before.endsWith("ห้าม");
        }
        boolean website = tokens.is(at, Word.CHANNEL) && tokens.value(at) == Lexicon.channel(Channel.WEBSITE);
        return website && tokens.is(at - 1, Word.ON, Word.IN);
    }
}
