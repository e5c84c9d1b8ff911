package tidtam.spreadsheets;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Contradiction;
import tidtam.facts.DateSpan;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Status;
import tidtam.spreadsheets.text.DateReader;

/** The completion that the working form's date column states, beside what the action says. */
final class DateDone {
    private final List<CellProblem> problems;
    private final List<Contradiction> contradictions;

    /** Adds what cannot be understood to the problems, and what the action says otherwise to the contradictions. */
    DateDone(List<CellProblem> problems, List<Contradiction> contradictions) {
        this.problems = problems;
        this.contradictions = contradictions;
    }

    /** Done on the dates of the column; what the action says where the column is blank, says the same, or is not understood. */
    Optional<Completion> completion(PlannedMeasure official) {
        Optional<CellText> entered = Segments.entered(official, Column.DATE_DONE);
        if (entered.isEmpty()) {
            return official.completion();
        }
        CellText cell = entered.get();
        MeasureId id = official.measure().id();
        DateReader.Dates read = DateReader.only(cell, id);
        if (read.dates().isEmpty() && read.impossible().isEmpty()) {
            problems.add(FormTable.problem(Code.NOT_A_DATE, cell));
            return official.completion();
        }
        return Optional.of(official.completion()
                .filter(action -> !action.statedIn().blank())
                .map(action -> beside(action, cell, read))
                .orElseGet(() -> new Completion(
                        id,
                        Status.DONE_DATED,
                        cell,
                        read.dates(),
                        read.impossible(),
                        List.of(),
                        new TreeSet<>(),
                        false,
                        false)));
    }

    /** Where the column has no date that can be, those of the action count beside what cannot. */
    private Completion beside(Completion action, CellText cell, DateReader.Dates read) {
        List<DateSpan> kept = read.dates().isEmpty()
                ? action.dates()
                : read.dates().stream()
                        .flatMap(date -> known(action, date))
                        .distinct()
                        .toList();
        boolean same = kept.containsAll(action.dates()) && action.dates().containsAll(kept);
        if (same
                && read.impossible().isEmpty()
                && action.status() == Status.DONE_DATED
                && action.impossibleDates().isEmpty()) {
            return action;
        }
        contradicted(action, kept)
                .filter(text -> !read.dates().isEmpty())
                .ifPresent(
                        text -> contradictions.add(new Contradiction(action.measure(), Column.DATE_DONE, cell, text)));
        return new Completion(
                action.measure(),
                Status.DONE_DATED,
                action.statedIn(),
                kept,
                read.impossible(),
                action.claims(),
                action.channels(),
                false,
                false);
    }

    /** The action's own dates, where it states the same days or says more exactly which ones. */
    private static Stream<DateSpan> known(Completion action, DateSpan date) {
        List<DateSpan> known = action.dates().stream()
                .filter(own -> exacter(own, date)
                        || (own.from().equals(date.from()) && own.to().equals(date.to())))
                .toList();
        return known.isEmpty() ? Stream.of(date) : known.stream();
    }

    private static boolean exacter(DateSpan own, DateSpan date) {
        return own.precision().compareTo(date.precision()) < 0
                && !own.from().isBefore(date.from())
                && !own.to().isAfter(date.to());
    }

    /** What the action says that the dates do not; a blank, or a completion without a date, only says less. */
    private static Optional<CellText> contradicted(Completion action, List<DateSpan> dates) {
        if (!action.impossibleDates().isEmpty()) {
            return Optional.of(action.impossibleDates().get(0).text());
        }
        return switch (action.status()) {
            case DONE_DATED ->
                Optional.of(action.dates().stream()
                        .filter(own -> !dates.contains(own))
                        .map(DateSpan::text)
                        .findFirst()
                        .orElse(action.statedIn()));
            case NOT_DONE, PLANNED, IN_PROGRESS -> Optional.of(action.statedIn());
            case DONE_UNDATED, BLANK_PLACEHOLDER, RECURRING_CLAIM, NOT_APPLICABLE, EMPTY -> Optional.empty();
        };
    }
}
