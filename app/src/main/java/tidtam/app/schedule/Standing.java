package tidtam.app.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a job stands.
 *
 * @param covered no time up to this moment is run for any more, whatever the clock says
 * @param interruptions how often in a row the program ended while the job ran
 * @param started when it was last begun
 * @param ended when it last ended
 * @param outcome how its last run ended
 */
record Standing(
        Instant covered,
        int interruptions,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Outcome> outcome) {

    /** Of a job that is new. */
    static Standing since(Instant now) {
        return new Standing(now, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Standing covering(Instant moment) {
        return new Standing(moment, 0, started, ended, outcome);
    }

    Standing begun(Instant now) {
        return new Standing(covered, interruptions, Optional.of(now), ended, outcome);
    }

    Standing interrupted() {
        return new Standing(covered, interruptions + 1, started, ended, Optional.of(Outcome.INTERRUPTED));
    }

    /**
     * After a run, which also stands for all that were missed before it ended.
     *
     * @param planned the time it was for; the clock may have been set back behind it since
     */
    Standing done(Instant planned, Instant now, Outcome how) {
        Instant last = now.isAfter(planned) ? now : planned;
        return new Standing(last, 0, started, Optional.of(now), Optional.of(how));
    }

    byte[] json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("covered", covered.toString());
        json.put("interruptions", interruptions);
        started.ifPresent(moment -> json.put("started", moment.toString()));
        ended.ifPresent(moment -> json.put("ended", moment.toString()));
        outcome.ifPresent(how -> json.put("outcome", how.name()));
        try {
            return mapper.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Standing of(byte[] json) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            return new Standing(
                    Instant.parse(node.path("covered").asText()),
                    node.path("interruptions").asInt(),
                    moment(node.path("started")),
                    moment(node.path("ended")),
                    Optional.of(node.path("outcome").asText())
                            .filter(name -> !name.isEmpty())
                            .map(Outcome::valueOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Instant> moment(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(Instant.parse(node.asText()));
    }
}
