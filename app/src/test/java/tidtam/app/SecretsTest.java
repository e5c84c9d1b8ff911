package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tidtam.app.outbox.MailServer;
import tidtam.app.outbox.MailServer.Stage;
import tidtam.app.outbox.SmtpTransport.Security;

/** The password of the mail server, looked for wherever the program writes, with every log as talkative as can be. */
class SecretsTest {
    private static final String USER = "tidtam@example.go.th";
    private static final String CANARY = "canary+รหัสลับ/9fK2";
    private static final String FILE = "smtp-password";

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> logback = new ListAppender<>();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static Logger logback(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    private static java.util.logging.Logger root() {
        return Objects.requireNonNull(LogManager.getLogManager().getLogger(""));
    }

    @BeforeEach
    void listen() {
        Logger root = logback(Logger.ROOT_LOGGER_NAME);
        logback.start();
        root.addAppender(logback);
        root.setLevel(Level.TRACE);
        // The server in this machine may say what it was sent.
        logback("org.subethamail").setLevel(Level.OFF);
        root().setLevel(java.util.logging.Level.ALL);
        root().addHandler(handler);
        PrintStream both = new PrintStream(streams, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
        root().removeHandler(handler);
        root().setLevel(java.util.logging.Level.INFO);
        Logger root = logback(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(logback);
        root.setLevel(Level.OFF);
        System.clearProperty(LogSetup.DEBUG);
    }

    @ParameterizedTest
    @CsvSource({
        "environment, LOGIN, true, --lang=th",
        "environment, PLAIN, true, --debug",
        "file, PLAIN, true, --debug",
        "environment, LOGIN, false, --debug",
        "file, PLAIN, false, --debug"
    })
    void the_password_stands_nowhere(String from, String mechanism, boolean right, String option) throws Exception {
        String accepted = right ? CANARY : "another";
        try (MailServer server = MailServer.with(Security.NONE, USER, accepted, mechanism)) {
            WarnOffice office = office(server.port(), from);
            Map<String, String> environment = from.equals("environment") ? Map.of(MailWay.PASSWORD, CANARY) : Map.of();

            Run run = run(office, environment, "warn", office.plan().toString(), "--as-of", "2566-05-02", option);

            assertThat(run.exit()).as(run.err()).isEqualTo(right ? Exit.CLEAN : Exit.UNSENT);
            assertThat(server.received().isEmpty()).isEqualTo(!right);
            if (!right) {
                assertThat(run.err()).contains("535");
            }
            Run status = run(office, environment, "warn", "--status", option);
            assertThat(said()).contains("AUTH " + mechanism, "EHLO");
            assertThat(logback.list).isNotEmpty();
            nowhere(run, status);
        }
    }

    @Test
    void a_server_that_repeats_what_it_was_sent_is_not_quoted() throws Exception {
        try (MailServer server = MailServer.with(Security.NONE, USER, CANARY, "PLAIN")
                .always(Stage.AUTH, (session, line) -> session.sendResponse("500 5.5.2 what is " + line + "?"))) {
            WarnOffice office = office(server.port(), "environment");
            Map<String, String> environment = Map.of(MailWay.PASSWORD, CANARY);

            Run run = run(office, environment, "warn", office.plan().toString(), "--as-of", "2566-05-02");

            assertThat(run.exit()).isEqualTo(Exit.UNSENT);
            assertThat(run.err()).contains("localhost:" + server.port() + ": 500");
            assertThat(run.out() + run.err() + run(office, environment, "warn", "--status"))
                    .doesNotContain(secrets());
            for (String octets : files()) {
                assertThat(octets).doesNotContain(secrets());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"too long", "not UTF-8", "a folder", "empty", "missing"})
    void a_password_file_that_is_of_no_use_is_named_and_not_shown(String fault) throws Exception {
        WarnOffice office = office(1, "file");
        Path file = folder.resolve(FILE);
        Files.delete(file);
        switch (fault) {
            case "too long" -> Files.writeString(file, CANARY.repeat(1000));
            case "not UTF-8" -> Files.write(file, (CANARY + "é").getBytes(StandardCharsets.ISO_8859_1));
            case "a folder" -> Files.createDirectory(file);
            case "empty" -> Files.writeString(file, "\n" + CANARY);
            default -> {}
        }

        Run run = run(office, Map.of(), "warn", office.plan().toString(), "--as-of", "2566-05-02", "--debug");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(fault.equals("empty") ? "password-file" : file.toString());
        assertThat(office.data()).doesNotExist();
        assertThat(run.err() + run.out() + said()).doesNotContain(secrets()).doesNotContain("canary");
    }

    private WarnOffice office(int port, String from) throws IOException {
        String passwordFile = "";
        if (from.equals("file")) {
            Files.writeString(folder.resolve(FILE), CANARY + "\r\n");
            passwordFile = ", password-file: " + FILE;
        }
        return new WarnOffice(folder)
                .settings("""
                        warnings:
                          from: tidtam@example.go.th
                          fall-back: saraban@example.go.th
                          server: {host: localhost, security: none, port: %d, user: %s%s}
                        """.formatted(port, USER, passwordFile))
                .plans(new String[] {"การใช้งบประมาณ", "กองคลัง", "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖", ""});
    }

    private static Run run(WarnOffice office, Map<String, String> environment, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", office.settings().toString()));
        return Run.in(environment, new Impatient(), "", all.toArray(String[]::new));
    }

    private void nowhere(Run run, Run status) throws IOException {
        assertThat(run.out() + run.err()).doesNotContain(secrets());
        assertThat(status.out() + status.err()).doesNotContain(secrets());
        assertThat(said()).doesNotContain(secrets());
        List<String> files = files();
        assertThat(files).as("settings, plan, lock and database").hasSizeGreaterThanOrEqualTo(4);
        for (String octets : files) {
            assertThat(octets).doesNotContain(secrets());
        }
    }

    /** Every log and stream. */
    private String said() {
        StringBuilder said = new StringBuilder(streams.toString(StandardCharsets.UTF_8));
        for (ILoggingEvent event : List.copyOf(logback.list)) {
            said.append('\n').append(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                said.append('\n').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        SimpleFormatter formatter = new SimpleFormatter();
        records.forEach(record -> said.append('\n').append(formatter.format(record)));
        return said.toString();
    }

    /** What the files hold that the program wrote, read as octets and as UTF-8. */
    private List<String> files() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(FILE)) {
                    byte[] octets = Files.readAllBytes(file);
                    all.add(new String(octets, StandardCharsets.ISO_8859_1)
                            + new String(octets, StandardCharsets.UTF_8));
                }
            }
        }
        return all;
    }

    /** The password in every form: as text, as octets taken for Latin letters, and in Base64 wherever it may begin. */
    private static String[] secrets() {
        byte[] octets = CANARY.getBytes(StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(
                CANARY,
                new String(octets, StandardCharsets.ISO_8859_1),
                base64(CANARY),
                base64("\0" + USER + "\0" + CANARY),
                base64(USER + "\0" + USER + "\0" + CANARY)));
        for (int before = 0; before < 3; before++) {
            String shifted = base64("x".repeat(before) + CANARY);
            // Without the signs that also hold what stands before and after.
            all.add(shifted.substring(before == 0 ? 0 : 4, shifted.length() - 4));
        }
        return all.toArray(String[]::new);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An hour passes whenever it is looked at: nothing is waited for. */
    private static final class Impatient extends Clock {
        private Instant now = Instant.parse("2023-05-02T02:00:00Z");

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofHours(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
