package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.MeasureId;
import tidtam.facts.Precision;
import tidtam.spreadsheets.text.Clauses.Clause;

/** Reads the dates a cell states. */
public final class DateReader {
    private DateReader() {}

    /**
     * What a cell states of dates.
     *
     * @param dates the dates and ranges, in the order of the text
     * @param impossible dates that cannot be, and dates of which the month cannot be read
     * @param blank whether a blank stands where a date was to be filled in
     */
    public record Dates(List<DateSpan> dates, List<ImpossibleDate> impossible, boolean blank) {}

    /** All dates in a cell that say when something was or is; not the years of a plan's name, nor the quarter a report covers. */
    public static Dates read(CellText cell, MeasureId measure) {
        Tokens tokens = Tokens.of(cell);
        List<DateSpan> dates = new ArrayList<>();
        List<ImpossibleDate> impossible = new ArrayList<>();
        for (FoundDate found : found(tokens)) {
            found.span().ifPresent(dates::add);
            found.impossible(measure).ifPresent(impossible::add);
        }
        return new Dates(List.copyOf(dates), List.copyOf(impossible), BlankDates.any(tokens));
    }

    /** The dates and ranges of a cell that holds nothing else; empty where it does, and where one cannot be. */
    public static List<DateSpan> only(CellText cell) {
        Dates read = only(cell, new MeasureId(0));
        return read.impossible().isEmpty() ? read.dates() : List.of();
    }

    /** The dates of a cell that holds nothing else, those that cannot be among them; none where it does. */
    public static Dates only(CellText cell, MeasureId measure) {
        Tokens tokens = Tokens.of(cell);
        List<DateSpan> dates = new ArrayList<>();
        List<ImpossibleDate> impossible = new ArrayList<>();
        int at = 0;
        boolean only = true;
        for (FoundDate found : found(tokens)) {
            found.span().ifPresent(dates::add);
            found.impossible(measure).ifPresent(impossible::add);
            only &= (found.span().isPresent() || found.cannotBe())
                    && nothing(tokens, at, found.stated().from());
            at = found.stated().to();
        }
        return only && nothing(tokens, at, tokens.size())
                ? new Dates(List.copyOf(dates), List.copyOf(impossible), false)
                : new Dates(List.of(), List.of(), false);
    }

    /** Whether only what stands before or between dates is there. */
    private static boolean nothing(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean between = tokens.mark(i, ',')
                    || tokens.mark(i, ';')
                    || tokens.mark(i, '-')
                    || tokens.is(i, Word.AND, Word.DATE, Word.WHEN)
                    || tokens.unit(i, Unit.MONTH);
            if (!between) {
                return false;
            }
        }
        return true;
    }

    /** A month's full name, as it is read back; 1 for January. */
    public static String monthName(int month) {
        return MonthSpelling.name(month);
    }

    /** The one day that a person typed, such as {@code 2566-04-30} or {@code ๓๐ เมษายน ๒๕๖๖}; empty where it is anything else. */
    public static Optional<LocalDate> day(String typed) {
        Tokens tokens = Tokens.of(CellText.of(new CellRef("", 0, 0), typed));
        List<FoundDate> found = found(tokens);
        if (found.size() != 1) {
            return Optional.empty();
        }
        StatedDate stated = found.get(0).stated();
        int from = tokens.skip(0, Word.DATE);
        boolean whole = stated.from() == from && stated.to() == tokens.size();
        return found.get(0)
                .span()
                .filter(span -> whole
                        && span.precision() == Precision.DAY
                        && span.from().equals(span.to())
                        && !span.guessed())
                .map(DateSpan::from);
    }

    /** The dates of a text with their meaning, in order. */
    static List<FoundDate> found(Tokens tokens) {
        List<StatedDate> stated = DateGrammar.dates(tokens);
        List<FoundDate> found = new ArrayList<>();
        Neighbours neighbours = Neighbours.of(tokens, stated);
        List<Clause> clauses = Clauses.of(tokens);
        DateClause words = new DateClause(tokens);
        int clause = 0;
        for (int i = 0; i < stated.size(); i++) {
            StatedDate date = stated.get(i);
            while (clause + 1 < clauses.size() && clauses.get(clause + 1).from() <= date.from()) {
                clause++;
            }
            if (says(tokens, date, stated.size())) {
                Optional<StatedDate> next = i + 1 < stated.size() ? Optional.of(stated.get(i + 1)) : Optional.empty();
                boolean ofReport = words.reported(clauses.get(clause).from(), date, next);
                found.add(FoundDate.of(tokens, date, neighbours.at(i), ofReport));
            }
        }
        return found;
    }

    /** Whether a date written says when something is, rather than what a report or a plan is about. */
    private static boolean says(Tokens tokens, StatedDate date, int count) {
        int before = date.from() - 1;
        boolean monthWord = tokens.unit(before, Unit.MONTH);
        before = monthWord ? before - 1 : before;
        boolean unreadable =
                date.last().year() == Years.IMPOSSIBLE || date.first().year() == Years.IMPOSSIBLE;
        if (unreadable || date.precision() == Precision.DAY) {
            return true;
        }
        if (tokens.is(before, Word.REGULAR, Word.INSTALMENT) || tokens.is(before, Word.ROUND, Word.BLANK)) {
            return false;
        }
        if (date.precision() != Precision.YEAR) {
            return true;
        }
        boolean alone = count == 1 && date.from() == 0 && date.to() == tokens.size();
        return alone || tokens.is(before, Word.IN, Word.WITHIN, Word.WHEN);
    }
}
