package tidtam.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.schedule.Health.JobHealth;
import tidtam.app.schedule.Health.Status;
import tidtam.app.store.Database;

/** With the real database; the clock is the test's. */
class JobsTest {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Jobs.Pace OFTEN = new Jobs.Pace(Duration.ofMillis(20), Duration.ofSeconds(1));
    private static final String DAILY = "every day 08:30";

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock(at("2023-04-11T08:00"));
    private final List<Instant> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<Jobs> started = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        started.forEach(Jobs::close);
        database.close();
    }

    @Test
    void a_job_runs_at_each_of_its_times_and_not_before() {
        Jobs jobs = start(DAILY);
        settle();
        assertThat(runs).isEmpty();

        for (String day : List.of("11", "12", "13")) {
            clock.set("2023-04-" + day + "T08:29:59");
            settle();
            int before = runs.size();
            clock.set("2023-04-" + day + "T08:30");
            await(() -> runs.size() == before + 1);
            settle();
        }

        assertThat(runs).containsExactly(at("2023-04-11T08:30"), at("2023-04-12T08:30"), at("2023-04-13T08:30"));
        jobs.close();
        clock.set("2023-04-14T08:30");
        settle();
        assertThat(runs).hasSize(3);
    }

    @Test
    void what_was_missed_is_made_up_for_once() {
        start(DAILY).close();
        clock.set("2023-04-20T10:00");

        start(DAILY);
        await(() -> runs.size() == 1);
        settle();
        assertThat(runs).containsExactly(at("2023-04-11T08:30"));

        clock.set("2023-04-21T08:30");
        await(() -> runs.size() == 2);
        assertThat(runs).last().isEqualTo(at("2023-04-21T08:30"));
    }

    @Test
    void a_restart_without_anything_missed_runs_nothing() {
        Jobs first = start(DAILY);
        clock.set("2023-04-11T08:31");
        await(() -> ended(1));
        first.close();

        start(DAILY).close();
        start(DAILY);
        settle();

        assertThat(runs).hasSize(1);
        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void a_changed_timetable_and_a_new_day_off_hold_after_a_restart() {
        start(DAILY).close();
        assertThat(next()).contains(at("2023-04-11T08:30"));

        start("every monday 07:00").close();
        assertThat(next()).contains(at("2023-04-17T07:00"));

        Job job = new Job("check", timetable("every working day 08:30"), Optional.empty(), this::run);
        Jobs jobs = Jobs.start(database, folder, List.of(job), day -> day.getDayOfMonth() < 17, clock, OFTEN);
        jobs.close();
        assertThat(next()).contains(at("2023-04-17T08:30"));
        assertThat(runs).isEmpty();
    }

    @Test
    void what_only_the_former_timetable_had_is_not_made_up_for() {
        start(DAILY).close();
        clock.set("2023-04-12T10:00");

        start("every monday 08:30");
        settle();

        assertThat(runs).isEmpty();
    }

    @Test
    void a_job_that_is_no_more_is_forgotten() {
        start(DAILY).close();

        Jobs.start(database, folder, List.of(), day -> false, clock, OFTEN).close();

        assertThat(health().jobs()).singleElement().matches(JobHealth::overdue, "never planned");
    }

    @Test
    void a_clock_that_is_set_back_makes_nothing_run_twice() {
        Jobs jobs = start(DAILY);
        clock.set("2023-04-11T08:30");
        await(() -> ended(1));

        clock.set("2023-04-11T08:00");
        settle();
        clock.set("2023-04-11T08:30:30");
        settle();
        assertThat(runs).hasSize(1);

        clock.set("2023-04-11T08:10");
        jobs.close();
        start(DAILY);
        clock.set("2023-04-11T08:31");
        settle();
        assertThat(runs).hasSize(1);
        clock.set("2023-04-12T08:30");
        await(() -> runs.size() == 2);
    }

    @Test
    void a_clock_that_is_set_back_during_a_run_makes_nothing_run_twice() {
        start(DAILY, planned -> {
            runs.add(planned);
            clock.set("2023-04-11T08:15");
            return 0;
        });
        clock.set("2023-04-11T08:30");
        await(() -> ended(1));

        clock.set("2023-04-11T08:31");
        settle();

        assertThat(runs).hasSize(1);
        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void times_from_a_clock_that_was_a_year_ahead_hold_no_one_up() {
        Jobs jobs = start(DAILY);
        clock.set("2024-04-11T12:00");
        await(() -> ended(1));
        jobs.close();
        clock.set("2023-04-11T12:00");
        assertThat(health().status()).as("its last run is in the future").isEqualTo(Status.FAILING);

        start(DAILY);

        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void a_job_that_fails_is_told_and_runs_again_at_its_next_time() {
        start(DAILY, planned -> {
            runs.add(planned);
            if (runs.size() == 4) {
                throw new IOException("disk full");
            } else if (runs.size() == 1) {
                throw new AssertionError("a defect");
            }
            return runs.size() == 2 ? 2 : 1;
        });
        clock.set("2023-04-11T08:30");
        await(() -> ended(1));
        settle();
        assertThat(runs).as("no loop").hasSize(1);
        assertThat(check().outcome()).contains(Outcome.DEFECT);
        assertThat(health().status()).isEqualTo(Status.FAILING);

        clock.set("2023-04-12T08:30");
        await(() -> check().outcome().equals(Optional.of(Outcome.NOT_STARTED)));
        assertThat(health().status()).isEqualTo(Status.FAILING);

        clock.set("2023-04-13T08:30");
        await(() -> check().outcome().equals(Optional.of(Outcome.FOUND)));
        assertThat(health().status()).isEqualTo(Status.OK);

        clock.set("2023-04-14T08:30");
        await(() -> check().outcome().equals(Optional.of(Outcome.DEFECT)));
        settle();
        assertThat(runs).hasSize(4);
    }

    @Test
    void jobs_run_one_after_another_in_the_order_given() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger atOnce = new AtomicInteger();
        List<Job> all = List.of("check", "warn", "later").stream()
                .map(name -> new Job(name, timetable(DAILY), Optional.empty(), planned -> {
                    order.add(name + atOnce.incrementAndGet());
                    TimeUnit.MILLISECONDS.sleep(60);
                    atOnce.decrementAndGet();
                    return 0;
                }))
                .toList();
        started.add(Jobs.start(database, folder, all, day -> false, clock, OFTEN));

        clock.set("2023-04-11T08:30");
        await(() -> order.size() == 3);

        assertThat(order).containsExactly("check1", "warn1", "later1");
    }

    @Test
    void two_programs_on_one_folder_run_a_job_once_and_the_second_takes_over() {
        try (Database other = Database.open(folder)) {
            Jobs first = start(DAILY);
            Jobs second = Jobs.start(other, folder, List.of(job(DAILY, this::run)), day -> false, clock, OFTEN);
            started.add(second);
            for (int day = 11; day < 20; day++) {
                int before = runs.size();
                clock.set("2023-04-" + day + "T08:30");
                await(() -> runs.size() > before && !check().running());
            }
            settle();
            assertThat(runs).hasSize(9).doesNotHaveDuplicates();

            first.close();
            clock.set("2023-04-20T08:30");
            await(() -> runs.size() == 10);
            second.close();
        }
    }

    @Test
    void a_run_that_is_interrupted_by_the_end_is_made_again_at_the_next_start() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Jobs jobs = start(DAILY, planned -> {
            runs.add(planned);
            begun.countDown();
            Thread.currentThread().join();
            return 0;
        });
        clock.set("2023-04-11T08:30");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(check().running()).isTrue();
        jobs.close();
        assertThat(check().outcome()).contains(Outcome.INTERRUPTED);

        start(DAILY);
        await(() -> ended(2));

        assertThat(runs).containsExactly(at("2023-04-11T08:30"), at("2023-04-11T08:30"));
        assertThat(check().outcome()).contains(Outcome.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_run_during_which_the_program_is_killed_is_made_again_but_not_for_ever(int kills) throws Exception {
        start(DAILY).close();
        database.close();
        for (int kill = 0; kill < kills; kill++) {
            Process child = endless();
            try {
                assertThat(child.getInputStream().read()).isEqualTo('r');
            } finally {
                child.destroyForcibly().waitFor();
            }
        }
        database = Database.open(folder);
        clock.set("2023-04-11T08:50");

        start(DAILY);
        if (kills == 1) {
            await(() -> ended(1));
        }
        settle();

        assertThat(runs).hasSize(kills == 1 ? 1 : 0);
        assertThat(check().outcome()).contains(kills == 1 ? Outcome.CLEAN : Outcome.INTERRUPTED);
        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void the_program_that_waits_takes_over_from_one_that_is_killed_and_makes_its_run_again() throws Exception {
        start(DAILY).close();
        clock.set("2023-04-11T08:45");
        Process child = endless();
        try {
            assertThat(child.getInputStream().read()).isEqualTo('r');
            start(DAILY);
            settle();
            assertThat(runs).isEmpty();
            assertThat(check().running()).isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
        await(() -> ended(1));

        assertThat(runs).containsExactly(at("2023-04-11T08:30"));
        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void a_database_that_another_program_writes_to_is_waited_for() throws SQLException, InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        start(DAILY, planned -> {
            go.await();
            return run(planned);
        });
        clock.set("2023-04-11T08:30");
        await(() -> check().running());
        try (Connection other = database.connections().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            go.countDown();
            TimeUnit.SECONDS.sleep(6);
            statement.execute("commit");
        }
        await(() -> ended(1));

        assertThat(check().running()).isFalse();
        assertThat(next()).contains(at("2023-04-12T08:30"));
    }

    @Test
    void a_job_that_should_have_run_or_ended_long_ago_is_overdue() {
        Jobs jobs = start(DAILY);
        jobs.close();
        clock.set("2023-04-11T10:30");
        assertThat(health().status()).isEqualTo(Status.OK);
        clock.set("2023-04-11T10:31");
        assertThat(health().status()).isEqualTo(Status.FAILING);

        CountDownLatch go = new CountDownLatch(1);
        start(DAILY, planned -> {
            go.await();
            return 0;
        });
        await(() -> check().running());
        assertThat(health().status()).as("it is made up for").isEqualTo(Status.OK);
        clock.set("2023-04-11T12:32");
        assertThat(check().overdue()).isTrue();
        go.countDown();
        await(() -> ended(0) && health().status() == Status.OK);
    }

    @Test
    void a_monitor_is_told_how_the_jobs_stand() {
        start(DAILY);
        clock.set("2023-04-11T08:30");
        await(() -> ended(1));
        settle();

        assertThat(health().json()).isEqualTo("""
                {
                  "status" : "ok",
                  "at" : "2023-04-11T01:30:00Z",
                  "database" : "ok",
                  "jobs" : [ {
                    "name" : "check",
                    "status" : "ok",
                    "lastStart" : "2023-04-11T01:30:00Z",
                    "lastEnd" : "2023-04-11T01:30:00Z",
                    "lastOutcome" : "done",
                    "next" : "2023-04-12T01:30:00Z",
                    "running" : false,
                    "overdue" : false
                  } ]
                }
                """);
    }

    @Test
    void a_database_that_cannot_be_read_is_told() throws IOException {
        start(DAILY).close();
        Files.write(folder.resolve(Database.FILE), new byte[8192]);

        assertThat(health().status()).isEqualTo(Status.FAILING);
        assertThat(health().json()).contains("\"status\" : \"failing\"", "\"database\" : \"failing\"");
    }

    @Test
    void the_heartbeat_tells_of_each_check_that_was_made() throws IOException {
        Path file = folder.resolve("tidtam.alive");
        AtomicInteger exit = new AtomicInteger(1);
        Job job = new Job("check", timetable(DAILY), Optional.of(file), planned -> {
            run(planned);
            return exit.get();
        });
        started.add(Jobs.start(database, folder, List.of(job), day -> false, clock, OFTEN));
        settle();
        assertThat(file).doesNotExist();

        clock.set("2023-04-11T08:30");
        await(() -> ended(1));
        assertThat(file).hasContent("2023-04-11T01:30:00Z done, something was found\n");

        exit.set(2);
        clock.set("2023-04-12T08:30");
        await(() -> ended(2));
        assertThat(file).as("nothing was checked").hasContent("2023-04-11T01:30:00Z done, something was found\n");
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(each -> each.toString().endsWith(".part"));
        }
    }

    /** Another program, whose clock stands at 08:40, with a job that does not end. */
    private Process endless() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessJob.class.getName(),
                        folder.toString(),
                        at("2023-04-11T08:40").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private int run(Instant planned) {
        runs.add(planned);
        return 0;
    }

    private Jobs start(String text) {
        return start(text, this::run);
    }

    private Jobs start(String text, Job.Work work) {
        Jobs jobs = Jobs.start(database, folder, List.of(job(text, work)), day -> false, clock, OFTEN);
        started.add(jobs);
        return jobs;
    }

    private static Job job(String text, Job.Work work) {
        return new Job("check", timetable(text), Optional.empty(), work);
    }

    private static Timetable timetable(String text) {
        return Timetable.find(text).orElseThrow();
    }

    private Health health() {
        return new HealthBoard(database, List.of("check")).health(clock.instant());
    }

    private JobHealth check() {
        return health().jobs().get(0);
    }

    private Optional<Instant> next() {
        return check().next();
    }

    /** Whether so many runs have begun and none is under way. */
    private boolean ended(int count) {
        return runs.size() == count && !check().running() && check().ended().isPresent();
    }

    /** Long enough for what should not happen. */
    private static void settle() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int tries = 0; tries < 1500; tries++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("it did not come about");
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(BANGKOK).toInstant();
    }

    private static final class SetClock extends Clock {
        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void set(String time) {
            now = at(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
