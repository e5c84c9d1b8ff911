package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.Claim;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Kind;
import tidtam.facts.MeasureId;
import tidtam.facts.Precision;
import tidtam.facts.Status;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Reads what the action column states was done. */
public final class CompletionReader {
    private static final Set<Kind> ENDING = EnumSet.of(Kind.WITHIN_DAYS, Kind.BY_FIXED_DATE, Kind.FISCAL_YEAR_END);

    private final MeasureId measure;
    private final Tokens tokens;
    private final List<DateSpan> dates = new ArrayList<>();
    private final List<DateSpan> plannedDates = new ArrayList<>();
    private final List<ImpossibleDate> impossible = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Set<ClauseState> states = EnumSet.noneOf(ClauseState.class);
    private boolean impossibleDone = false;
    private boolean blank = false;

    private CompletionReader(MeasureId measure, CellText action) {
        this.measure = measure;
        this.tokens = Tokens.of(action);
    }

    /** What an action cell states; a blank cell is {@link Status#EMPTY}. */
    public static Completion completion(MeasureId measure, CellText action) {
        CompletionReader reader = new CompletionReader(measure, action);
        reader.read();
        Status status = reader.status();
        boolean guessed = status == Status.DONE_UNDATED && !reader.states.contains(ClauseState.DONE);
        SortedSet<Channel> channels =
                status == Status.NOT_DONE ? new TreeSet<>() : ChannelReader.channels(reader.tokens);
        return new Completion(
                measure,
                status,
                action,
                List.copyOf(status == Status.PLANNED ? reader.plannedDates : reader.dates),
                List.copyOf(reader.impossible),
                List.copyOf(reader.claims),
                channels,
                status == Status.NOT_APPLICABLE && reader.states.contains(ClauseState.NOTHING_TO_REPORT),
                guessed);
    }

    private void read() {
        List<FoundDate> found = DateReader.found(tokens);
        ClausePhrases phrases = new ClausePhrases(tokens);
        for (Clause clause : Clauses.of(tokens)) {
            ClauseState state = ClauseState.of(tokens, clause);
            states.add(state);
            addDates(clause, state, inside(found, clause));
            if (state.done()) {
                blank |= BlankDates.any(tokens, clause.from(), clause.to());
                addClaims(clause, phrases);
            }
        }
    }

    private static List<FoundDate> inside(List<FoundDate> found, Clause clause) {
        return found.stream()
                .filter(d -> d.stated().from() >= clause.from() && d.stated().to() <= clause.to())
                .toList();
    }

    private void addDates(Clause clause, ClauseState state, List<FoundDate> found) {
        int turn = ClauseState.turn(tokens, clause);
        Precision finest = finest(found);
        for (FoundDate date : found) {
            date.impossible(measure).ifPresent(impossible::add);
            boolean before = date.stated().from() < turn;
            boolean done = before
                    && (state.done()
                            || ClauseState.saysDone(
                                    tokens, clause.from(), date.stated().to()));
            impossibleDone |= done && date.cannotBe() && !date.unreadable();
            Optional<DateSpan> span = date.span().filter(s -> !covered(date, finest));
            if (done) {
                span.ifPresent(dates::add);
            } else if (state == ClauseState.PLANNED && !past(date)) {
                span.ifPresent(plannedDates::add);
            }
        }
    }

    private boolean past(FoundDate date) {
        int before = tokens.is(date.stated().from() - 1, Word.DATE)
                ? date.stated().from() - 2
                : date.stated().from() - 1;
        return tokens.is(before, Word.WHEN);
    }

    /** Whether a month or quarter beside a finer date is only what was reported on. */
    private boolean covered(FoundDate date, Precision finest) {
        int before = date.stated().from() - 1;
        before = tokens.unit(before, Unit.MONTH) ? before - 1 : before;
        return date.stated().precision().compareTo(finest) > 0 && !tokens.is(before, Word.IN, Word.WHEN);
    }

    private static Precision finest(List<FoundDate> found) {
        Precision finest = Precision.YEAR;
        for (FoundDate date : found) {
            boolean finer = date.span().isPresent() && date.stated().precision().compareTo(finest) < 0;
            finest = finer ? date.stated().precision() : finest;
        }
        return finest;
    }

    private void addClaims(Clause clause, ClausePhrases phrases) {
        for (Reading reading : ClauseReadings.of(tokens, clause, phrases.of(clause), OptionalInt.empty(), true)) {
            if (!ENDING.contains(reading.kind())) {
                claims.add(new Claim(
                        measure, reading.kind(), reading.limits(), tokens.span(reading.from(), reading.to())));
            }
        }
    }

    private Status status() {
        if (tokens.size() == 0) {
            return Status.EMPTY;
        }
        if (!dates.isEmpty() || impossibleDone) {
            return Status.DONE_DATED;
        }
        if (blank) {
            return Status.BLANK_PLACEHOLDER;
        }
        if (states.contains(ClauseState.IN_PROGRESS)) {
            return Status.IN_PROGRESS;
        }
        boolean done = states.contains(ClauseState.DONE);
        if (states.contains(ClauseState.NOT_DONE)) {
            return done ? Status.IN_PROGRESS : Status.NOT_DONE;
        }
        if (states.contains(ClauseState.PLANNED) && !done) {
            return Status.PLANNED;
        }
        if (!claims.isEmpty()) {
            return Status.RECURRING_CLAIM;
        }
        boolean nothing = states.contains(ClauseState.NOTHING) || states.contains(ClauseState.NOTHING_TO_REPORT);
        return nothing && !done ? Status.NOT_APPLICABLE : Status.DONE_UNDATED;
    }
}
