package tidtam.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.NewRun;
import tidtam.app.history.NotedHeads;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.app.store.Octets;
import tidtam.facts.Round;
import tidtam.facts.Sha256;
import tidtam.facts.Waiver;
import tidtam.reports.CheckResult;
import tidtam.reports.FindingsJson;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycles;
import tidtam.reports.history.RunHistory;

/** Where an office's runs and decisions are kept, in the data folder that its settings file names. */
final class Memory implements AutoCloseable {
    private static final List<String> NAMES = List.of("USER", "LOGNAME", "USERNAME");

    private final Rules rules;
    private final Command.Session session;
    private final Database database;
    private final Map<String, Octets> workbooks = new ConcurrentHashMap<>();

    private Memory(Rules rules, Command.Session session, Database database) {
        this.rules = rules;
        this.session = session;
        this.database = database;
    }

    /** What a run is recorded in; empty where no settings file says that there is an office. */
    static Optional<Memory> of(Rules rules, Command.Session session) {
        return rules.settingsBytes().map(file -> open(rules, session));
    }

    /** Opens it, making it where there is none yet. */
    static Memory open(Rules rules, Command.Session session) {
        try {
            return new Memory(rules, session, Database.open(data(rules)));
        } catch (DatabaseException e) {
            throw refused(e, rules, session.voice());
        }
    }

    /** One that shares a database, which stays open. */
    static Memory in(Database database, Rules rules, Command.Session session) {
        return new Memory(rules, session, database);
    }

    /** The folder. */
    static Path data(Rules rules) {
        return rules.warnings().data();
    }

    static Refused refused(DatabaseException e, Rules rules, Voice voice) {
        return new Refused(DatabaseWords.of(e, data(rules), voice));
    }

    Database database() {
        return database;
    }

    History history() {
        return new History(database);
    }

    /** These settings under the waivers there are. */
    Check.Settings under(Check.Settings asked) {
        try {
            return asked.under(new Decisions(database).waivers());
        } catch (DatabaseException e) {
            throw refused(e, rules, session.voice());
        }
    }

    /** Takes a workbook's bytes as they were read, to be kept with the run. */
    void read(byte[] workbook) {
        workbooks.put(Sha256.of(workbook), new Octets(workbook));
    }

    /** Who starts a run or takes down a decision on the command line. */
    static String who(Surroundings surroundings) {
        return NAMES.stream()
                .flatMap(name -> Stream.ofNullable(surroundings.environment().get(name)))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("-");
    }

    /**
     * Records a run.
     *
     * @param asked what it was made under
     * @throws DatabaseException where it cannot be kept; nothing of it is then
     */
    CheckResult recorded(CheckResult result, Check.Settings asked, String who) {
        Wording thai = rules.wording(Language.TH);
        Wording english = rules.wording(Language.EN);
        SortedMap<String, Octets> own = new TreeMap<>();
        rules.folder().ifPresent(folder -> folder.files().forEach((name, bytes) -> own.put(name, new Octets(bytes))));
        NewRun run = new NewRun(
                result,
                asked.round().map(Round::toString),
                digest(result, thai, english),
                rules.settingsBytes(),
                own,
                workbooks,
                asked.waivers().stream().map(Waiver::record).toList(),
                new Lifecycles(thai::sentence, english::sentence));
        RunHistory history = history().record(run, session.surroundings().now().toInstant(), who);
        note(history.head());
        return result.with(history);
    }

    /** Notes a head beside the database; what cannot be noted is told, since the record itself is kept. */
    void note(ChainHead head) {
        try {
            new NotedHeads(data(rules)).note(head);
        } catch (IOException e) {
            session.tell(
                    data(rules)
                            + session.voice()
                                    .say(
                                            ": บันทึกแล้ว แต่จดค่าปิดท้ายบันทึกลงแฟ้มไม่ได้ ให้ตรวจสิทธิ์ของโฟลเดอร์",
                                            ": recorded, but the chain's head cannot be noted in a file; check the folder's permissions"));
        }
    }

    /** Of findings.json, which depends on nothing but the workbooks, the day, the settings, the rules and the waivers. */
    static String digest(CheckResult result, Wording thai, Wording english) {
        MessageDigest digest = Sha256.start();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            FindingsJson.write(result, thai, english, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a digest throws no such thing", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        database.close();
    }
}
