package tidtam.app.history;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import tidtam.facts.Severity;
import tidtam.facts.Sha256;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.Sighting;

/** What is kept of one plan in a run, and the digest by which its record vouches for it. */
record PlanRows(
        String agency,
        String round,
        Optional<Long> before,
        History.Figures figures,
        List<Sighting> sightings,
        List<Head> heads) {
    private static final String FIELD = "\u001f";

    /** @param name empty where the plan does not say it */
    record Head(String division, String name, String email) {}

    private int count(Lifecycle state) {
        return (int) sightings.stream().filter(one -> one.state() == state).count();
    }

    /** Over everything that is kept of it, column by column. */
    String digest(LocalDate asOf) {
        List<List<@Nullable String>> seen = new ArrayList<>();
        for (int i = 0; i < sightings.size(); i++) {
            seen.add(columns(i, sightings.get(i)));
        }
        return digest(
                List.of(columns(asOf)),
                seen,
                heads.stream()
                        .map(head -> Arrays.<@Nullable String>asList(head.division(), head.name(), head.email()))
                        .toList());
    }

    private List<@Nullable String> columns(LocalDate asOf) {
        List<@Nullable String> columns = new ArrayList<>(Arrays.<@Nullable String>asList(
                asOf.toString(), agency, round, before.map(Object::toString).orElse(null)));
        IntStream.of(
                        figures.errors(),
                        figures.warnings(),
                        figures.infos(),
                        figures.waived(),
                        count(Lifecycle.NEW),
                        count(Lifecycle.WORSENED),
                        count(Lifecycle.REOPENED),
                        count(Lifecycle.RESOLVED),
                        count(Lifecycle.ABSENT))
                .mapToObj(Integer::toString)
                .forEach(columns::add);
        return columns;
    }

    private static List<@Nullable String> columns(int ordinal, Sighting one) {
        return Arrays.<@Nullable String>asList(
                Integer.toString(ordinal),
                one.fingerprint(),
                one.state().name(),
                one.since().toString(),
                one.rule(),
                one.severity().name(),
                Integer.toString(one.periods()),
                String.join(FIELD, one.measures()),
                one.label(),
                String.join(FIELD, one.divisions()),
                one.cell().orElse(null),
                one.due().map(LocalDate::toString).orElse(null),
                one.daysOverdue().isPresent()
                        ? Integer.toString(one.daysOverdue().getAsInt())
                        : null,
                one.thai(),
                one.english(),
                one.waived() ? "1" : "0");
    }

    /** The digest of what stands in the database, whatever that is by now. */
    static String digest(Handle handle, long run, String plan) {
        return digest(
                rows(handle, run, plan, """
                        select as_of, agency, round, before, errors, warnings, infos, waived, fresh, worsened, reopened, resolved, absent
                        from run_plan where run = :run and plan = :plan"""),
                rows(handle, run, plan, """
                        select ordinal, fingerprint, state, since, rule, severity, periods, measures, label, divisions, cell, due,
                            days_overdue, thai, english, waived
                        from sighting join sentence on sentence.id = sighting.sentence
                        where run = :run and plan = :plan order by ordinal"""),
                rows(
                        handle,
                        run,
                        plan,
                        "select division, name, email from head where run = :run and plan = :plan order by division"));
    }

    private static List<List<@Nullable String>> rows(Handle handle, long run, String plan, String query) {
        return handle.createQuery(query)
                .bind("run", run)
                .bind("plan", plan)
                .map((row, context) -> {
                    List<@Nullable String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getString(i));
                    }
                    return columns;
                })
                .list();
    }

    /** Lengths keep texts apart, whatever they hold. */
    private static String digest(
            List<List<@Nullable String>> plan,
            List<List<@Nullable String>> sightings,
            List<List<@Nullable String>> heads) {
        StringBuilder all = new StringBuilder();
        for (List<List<@Nullable String>> table : List.of(plan, sightings, heads)) {
            all.append(table.size()).append('\n');
            for (List<@Nullable String> row : table) {
                for (String text : row) {
                    all.append(text == null ? "-" : text.length() + ":" + text);
                }
                all.append('\n');
            }
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    void insert(Handle handle, long run, String plan, LocalDate asOf) {
        handle.createUpdate("""
                        insert into run_plan values (:run, :plan, :asOf, :agency, :round, :before, :errors, :warnings, :infos, :waived,
                            :fresh, :worsened, :reopened, :resolved, :absent)""")
                .bind("run", run)
                .bind("plan", plan)
                .bind("asOf", asOf.toString())
                .bind("agency", agency)
                .bind("round", round)
                .bind("before", before)
                .bind("errors", figures.errors())
                .bind("warnings", figures.warnings())
                .bind("infos", figures.infos())
                .bind("waived", figures.waived())
                .bind("fresh", count(Lifecycle.NEW))
                .bind("worsened", count(Lifecycle.WORSENED))
                .bind("reopened", count(Lifecycle.REOPENED))
                .bind("resolved", count(Lifecycle.RESOLVED))
                .bind("absent", count(Lifecycle.ABSENT))
                .execute();
        insertSentences(handle);
        insertSightings(handle, run, plan);
        for (Head head : heads) {
            handle.execute(
                    "insert into head values (?, ?, ?, ?, ?)", run, plan, head.division(), head.name(), head.email());
        }
    }

    private void insertSentences(Handle handle) {
        if (sightings.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into sentence (thai, english) values (:thai, :english) on conflict do nothing");
        sightings.forEach(one ->
                batch.bind("thai", one.thai()).bind("english", one.english()).add());
        batch.execute();
    }

    private void insertSightings(Handle handle, long run, String plan) {
        if (sightings.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into sighting values (:run, :plan, :ordinal, :fingerprint, :state, :since, :rule, :severity, :periods, :measures,
                    :label, :divisions, :cell, :due, :days,
                    (select id from sentence where thai = :thai and english = :english), :waived)""");
        for (int i = 0; i < sightings.size(); i++) {
            Sighting one = sightings.get(i);
            batch.bind("run", run)
                    .bind("plan", plan)
                    .bind("ordinal", i)
                    .bind("fingerprint", one.fingerprint())
                    .bind("state", one.state().name())
                    .bind("since", one.since().toString())
                    .bind("rule", one.rule())
                    .bind("severity", one.severity().name())
                    .bind("periods", one.periods())
                    .bind("measures", String.join(FIELD, one.measures()))
                    .bind("label", one.label())
                    .bind("divisions", String.join(FIELD, one.divisions()))
                    .bind("cell", one.cell())
                    .bind("due", one.due().map(LocalDate::toString))
                    .bind("days", one.daysOverdue())
                    .bind("thai", one.thai())
                    .bind("english", one.english())
                    .bind("waived", one.waived() ? 1 : 0)
                    .add();
        }
        batch.execute();
    }

    static List<Sighting> sightings(Handle handle, long run, String plan) {
        return handle.createQuery("""
                        select sighting.*, thai, english from sighting join sentence on sentence.id = sighting.sentence
                        where run = :run and plan = :plan order by ordinal""")
                .bind("run", run)
                .bind("plan", plan)
                .map((row, context) -> sighting(row))
                .list();
    }

    static Sighting sighting(ResultSet row) throws SQLException {
        int days = row.getInt("days_overdue");
        OptionalInt overdue = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(days);
        return new Sighting(
                row.getString("fingerprint"),
                Lifecycle.valueOf(row.getString("state")),
                LocalDate.parse(row.getString("since")),
                row.getString("rule"),
                Severity.valueOf(row.getString("severity")),
                row.getInt("periods"),
                members(row.getString("measures")),
                row.getString("label"),
                members(row.getString("divisions")),
                Optional.ofNullable(row.getString("cell")),
                Optional.ofNullable(row.getString("due")).map(LocalDate::parse),
                overdue,
                row.getString("thai"),
                row.getString("english"),
                row.getInt("waived") != 0);
    }

    private static List<String> members(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(FIELD, -1));
    }

    static List<Head> heads(Handle handle, long run, String plan) {
        return handle.createQuery(
                        "select division, name, email from head where run = :run and plan = :plan order by division")
                .bind("run", run)
                .bind("plan", plan)
                .map((row, context) ->
                        new Head(row.getString("division"), row.getString("name"), row.getString("email")))
                .list();
    }

    /** The run that a plan is compared with. */
    static Optional<Long> before(ResultSet row) throws SQLException {
        long before = row.getLong("before");
        return row.wasNull() ? Optional.empty() : Optional.of(before);
    }
}
