package tidtam.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tidtam.app.outbox.Letters.NOW;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.outbox.Outbox.State;
import tidtam.app.outbox.Transport.Result;
import tidtam.app.outbox.Transport.Result.Kind;
import tidtam.app.outbox.Transport.Unavailable;
import tidtam.app.store.Database;

class PostmanTest {
    private static final String CLERK = "clerk@example.go.th";
    private static final String HEAD = "head@example.go.th";
    private static final String OTHER = "other@example.go.th";
    private static final Duration NONE = Duration.ZERO;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    @TempDir
    private Path folder;

    private final Moving clock = new Moving();
    private final Scripted transport = new Scripted();
    private final List<Duration> waits = new ArrayList<>();
    private int steps;
    private Database database;
    private Outbox outbox;

    @BeforeEach
    void open() {
        database = Database.alone(folder);
        outbox = new Outbox(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void carries_what_is_open_in_the_order_in_which_it_was_written() {
        Letters.write(outbox, 2, CLERK);
        Letters.write(outbox, 0, HEAD, OTHER);
        Letters.write(outbox, 1, CLERK);

        assertThat(postman(1).carry(NONE)).isEmpty();

        assertThat(transport.carried)
                .containsExactly(
                        new Carried(Letters.id(2, 1), List.of(CLERK)),
                        new Carried(Letters.id(0, 1), List.of(HEAD, OTHER)),
                        new Carried(Letters.id(1, 1), List.of(CLERK)));
        assertThat(outbox.entries(0)).extracting(Outbox.Entry::state).containsOnly(Optional.of(State.SENT));
        assertThat(outbox.entries(0)).extracting(Outbox.Entry::reply).containsOnly("250 TAKEN");
        assertThat(steps).isEqualTo(3);
        assertThat(postman(1).carry(NONE)).isEmpty();
        assertThat(transport.carried).as("nothing twice").hasSize(3);
    }

    @Test
    void what_is_about_to_leave_is_noted_first() {
        Letters.write(outbox, 0, CLERK, HEAD);
        transport.next(addresses -> {
            assertThat(Letters.states(outbox))
                    .containsEntry(CLERK, State.SENDING)
                    .containsEntry(HEAD, State.SENDING);
            return results(addresses, Kind.TAKEN);
        });

        postman(1).carry(NONE);

        assertThat(Letters.entry(outbox, CLERK).attempts()).isEqualTo(1);
    }

    @Test
    void each_mailbox_stands_for_itself() {
        Letters.write(outbox, 0, "a@x.th", "b@x.th", "c@x.th", "d@x.th");
        transport.next(addresses -> Map.of(
                "a@x.th", new Result(Kind.TAKEN, "250 ok"),
                "b@x.th", new Result(Kind.NOT_NOW, "452 full"),
                "c@x.th", new Result(Kind.REFUSED, "550 nobody"),
                "d@x.th", new Result(Kind.UNKNOWN, "connection closed")));

        postman(1).carry(NONE);

        assertThat(Letters.states(outbox))
                .containsEntry("a@x.th", State.SENT)
                .containsEntry("b@x.th", State.PENDING)
                .containsEntry("c@x.th", State.FAILED)
                .containsEntry("d@x.th", State.UNCERTAIN);
        clock.pass(LONGEST);
        postman(1).carry(NONE);
        assertThat(transport.carried.get(1)).isEqualTo(new Carried(Letters.id(0, 1), List.of("b@x.th", "d@x.th")));
        assertThat(Letters.states(outbox))
                .containsEntry("b@x.th", State.SENT)
                .containsEntry("c@x.th", State.FAILED)
                .containsEntry("d@x.th", State.SENT);
    }

    @Test
    void waits_twice_as_long_each_time_and_never_longer_than_six_hours() {
        Letters.write(outbox, 0, CLERK);
        transport.always(addresses -> results(addresses, Kind.NOT_NOW), 18);

        assertThat(postman(42).carry(Duration.ofDays(30))).isEmpty();

        assertThat(waits).hasSize(18);
        for (int i = 0; i < waits.size(); i++) {
            Duration whole = FIRST.multipliedBy(1L << i);
            Duration most = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
            assertThat(waits.get(i)).isBetween(most.dividedBy(2), most.plusMillis(1));
        }
        assertThat(waits.get(17)).isGreaterThanOrEqualTo(LONGEST.dividedBy(2));
        assertThat(Letters.entry(outbox, CLERK).attempts()).isEqualTo(19);
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.SENT);
    }

    @Test
    void two_programs_do_not_wait_alike() throws Exception {
        Letters.write(outbox, 0, CLERK);
        Letters.write(outbox, 1, HEAD);
        transport.always(addresses -> results(addresses, Kind.NOT_NOW), 2);

        postman(42).carry(NONE);

        assertThat(due(CLERK)).isNotEqualTo(due(HEAD));
    }

    @Test
    void patience_ends_the_waiting() {
        Letters.write(outbox, 0, CLERK);
        transport.always(addresses -> results(addresses, Kind.NOT_NOW), 100);

        postman(42).carry(Duration.ofSeconds(45));

        assertThat(Duration.between(NOW, clock.instant())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(45));
        assertThat(Letters.entry(outbox, CLERK).attempts()).isBetween(2, 5);
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.PENDING);
    }

    @Test
    void without_patience_what_is_not_taken_is_left_to_another_run() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> results(addresses, Kind.NOT_NOW));

        postman(1).carry(NONE);
        postman(1).carry(NONE);

        assertThat(waits).isEmpty();
        assertThat(transport.carried).hasSize(1);
        assertThat(outbox.nextDue()).hasValueSatisfying(due -> assertThat(due).isAfter(NOW));
    }

    @Test
    void a_server_that_does_not_answer_puts_everything_off_without_trying_each() {
        Letters.write(outbox, 0, CLERK);
        Letters.write(outbox, 1, HEAD);
        Letters.write(outbox, 2, OTHER);
        transport.next(addresses -> results(addresses, Kind.TAKEN));
        transport.next(addresses -> {
            throw new Unavailable("mail.example.go.th:587: refused\r\n");
        });

        assertThat(postman(1).carry(NONE)).contains("mail.example.go.th:587: refused");

        assertThat(transport.carried).hasSize(2);
        assertThat(steps).isEqualTo(1);
        assertThat(Letters.states(outbox))
                .containsEntry(CLERK, State.SENT)
                .containsEntry(HEAD, State.PENDING)
                .containsEntry(OTHER, State.PENDING);
        assertThat(Letters.entry(outbox, OTHER).reply()).isEqualTo("mail.example.go.th:587: refused");
        assertThat(outbox.open(clock.instant())).isEmpty();
    }

    @Test
    void a_server_that_answers_again_is_no_longer_complained_of() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> {
            throw new Unavailable("refused");
        });

        assertThat(postman(1).carry(Duration.ofMinutes(1))).isEmpty();

        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.SENT);
    }

    @Test
    void what_is_uncertain_stays_so_until_it_is_taken() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> results(addresses, Kind.UNKNOWN));
        transport.next(addresses -> results(addresses, Kind.NOT_NOW));
        transport.next(addresses -> {
            throw new Unavailable("refused");
        });
        transport.next(addresses -> results(addresses, Kind.UNKNOWN));

        for (int i = 0; i < 4; i++) {
            postman(1).carry(NONE);
            assertThat(Letters.states(outbox)).as("attempt " + (i + 1)).containsEntry(CLERK, State.UNCERTAIN);
            clock.pass(LONGEST);
        }
        postman(1).carry(NONE);

        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.SENT);
        assertThat(transport.carried).hasSize(5).extracting(Carried::id).containsOnly(Letters.id(0, 1));
    }

    @Test
    void what_was_under_way_when_a_program_died_is_uncertain_and_goes_again_under_its_id() {
        Letters.write(outbox, 0, CLERK);
        Letters.write(outbox, 1, HEAD);
        transport.next(addresses -> {
            throw new IllegalStateException("killed");
        });
        assertThat(catchThrowableOfType(
                        IllegalStateException.class, () -> postman(1).carry(NONE)))
                .hasMessage("killed");
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.SENDING).containsEntry(HEAD, State.PENDING);
        transport.next(addresses -> {
            assertThat(Letters.states(outbox)).containsEntry(CLERK, State.UNCERTAIN);
            return results(addresses, Kind.NOT_NOW);
        });

        postman(1).carry(NONE);

        assertThat(transport.carried)
                .extracting(Carried::id)
                .containsExactly(Letters.id(0, 1), Letters.id(0, 1), Letters.id(1, 1));
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.UNCERTAIN).containsEntry(HEAD, State.SENT);
    }

    @Test
    void what_is_uncertain_and_then_refused_is_refused() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> results(addresses, Kind.UNKNOWN));
        transport.next(addresses -> results(addresses, Kind.REFUSED));

        postman(1).carry(Duration.ofMinutes(1));

        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.FAILED);
    }

    @Test
    void what_is_refused_goes_out_again_only_where_someone_asks_for_it() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> results(addresses, Kind.REFUSED));
        postman(1).carry(NONE);
        clock.pass(LONGEST);
        postman(1).carry(NONE);
        assertThat(transport.carried).hasSize(1);

        outbox.retry(clock.instant());
        postman(1).carry(NONE);

        assertThat(transport.carried).hasSize(2).extracting(Carried::id).containsOnly(Letters.id(0, 1));
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.SENT);
    }

    @Test
    void a_reply_is_kept_in_one_line_that_is_not_too_long() {
        Letters.write(outbox, 0, CLERK, HEAD);
        transport.next(addresses -> Map.of(
                CLERK, new Result(Kind.REFUSED, "550-5.7.1 no\r\n550 \u001B[31m5.7.1\tnever\n"),
                HEAD, new Result(Kind.REFUSED, "x".repeat(1000))));

        postman(1).carry(NONE);

        assertThat(Letters.entry(outbox, CLERK).reply()).isEqualTo("550-5.7.1 no 550 [31m5.7.1 never");
        assertThat(Letters.entry(outbox, HEAD).reply()).isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void who_is_interrupted_while_waiting_leaves_the_rest_to_another_run() {
        Letters.write(outbox, 0, CLERK);
        transport.next(addresses -> results(addresses, Kind.NOT_NOW));
        Postman postman = new Postman(
                outbox,
                transport,
                clock,
                new Random(1),
                duration -> {
                    throw new InterruptedException();
                },
                () -> {});

        postman.carry(Duration.ofMinutes(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Letters.states(outbox)).containsEntry(CLERK, State.PENDING);
    }

    private Postman postman(long seed) {
        return new Postman(
                outbox,
                transport,
                clock,
                new Random(seed),
                duration -> {
                    waits.add(duration);
                    clock.pass(duration);
                },
                () -> steps++);
    }

    /** When a mailbox is tried again, to the millisecond. */
    private Instant due(String address) {
        return database.inTransaction(handle -> handle.createQuery("select due from delivery where address = :address")
                .bind("address", address)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one());
    }

    private static Map<String, Result> results(List<String> addresses, Kind kind) {
        Map<String, Result> results = new LinkedHashMap<>();
        addresses.forEach(address -> results.put(address, new Result(kind, (kind == Kind.TAKEN ? "250 " : "") + kind)));
        return results;
    }

    private record Carried(String id, List<String> addresses) {}

    private interface Answer {
        Map<String, Result> to(List<String> addresses) throws Unavailable;
    }

    /** Takes everything once its answers are used up. Whatever it answers, the content leaves first. */
    private static final class Scripted implements Transport {
        final List<Carried> carried = new ArrayList<>();
        private final Deque<Answer> answers = new ArrayDeque<>();

        void next(Answer answer) {
            answers.add(answer);
        }

        void always(Answer answer, int times) {
            for (int i = 0; i < times; i++) {
                next(answer);
            }
        }

        @Override
        public Map<String, Result> carry(
                String id, String label, byte[] mime, List<String> addresses, Runnable beforeContent)
                throws Unavailable {
            assertThat(new String(mime, java.nio.charset.StandardCharsets.US_ASCII))
                    .contains("<" + id + ">");
            carried.add(new Carried(id, addresses));
            beforeContent.run();
            Answer answer = answers.isEmpty() ? all -> results(all, Kind.TAKEN) : answers.remove();
            return answer.to(addresses);
        }

        @Override
        public void close() {}
    }

    private static final class Moving extends Clock {
        private Instant now = NOW;

        void pass(Duration duration) {
            now = now.plus(duration);
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
            return this;
        }
    }
}
