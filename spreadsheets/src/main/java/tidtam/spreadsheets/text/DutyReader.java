package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Actor;
import tidtam.facts.CellText;
import tidtam.facts.Duty;
import tidtam.facts.MeasureId;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Reads the duties a measure states. */
public final class DutyReader {
    private DutyReader() {}

    /**
     * All duties of a measure, in the order of the text, statements of one duty joined: the deadline column first, then what the
     * steps column states beyond doubt.
     *
     * @param fiscalYear Buddhist; places a date that names no year
     */
    public static List<Duty> duties(
            MeasureId measure, Optional<CellText> deadline, Optional<CellText> steps, OptionalInt fiscalYear) {
        List<Statement> statements = new ArrayList<>();
        deadline.ifPresent(cell -> read(cell, fiscalYear, false, statements));
        steps.ifPresent(cell -> read(cell, fiscalYear, true, statements));
        List<Statement> joined = Statement.joined(statements);
        List<Duty> duties = new ArrayList<>();
        for (Statement statement : joined) {
            duties.add(statement.duty(measure, duties.size()));
        }
        return List.copyOf(duties);
    }

    private static void read(CellText cell, OptionalInt fiscalYear, boolean strict, List<Statement> statements) {
        Tokens tokens = Tokens.of(cell);
        ClausePhrases phrases = new ClausePhrases(tokens);
        for (Clause clause : Clauses.of(tokens)) {
            CellText text = tokens.span(clause.from(), clause.to());
            List<Reading> readings = ClauseReadings.of(tokens, clause, phrases.of(clause), fiscalYear, strict);
            Actors actors = new Actors(tokens, clause);
            Conditions conditions = new Conditions(tokens, clause);
            for (int i = 0; i < readings.size(); i++) {
                Reading reading = readings.get(i);
                Actor actor = actors.before(reading.from());
                Optional<String> condition = conditions.of(reading, i + 1 == readings.size());
                statements.add(
                        new Statement(reading.kind(), reading.limits(), actor, condition, text, reading.guessed()));
            }
        }
    }
}
