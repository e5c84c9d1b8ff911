package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import tidtam.facts.Actor;
import tidtam.facts.CellText;
import tidtam.facts.Duty;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.MeasureId;

/** A duty as stated in one or several clauses. */
record Statement(
        Kind kind, Limits limits, Set<Actor> actors, Optional<String> condition, CellText statedIn, boolean guessed) {

    Statement(Kind kind, Limits limits, Actor actor, Optional<String> condition, CellText statedIn, boolean guessed) {
        this(kind, limits, EnumSet.of(actor), condition, statedIn, guessed);
    }

    /** Statements of the same kind that do not contradict each other are one, with all their actors. */
    static List<Statement> joined(List<Statement> statements) {
        List<Statement> joined = new ArrayList<>();
        for (Statement next : statements) {
            int same = 0;
            while (same < joined.size() && !joined.get(same).agrees(next)) {
                same++;
            }
            if (same == joined.size()) {
                joined.add(next);
            } else {
                joined.set(same, joined.get(same).with(next));
            }
        }
        return joined;
    }

    Duty duty(MeasureId measure, int ordinal) {
        return new Duty(
                measure, ordinal, kind, limits, Collections.unmodifiableSet(actors), condition, statedIn, guessed);
    }

    private boolean agrees(Statement other) {
        Limits own = limits;
        Limits others = other.limits;
        return kind == other.kind
                && agree(own.days(), others.days())
                && agree(own.day(), others.day())
                && (own.months().isEmpty()
                        || others.months().isEmpty()
                        || own.months().equals(others.months()))
                && (own.date().isEmpty()
                        || others.date().isEmpty()
                        || own.date().equals(others.date()))
                && (own.days().isEmpty() || others.days().isEmpty() || own.workingDays() == others.workingDays());
    }

    private static boolean agree(OptionalInt a, OptionalInt b) {
        return a.isEmpty() || b.isEmpty() || a.getAsInt() == b.getAsInt();
    }

    private Statement with(Statement other) {
        EnumSet<Actor> both = EnumSet.copyOf(actors);
        both.addAll(other.actors);
        Optional<String> both_ = condition.equals(other.condition) ? condition : Optional.empty();
        return new Statement(kind, joined(other.limits), both, both_, statedIn, guessed && other.guessed);
    }

    private Limits joined(Limits other) {
        SortedSet<Integer> months = limits.months().isEmpty() ? other.months() : limits.months();
        OptionalInt days = limits.days().isPresent() ? limits.days() : other.days();
        OptionalInt day = limits.day().isPresent() ? limits.day() : other.day();
        Optional<LocalDate> date = limits.date().or(other::date);
        return new Limits(days, months, day, date, limits.workingDays() || other.workingDays());
    }
}
