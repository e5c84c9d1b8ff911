package tidtam.spreadsheets.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Responsible;

/** What the tests of this package share: cells out of text, and readings written in one line. */
final class Reads {
    static final MeasureId MEASURE = new MeasureId(1);

    private Reads() {}

    static CellText cell(String text) {
        return CellText.of(new CellRef("มาตรการ", 0, 0), text);
    }

    /** The rows of a tab-separated resource, without its heading. */
    static List<String[]> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(Reads.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Duty> duties(String deadline) {
        return DutyReader.duties(MEASURE, Optional.of(cell(deadline)), Optional.empty(), OptionalInt.of(2566));
    }

    static List<Duty> dutiesOfSteps(String steps) {
        return DutyReader.duties(MEASURE, Optional.empty(), Optional.of(cell(steps)), OptionalInt.of(2566));
    }

    static Completion completion(String action) {
        return CompletionReader.completion(MEASURE, cell(action));
    }

    static DateReader.Dates dates(String text) {
        return DateReader.read(cell(text), MEASURE);
    }

    static String line(List<Duty> duties, boolean actors, boolean conditions) {
        return duties.isEmpty()
                ? "-"
                : duties.stream().map(d -> line(d, actors, conditions)).collect(Collectors.joining("; "));
    }

    private static String line(Duty duty, boolean actors, boolean conditions) {
        String line = duty.signature();
        if (actors) {
            line += " " + duty.actors().toString().replace(" ", "");
        }
        return conditions && duty.condition().isPresent()
                ? line + " (" + duty.condition().get() + ")"
                : line;
    }

    static String line(Completion completion, boolean channels) {
        StringBuilder line = new StringBuilder(completion.status().name());
        completion.dates().forEach(date -> line.append(' ').append(line(date)));
        if (!completion.claims().isEmpty()) {
            line.append(" claims=")
                    .append(joined(completion.claims().stream()
                            .map(c -> c.kind().name())
                            .toList()));
        }
        if (completion.reasoned()) {
            line.append(" reasoned");
        }
        if (channels) {
            line.append(" channels=")
                    .append(joined(
                            completion.channels().stream().map(Enum::name).toList()));
        }
        return line.toString();
    }

    static String line(DateReader.Dates dates) {
        StringBuilder line = new StringBuilder();
        dates.dates().forEach(date -> line.append(' ').append(line(date)));
        dates.impossible()
                .forEach(date -> line.append(" !")
                        .append(date.likely().map(Object::toString).orElse("")));
        return line.isEmpty() ? "-" : line.substring(1);
    }

    private static String line(DateSpan date) {
        return span(date) + (date.ofReport() ? "r" : "") + (date.guessed() ? "g" : "");
    }

    static String span(DateSpan date) {
        return date.from().equals(date.to()) ? date.from().toString() : date.from() + "/" + date.to();
    }

    static String line(Responsible responsible) {
        String divisions = responsible.everyDivision()
                ? "ALL"
                : responsible.divisions().stream().map(NamedDivision::name).collect(Collectors.joining("|"));
        String actors = responsible.actors().isEmpty() ? "" : " @" + joined(responsible.actors());
        return (divisions + actors).strip();
    }

    private static String joined(List<String> words) {
        return String.join(",", words);
    }
}
