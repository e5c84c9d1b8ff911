package tidtam.app.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.reports.history.ChainHead;

/** Looks through the whole chain, and through everything that its records vouch for. */
public final class Verifier {
    private final Database database;

    public Verifier(Database database) {
        this.database = database;
    }

    /**
     * Looks through it.
     *
     * @param known heads that were printed or noted: a chain cannot show by itself that its end was cut off
     */
    public Verification verify(Collection<ChainHead> known) {
        return database.read(handle -> new Look(handle).through(known));
    }

    private static final class Look {
        private final Handle handle;
        private final List<Verification.Fault> faults = new ArrayList<>();

        Look(Handle handle) {
            this.handle = handle;
        }

        Verification through(Collection<ChainHead> known) {
            List<Chain.Stored> records = Chain.stored(handle.createQuery("select * from record order by number"));
            String before = Chain.NOTHING;
            long expected = 1;
            for (Chain.Stored record : records) {
                if (record.number() < expected) {
                    fault(record.number(), Verification.What.CHANGED, record.kind());
                } else if (record.number() > expected) {
                    fault(expected, Verification.What.MISSING, expected + "–" + (record.number() - 1));
                } else if (!record.hash().equals(record.expected(before))) {
                    fault(record.number(), Verification.What.CHANGED, record.kind());
                }
                before = record.hash();
                expected = record.number() + 1;
            }
            records.stream().filter(record -> record.kind().equals("RUN")).forEach(this::run);
            strayRows();
            known.forEach(head -> known(head, records));
            Optional<ChainHead> head =
                    records.isEmpty() ? Optional.empty() : Optional.of(new ChainHead(expected - 1, before));
            return new Verification(records.size(), head, List.copyOf(faults));
        }

        private void fault(long record, Verification.What what, String detail) {
            faults.add(new Verification.Fault(record, what, detail));
        }

        private void known(ChainHead head, List<Chain.Stored> records) {
            Optional<Chain.Stored> record = records.stream()
                    .filter(one -> one.number() == head.number())
                    .findFirst();
            long last = records.isEmpty() ? 0 : records.get(records.size() - 1).number();
            if (head.number() > last) {
                fault(head.number(), Verification.What.TRUNCATED, head.toString());
            } else if (record.filter(one -> one.hash().equals(head.hash())).isEmpty()) {
                fault(head.number(), Verification.What.OTHER_HEAD, head.toString());
            }
        }

        private void run(Chain.Stored record) {
            JsonNode content;
            try {
                content = record.json();
            } catch (DatabaseException e) {
                if (faults.stream().noneMatch(fault -> fault.record() == record.number())) {
                    fault(record.number(), Verification.What.CHANGED, record.kind());
                }
                return;
            }
            content.path("plans").properties().forEach(plan -> {
                vouched.add(new Part(record.number(), plan.getKey()));
                if (!PlanRows.digest(handle, record.number(), plan.getKey())
                        .equals(plan.getValue().asText())) {
                    fault(record.number(), Verification.What.FINDINGS_CHANGED, plan.getKey());
                }
            });
            content.path("inputs")
                    .forEach(input -> kept(record, input.path("sha256").asText()));
            content.path("rules").forEach(rule -> kept(record, rule.asText()));
            kept(record, content.path("settings").asText());
        }

        private record Part(long run, String plan) {}

        private final Set<Part> vouched = new HashSet<>();
        private final Set<String> sound = new HashSet<>();

        private void kept(Chain.Stored record, String sha256) {
            if (sha256.isEmpty() || sound.contains(sha256)) {
                return;
            }
            boolean same = History.kept(handle, sha256)
                    .filter(octets -> History.digest(octets).equals(sha256))
                    .isPresent();
            if (same) {
                sound.add(sha256);
            } else {
                fault(record.number(), Verification.What.INPUT_CHANGED, sha256);
            }
        }

        /** Rows that no record vouches for, and sentences that no finding says: those belong to no record and stand under 0. */
        private void strayRows() {
            handle
                    .createQuery(
                            "select run, plan from run_plan union select run, plan from sighting union select run, plan from head")
                    .map((row, context) -> new Part(row.getLong("run"), row.getString("plan")))
                    .list()
                    .stream()
                    .filter(part -> !vouched.contains(part))
                    .forEach(part -> fault(part.run(), Verification.What.FINDINGS_CHANGED, part.plan()));
            handle.createQuery("select id from sentence where id not in (select sentence from sighting) order by id")
                    .mapTo(Long.class)
                    .forEach(id -> fault(0, Verification.What.FINDINGS_CHANGED, "sentence " + id));
        }
    }
}
