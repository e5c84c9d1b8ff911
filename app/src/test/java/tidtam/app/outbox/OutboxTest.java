package tidtam.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static tidtam.app.outbox.Letters.AS_OF;
import static tidtam.app.outbox.Letters.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.outbox.Outbox.State;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.app.store.Octets;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Item;
import tidtam.reports.warning.MailReason;
import tidtam.reports.warning.Told;

class OutboxTest {
    private static final String CLERK = "clerk@example.go.th";
    private static final String HEAD = "head@example.go.th";
    private static final LocalDate LATER = AS_OF.plusDays(7);
    private static final LocalDate LAST = AS_OF.plusDays(14);

    private final Digest digest = Letters.digest(0);
    private final Item item = digest.asking().get(0);

    @TempDir
    private Path folder;

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
    void at_first_nothing_was_told() {
        assertThat(outbox.told(digest.key())).isEqualTo(Told.nothing());
        assertThat(outbox.flagged(Set.of("อบต. ก"))).isEmpty();
        assertThat(outbox.entries(0)).isEmpty();
        assertThat(outbox.nextDue()).isEmpty();
    }

    @Test
    void what_was_told_counts_from_the_first_time_at_its_highest_step() {
        tell(AS_OF, 1, Map.of(item.fingerprint(), 1), CLERK);
        tell(LATER, 2, Map.of(item.fingerprint(), 3), CLERK);
        tell(LAST, 3, Map.of(item.fingerprint(), 2), CLERK);

        Told told = outbox.told(digest.key());

        assertThat(told.last()).contains(LAST);
        assertThat(told.known()).containsOnlyKeys(item.fingerprint());
        assertThat(known(told))
                .isEqualTo(new Told.Known(
                        AS_OF, OptionalInt.of(3), item.reported().severity(), item.periods(), item.plan(), true));
        assertThat(outbox.told(Letters.digest(1).key())).as("another digest").isEqualTo(Told.nothing());
    }

    @Test
    void a_step_that_was_told_stays_where_a_later_mail_reaches_none() {
        tell(AS_OF, 1, Map.of(item.fingerprint(), 0), CLERK);
        tell(LATER, 2, Map.of(), CLERK);

        assertThat(known(outbox.told(digest.key())).step()).hasValue(0);
    }

    @Test
    void what_is_settled_is_no_longer_open_and_found_again_is_told_anew() {
        tell(AS_OF, 1, Map.of(item.fingerprint(), 3), CLERK);
        Told before = outbox.told(digest.key());
        outbox.record("run", LATER, NOW, recording -> {
            Letters.put(recording, LATER, 0, Optional.empty());
            recording.settled(digest, before, Set.of(item.fingerprint(), "never told"));
        });

        Told settled = outbox.told(digest.key());
        assertThat(settled.known()).containsOnlyKeys(item.fingerprint());
        assertThat(known(settled).open()).isFalse();
        assertThat(settled.find(item)).isEmpty();
        assertThat(settled.last()).as("settling is no mail").contains(AS_OF);

        tell(LAST, 2, Map.of(item.fingerprint(), 1), CLERK);
        Told.Known again = known(outbox.told(digest.key()));
        assertThat(again.open()).isTrue();
        assertThat(again.since()).isEqualTo(LAST);
        assertThat(again.step()).hasValue(1);
    }

    @Test
    void a_mail_that_everyone_refused_told_nothing() {
        tell(AS_OF, 1, Map.of(item.fingerprint(), 1), CLERK, HEAD);
        tell(LATER, 2, Map.of(item.fingerprint(), 2), CLERK);

        outbox.mark(Letters.id(0, 2), List.of(CLERK), State.FAILED, "550", NOW);
        assertThat(outbox.told(digest.key()).last()).contains(AS_OF);
        assertThat(known(outbox.told(digest.key())).step()).hasValue(1);

        outbox.mark(Letters.id(0, 1), List.of(CLERK), State.FAILED, "550", NOW);
        assertThat(outbox.told(digest.key()).last()).as("one of two got it").contains(AS_OF);

        outbox.mark(Letters.id(0, 1), List.of(HEAD), State.FAILED, "550", NOW);
        assertThat(outbox.told(digest.key())).isEqualTo(Told.nothing());

        outbox.retry(NOW);
        assertThat(known(outbox.told(digest.key())).step())
                .as("on its way again")
                .hasValue(2);
    }

    @Test
    void the_divisions_flagged_are_those_of_the_last_run_that_kept_some() {
        outbox.record("1", AS_OF, NOW, recording -> {
            recording.flagged("อบต. ก", List.of("กองช่าง", "กองคลัง"));
            recording.flagged("อบต. ข", List.of());
        });
        outbox.record("2", LATER, NOW, recording -> recording.flagged("อบต. ก", List.of("กองช่าง")));
        outbox.record("3", LAST, NOW, recording -> {});

        assertThat(outbox.flagged(Set.of("อบต. ก", "อบต. ข", "อบต. ค")))
                .isEqualTo(Map.of("อบต. ก", Set.of("กองช่าง"), "อบต. ข", Set.of()));
    }

    @Test
    void the_calendar_last_sent_takes_the_place_of_the_one_before() {
        send(1, new Outbox.Calendar("กองช่าง", "2566/1", octets(1)), new Outbox.Calendar("", "2566/1", octets(2)));
        send(
                2,
                new Outbox.Calendar("กองช่าง", "2566/1", octets(3)),
                new Outbox.Calendar("กองช่าง", "2566/2", octets(4)));

        outbox.record("3", LAST, NOW, recording -> {
            assertThat(recording.calendar(digest.key(), "กองช่าง", "2566/1")).hasValue(new byte[] {3});
            assertThat(recording.calendar(digest.key(), "กองช่าง", "2566/2")).hasValue(new byte[] {4});
            assertThat(recording.calendar(digest.key(), "", "2566/1")).hasValue(new byte[] {2});
            assertThat(recording.calendar(digest.key(), "กองคลัง", "2566/1")).isEmpty();
            assertThat(recording.calendar(Letters.digest(1).key(), "กองช่าง", "2566/1"))
                    .isEmpty();
            assertThat(recording.messages(digest.key())).isEqualTo(2);
        });
    }

    @Test
    void of_a_run_that_breaks_off_nothing_is_kept() {
        Letters.write(outbox, 1, CLERK);
        List<Outbox.Entry> before = outbox.entries(0);

        IllegalStateException thrown = catchThrowableOfType(
                IllegalStateException.class,
                () -> outbox.record("broken", LATER, NOW, recording -> {
                    recording.flagged("อบต. ก", List.of("กองช่าง"));
                    Letters.put(recording, LATER, 0, Optional.of(calendar(1)));
                    recording.told(digest, Letters.id(0, 1), List.of(item), Map.of());
                    throw new IllegalStateException("a memo cannot be written");
                }));

        assertThat(thrown).hasMessage("a memo cannot be written");
        assertThat(outbox.entries(0)).isEqualTo(before);
        assertThat(outbox.flagged(Set.of("อบต. ก"))).isEmpty();
        assertThat(outbox.told(digest.key())).isEqualTo(Told.nothing());
        assertThat(outbox.open(NOW)).extracting(Outbox.Open::message).containsExactly(Letters.id(1, 1));
        assertThat(tables()).containsEntry("run", 1).containsEntry("message", 1).containsEntry("calendar", 0);
    }

    @Test
    void one_digest_cannot_have_the_same_message_twice() {
        Letters.write(outbox, 0, CLERK);

        assertThat(catchThrowableOfType(
                        DatabaseException.class,
                        () -> Letters.write(outbox, LATER, 0, Letters.message(0, 1, CLERK, HEAD))))
                .isNotNull();
        assertThat(Letters.states(outbox)).containsOnlyKeys(CLERK);
    }

    @Test
    void a_run_gets_a_higher_number_than_every_run_before() {
        long first = outbox.record("1", AS_OF, NOW, recording -> {});
        long second = outbox.record("1", AS_OF, NOW, recording -> {});

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void only_what_did_not_arrive_is_tried_again_at_once() {
        Letters.write(outbox, 0, "sent@x.th", "failed@x.th", "pending@x.th", "uncertain@x.th");
        Instant later = NOW.plusSeconds(3600);
        mark("sent@x.th", State.SENT, later);
        mark("failed@x.th", State.FAILED, later);
        mark("pending@x.th", State.PENDING, later);
        mark("uncertain@x.th", State.UNCERTAIN, later);
        assertThat(outbox.open(NOW)).isEmpty();

        outbox.retry(NOW);

        assertThat(outbox.open(NOW))
                .singleElement()
                .satisfies(open -> assertThat(open.addresses())
                        .containsExactlyInAnyOrder("failed@x.th", "pending@x.th", "uncertain@x.th"));
        assertThat(Letters.states(outbox))
                .containsEntry("sent@x.th", State.SENT)
                .containsEntry("failed@x.th", State.PENDING)
                .containsEntry("uncertain@x.th", State.UNCERTAIN);
    }

    @Test
    void entries_tell_of_every_decision_from_a_run_on() {
        long first = Letters.write(outbox, 0, HEAD, CLERK);
        long second =
                outbox.record("second", LATER, NOW, recording -> Letters.put(recording, LATER, 1, Optional.empty()));
        outbox.mark(Letters.id(0, 1), List.of(CLERK), State.SENT, "250 ok", NOW.plusSeconds(5));

        List<Outbox.Entry> all = outbox.entries(0);

        assertThat(all).hasSize(3);
        assertThat(all.get(0))
                .isEqualTo(new Outbox.Entry(
                        first,
                        AS_OF + "-0",
                        AS_OF,
                        "division 0",
                        HEAD + ", " + CLERK,
                        MailReason.FIRST.name(),
                        Optional.empty(),
                        Optional.of(Letters.id(0, 1)),
                        Optional.of("subject 1"),
                        Optional.of(CLERK),
                        Optional.of(State.SENT),
                        1,
                        "250 ok",
                        Optional.of(NOW.plusSeconds(5))));
        assertThat(all.get(1).address()).contains(HEAD);
        assertThat(all.get(1).waits()).isTrue();
        assertThat(all.get(2).run()).isEqualTo(second);
        assertThat(all.get(2).message()).isEmpty();
        assertThat(all.get(2).state()).isEmpty();
        assertThat(all.get(2).waits()).isFalse();
        assertThat(outbox.entries(second)).isEqualTo(all.subList(2, 3));
        assertThat(outbox.mime(Letters.id(0, 1))).isEqualTo(Letters.mime(0, 1));
    }

    @Test
    void what_is_kept_is_there_when_it_is_opened_again() {
        tell(AS_OF, 1, Map.of(), CLERK);
        List<Outbox.Entry> before = outbox.entries(0);
        Told told = outbox.told(digest.key());
        database.close();

        open();

        assertThat(outbox.entries(0)).isEqualTo(before);
        assertThat(outbox.told(digest.key())).isEqualTo(told);
    }

    private void tell(LocalDate asOf, int number, Map<String, Integer> steps, String... addresses) {
        outbox.record("run", asOf, NOW, recording -> {
            Letters.put(recording, asOf, 0, Optional.of(Letters.message(0, number, addresses)));
            recording.told(digest, Letters.id(0, number), List.of(item), steps);
        });
    }

    private Told.Known known(Told told) {
        return Objects.requireNonNull(told.known().get(item.fingerprint()));
    }

    private void send(int number, Outbox.Calendar... calendars) {
        Letters.write(outbox, AS_OF, 0, calendar(number, calendars));
    }

    private static Outbox.Message calendar(int number, Outbox.Calendar... calendars) {
        Outbox.Message message = Letters.message(0, number, CLERK);
        return new Outbox.Message(
                message.id(),
                message.label(),
                number,
                message.subject(),
                message.mime(),
                message.addresses(),
                List.of(calendars));
    }

    private static Octets octets(int octet) {
        return new Octets(new byte[] {(byte) octet});
    }

    private void mark(String address, State state, Instant due) {
        outbox.mark(Letters.id(0, 1), List.of(address), state, "", due, NOW);
    }

    private Map<String, Integer> tables() {
        return database.inTransaction(handle -> Map.of(
                "run", count(handle, "run"),
                "message", count(handle, "message"),
                "calendar", count(handle, "calendar")));
    }

    private static int count(Handle handle, String table) {
        return handle.createQuery("select count(*) from <table>")
                .define("table", table)
                .mapTo(Integer.class)
                .one();
    }
}
