package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.Run.Plan;
import tidtam.app.store.Database;
import tidtam.facts.Sha256;

/** The desk killed as by {@code kill -9}, two of them on one folder, a clock set back, a workbook replaced while it is read. */
class ServeFaultsTest {
    private static final String[] CASH = {"E1 การเบิกจ่าย", "กองคลัง", "ภายในวันที่ ๓๑ ธันวาคม ๒๕๖๕", ""};
    private static final String[] DONE = {CASH[0], CASH[1], CASH[2], "ดำเนินการแล้วเมื่อวันที่ ๒๐ ธันวาคม ๒๕๖๕"};
    private static final String PASSWORD = "ยาวพอสมควร-2566";
    private static final int WRITERS = 4;
    private static final int ENOUGH = 40;

    @TempDir
    Path folder = Path.of("");

    private final CompletableFuture<Process> serving = new CompletableFuture<>();
    private WarnOffice office = new WarnOffice(folder);
    private int port;

    @BeforeEach
    void settle() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        office = new WarnOffice(folder)
                .settings("schedule: {address: 'localhost:%d', plans: .}".formatted(port))
                .plans(CASH);
    }

    @AfterEach
    void stop() throws Exception {
        if (serving.isDone()) {
            serving.get().destroyForcibly().waitFor();
        }
    }

    @Test
    void what_was_accepted_is_kept_by_who_is_killed_and_nobody_else_serves_meanwhile() throws Exception {
        assertThat(check(LocalDate.of(2023, 4, 30)).exit()).isEqualTo(Exit.FOUND);
        start();
        Visitor auditor = new Visitor();
        auditor.setUp(URI.create(said("(http://\\S+token=\\S+)")));
        String finding = look(history -> history.sightings(
                        1, history.latest().orElseThrow().plans().get(0).key())
                .get(0)
                .fingerprint());

        Run second = office.run(
                LocalDate.of(2023, 4, 30),
                "serve",
                "--config",
                office.settings().toString());
        assertThat(second.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(second.err()).contains("tidtam serve อีกชุดใช้โฟลเดอร์นี้อยู่");

        Set<String> accepted = killedWhileWriting(auditor, "/findings/" + finding + "/comment");
        assertThat(kept()).containsAll(accepted);
        Run verified = verify();
        assertThat(verified.exit()).as(verified.out()).isEqualTo(Exit.CLEAN);
    }

    /** Gives what was accepted until then. */
    private Set<String> killedWhileWriting(Visitor auditor, String form) throws Exception {
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            all.add(writers.submit(() -> {
                for (int n = 0; serving.get().isAlive(); n++) {
                    String text = "ผู้เขียน " + writer + " ข้อ " + n;
                    if (auditor.post(form, "text", text).orElse(0) == 303) {
                        accepted.add(text);
                    }
                    if (accepted.size() >= ENOUGH) {
                        serving.get().destroyForcibly();
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }
        writers.shutdownNow();
        assertThat(serving.get().waitFor()).isEqualTo(137);
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(ENOUGH);
        return Set.copyOf(accepted);
    }

    @Test
    void a_run_by_a_clock_that_was_set_back_is_compared_with_what_was_before_its_day() {
        check(LocalDate.of(2023, 5, 10));
        check(LocalDate.of(2023, 5, 1));
        check(LocalDate.of(2023, 5, 10));

        List<String> runs = look(history -> history.runs(1, 3).stream()
                .map(run -> run.number() + ": " + run.asOf() + " after "
                        + run.plans().stream()
                                .map(Plan::before)
                                .flatMap(Optional::stream)
                                .toList())
                .toList());
        assertThat(runs).containsExactly("3: 2023-05-10 after [1]", "2: 2023-05-01 after []", "1: 2023-05-10 after []");
        assertThat(verify().exit()).isEqualTo(Exit.CLEAN);
    }

    @Test
    void a_workbook_that_is_replaced_while_it_is_read_is_the_old_or_the_new_one() throws Exception {
        String first = Sha256.of(Files.readAllBytes(office.plan()));
        byte[] open = DeskPlans.plan(new String[][] {CASH});
        byte[] done = DeskPlans.plan(new String[][] {DONE});
        CompletableFuture<Void> end = new CompletableFuture<>();
        ExecutorService clerk = Executors.newSingleThreadExecutor();
        Future<?> replacing = clerk.submit(() -> {
            for (int n = 0; !end.isDone(); n++) {
                byte[] next = n % 2 == 0 ? done : open;
                WholeFile.replace(office.plan(), out -> out.write(next));
            }
            return null;
        });
        for (int n = 0; n < 5; n++) {
            assertThat(check(LocalDate.of(2023, 4, 30)).exit()).isIn(Exit.CLEAN, Exit.FOUND);
        }
        end.complete(null);
        replacing.get(1, TimeUnit.MINUTES);
        clerk.shutdownNow();

        Set<String> read = look(history -> history.runs(1, Long.MAX_VALUE).stream()
                .flatMap(run -> run.inputs().stream())
                .map(input -> input.sha256().orElse(""))
                .collect(Collectors.toSet()));
        assertThat(read).isSubsetOf(first, Sha256.of(open), Sha256.of(done));
        assertThat(verify().exit()).isEqualTo(Exit.CLEAN);
        for (int n = 1; n <= 5; n++) {
            assertThat(office.run(
                                    LocalDate.of(2023, 4, 30),
                                    "replay",
                                    String.valueOf(n),
                                    "--config",
                                    office.settings().toString())
                            .exit())
                    .isEqualTo(Exit.CLEAN);
        }
    }

    private Run check(LocalDate day) {
        return office.run(
                day,
                "check",
                office.plan().toString(),
                "--config",
                office.settings().toString());
    }

    private Run verify() {
        return office.run(
                LocalDate.of(2023, 5, 10),
                "verify",
                "--config",
                office.settings().toString());
    }

    private <T> T look(Function<History, T> at) {
        try (Database database = Database.find(office.data()).orElseThrow()) {
            return at.apply(new History(database));
        }
    }

    private Set<String> kept() {
        try (Database database = Database.open(office.data())) {
            return new Decisions(database)
                    .all().stream()
                            .map(one -> ((Decision.Comment) one.decision()).text())
                            .collect(Collectors.toSet());
        }
    }

    private void start() throws IOException {
        serving.complete(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tidtam.class.getName(),
                        "serve",
                        "--config",
                        office.settings().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start());
    }

    /** Waits until it has said something. */
    private String said(String what) throws Exception {
        Pattern pattern = Pattern.compile(what);
        while (serving.get().isAlive()) {
            Matcher found = pattern.matcher(Files.readString(folder.resolve("said")));
            if (found.find()) {
                return found.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(folder.resolve("said")));
    }

    /** Who signs in by the first link and fills in forms. */
    private final class Visitor {
        private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String form = "";

        void setUp(URI link) throws Exception {
            read(link);
            String token = link.getQuery().substring(link.getQuery().indexOf('=') + 1);
            assertThat(post("/setup", "token", token, "name", "ผู้ตรวจ", "password", PASSWORD, "again", PASSWORD))
                    .hasValue(303);
            read(URI.create("http://localhost:" + port + "/password"));
        }

        private void read(URI page) throws Exception {
            Matcher found = FORM.matcher(
                    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                            .body());
            assertThat(found.find()).isTrue();
            form = found.group(1);
        }

        /** The status; empty where nobody answered. */
        Optional<Integer> post(String path, String... fields) throws InterruptedException {
            StringBuilder body = new StringBuilder("form=" + form);
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&')
                        .append(fields[i])
                        .append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build();
            try {
                return Optional.of(
                        client.send(request, BodyHandlers.discarding()).statusCode());
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
