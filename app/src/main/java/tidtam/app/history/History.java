package tidtam.app.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tidtam.app.store.Database;
import tidtam.app.store.Octets;
import tidtam.facts.Division;
import tidtam.facts.EmailAddress;
import tidtam.facts.Evaluation;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;
import tidtam.reports.history.Sighting;

/** Runs as they were recorded, and what became of their findings. */
public final class History {
    /** So many points of a trend are shown. */
    private static final int TREND = 60;

    private final Database database;

    public History(Database database) {
        this.database = database;
    }

    /**
     * Records a run with its inputs, all of it or nothing; once this returns, it is kept whatever happens to the program.
     *
     * @return what became of the findings, and the head of the chain, whose number is the run's
     */
    public RunHistory record(NewRun run, Instant at, String who) {
        return database.inTransaction(handle -> new Recording(handle, run).carryOut(at, who));
    }

    /** A run on its way into the database. */
    private static final class Recording {
        private final Handle handle;
        private final NewRun run;
        private final LocalDate asOf;
        private final SortedMap<String, List<Evaluation>> evaluations;

        Recording(Handle handle, NewRun run) {
            this.handle = handle;
            this.run = run;
            this.asOf = run.result().run().asOf();
            this.evaluations = run.result().evaluations().stream()
                    .collect(Collectors.groupingBy(Evaluation::planKey, TreeMap::new, Collectors.toList()));
        }

        RunHistory carryOut(Instant at, String who) {
            SortedMap<String, PlanRows> rows = new TreeMap<>();
            evaluations.forEach((key, plan) -> rows.put(key, rows(key, plan)));
            keep();
            ChainHead head = Chain.append(handle, "RUN", at, who, content(rows));
            rows.forEach((key, plan) -> plan.insert(handle, head.number(), key, asOf));
            SortedMap<String, PlanHistory> plans = new TreeMap<>();
            rows.forEach((key, plan) -> plans.put(
                    key,
                    new PlanHistory(
                            plan.before().map(before -> asOf(handle, before, key)),
                            plan.sightings(),
                            trend(handle, key, asOf, head.number()))));
            return new RunHistory(plans, head);
        }

        private PlanRows rows(String key, List<Evaluation> plan) {
            Optional<Long> before = before(handle, key, asOf, Long.MAX_VALUE);
            Map<String, Long> confirmed = confirmed(handle, key, asOf);
            List<Sighting> known =
                    before.map(number -> PlanRows.sightings(handle, number, key)).orElse(List.of()).stream()
                            .filter(one -> one.state() != Lifecycle.ABSENT || !settledBy(key, one, confirmed))
                            .toList();
            Set<String> settled = new HashSet<>(settled(handle, key, asOf));
            settled.addAll(confirmed.keySet());
            List<Sighting> sightings = run.lifecycles().of(plan, known, settled);
            List<ReportedFinding> findings =
                    plan.stream().flatMap(one -> one.findings().stream()).toList();
            Evaluation first = plan.get(0);
            return new PlanRows(
                    first.plan().title().agency().orElse(""),
                    first.round().toString(),
                    before,
                    Figures.of(findings),
                    sightings,
                    heads(plan));
        }

        /** A confirmation is about the absence that it was given for, not about a later one. */
        private boolean settledBy(String plan, Sighting absent, Map<String, Long> confirmed) {
            long record = confirmed.getOrDefault(absent.fingerprint(), 0L);
            return record > 0 && record > lastFound(handle, plan, absent.fingerprint(), asOf);
        }

        private static List<PlanRows.Head> heads(List<Evaluation> plan) {
            SortedMap<String, PlanRows.Head> heads = new TreeMap<>();
            for (Evaluation evaluation : plan) {
                for (Division division : evaluation.plan().records().divisions()) {
                    heads.putIfAbsent(
                            division.name(),
                            new PlanRows.Head(
                                    division.name(),
                                    division.head().orElse(""),
                                    division.email().orElse("")));
                }
            }
            return List.copyOf(heads.values());
        }

        private void keep() {
            run.workbooks().forEach(this::keep);
            run.settings().ifPresent(octets -> keep(digest(octets), octets));
            run.rules().values().forEach(octets -> keep(digest(octets), octets));
        }

        private void keep(String sha256, Octets octets) {
            handle.createUpdate("insert into kept (sha256, bytes) values (:sha256, :bytes) on conflict do nothing")
                    .bind("sha256", sha256)
                    .bind("bytes", octets.bytes())
                    .execute();
        }

        private Map<String, Object> content(SortedMap<String, PlanRows> rows) {
            CheckResult result = run.result();
            Map<String, Object> content = new TreeMap<>();
            content.put("asOf", asOf.toString());
            run.round().ifPresent(round -> content.put("round", round));
            content.put("tidtam", result.run().tidtam());
            content.put("rulesDigest", result.run().rulesDigest());
            content.put("result", run.json());
            run.settings().ifPresent(octets -> content.put("settings", digest(octets)));
            SortedMap<String, String> rules = new TreeMap<>();
            run.rules().forEach((name, octets) -> rules.put(name, digest(octets)));
            content.put("rules", rules);
            content.put("waivers", run.waivers());
            content.put("inputs", result.inputs().stream().map(Recording::input).toList());
            SortedMap<String, String> plans = new TreeMap<>();
            rows.forEach((key, plan) -> plans.put(key, plan.digest(asOf)));
            content.put("plans", plans);
            return content;
        }

        private static Map<String, String> input(Checked input) {
            Map<String, String> one = new TreeMap<>();
            one.put("path", input.path());
            input.sha256().ifPresent(hash -> one.put("sha256", hash));
            if (input instanceof Checked.Unreadable unreadable) {
                one.put("why", unreadable.why().name());
            }
            return one;
        }
    }

    static String digest(Octets octets) {
        return Sha256.of(octets.bytes());
    }

    /** How many findings, those waived apart. */
    record Figures(int errors, int warnings, int infos, int waived) {
        static Figures of(Collection<ReportedFinding> findings) {
            return new Figures(
                    count(findings, Severity.ERROR),
                    count(findings, Severity.WARNING),
                    count(findings, Severity.INFO),
                    (int) findings.stream().filter(ReportedFinding::waived).count());
        }

        private static int count(Collection<ReportedFinding> findings, Severity severity) {
            return (int) findings.stream()
                    .filter(one -> !one.waived() && one.severity() == severity)
                    .count();
        }
    }

    /** The run that one of this day is compared with: the last of its plan up to that day. */
    private static Optional<Long> before(Handle handle, String plan, LocalDate asOf, long number) {
        return handle.createQuery("""
                        select run from run_plan where plan = :plan and as_of <= :asOf and run < :number
                        order by as_of desc, run desc limit 1""")
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .bind("number", number)
                .mapTo(Long.class)
                .findOne();
    }

    private static LocalDate asOf(Handle handle, long run, String plan) {
        return LocalDate.parse(handle.createQuery("select as_of from run_plan where run = :run and plan = :plan")
                .bind("run", run)
                .bind("plan", plan)
                .mapTo(String.class)
                .one());
    }

    private static List<String> settled(Handle handle, String plan, LocalDate asOf) {
        return handle.createQuery("""
                        select distinct fingerprint from sighting join run_plan using (run, plan)
                        where plan = :plan and state = 'RESOLVED' and as_of <= :asOf""")
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .mapTo(String.class)
                .list();
    }

    /** What somebody confirmed up to that day, each with the record that did so last. */
    private static Map<String, Long> confirmed(Handle handle, String plan, LocalDate asOf) {
        Map<String, Long> confirmed = new HashMap<>();
        handle.createQuery("""
                        select json_extract(content, '$.fingerprint') as fingerprint, number from record
                        where kind = 'CONFIRM' and json_extract(content, '$.plan') = :plan
                        and exists (
                            select 1 from sighting join run_plan using (run, plan)
                            where fingerprint = json_extract(content, '$.fingerprint') and plan = :plan and run < number and as_of <= :asOf)
                        order by number""")
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .map((row, context) -> Map.entry(row.getString("fingerprint"), row.getLong("number")))
                .forEach(one -> confirmed.put(one.getKey(), one.getValue()));
        return confirmed;
    }

    /** The run that found it last, up to that day. */
    private static long lastFound(Handle handle, String plan, String fingerprint, LocalDate asOf) {
        return handle.createQuery("""
                        select coalesce(max(run), 0) from sighting join run_plan using (run, plan)
                        where fingerprint = :fingerprint and plan = :plan and state not in ('RESOLVED', 'ABSENT') and as_of <= :asOf""")
                .bind("fingerprint", fingerprint)
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .mapTo(Long.class)
                .one();
    }

    private static List<PlanHistory.Point> trend(Handle handle, String plan, LocalDate asOf, long run) {
        List<PlanHistory.Point> points = new ArrayList<>(handle.createQuery("""
                        select as_of, errors, warnings, infos, waived from run_plan where (as_of, run) in (
                            select as_of, max(run) from run_plan where plan = :plan and as_of <= :asOf and run <= :run group by as_of)
                        and plan = :plan order by as_of desc limit :most""")
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .bind("run", run)
                .bind("most", TREND)
                .map((row, context) -> new PlanHistory.Point(
                        LocalDate.parse(row.getString("as_of")),
                        row.getInt("errors"),
                        row.getInt("warnings"),
                        row.getInt("infos"),
                        row.getInt("waived")))
                .list());
        Collections.reverse(points);
        return List.copyOf(points);
    }

    /** What became of the findings of a run, as it was recorded. */
    public Optional<RunHistory> recorded(long number) {
        return database.read(handle -> find(handle, number).map(run -> {
            SortedMap<String, PlanHistory> plans = new TreeMap<>();
            for (Run.Plan plan : run.plans()) {
                plans.put(
                        plan.key(),
                        new PlanHistory(
                                plan.before().map(before -> asOf(handle, before, plan.key())),
                                PlanRows.sightings(handle, number, plan.key()),
                                trend(handle, plan.key(), run.asOf(), number)));
            }
            String hash = handle.createQuery("select hash from record where number = :number")
                    .bind("number", number)
                    .mapTo(String.class)
                    .one();
            return new RunHistory(plans, new ChainHead(number, hash));
        }));
    }

    /** The last runs, newest first. */
    public List<Run> runs(int most) {
        return database.read(handle -> runs(
                handle,
                Chain.stored(
                        handle.createQuery("select * from record where kind = 'RUN' order by number desc limit :most")
                                .bind("most", most))));
    }

    /** The runs of a number from the first to the last, both counted, newest first. */
    public List<Run> runs(long first, long last) {
        return database.read(handle -> runs(
                handle,
                Chain.stored(handle.createQuery(
                                "select * from record where kind = 'RUN' and number between :first and :last order by number desc")
                        .bind("first", first)
                        .bind("last", last))));
    }

    /** A run by its number. */
    public Optional<Run> find(long number) {
        return database.read(handle -> find(handle, number));
    }

    private static Optional<Run> find(Handle handle, long number) {
        return runs(
                        handle,
                        Chain.stored(handle.createQuery("select * from record where kind = 'RUN' and number = :number")
                                .bind("number", number)))
                .stream()
                .findFirst();
    }

    /** The run that was recorded last. */
    public Optional<Run> latest() {
        return runs(1).stream().findFirst();
    }

    private static List<Run> runs(Handle handle, List<Chain.Stored> records) {
        Map<Long, List<Run.Plan>> plans = new LinkedHashMap<>();
        if (!records.isEmpty()) {
            long first = records.stream().mapToLong(Chain.Stored::number).min().orElse(0);
            long last = records.stream().mapToLong(Chain.Stored::number).max().orElse(0);
            handle.createQuery("select * from run_plan where run between :first and :last order by run, plan")
                    .bind("first", first)
                    .bind("last", last)
                    .map((row, context) -> Map.entry(row.getLong("run"), plan(row)))
                    .forEach(entry -> plans.computeIfAbsent(entry.getKey(), none -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return records.stream()
                .map(record -> run(record, plans.getOrDefault(record.number(), List.of())))
                .toList();
    }

    private static Run run(Chain.Stored record, List<Run.Plan> plans) {
        JsonNode json = record.json();
        SortedMap<String, String> rules = new TreeMap<>();
        json.path("rules")
                .properties()
                .forEach(entry -> rules.put(entry.getKey(), entry.getValue().asText()));
        List<Long> waivers = new ArrayList<>();
        json.path("waivers").forEach(waiver -> waivers.add(waiver.asLong()));
        List<Run.Input> inputs = new ArrayList<>();
        json.path("inputs")
                .forEach(input -> inputs.add(new Run.Input(
                        Decisions.text(input, "path"), optional(input, "sha256"), optional(input, "why"))));
        return new Run(
                record.number(),
                record.moment(),
                record.who(),
                LocalDate.parse(Decisions.text(json, "asOf")),
                optional(json, "round"),
                Decisions.text(json, "tidtam"),
                Decisions.text(json, "rulesDigest"),
                Decisions.text(json, "result"),
                optional(json, "settings"),
                rules,
                List.copyOf(waivers),
                List.copyOf(inputs),
                List.copyOf(plans));
    }

    private static Optional<String> optional(JsonNode json, String name) {
        return json.has(name) ? Optional.of(Decisions.text(json, name)) : Optional.empty();
    }

    private static Run.Plan plan(ResultSet row) throws SQLException {
        Map<Lifecycle, Integer> became = new EnumMap<>(Lifecycle.class);
        became.put(Lifecycle.NEW, row.getInt("fresh"));
        became.put(Lifecycle.WORSENED, row.getInt("worsened"));
        became.put(Lifecycle.REOPENED, row.getInt("reopened"));
        became.put(Lifecycle.RESOLVED, row.getInt("resolved"));
        became.put(Lifecycle.ABSENT, row.getInt("absent"));
        return new Run.Plan(
                row.getString("plan"),
                row.getString("agency"),
                row.getString("round"),
                PlanRows.before(row),
                row.getInt("errors"),
                row.getInt("warnings"),
                row.getInt("infos"),
                row.getInt("waived"),
                Map.copyOf(became));
    }

    /** The findings of one plan in a run, then what was settled or absent. */
    public List<Sighting> sightings(long run, String plan) {
        return database.read(handle -> PlanRows.sightings(handle, run, plan));
    }

    /** A finding in one run. */
    public record Seen(long run, LocalDate asOf, Instant at, String plan, Sighting sighting) {}

    /** How a finding stood when something about it changed, and how it stands now; oldest first. */
    public List<Seen> life(String fingerprint) {
        List<Seen> all = database.read(handle -> seen(handle, "fingerprint = :fingerprint", fingerprint));
        List<Seen> changes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Lifecycle state = all.get(i).sighting().state();
            boolean same = state == Lifecycle.UNCHANGED
                    || (state == Lifecycle.ABSENT
                            && i > 0
                            && all.get(i - 1).sighting().state() == state);
            boolean waiver = i > 0
                    && all.get(i).sighting().waived()
                            != all.get(i - 1).sighting().waived();
            if (!same || waiver || i == all.size() - 1) {
                changes.add(all.get(i));
            }
        }
        return List.copyOf(changes);
    }

    /** How each finding whose fingerprint begins so stood when it was last looked at. */
    public List<Seen> beginning(String prefix) {
        List<Seen> all = database.read(
                handle -> seen(handle, "fingerprint >= :fingerprint and fingerprint < :fingerprint || 'g'", prefix));
        Map<String, Seen> last = new TreeMap<>();
        all.forEach(one -> last.put(one.sighting().fingerprint(), one));
        return List.copyOf(last.values());
    }

    private static List<Seen> seen(Handle handle, String which, String fingerprint) {
        return handle.createQuery("""
                        select sighting.*, thai, english, run_plan.as_of, record.at from sighting
                        join sentence on sentence.id = sighting.sentence
                        join run_plan on run_plan.run = sighting.run and run_plan.plan = sighting.plan
                        join record on record.number = sighting.run
                        where\s""" + which + " order by run_plan.as_of, sighting.run")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> new Seen(
                        row.getLong("run"),
                        LocalDate.parse(row.getString("as_of")),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("plan"),
                        PlanRows.sighting(row)))
                .list();
    }

    /** Who heads a division, as a run's workbooks say it. */
    public record DivisionHead(String division, String name, Optional<EmailAddress> email) {}

    /** Those of a plan in a run. */
    public List<DivisionHead> heads(long run, String plan) {
        return database.read(handle -> PlanRows.heads(handle, run, plan)).stream()
                .map(head -> new DivisionHead(head.division(), head.name(), EmailAddress.find(head.email())))
                .toList();
    }

    /** Something kept, as it was read. */
    public Optional<Octets> kept(String sha256) {
        return database.read(handle -> kept(handle, sha256));
    }

    static Optional<Octets> kept(Handle handle, String sha256) {
        return handle.createQuery("select bytes from kept where sha256 = :sha256")
                .bind("sha256", sha256)
                .mapTo(byte[].class)
                .findOne()
                .map(Octets::new);
    }
}
