package tidtam.app.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.facts.Sha256;
import tidtam.reports.history.ChainHead;

/** The chain of records: only ever added to, each record's hash covering the one before it. */
public final class Chain {
    /** Before the first record. */
    static final String NOTHING = "0".repeat(64);

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private final Database database;

    public Chain(Database database) {
        this.database = database;
    }

    /** One record, as it stands in the database. */
    record Stored(long number, String kind, long at, String who, String content, String hash) {
        /** What its hash must be after that of the record before it. */
        String expected(String before) {
            String fields = String.join(
                    "\n", before, Long.toString(number), length(kind), Long.toString(at), length(who), content);
            return Sha256.of(fields.getBytes(StandardCharsets.UTF_8));
        }

        /** A text may hold line breaks; its length keeps fields apart. */
        private static String length(String text) {
            return text.length() + ":" + text;
        }

        /** @throws DatabaseException where the content is damaged */
        JsonNode json() {
            try {
                return JSON.readTree(content);
            } catch (JsonProcessingException e) {
                throw new DatabaseException(DatabaseException.Why.DAMAGED, "record " + number + ": no JSON");
            }
        }

        Instant moment() {
            return Instant.ofEpochMilli(at);
        }
    }

    /** Adds a record within a transaction; gives its place. */
    static ChainHead append(Handle handle, String kind, Instant at, String who, Map<String, ?> content) {
        Optional<ChainHead> last = head(handle);
        Stored stored = new Stored(
                last.map(ChainHead::number).orElse(0L) + 1,
                kind,
                at.toEpochMilli(),
                who,
                JSON.valueToTree(content).toString(),
                "");
        String hash = stored.expected(last.map(ChainHead::hash).orElse(NOTHING));
        handle.createUpdate("""
                        insert into record (number, kind, at, who, content, hash)
                        values (:number, :kind, :at, :who, :content, :hash)""")
                .bind("number", stored.number())
                .bind("kind", kind)
                .bind("at", stored.at())
                .bind("who", who)
                .bind("content", stored.content())
                .bind("hash", hash)
                .execute();
        return new ChainHead(stored.number(), hash);
    }

    private static Optional<ChainHead> head(Handle handle) {
        return handle.createQuery("select number, hash from record order by number desc limit 1")
                .map((row, context) -> new ChainHead(row.getLong("number"), row.getString("hash")))
                .findOne();
    }

    /** The last record; empty where nothing was recorded. */
    public Optional<ChainHead> head() {
        return database.read(Chain::head);
    }

    static List<Stored> stored(Query query) {
        return query.map((row, context) -> new Stored(
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getLong("at"),
                        row.getString("who"),
                        row.getString("content"),
                        row.getString("hash")))
                .list();
    }
}
