package tidtam.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tidtam.facts.Actor;
import tidtam.facts.Claim;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.NamedDivision;
import tidtam.facts.Responsible;

/**
 * How one cell's text was understood, as one line of JSON without a line end. A limit appears only where there is one, the
 * actors only where others than officers act.
 */
public final class ReadingJson {
    private ReadingJson() {}

    /** The duties that a deadline text states. */
    public static String deadline(String text, List<Duty> duties) {
        return line(text, json -> {
            json.array("duties");
            for (Duty duty : duties) {
                cadence(json, duty.kind(), duty.limits(), notOnlyOfficers(duty.actors()), duty.condition());
            }
            json.endArray();
        });
    }

    /** What an action text says was done. */
    public static String completion(String text, Completion completion) {
        return line(text, json -> {
            json.text("status", completion.status().name());
            json.array("dates");
            for (DateSpan date : completion.dates()) {
                json.object();
                json.text("from", date.from().toString());
                json.text("to", date.to().toString());
                json.text("precision", date.precision().name());
                json.endObject();
            }
            json.endArray();
            json.array("claims");
            for (Claim claim : completion.claims()) {
                cadence(json, claim.kind(), claim.limits(), Set.of(), Optional.empty());
            }
            json.endArray();
            json.array("problems");
            for (ImpossibleDate date : completion.impossibleDates()) {
                json.object();
                json.text("text", date.text().quote());
                if (date.likely().isPresent()) {
                    json.text("likely", date.likely());
                }
                json.endObject();
            }
            json.endArray();
        });
    }

    /** The divisions that a text names. */
    public static String division(String text, Responsible responsible) {
        return line(text, json -> {
            if (responsible.everyDivision()) {
                json.text("divisions", "ALL");
            } else {
                json.texts(
                        "divisions",
                        responsible.divisions().stream()
                                .map(NamedDivision::name)
                                .toList());
            }
        });
    }

    private static Set<Actor> notOnlyOfficers(Set<Actor> actors) {
        return actors.equals(Set.of(Actor.OFFICER)) ? Set.of() : actors;
    }

    private static void cadence(JsonOut json, Kind kind, Limits limits, Set<Actor> actors, Optional<String> condition)
            throws IOException {
        json.object();
        json.text("kind", kind.name());
        if (limits.days().isPresent()) {
            json.number("n", limits.days());
        }
        if (limits.workingDays()) {
            json.truth("workingDays", true);
        }
        if (!limits.months().isEmpty()) {
            json.numbers("months", limits.months());
        }
        if (limits.day().isPresent()) {
            json.number("day", limits.day());
        }
        if (limits.date().isPresent()) {
            json.text("date", limits.date());
        }
        if (condition.isPresent()) {
            json.text("condition", condition);
        }
        if (!actors.isEmpty()) {
            json.texts("actors", new TreeSet<>(actors));
        }
        json.endObject();
    }

    private interface Fields {
        void write(JsonOut json) throws IOException;
    }

    private static String line(String text, Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOut json = JsonOut.oneLine(out)) {
            json.object();
            json.text("text", text);
            fields.write(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
