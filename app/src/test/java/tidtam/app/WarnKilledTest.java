package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.app.outbox.MailServer;
import tidtam.app.outbox.MailServer.Stage;
import tidtam.app.outbox.Outbox;
import tidtam.app.outbox.Outbox.State;
import tidtam.app.outbox.SmtpTransport.Security;
import tidtam.app.store.Database;

/** The program as a process of its own, killed as by {@code kill -9}, and then run again. */
class WarnKilledTest {
    private static final Set<String> TOLD = Set.of(
            "palad@example.go.th",
            "klang@example.go.th",
            "chang@example.go.th",
            "suksa@example.go.th",
            "sawat@example.go.th",
            "saraban@example.go.th");

    @TempDir
    private Path folder;

    private final CompletableFuture<Process> child = new CompletableFuture<>();
    private MailServer server;
    private WarnOffice office;

    @BeforeEach
    void open() {
        server = MailServer.with(Security.NONE);
        office = new WarnOffice(folder).sample().settings("""
                        warnings:
                          from: tidtam@example.go.th
                          fall-back: saraban@example.go.th
                          server: {host: localhost, security: none, port: %d}
                        divisions:
                          - {name: สำนักปลัด, email: palad@example.go.th}
                          - {name: กองคลัง, email: klang@example.go.th}
                          - {name: กองช่าง, email: chang@example.go.th}
                          - {name: กองการศึกษาฯ, email: suksa@example.go.th}
                          - {name: กองสวัสดิการสังคม, email: sawat@example.go.th}
                        """.formatted(server.port()));
    }

    @AfterEach
    void close() throws Exception {
        if (child.isDone()) {
            child.get().destroyForcibly().waitFor();
        }
        server.close();
    }

    /** While the second of the mails is sent: one has arrived, four wait. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "MAIL", "RCPT", "DATA", "CONTENT", "ANSWERED"})
    void who_is_killed_at_a_step_of_the_protocol_loses_nothing_and_doubles_nothing_in_silence(Stage stage)
            throws Exception {
        if (stage == Stage.CONNECT) {
            server.next(stage, (session, line) -> kill());
        } else {
            server.next(stage, MailServer.usual(), (session, line) -> kill());
        }
        start();
        assertThat(child.get().waitFor()).as(this::said).isEqualTo(137);

        Set<String> uncertain = uncertain();
        List<String> doubled = runAgain(uncertain);

        assertThat(child.get().isAlive()).isFalse();
        switch (stage) {
            case DATA -> {
                assertThat(uncertain).hasSize(1);
                assertThat(doubled).as("its content never left").isEmpty();
            }
            case CONTENT -> {
                assertThat(uncertain).hasSize(1);
                assertThat(doubled).as("it had arrived").containsExactlyElementsOf(uncertain);
            }
            case ANSWERED -> assertThat(doubled).as("it had arrived").containsExactlyElementsOf(uncertain);
            default -> assertThat(uncertain).isEmpty();
        }
    }

    /** As it starts, checks, makes the database, writes mails and keeps them: once a file is there and of a size. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, 300",
        "tidtam-data/tidtam.lock, 0, 0",
        "tidtam-data/tidtam.db, 0, 0",
        "tidtam-data/tidtam.db, 0, 300",
        "tidtam-data/tidtam.db-wal, 200000, 0",
    })
    void who_is_killed_at_any_moment_loses_nothing_and_doubles_nothing_in_silence(
            String file, long octets, long millisLater) throws Exception {
        Path written = folder.resolve(file);
        start();
        while (!Files.exists(written) || written.toFile().length() < octets) {
            assertThat(child.get().waitFor(1, TimeUnit.MILLISECONDS))
                    .as(this::said)
                    .isFalse();
        }
        child.get().waitFor(millisLater, TimeUnit.MILLISECONDS);
        kill();

        runAgain(uncertain());
    }

    private void start() throws IOException {
        child.complete(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tidtam.class.getName(),
                        "warn",
                        office.plan().toString(),
                        "--config",
                        office.settings().toString(),
                        "--as-of",
                        "2566-05-02")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start());
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void kill() {
        try {
            child.get().destroyForcibly().waitFor();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of which messages it is not known whether they arrived. */
    private Set<String> uncertain() {
        return entries().stream()
                .filter(entry -> entry.state()
                        .filter(state -> state == State.SENDING || state == State.UNCERTAIN)
                        .isPresent())
                .flatMap(entry -> entry.message().stream())
                .collect(Collectors.toSet());
    }

    private List<Outbox.Entry> entries() {
        Optional<Database> found = Database.find(office.data());
        if (found.isEmpty()) {
            return List.of();
        }
        try (Database database = found.get()) {
            return new Outbox(database).entries(0);
        }
    }

    /** Gives the messages that arrived twice. */
    private List<String> runAgain(Set<String> uncertain) throws Exception {
        Run again = run("warn", office.plan().toString(), "--as-of", "2566-05-02");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(new HashSet<>(server.recipients())).isEqualTo(TOLD);
        Map<String, List<MailServer.Received>> byId = new TreeMap<>();
        for (MailServer.Received message : server.received()) {
            byId.computeIfAbsent(id(message), none -> new ArrayList<>()).add(message);
        }
        assertThat(byId).as("a mail for each").hasSize(TOLD.size());
        List<String> doubled = byId.entrySet().stream()
                .filter(mails -> mails.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(uncertain).containsAll(doubled);
        for (String id : doubled) {
            List<MailServer.Received> twice = byId.getOrDefault(id, List.of());
            assertThat(twice).hasSize(2);
            assertThat(twice.get(1).to()).isEqualTo(twice.get(0).to());
            assertThat(twice.get(1).octets().bytes())
                    .isEqualTo(twice.get(0).octets().bytes());
        }

        Run status = run("warn", "--status");
        assertThat(status.out()).contains("ไม่มีอีเมลค้างส่ง");
        assertThat(entries().stream().flatMap(entry -> entry.state().stream()))
                .hasSize(TOLD.size())
                .containsOnly(State.SENT);
        int arrived = server.received().size();
        Run further = run("warn", office.plan().toString(), "--as-of", "2566-05-02");
        assertThat(further.out()).contains("NOTHING_NEW").doesNotContain("FIRST");
        assertThat(server.received()).hasSize(arrived);
        return doubled;
    }

    private Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", office.settings().toString()));
        return Run.in(Map.of(), Clock.systemUTC(), "", all.toArray(String[]::new));
    }

    private static String id(MailServer.Received message) throws MessagingException {
        String header = new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(message.octets().bytes()))
                .getMessageID();
        return header.substring(1, header.length() - 1);
    }
}
