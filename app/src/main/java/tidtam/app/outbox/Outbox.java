package tidtam.app.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tidtam.app.store.Database;
import tidtam.app.store.Octets;
import tidtam.facts.Severity;
import tidtam.reports.warning.Decision;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Item;
import tidtam.reports.warning.Told;

/** What was decided and told, and the messages that are on their way, in a database. */
public final class Outbox {
    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /** How a message stands with one mailbox. */
    public enum State {
        PENDING,
        SENDING,
        SENT,
        FAILED,
        UNCERTAIN
    }

    /** Says what the recipients of a digest were told. What a mail told that was refused by all its mailboxes does not count. */
    public Told told(String digest) {
        return database.inTransaction(handle -> {
            Map<String, Told.Known> known = new HashMap<>();
            handle.createQuery("""
                            select * from told where digest = :digest and (message is null or exists (
                                select 1 from delivery where delivery.message = told.message and state <> 'FAILED'))
                            order by rowid""").bind("digest", digest).reduceRows(known, Outbox::add);
            Optional<LocalDate> last = handle.createQuery("""
                            select max(run.as_of) from message join run on run.id = message.run
                            where digest = :digest and exists (
                                select 1 from delivery where delivery.message = message.id and state <> 'FAILED')""")
                    .bind("digest", digest)
                    .mapTo(String.class)
                    .findOne()
                    .map(LocalDate::parse);
            return new Told(last, Map.copyOf(known));
        });
    }

    private static Map<String, Told.Known> add(Map<String, Told.Known> known, RowView row) {
        String fingerprint = row.getColumn("fingerprint", String.class);
        Optional<Told.Known> before =
                Optional.ofNullable(known.get(fingerprint)).filter(Told.Known::open);
        OptionalInt step = Optional.ofNullable(row.getColumn("step", Integer.class))
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
        OptionalInt highest = before.map(Told.Known::step)
                .filter(told -> told.isPresent() && (step.isEmpty() || told.getAsInt() > step.getAsInt()))
                .orElse(step);
        known.put(
                fingerprint,
                new Told.Known(
                        before.map(Told.Known::since)
                                .orElseGet(() -> LocalDate.parse(row.getColumn("as_of", String.class))),
                        highest,
                        Severity.valueOf(row.getColumn("severity", String.class)),
                        row.getColumn("periods", Integer.class),
                        row.getColumn("plan", String.class),
                        row.getColumn("open", Integer.class) != 0));
        return known;
    }

    /** The divisions of which an error was found when mails were last decided on and not held; an agency never decided on is absent. */
    public Map<String, Set<String>> flagged(Collection<String> agencies) {
        return database.inTransaction(handle -> {
            Map<String, Set<String>> flagged = new HashMap<>();
            for (String agency : agencies) {
                handle.createQuery("select divisions from flagged where agency = :agency order by run desc limit 1")
                        .bind("agency", agency)
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(lines ->
                                flagged.put(agency, new TreeSet<>(lines.lines().toList())));
            }
            return flagged;
        });
    }

    /** Takes down a run: all that is written there is kept, or nothing. Gives its number, which grows from run to run. */
    public long record(String code, LocalDate asOf, Instant at, Consumer<Recording> run) {
        return database.inTransaction(handle -> {
            long id = handle.createUpdate("insert into run (code, as_of, at) values (:code, :asOf, :at)")
                    .bind("code", code)
                    .bind("asOf", asOf.toString())
                    .bind("at", at.toEpochMilli())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            run.accept(new Recording(handle, id, asOf, at));
            return id;
        });
    }

    /**
     * A message to be carried.
     *
     * @param id its Message-ID, without angle brackets
     * @param label what it is about, for a person
     * @param number 1 for the first to the digest's recipients
     * @param addresses of its mailboxes, as they are sent
     * @param calendars files by division and plan
     */
    public record Message(
            String id,
            String label,
            int number,
            String subject,
            Octets mime,
            List<String> addresses,
            List<Calendar> calendars) {}

    /** A calendar that a message carries. */
    public record Calendar(String division, String plan, Octets file) {}

    /** A run as it is taken down. */
    public static final class Recording {
        private final Handle handle;
        private final long run;
        private final LocalDate asOf;
        private final Instant at;

        private Recording(Handle handle, long run, LocalDate asOf, Instant at) {
            this.handle = handle;
            this.run = run;
            this.asOf = asOf;
            this.at = at;
        }

        /** How many messages a digest's recipients were written. */
        public int messages(String digest) {
            return handle.createQuery("select count(*) from message where digest = :digest")
                    .bind("digest", digest)
                    .mapTo(Integer.class)
                    .one();
        }

        /** The calendar last sent of a division. */
        public Optional<byte[]> calendar(String digest, String division, String plan) {
            return handle.createQuery(
                            "select file from calendar where digest = :digest and division = :division and plan = :plan")
                    .bind("digest", digest)
                    .bind("division", division)
                    .bind("plan", plan)
                    .mapTo(byte[].class)
                    .findOne();
        }

        /** The divisions of an agency of which an error was found. */
        public void flagged(String agency, Collection<String> divisions) {
            handle.createUpdate("insert into flagged (run, agency, divisions) values (:run, :agency, :divisions)")
                    .bind("run", run)
                    .bind("agency", agency)
                    .bind("divisions", String.join("\n", divisions))
                    .execute();
        }

        /**
         * A decision, and the message that it sends.
         *
         * @param label what the digest is about, for a person
         * @param recipients for a person
         */
        public void decision(
                Digest digest, Decision decision, String label, String recipients, Optional<Message> message) {
            message.ifPresent(one -> add(one, digest));
            handle.createUpdate("""
                            insert into decision (run, digest, label, recipients, reason, held, message)
                            values (:run, :digest, :label, :recipients, :reason, :held, :message)""")
                    .bind("run", run)
                    .bind("digest", digest.key())
                    .bind("label", label)
                    .bind("recipients", recipients)
                    .bind("reason", decision.reason().name())
                    .bind("held", decision.held().map(Enum::name))
                    .bind("message", message.map(Message::id))
                    .execute();
        }

        private void add(Message message, Digest digest) {
            handle.createUpdate("""
                            insert into message (id, digest, number, run, label, subject, mime)
                            values (:id, :digest, :number, :run, :label, :subject, :mime)""")
                    .bind("id", message.id())
                    .bind("digest", digest.key())
                    .bind("number", message.number())
                    .bind("run", run)
                    .bind("label", message.label())
                    .bind("subject", message.subject())
                    .bind("mime", message.mime().bytes())
                    .execute();
            for (String address : message.addresses()) {
                handle.createUpdate("""
                                insert into delivery (message, address, state, due, changed)
                                values (:message, :address, 'PENDING', :at, :at)""")
                        .bind("message", message.id())
                        .bind("address", address)
                        .bind("at", at.toEpochMilli())
                        .execute();
            }
            for (Calendar calendar : message.calendars()) {
                handle.createUpdate("""
                                insert into calendar (digest, division, plan, file)
                                values (:digest, :division, :plan, :file)
                                on conflict (digest, division, plan) do update set file = excluded.file""")
                        .bind("digest", digest.key())
                        .bind("division", calendar.division())
                        .bind("plan", calendar.plan())
                        .bind("file", calendar.file().bytes())
                        .execute();
            }
        }

        /** What a message tells: items, and the step of the ladder that each has reached. */
        public void told(Digest digest, String message, List<Item> items, Map<String, Integer> steps) {
            for (Item item : items) {
                told(
                        digest,
                        Optional.of(message),
                        item.fingerprint(),
                        new Told.Known(
                                asOf,
                                Optional.ofNullable(steps.get(item.fingerprint()))
                                        .map(OptionalInt::of)
                                        .orElseGet(OptionalInt::empty),
                                item.reported().severity(),
                                item.periods(),
                                item.plan(),
                                true));
            }
        }

        /** What a digest's recipients were told and is no longer found, whether or not a message says so. */
        public void settled(Digest digest, Told told, Set<String> fingerprints) {
            for (String fingerprint : fingerprints) {
                Optional.ofNullable(told.known().get(fingerprint))
                        .ifPresent(known -> told(
                                digest,
                                Optional.empty(),
                                fingerprint,
                                new Told.Known(
                                        asOf, known.step(), known.severity(), known.periods(), known.plan(), false)));
            }
        }

        private void told(Digest digest, Optional<String> message, String fingerprint, Told.Known known) {
            handle.createUpdate("""
                            insert into told (digest, message, as_of, fingerprint, plan, step, severity, periods, open)
                            values (:digest, :message, :asOf, :fingerprint, :plan, :step, :severity, :periods, :open)""")
                    .bind("digest", digest.key())
                    .bind("message", message)
                    .bind("asOf", known.since().toString())
                    .bind("fingerprint", fingerprint)
                    .bind("plan", known.plan())
                    .bind("step", known.step())
                    .bind("severity", known.severity().name())
                    .bind("periods", known.periods())
                    .bind("open", known.open() ? 1 : 0)
                    .execute();
        }
    }

    /**
     * A message with mailboxes that wait for it.
     *
     * @param attempts made at the most patient of them
     */
    public record Open(String message, String label, List<String> addresses, int attempts) {}

    /** The messages that are to be carried by now, in the order in which they were written. */
    List<Open> open(Instant now) {
        return database.inTransaction(handle -> {
            Map<String, Open> open = new LinkedHashMap<>();
            handle.createQuery("""
                            select message, label, group_concat(address, char(10) order by delivery.rowid) as addresses, max(attempts) as attempts
                            from delivery join message on message.id = delivery.message
                            where state in ('PENDING', 'UNCERTAIN') and due <= :now
                            group by message order by message.run, message.rowid""").bind("now", now.toEpochMilli()).reduceRows(open, (all, row) -> {
                String id = row.getColumn("message", String.class);
                all.put(
                        id,
                        new Open(
                                id,
                                row.getColumn("label", String.class),
                                Arrays.asList(
                                        row.getColumn("addresses", String.class).split("\n", -1)),
                                row.getColumn("attempts", Integer.class)));
                return all;
            });
            return List.copyOf(open.values());
        });
    }

    /** When the next message is to be carried; empty where none waits. */
    Optional<Instant> nextDue() {
        return database.inTransaction(
                handle -> handle.createQuery("select min(due) from delivery where state in ('PENDING', 'UNCERTAIN')")
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** How many mailboxes still wait for a message that an earlier run wrote; those that refused theirs do not. */
    public int unsent(long beforeRun) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select count(*) from delivery join message on message.id = delivery.message
                        where state in ('PENDING', 'SENDING', 'UNCERTAIN') and run < :before""")
                .bind("before", beforeRun)
                .mapTo(Integer.class)
                .one());
    }

    /** A message's octets. */
    public byte[] mime(String message) {
        return database.inTransaction(handle -> handle.createQuery("select mime from message where id = :id")
                .bind("id", message)
                .mapTo(byte[].class)
                .one());
    }

    /** Notes how a message stands with some mailboxes; what is uncertain stays so until it is taken or refused. */
    void mark(String message, Collection<String> addresses, State state, String reply, Instant now) {
        mark(message, addresses, state, reply, now, now);
    }

    /**
     * The same.
     *
     * @param due when it is to be tried again
     */
    void mark(String message, Collection<String> addresses, State state, String reply, Instant due, Instant now) {
        database.inTransaction(handle -> {
            int changed = 0;
            for (String address : addresses) {
                changed += handle.createUpdate("""
                                update delivery set state = case when state = 'UNCERTAIN' and :state in ('PENDING', 'SENDING') then state else :state end,
                                    reply = :reply, due = :due, changed = :now,
                                    attempts = attempts + case when :state = 'SENDING' then 0 else 1 end
                                where message = :message and address = :address""")
                        .bind("state", state.name())
                        .bind("reply", reply)
                        .bind("due", due.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("message", message)
                        .bind("address", address)
                        .execute();
            }
            return changed;
        });
    }

    /** What was under way when a program died may have arrived. */
    void recover(Instant now) {
        database.inTransaction(handle -> handle.createUpdate(
                        "update delivery set state = 'UNCERTAIN', due = :now, changed = :now where state = 'SENDING'")
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Lets everything that did not arrive be tried again at once, also what was refused. */
    public void retry(Instant now) {
        database.inTransaction(handle ->
                handle.createUpdate("""
                        update delivery set state = case state when 'FAILED' then 'PENDING' else state end, due = :now
                        where state in ('PENDING', 'UNCERTAIN', 'FAILED')""").bind("now", now.toEpochMilli()).execute());
    }

    /**
     * A decision as it was taken down, and how its message stands with one mailbox.
     *
     * @param run grows from run to run
     * @param held empty where nothing held it
     * @param state empty where no message was written
     * @param reply what the other side said last
     */
    public record Entry(
            long run,
            String code,
            LocalDate asOf,
            String label,
            String recipients,
            String reason,
            Optional<String> held,
            Optional<String> message,
            Optional<String> subject,
            Optional<String> address,
            Optional<State> state,
            int attempts,
            String reply,
            Optional<Instant> changed) {
        /** Whether its message is still to be carried. */
        public boolean waits() {
            return state.filter(one -> one != State.SENT && one != State.FAILED).isPresent();
        }
    }

    /** Everything that was decided and sent from a run on, in order. */
    public List<Entry> entries(long fromRun) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select run.id as run, run.code, run.as_of, decision.label, decision.recipients, decision.reason,
                            decision.held, message.id, message.subject, delivery.address, delivery.state,
                            delivery.attempts, delivery.reply, delivery.changed
                        from decision join run on run.id = decision.run
                        left join message on message.id = decision.message
                        left join delivery on delivery.message = message.id
                        where run.id >= :from
                        order by run.id, decision.rowid, delivery.address""")
                .bind("from", fromRun)
                .map((row, context) -> entry(row))
                .list());
    }

    /** The mails that told of a finding, and how they stand with each mailbox, in order. */
    public List<Entry> telling(String fingerprint) {
        return database.read(handle -> handle.createQuery("""
                        select run.id as run, run.code, run.as_of, decision.label, decision.recipients, decision.reason,
                            decision.held, message.id, message.subject, delivery.address, delivery.state,
                            delivery.attempts, delivery.reply, delivery.changed
                        from decision join run on run.id = decision.run
                        join message on message.id = decision.message
                        join delivery on delivery.message = message.id
                        where message.id in (select message from told where fingerprint = :fingerprint)
                        order by run.id, decision.rowid, delivery.address""")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Optional<State> state = Optional.ofNullable(row.getString("state")).map(State::valueOf);
        return new Entry(
                row.getLong("run"),
                row.getString("code"),
                LocalDate.parse(row.getString("as_of")),
                row.getString("label"),
                row.getString("recipients"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("held")),
                Optional.ofNullable(row.getString("id")),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getString("address")),
                state,
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("reply")).orElse(""),
                state.isPresent() ? Optional.of(Instant.ofEpochMilli(row.getLong("changed"))) : Optional.empty());
    }
}
