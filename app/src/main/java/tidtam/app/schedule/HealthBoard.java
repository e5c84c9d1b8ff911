package tidtam.app.schedule;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tidtam.app.schedule.Health.JobHealth;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;

/** Tells how jobs stand, whichever program runs them. Many threads may ask. */
public final class HealthBoard {
    private static final Duration LONG = Duration.ofHours(2);

    private final Database database;
    private final List<String> jobs;

    /** @param jobs the names of those that should be run */
    public HealthBoard(Database database, List<String> jobs) {
        this.database = database;
        this.jobs = List.copyOf(jobs);
    }

    /** How they stand now. */
    public Health health(Instant now) {
        try {
            Map<String, JobHealth> known = database
                    .read(handle -> handle.createQuery("select * from scheduled_tasks")
                            .map((row, context) -> job(
                                    row.getString("task_name"),
                                    Standing.of(row.getBytes("task_data")),
                                    Instant.ofEpochMilli(row.getLong("execution_time")),
                                    row.getBoolean("picked"),
                                    now))
                            .list())
                    .stream()
                    .collect(Collectors.toMap(JobHealth::name, Function.identity()));
            return new Health(
                    now,
                    true,
                    jobs.stream()
                            .map(name -> known.getOrDefault(name, unknown(name)))
                            .toList());
        } catch (DatabaseException e) {
            return new Health(now, false, List.of());
        }
    }

    private static JobHealth job(String name, Standing standing, Instant due, boolean running, Instant now) {
        Instant since = running ? standing.started().filter(due::isBefore).orElse(due) : due;
        boolean ahead = standing.ended().filter(now.plus(LONG)::isBefore).isPresent();
        return new JobHealth(
                name,
                standing.started(),
                standing.ended(),
                standing.outcome(),
                Optional.of(due).filter(Schedule.NEVER::isAfter),
                running,
                since.plus(LONG).isBefore(now) || ahead);
    }

    /** Nothing was ever planned for it. */
    private static JobHealth unknown(String name) {
        return new JobHealth(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, true);
    }
}
