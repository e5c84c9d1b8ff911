package tidtam.app.history;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tidtam.app.store.Database;
import tidtam.app.store.Octets;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.RunInfo;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycles;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;

/** A data folder in which runs and decisions are recorded, each a minute after the one before, and its tampering hand. */
final class Office implements AutoCloseable {
    private final Path folder;
    private final Database database;
    private final List<ChainHead> noted = new ArrayList<>();
    private Instant now = Instant.parse("2023-04-01T01:00:00Z");
    private String who = "clerk";

    Office(Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
    }

    Office clock(Instant moment) {
        now = moment;
        return this;
    }

    Office by(String person) {
        who = person;
        return this;
    }

    History history() {
        return new History(database);
    }

    Decisions decisions() {
        return new Decisions(database);
    }

    Database database() {
        return database;
    }

    /** The heads of everything that was recorded. */
    List<ChainHead> noted() {
        return List.copyOf(noted);
    }

    RunHistory run(LocalDate day, PlanOnADay... plans) {
        List<Checked> inputs = new ArrayList<>();
        Map<String, Octets> workbooks = new HashMap<>();
        for (PlanOnADay plan : plans) {
            Evaluation evaluation = plan.on(day);
            byte[] workbook = ("workbook " + noted.size() + " " + inputs.size()).getBytes(StandardCharsets.UTF_8);
            workbooks.put(Sha256.of(workbook), new Octets(workbook));
            inputs.add(new Checked.Evaluated("แผน-" + inputs.size() + ".xlsx", Sha256.of(workbook), evaluation));
        }
        if (plans.length == 0) {
            inputs.add(new Checked.Unreadable("แผน.xlsx", Optional.empty(), Checked.Why.DAMAGED));
        }
        SortedMap<String, Octets> rules = new TreeMap<>(Map.of("own.drl", octets("rule")));
        RunHistory recorded = history()
                .record(
                        new NewRun(
                                new CheckResult(new RunInfo(day, "0.1.0", "sha256:0", new TreeMap<>()), inputs),
                                Optional.empty(),
                                Sha256.of("json".getBytes(StandardCharsets.UTF_8)),
                                Optional.of(octets("lang: th")),
                                rules,
                                workbooks,
                                new Lifecycles(Office::thai, Office::english)),
                        tick(),
                        who);
        noted.add(recorded.head());
        return recorded;
    }

    static String thai(Finding finding) {
        return "ไม่มีวันที่ แถว "
                + finding.cell().map(cell -> cell.cell().toString()).orElse("");
    }

    static String english(Finding finding) {
        return "no date, " + finding.cell().map(cell -> cell.cell().toString()).orElse("");
    }

    private static Octets octets(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    /** The only plan of a run. */
    static PlanHistory only(RunHistory run) {
        return run.plans().values().iterator().next();
    }

    /** How each measure's finding stands: {@code E1 NEW}. */
    static Set<String> states(PlanHistory plan) {
        Set<String> states = new TreeSet<>();
        plan.sightings()
                .forEach(one -> states.add(
                        String.join("+", one.measures()) + " " + one.state().name()));
        return states;
    }

    static Set<String> states(RunHistory run) {
        return states(only(run));
    }

    ChainHead decide(String key, Decision decision) {
        ChainHead head = decisions()
                .decide(
                        PlanOnADay.plan().on(LocalDate.EPOCH).planKey(),
                        PlanOnADay.fingerprint(key),
                        decision,
                        tick(),
                        who);
        noted.add(head);
        return head;
    }

    Verification verify() {
        return verify(List.of());
    }

    Verification verify(Collection<ChainHead> known) {
        return new Verifier(database).verify(known);
    }

    /** Changes the database behind the program's back. */
    void tamper(String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("drop index if exists record_finding");
            for (String one : statements) {
                statement.execute(one);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
