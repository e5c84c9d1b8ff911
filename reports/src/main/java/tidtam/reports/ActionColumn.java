package tidtam.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Report;
import tidtam.facts.State;
import tidtam.facts.Status;
import tidtam.facts.Uncounted;

/**
 * What the action column of the six-month report says of a measure: the agency's own text, the reports of its log that serve a period and are
 * not told in that text, and what is still open. Nothing is told as done that no dated report supports.
 */
final class ActionColumn {
    private static final Pattern BLANK = Pattern.compile("[._…]{4,}|…{2,}");

    private final Evaluation evaluation;
    private final Wording wording;
    private final ByMeasure parts;

    /** A line of the cell. */
    sealed interface Entry {
        String words();
    }

    /** The agency's own text, with its line breaks. */
    record Own(String words) implements Entry {}

    /** A report of the log. */
    record Told(String words) implements Entry {}

    /**
     * Something to be settled before the report is posted.
     *
     * @param state of the obligation it is about
     * @param faint whether nothing is known to be wrong
     */
    record Open(String words, Optional<State> state, boolean faint) implements Entry {}

    ActionColumn(Evaluation evaluation, Wording wording) {
        this.evaluation = evaluation;
        this.wording = wording;
        this.parts = new ByMeasure(evaluation);
    }

    List<Entry> of(PlannedMeasure planned) {
        List<ObligationState> obligations = new ArrayList<>();
        List<Uncounted> uncounted = new ArrayList<>();
        for (Duty duty : planned.duties()) {
            obligations.addAll(parts.obligations(duty));
            uncounted.addAll(parts.uncounted(duty));
        }
        Optional<CellText> cell =
                Optional.ofNullable(planned.cells().get(Column.ACTION)).filter(text -> !text.blank());
        List<Entry> entries = new ArrayList<>();
        cell.ifPresent(text -> entries.add(new Own(Clean.verbatim(text.raw()))));
        entries.addAll(dateDone(planned));
        List<Entry> told = told(planned, obligations);
        entries.addAll(told);
        List<Open> open = new ArrayList<>(ofTheText(planned, cell));
        obligations.stream()
                .filter(state -> state.state() != State.MET && state.state() != State.LATE)
                .forEach(state -> open.add(open(state)));
        uncounted.forEach(one -> open.add(open(one)));
        boolean said = open.stream().anyMatch(one -> !one.state().equals(Optional.of(State.NOT_EVALUABLE)));
        if (!said && told.isEmpty()) {
            nothingDated(planned).ifPresent(open::add);
        }
        if (obligations.isEmpty() && uncounted.isEmpty()) {
            open.add(notEvaluated(planned));
        }
        entries.addAll(open);
        return entries;
    }

    /** The dates of the form's own column, where the text does not state them. */
    private List<Entry> dateDone(PlannedMeasure planned) {
        return Optional.ofNullable(planned.cells().get(Column.DATE_DONE))
                .filter(text -> !text.blank())
                .filter(text -> planned.completion().stream()
                        .flatMap(done -> done.dates().stream())
                        .anyMatch(date -> date.text().cell().equals(text.cell())))
                .<Entry>map(text -> new Own(wording.fill("sixMonth.done", Map.of("date", text.raw()))))
                .stream()
                .toList();
    }

    /** A line for each row of the log that serves, whatever number of periods it serves. */
    private List<Entry> told(PlannedMeasure planned, List<ObligationState> obligations) {
        Map<CellRef, Report> reports = new LinkedHashMap<>();
        Map<CellRef, List<String>> served = new HashMap<>();
        for (ObligationState state : obligations) {
            Report report = evaluation.evidence().get(state.obligation());
            if (report != null && report.source() == Report.Source.LOG && !stated(planned, report)) {
                CellRef row = report.text().cell();
                reports.put(row, report);
                served.computeIfAbsent(row, first -> new ArrayList<>()).add(what(state.obligation()));
            }
        }
        List<Entry> told = new ArrayList<>();
        reports.forEach((row, report) -> {
            told.add(new Told(wording.fill(
                    "sixMonth.told",
                    Map.of(
                            "what", served.getOrDefault(row, List.of()),
                            "date", wording.range(report.from(), report.to()),
                            "source", report.source(),
                            "row", row.row() + 1))));
            if (report.guessed()) {
                told.add(open("sixMonth.guessed", Map.of()));
            }
        });
        return told;
    }

    /** Whether the agency's text has the same days. */
    private static boolean stated(PlannedMeasure planned, Report report) {
        CellText action = planned.cells().get(Column.ACTION);
        return action != null
                && planned.completion().stream()
                        .flatMap(done -> done.dates().stream())
                        .anyMatch(date -> date.text().cell().equals(action.cell())
                                && date.from().equals(report.from())
                                && date.to().equals(report.to()));
    }

    private List<Open> ofTheText(PlannedMeasure planned, Optional<CellText> cell) {
        List<Open> open = new ArrayList<>();
        boolean leftBlank = planned.completion()
                        .filter(done -> done.status() == Status.BLANK_PLACEHOLDER)
                        .isPresent()
                || cell.filter(text -> BLANK.matcher(text.raw()).find()).isPresent();
        if (leftBlank) {
            open.add(open("sixMonth.blank", Map.of()));
        }
        for (Completion done : planned.completion().stream().toList()) {
            for (ImpossibleDate date : done.impossibleDates()) {
                open.add(open("sixMonth.impossible", Map.of("text", date.text().quote())));
            }
            for (DateSpan date : done.dates()) {
                if (date.decisive().isAfter(evaluation.asOf())) {
                    open.add(open("sixMonth.future", Map.of("text", date.text().quote())));
                }
            }
        }
        return open;
    }

    private Open open(ObligationState state) {
        // A claim is asked for its date only once the period is over, lest one be made up.
        boolean claimedAhead = state.state() == State.CLAIMED && !state.due().isBefore(evaluation.asOf());
        boolean ahead = claimedAhead || state.state() == State.DUE_SOON || state.state() == State.UPCOMING;
        String words = wording.fill(
                "sixMonth.open." + (claimedAhead ? State.UPCOMING : state.state()).name(),
                Map.of("what", what(state.obligation()), "due", state.due()));
        return new Open(words, Optional.of(state.state()), ahead || state.state() == State.NOT_EVALUABLE);
    }

    private Open open(Uncounted uncounted) {
        String words = wording.fill(
                "sixMonth.uncounted", Map.of("duty", wording.duty(uncounted.duty()), "why", uncounted.why()));
        return new Open(words, Optional.of(State.NOT_EVALUABLE), true);
    }

    private Open open(String key, Map<String, ?> values) {
        return new Open(wording.fill(key, values), Optional.empty(), false);
    }

    /** What is said where neither text nor log has a date, and no period says so already. */
    private Optional<Open> nothingDated(PlannedMeasure planned) {
        Status status = planned.completion().map(Completion::status).orElse(Status.EMPTY);
        return switch (status) {
            case DONE_UNDATED, RECURRING_CLAIM -> Optional.of(open("sixMonth.undated", Map.of()));
            case EMPTY -> Optional.of(open("sixMonth.nothing", Map.of()));
            case NOT_APPLICABLE ->
                planned.completion().filter(done -> !done.reasoned()).map(done -> open("sixMonth.nothing", Map.of()));
            case DONE_DATED, BLANK_PLACEHOLDER, IN_PROGRESS, PLANNED, NOT_DONE -> Optional.empty();
        };
    }

    private Open notEvaluated(PlannedMeasure planned) {
        List<String> kinds = planned.duties().stream()
                .map(duty -> wording.name(duty.kind()))
                .distinct()
                .toList();
        String words = kinds.isEmpty()
                ? wording.line("sixMonth.noDuty")
                : wording.fill("sixMonth.noPeriods", Map.of("kinds", kinds));
        return new Open(words, Optional.empty(), true);
    }

    private String what(Obligation obligation) {
        Duty duty = obligation.duty();
        return switch (duty.kind()) {
            case WITHIN_DAYS ->
                wording.fill(
                        "sixMonth.event",
                        Map.of(
                                "duty", wording.duty(duty),
                                "event", obligation.period().start()));
            case BY_FIXED_DATE, FISCAL_YEAR_END -> wording.duty(duty);
            default -> wording.shortPeriod(obligation.period());
        };
    }
}
