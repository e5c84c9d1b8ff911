package tidtam.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.Claim;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Evaluation;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.LogEntry;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Responsible;

/** What each cell of a measure was understood to say, in words. */
final class Understood {
    private final Evaluation evaluation;
    private final Wording wording;

    Understood(Evaluation evaluation, Wording wording) {
        this.evaluation = evaluation;
        this.wording = wording;
    }

    /** One line for each thing that was read in the cell of that column, duties excepted. */
    List<String> of(PlannedMeasure planned, Column column) {
        List<String> lines = new ArrayList<>();
        switch (column) {
            case ISSUE ->
                Optional.ofNullable(
                                evaluation.indicators().get(planned.measure().id()))
                        .ifPresent(indicator ->
                                lines.add(wording.fill("explain.indicator", Map.of("indicator", indicator))));
            case RESPONSIBLE -> planned.responsible().ifPresent(who -> responsible(who, lines));
            case ACTION -> planned.completion().ifPresent(done -> completion(done, lines));
            case STEPS, DEADLINE ->
                planned.publication()
                        .filter(publication -> Optional.ofNullable(
                                        planned.cells().get(column))
                                .map(CellText::cell)
                                .equals(Optional.of(publication.statedIn().cell())))
                        .ifPresent(publication -> lines.add(wording.fill(
                                "explain.publication",
                                Map.of("text", publication.statedIn().quote()))));
            case CADENCE, DUE_MONTHS, DAYS, DATE_DONE -> {}
        }
        return lines;
    }

    /** One line for each thing that was read in a row of the report log, its date excepted. */
    List<String> of(LogEntry row) {
        List<String> lines = new ArrayList<>();
        row.period().ifPresent(period -> lines.add(wording.fill("explain.loggedPeriod", Map.of("period", period))));
        row.event()
                .ifPresent(event -> lines.add(
                        wording.fill("explain.loggedEvent", Map.of("event", wording.range(event.from(), event.to())))));
        if (!row.by().isBlank()) {
            lines.add(wording.fill("explain.who", Map.of("actors", row.by())));
        }
        if (!row.channels().isEmpty()) {
            lines.add(wording.fill("explain.channels", Map.of("channels", List.copyOf(row.channels()))));
        }
        row.link().ifPresent(link -> lines.add(wording.fill("explain.link", Map.of("link", link))));
        return lines;
    }

    private void responsible(Responsible who, List<String> lines) {
        lines.add(wording.fill("explain.divisions", Map.of("divisions", wording.divisions(who))));
        if (!who.actors().isEmpty()) {
            lines.add(wording.fill("explain.actors", Map.of("actors", who.actors())));
        }
    }

    private void completion(Completion completion, List<String> lines) {
        lines.add(wording.fill("explain.status", Map.of("status", completion.status())));
        if (completion.guessed()) {
            lines.add(wording.line("explain.guessed"));
        }
        for (DateSpan date : completion.dates()) {
            lines.add(wording.fill(
                    "explain.date",
                    Map.of(
                            "date", wording.range(date.from(), date.to()),
                            "precision", date.precision(),
                            "text", date.text().quote())));
        }
        for (ImpossibleDate date : completion.impossibleDates()) {
            String text = date.text().quote();
            lines.add(date.likely()
                    .map(likely -> wording.fill("explain.likely", Map.of("text", text, "likely", likely)))
                    .orElseGet(() -> wording.fill("explain.impossible", Map.of("text", text))));
        }
        for (Claim claim : completion.claims()) {
            String claimed = wording.requirement(claim.kind(), claim.limits());
            lines.add(wording.fill(
                    "explain.claim",
                    Map.of("claim", claimed, "text", claim.text().quote())));
        }
        if (!completion.channels().isEmpty()) {
            lines.add(wording.fill("explain.channels", Map.of("channels", List.copyOf(completion.channels()))));
        }
    }
}
