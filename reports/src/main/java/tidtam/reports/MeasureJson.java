package tidtam.reports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import tidtam.facts.Claim;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Limits;
import tidtam.facts.LogEntry;
import tidtam.facts.Measure;
import tidtam.facts.NamedDivision;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Report;
import tidtam.facts.Responsible;
import tidtam.facts.Uncounted;

/** The measures of findings.json: what each row states, and how its obligations stand. */
final class MeasureJson {
    private final int input;
    private final Evaluation evaluation;
    private final ByMeasure parts;
    private final JsonOut json;

    MeasureJson(int input, Evaluation evaluation, JsonOut json) {
        this.input = input;
        this.evaluation = evaluation;
        this.parts = new ByMeasure(evaluation);
        this.json = json;
    }

    void write(PlannedMeasure planned) throws IOException {
        Measure measure = planned.measure();
        Integer indicator = evaluation.indicators().get(measure.id());
        json.object();
        json.number("input", input);
        json.number("row", measure.id().row());
        json.text("id", measure.code());
        json.text("tool", measure.section());
        json.number("indicator", indicator == null ? OptionalInt.empty() : OptionalInt.of(indicator));
        json.text("title", measure.title());
        json.text("cell", measure.issue().cell().toString());
        json.texts("divisions", divisions(planned.responsible()));
        json.array("duties");
        for (Duty duty : planned.duties()) {
            duty(duty);
        }
        json.endArray();
        if (planned.completion().isPresent()) {
            completion(planned.completion().get());
        } else {
            json.nothing("completion");
        }
        json.array("reports");
        for (LogEntry entry : parts.logged(measure.id())) {
            logged(entry);
        }
        json.endArray();
        json.array("obligations");
        for (Duty duty : planned.duties()) {
            for (ObligationState state : parts.obligations(duty)) {
                obligation(state);
            }
            for (Uncounted uncounted : parts.uncounted(duty)) {
                uncounted(uncounted);
            }
        }
        json.endArray();
        json.endObject();
    }

    private List<String> divisions(Optional<Responsible> responsible) {
        return responsible
                .map(who -> who.everyDivision()
                        ? evaluation.divisions()
                        : who.divisions().stream()
                                .map(NamedDivision::name)
                                .distinct()
                                .sorted()
                                .toList())
                .orElse(List.of());
    }

    private void duty(Duty duty) throws IOException {
        json.object();
        json.text("kind", duty.kind().name());
        limits(duty.limits());
        json.texts("actors", new TreeSet<>(duty.actors()));
        json.text("condition", duty.condition());
        json.truth("guessed", duty.guessed());
        json.text("cell", duty.statedIn().cell().toString());
        json.text("text", duty.statedIn().quote());
        json.endObject();
    }

    private void limits(Limits limits) throws IOException {
        json.number("n", limits.days());
        json.numbers("months", limits.months());
        json.number("day", limits.day());
        json.text("date", limits.date());
        json.truth("workingDays", limits.workingDays());
    }

    private void completion(Completion completion) throws IOException {
        json.object("completion");
        json.text("status", completion.status().name());
        json.truth("guessed", completion.guessed());
        json.text("cell", completion.statedIn().cell().toString());
        json.text("text", completion.statedIn().quote());
        json.array("dates");
        for (DateSpan date : completion.dates()) {
            json.object();
            json.text("from", date.from().toString());
            json.text("to", date.to().toString());
            json.text("precision", date.precision().name());
            json.text("text", date.text().quote());
            json.endObject();
        }
        json.endArray();
        json.array("claims");
        for (Claim claim : completion.claims()) {
            json.object();
            json.text("kind", claim.kind().name());
            limits(claim.limits());
            json.text("text", claim.text().quote());
            json.endObject();
        }
        json.endArray();
        json.texts("channels", completion.channels());
        json.endObject();
    }

    private void logged(LogEntry entry) throws IOException {
        json.object();
        json.text("cell", ByMeasure.place(entry).toString());
        if (entry.period().isPresent()) {
            json.object("period");
            json.text("start", entry.period().get().start().toString());
            json.text("end", entry.period().get().end().toString());
            json.endObject();
        } else {
            json.nothing("period");
        }
        days("event", entry.event());
        days("reported", entry.reported());
        json.text("by", Optional.of(entry.by()).filter(by -> !by.isBlank()));
        json.texts("channels", entry.channels());
        json.text("link", entry.link());
        json.text("remark", Optional.of(entry.remark()).filter(remark -> !remark.isBlank()));
        json.endObject();
    }

    private void days(String name, Optional<DateSpan> days) throws IOException {
        if (days.isPresent()) {
            json.object(name);
            json.text("from", days.get().from().toString());
            json.text("to", days.get().to().toString());
            json.endObject();
        } else {
            json.nothing(name);
        }
    }

    private void obligation(ObligationState state) throws IOException {
        json.object();
        json.number("duty", state.obligation().duty().ordinal());
        json.text("kind", state.kind().name());
        json.text("periodStart", state.obligation().period().start().toString());
        json.text("periodEnd", state.obligation().period().end().toString());
        json.text("due", state.due().toString());
        json.text("state", state.state().name());
        json.number("daysOverdue", state.daysOverdue());
        json.array("evidence");
        Report report = evaluation.evidence().get(state.obligation());
        if (report != null) {
            json.object();
            json.text("cell", report.text().cell().toString());
            json.text("from", report.from().toString());
            json.text("to", report.to().toString());
            json.text("source", report.source().name());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    /** A duty whose due date cannot be counted has one obligation, without a period. */
    private void uncounted(Uncounted uncounted) throws IOException {
        json.object();
        json.number("duty", uncounted.duty().ordinal());
        json.text("kind", uncounted.duty().kind().name());
        json.nothing("periodStart");
        json.nothing("periodEnd");
        json.nothing("due");
        json.text("state", "NOT_EVALUABLE");
        json.number("daysOverdue", 0);
        json.array("evidence");
        json.endArray();
        json.endObject();
    }
}
