package tidtam.app.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How what is done by itself stands.
 *
 * @param at when it was asked
 * @param database whether the database could be read; where not, nothing is known of the jobs
 * @param jobs in the order in which they were given
 */
public record Health(Instant at, boolean database, List<JobHealth> jobs) {
    public Health {
        jobs = List.copyOf(jobs);
    }

    /** What a monitor is told in one word. */
    public enum Status {
        OK,
        FAILING
    }

    /**
     * How a job stands.
     *
     * @param started when it was last begun
     * @param ended when it last ended
     * @param outcome how its last run ended
     * @param next when it is due next
     * @param running whether it runs now
     * @param overdue whether it should have run, or ended, long ago
     */
    public record JobHealth(
            String name,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<Outcome> outcome,
            Optional<Instant> next,
            boolean running,
            boolean overdue) {
        boolean failing() {
            return overdue || outcome.filter(Outcome::broke).isPresent();
        }
    }

    /** In one word. */
    public Status status() {
        return database && jobs.stream().noneMatch(JobHealth::failing) ? Status.OK : Status.FAILING;
    }

    /** For a monitor: no file, no person, nothing of what was found. */
    public String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("status", status() == Status.OK ? "ok" : "failing");
        json.put("at", at.toString());
        json.put("database", database ? "ok" : "failing");
        ArrayNode all = json.putArray("jobs");
        jobs.forEach(job -> {
            ObjectNode one = all.addObject();
            one.put("name", job.name());
            one.put("status", job.failing() ? "failing" : "ok");
            job.started().ifPresent(moment -> one.put("lastStart", moment.toString()));
            job.ended().ifPresent(moment -> one.put("lastEnd", moment.toString()));
            job.outcome().ifPresent(outcome -> one.put("lastOutcome", outcome.words()));
            job.next().ifPresent(moment -> one.put("next", moment.toString()));
            one.put("running", job.running());
            one.put("overdue", job.overdue());
        });
        return json.toPrettyString() + "\n";
    }
}
