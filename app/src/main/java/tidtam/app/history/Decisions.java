package tidtam.app.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.facts.Waiver;
import tidtam.reports.history.ChainHead;

/** What people decided about findings: added to, never changed. */
public final class Decisions {
    private final Database database;

    public Decisions(Database database) {
        this.database = database;
    }

    /** Records a decision; once this returns, it is kept whatever happens to the program. */
    public ChainHead decide(String plan, String fingerprint, Decision decision, Instant at, String who) {
        Map<String, Object> content = new TreeMap<>(fields(decision));
        content.put("plan", plan);
        content.put("fingerprint", fingerprint);
        return database.inTransaction(handle -> Chain.append(handle, decision.kind(), at, who, content));
    }

    private static Map<String, Object> fields(Decision decision) {
        Map<String, Object> fields = new HashMap<>();
        if (decision instanceof Decision.Acknowledge acknowledge) {
            fields.put("reason", acknowledge.reason());
            fields.put("promised", acknowledge.promised().toString());
        } else if (decision instanceof Decision.Waive waive) {
            fields.put("reason", waive.reason());
            fields.put("approver", waive.approver());
            fields.put("from", waive.from().toString());
            fields.put("to", waive.to().toString());
        } else if (decision instanceof Decision.Withdraw withdraw) {
            fields.put("waiver", withdraw.waiver());
            fields.put("reason", withdraw.reason());
        } else if (decision instanceof Decision.Comment comment) {
            fields.put("text", comment.text());
        } else if (decision instanceof Decision.Attach attach) {
            fields.put("where", attach.where());
            attach.sha256().ifPresent(hash -> fields.put("sha256", hash));
            fields.put("note", attach.note());
        } else if (decision instanceof Decision.Confirm confirm) {
            fields.put("reason", confirm.reason());
        }
        return fields;
    }

    /** Every decision, in the order in which they were taken. */
    public List<Decided> all() {
        return database
                .read(handle ->
                        Chain.stored(handle.createQuery("select * from record where kind <> 'RUN' order by number")))
                .stream()
                .map(Decisions::decided)
                .toList();
    }

    /** Those whose records have a number from the first to the last, both counted. */
    public List<Decided> between(long first, long last) {
        return database.read(handle -> Chain.stored(handle.createQuery(
                                "select * from record where kind <> 'RUN' and number between :first and :last order by number")
                        .bind("first", first)
                        .bind("last", last))
                .stream()
                .map(Decisions::decided)
                .toList());
    }

    /** Those about one finding. */
    public List<Decided> about(String fingerprint) {
        return database.read(handle -> Chain.stored(handle.createQuery("""
                                select * from record where kind <> 'RUN' and json_extract(content, '$.fingerprint') = :fingerprint
                                order by number""").bind("fingerprint", fingerprint)).stream()
                .map(Decisions::decided)
                .toList());
    }

    private static Decided decided(Chain.Stored stored) {
        JsonNode json = stored.json();
        return new Decided(
                stored.number(),
                stored.moment(),
                stored.who(),
                text(json, "plan"),
                text(json, "fingerprint"),
                decision(stored.kind(), json));
    }

    private static Decision decision(String kind, JsonNode json) {
        return switch (kind) {
            case "ACKNOWLEDGE" -> new Decision.Acknowledge(text(json, "reason"), day(json, "promised"));
            case "WAIVE" ->
                new Decision.Waive(text(json, "reason"), text(json, "approver"), day(json, "from"), day(json, "to"));
            case "WITHDRAW" -> new Decision.Withdraw(json.path("waiver").asLong(), text(json, "reason"));
            case "COMMENT" -> new Decision.Comment(text(json, "text"));
            case "ATTACH" ->
                new Decision.Attach(
                        text(json, "where"),
                        json.has("sha256") ? Optional.of(text(json, "sha256")) : Optional.empty(),
                        text(json, "note"));
            case "CONFIRM" -> new Decision.Confirm(text(json, "reason"));
            default -> throw new DatabaseException(DatabaseException.Why.DAMAGED, "a decision of kind " + kind);
        };
    }

    static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static LocalDate day(JsonNode json, String name) {
        return LocalDate.parse(text(json, name));
    }

    /** The waivers that nobody withdrew, whenever they hold. */
    public List<Waiver> waivers() {
        List<Decided> all = all();
        Set<Long> withdrawn = new HashSet<>();
        all.forEach(decided -> {
            if (decided.decision() instanceof Decision.Withdraw withdraw) {
                withdrawn.add(withdraw.waiver());
            }
        });
        return all.stream()
                .filter(decided -> !withdrawn.contains(decided.record()))
                .flatMap(Decisions::waiver)
                .toList();
    }

    /** Those of a run, also where one was taken down or withdrawn while it was at work. */
    public List<Waiver> waivers(Run run) {
        return all().stream()
                .filter(decided -> run.waivers().contains(decided.record()))
                .flatMap(Decisions::waiver)
                .toList();
    }

    private static Stream<Waiver> waiver(Decided decided) {
        return decided.decision() instanceof Decision.Waive waive
                ? Stream.of(new Waiver(
                        decided.plan(),
                        decided.fingerprint(),
                        waive.reason(),
                        waive.approver(),
                        waive.from(),
                        waive.to(),
                        decided.record()))
                : Stream.empty();
    }

    /** The last acknowledgement of each finding, by fingerprint. */
    public Map<String, Decided> acknowledgements() {
        Map<String, Decided> last = new HashMap<>();
        all().stream()
                .filter(decided -> decided.decision() instanceof Decision.Acknowledge)
                .forEach(decided -> last.put(decided.fingerprint(), decided));
        return last;
    }
}
