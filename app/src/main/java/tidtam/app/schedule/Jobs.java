package tidtam.app.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.app.store.FolderLock;

/**
 * Runs jobs at their times, one after another, in the order given where two are due. Of several programs on one data folder one runs them,
 * and when it ends another takes over.
 *
 * <p>What was due while no program ran is made up for by one run. A job that fails is run again at its next time; one during which the
 * program ended, at once, but not more than twice. Nothing runs twice for the same time, also when the clock is set back.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final String LOCK = "tidtam.schedule";
    private static final String INSTANCE = "recurring";
    private static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30));
    /** Times that lie further ahead were written by a clock that was wrong. */
    private static final Duration CLOCK_WAS_WRONG = Duration.ofDays(1);

    private static final int MOST_INTERRUPTIONS = 3;
    /** A database that another program writes to is waited for so often, each time for as long as {@link Database} says. */
    private static final int MOST_WRITES = 12;

    private final Database database;
    private final Path data;
    private final List<Job> jobs;
    private final Predicate<LocalDate> dayOff;
    private final Clock clock;
    private final Pace pace;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService waiting = Executors.newSingleThreadExecutor(threads("tidtam-turn"));
    private Optional<Turn> turn = Optional.empty();

    private Jobs(Database database, Path data, List<Job> jobs, Predicate<LocalDate> dayOff, Clock clock, Pace pace) {
        this.database = database;
        this.data = data;
        this.jobs = List.copyOf(jobs);
        this.dayOff = dayOff;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * How often is looked for what is due, and for whether this program may run it, and how long a job is waited for at the end before it is
     * told to break off.
     */
    record Pace(Duration betweenLooks, Duration patienceAtEnd) {}

    /** For as long as this program is the one that runs the jobs. */
    private record Turn(FolderLock lock, Scheduler scheduler, ExecutorService worker) {
        void end() {
            scheduler.stop();
            // A job that does not let itself be interrupted keeps other programs out until this one is gone.
            if (worker.isTerminated()) {
                lock.close();
            }
        }
    }

    /**
     * Starts to run them, or to wait for the program that does.
     *
     * @param data the folder of the database
     * @param dayOff whether no one works on a day
     */
    public static Jobs start(Database database, Path data, List<Job> jobs, Predicate<LocalDate> dayOff, Clock clock) {
        return start(database, data, jobs, dayOff, clock, USUAL);
    }

    static Jobs start(
            Database database, Path data, List<Job> jobs, Predicate<LocalDate> dayOff, Clock clock, Pace pace) {
        Jobs all = new Jobs(database, data, jobs, dayOff, clock, pace);
        try {
            if (!all.takeTurn()) {
                all.waiting.execute(all::waitForTurn);
            }
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setUncaughtExceptionHandler((failed, e) -> LOG.error("{} broke off", name, e));
            return thread;
        };
    }

    private void waitForTurn() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(pace.betweenLooks().toMillis());
            } while (!tryTurn());
        } catch (InterruptedException e) {
            LOG.debug("it is waited no more", e);
        }
    }

    private boolean tryTurn() {
        try {
            return takeTurn();
        } catch (RuntimeException e) {
            LOG.error("the jobs cannot be run; it is tried again", e);
            return false;
        }
    }

    /** Whether there is nothing more to wait for. */
    private synchronized boolean takeTurn() {
        if (waiting.isShutdown()) {
            return true;
        }
        FolderLock lock;
        try {
            lock = FolderLock.take(data, LOCK);
        } catch (DatabaseException e) {
            if (e.why() == DatabaseException.Why.IN_USE) {
                return false;
            }
            throw e;
        }
        try {
            plan();
            ExecutorService worker = Executors.newSingleThreadExecutor(threads("tidtam-job"));
            Scheduler scheduler = scheduler(worker);
            scheduler.start();
            turn = Optional.of(new Turn(lock, scheduler, worker));
            return true;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** When each job is due, from what it has been run for. Who asks has the lock, so no row is truly being worked at. */
    private void plan() {
        database.inTransaction(handle -> {
            List<String> names = jobs.stream().map(Job::name).toList();
            List<String> known = handle.createQuery("select task_name from scheduled_tasks")
                    .mapTo(String.class)
                    .list();
            known.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> handle.execute("delete from scheduled_tasks where task_name = ?", name));
            IntStream.range(0, jobs.size()).forEach(i -> plan(handle, jobs.get(i), jobs.size() - i));
            return names;
        });
    }

    private void plan(Handle handle, Job job, int priority) {
        Instant now = clock.instant();
        Standing standing = handle.createQuery("select task_data, picked from scheduled_tasks where task_name = :name")
                .bind("name", job.name())
                .map((row, context) -> {
                    Standing kept = Standing.of(row.getBytes("task_data"));
                    return row.getBoolean("picked") ? kept.interrupted() : kept;
                })
                .findOne()
                .orElseGet(() -> Standing.since(now));
        if (standing.covered().isAfter(now.plus(CLOCK_WAS_WRONG)) || standing.interruptions() >= MOST_INTERRUPTIONS) {
            standing = standing.covering(now);
        }
        handle.createUpdate("""
                        insert into scheduled_tasks
                            (task_name, task_instance, task_data, execution_time, picked, version, priority)
                            values (:name, :instance, :data, :due, 0, 1, :priority)
                        on conflict (task_name, task_instance) do update set
                            task_data = :data, execution_time = :due, priority = :priority,
                            picked = 0, picked_by = null, last_heartbeat = null, version = version + 1
                        """)
                .bind("name", job.name())
                .bind("instance", INSTANCE)
                .bind("data", standing.json())
                .bind("due", next(job, standing).toEpochMilli())
                .bind("priority", priority)
                .execute();
    }

    private Instant next(Job job, Standing standing) {
        return job.timetable().next(standing.covered(), dayOff).orElse(Schedule.NEVER);
    }

    private Scheduler scheduler(ExecutorService worker) {
        List<Task<?>> tasks = jobs.stream().<Task<?>>map(this::task).toList();
        return new Builder(database.connections(), tasks, pace.betweenLooks())
                .clock(clock::instant)
                .threads(1)
                .executorService(worker)
                .enablePriority()
                .schedulerName(new SchedulerName.Fixed("tidtam"))
                .jdbcCustomization(new SqliteJdbcCustomization())
                .serializer(new AsJson())
                .shutdownMaxWait(pace.patienceAtEnd())
                .build();
    }

    private static final class Builder extends SchedulerBuilder {
        private final Duration betweenLooks;

        Builder(DataSource connections, List<Task<?>> tasks, Duration betweenLooks) {
            super(connections, tasks);
            this.betweenLooks = betweenLooks;
        }

        @Override
        protected Waiter buildWaiter() {
            return new Pause(betweenLooks);
        }
    }

    private static final class AsJson implements Serializer {
        @Override
        public byte[] serialize(Object standing) {
            return ((Standing) standing).json();
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] json) {
            return type.cast(Standing.of(json));
        }
    }

    private Task<Standing> task(Job job) {
        return Tasks.custom(job.name(), Standing.class)
                .onDeadExecution((complete, operations) -> lost(job, complete, operations))
                .execute((instance, context) -> {
                    running.add(job.name());
                    try {
                        return run(job, instance, context);
                    } finally {
                        running.remove(job.name());
                    }
                });
    }

    private CompletionHandler<Standing> run(Job job, TaskInstance<Standing> instance, ExecutionContext context) {
        Instant planned = context.getExecution().executionTime;
        Standing begun = instance.getData().begun(clock.instant());
        patiently(() -> note(job, begun));
        Outcome outcome;
        try {
            outcome = Outcome.of(job.work().run(planned));
        } catch (Exception | Error e) {
            if (context.getSchedulerState().isShuttingDown()) {
                return (complete, operations) ->
                        patiently(() -> operations.reschedule(complete, planned, begun.interrupted()));
            }
            LOG.error("{} broke off; it runs again at its next time", job.name(), e);
            outcome = Outcome.DEFECT;
        }
        Instant ended = clock.instant();
        if (outcome.checked()) {
            beat(job, ended, outcome);
        }
        Standing done = begun.done(planned, ended, outcome);
        return (complete, operations) -> patiently(() -> operations.reschedule(complete, next(job, done), done));
    }

    private void note(Job job, Standing standing) {
        database.inTransaction(handle -> handle.execute(
                "update scheduled_tasks set task_data = ? where task_name = ?", standing.json(), job.name()));
    }

    private static void beat(Job job, Instant now, Outcome outcome) {
        job.heartbeat().ifPresent(file -> {
            try {
                new HeartbeatFile(file).write(now, outcome);
            } catch (IOException e) {
                LOG.error("the heartbeat of {} cannot be written", job.name(), e);
            }
        });
    }

    /** Its end could not be written down, or the computer slept while it ran. */
    private void lost(Job job, ExecutionComplete complete, ExecutionOperations<Standing> operations) {
        if (!running.contains(job.name())) {
            Standing lost = ((Standing) complete.getExecution().taskInstance.getData())
                    .interrupted()
                    .covering(clock.instant());
            operations.reschedule(complete, next(job, lost), lost);
        }
    }

    private static void patiently(Runnable write) {
        for (int writes = 1; ; writes++) {
            try {
                write.run();
                return;
            } catch (SQLRuntimeException | DatabaseException e) {
                if (writes == MOST_WRITES) {
                    throw e;
                }
                LOG.warn("the database could not be written; it is tried again", e);
            }
        }
    }

    /** Lets what runs come to its end, for a while, and starts nothing more. */
    @Override
    public void close() {
        waiting.shutdownNow();
        Optional<Turn> last;
        synchronized (this) {
            last = turn;
            turn = Optional.empty();
        }
        last.ifPresent(Turn::end);
    }
}
