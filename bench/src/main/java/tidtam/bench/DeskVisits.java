package tidtam.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.app.history.NotedHeads;
import tidtam.app.history.Verification;
import tidtam.app.history.Verifier;
import tidtam.app.store.Database;

/**
 * Visits a desk that is served: the link that its first start prints, the data folder, for how many seconds many visit at once, and the
 * server's process. Prints how long each page takes, one visitor alone; then whether many readers and writers at once meet an error, and whether anything that was
 * accepted is missing or unproven afterwards.
 */
final class DeskVisits {
    private static final String PASSWORD = "ยาวพอสมควร-2566";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern FINDING = Pattern.compile("href=\"/findings/([0-9a-f]{16,})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARMING = 50;
    private static final int REQUESTS = 100;
    private static final int READERS = 200;
    private static final int WRITERS = 20;
    private static final int SHOWN = 5;

    private final URI desk;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final List<String> findings = new ArrayList<>();
    private String form = "";

    private DeskVisits(URI desk) {
        this.desk = desk;
    }

    public static void main(String[] args) throws Exception {
        URI link = URI.create(args[0]);
        DeskVisits visits = new DeskVisits(link.resolve("/"));
        visits.setUp(link);
        visits.alone(ProcessHandle.of(Long.parseLong(args[3])).orElseThrow());
        visits.together(Path.of(args[1]), Duration.ofSeconds(Long.parseLong(args[2])));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(desk.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("form=" + form);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return client.send(
                HttpRequest.newBuilder(desk.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String form(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException("no form: " + page.statusCode());
        }
        return form.group(1);
    }

    private void setUp(URI link) throws IOException, InterruptedException {
        form = form(get(link.toString()));
        String token = link.getQuery().substring(link.getQuery().indexOf('=') + 1);
        int status = post("/setup", "token", token, "name", "ผู้ตรวจ", "password", PASSWORD, "again", PASSWORD)
                .statusCode();
        if (status != 303) {
            throw new IllegalStateException("not set up: " + status);
        }
        form = form(get("/password"));
        Matcher finding = FINDING.matcher(get("/findings").body());
        Set<String> all = new HashSet<>();
        while (finding.find()) {
            all.add(finding.group(1));
        }
        findings.addAll(all);
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/findings",
                "/findings?severity=ERROR&sort=days",
                "/findings?division=" + encoded("กองคลัง") + "&text=" + encoded("รายงาน"),
                "/findings?sort=due&page=9999",
                "/findings/" + findings.get(0),
                "/log");
    }

    /**
     * A page's time from the request to the last byte of the answer, as a visitor on the same machine sees it; and the processor's, which does
     * not grow with what else the machine does.
     */
    private void alone(ProcessHandle server) throws IOException, InterruptedException {
        for (String page : pages()) {
            int bytes = 0;
            long[] nanos = new long[REQUESTS];
            Duration before = Duration.ZERO;
            for (int i = -WARMING; i < REQUESTS; i++) {
                if (i == 0) {
                    before = cpu(server);
                }
                long from = System.nanoTime();
                HttpResponse<String> answer = get(page);
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(page + ": " + answer.statusCode());
                }
                bytes = answer.body().length();
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - from;
                }
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "  %-60s median %3.0f ms, p95 %3.0f ms, processor %3.0f ms; %,d characters%n",
                    page.replaceAll("[0-9a-f]{16,}", "{fingerprint}"),
                    nanos[REQUESTS / 2] / 1e6,
                    nanos[REQUESTS * 95 / 100] / 1e6,
                    cpu(server).minus(before).toMillis() / (double) REQUESTS,
                    bytes);
        }
    }

    private static Duration cpu(ProcessHandle server) {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void together(Path data, Duration length) throws InterruptedException {
        Queue<String> errors = new ConcurrentLinkedQueue<>();
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        AtomicLong read = new AtomicLong();
        long end = System.nanoTime() + length.toNanos();
        ExecutorService visitors = Executors.newFixedThreadPool(READERS + WRITERS);
        for (int i = 0; i < READERS; i++) {
            int first = i;
            visitors.execute(() -> {
                for (int n = first; System.nanoTime() < end; n++) {
                    String page = n % 7 == 5 ? "/findings/" + findings.get(n % findings.size()) : pages().get(n % 7);
                    expect(200, errors, page, () -> get(page));
                    read.incrementAndGet();
                }
            });
        }
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            visitors.execute(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    String text = "writer " + writer + ", word " + n;
                    String finding = "/findings/" + findings.get((writer + n) % findings.size());
                    boolean done = n % 2 == 0
                            ? expect(303, errors, finding, () -> post(finding + "/comment", "text", text))
                            : expect(
                                    303,
                                    errors,
                                    finding,
                                    () -> post(finding + "/acknowledge", "reason", text, "promised", "2399-12-31"));
                    if (done) {
                        accepted.add(text);
                    }
                }
            });
        }
        visitors.shutdown();
        if (!visitors.awaitTermination(length.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS)) {
            errors.add("some never ended");
        }
        System.out.printf(
                "  %d readers and %d writers for %d s: %,d pages read, %,d decisions accepted, %,d errors%n",
                READERS, WRITERS, length.toSeconds(), read.get(), accepted.size(), errors.size());
        errors.stream().distinct().limit(SHOWN).forEach(error -> System.out.println("    " + error));
        proven(data, accepted);
    }

    private interface Asking {
        HttpResponse<String> ask() throws IOException, InterruptedException;
    }

    private static boolean expect(int status, Queue<String> errors, String what, Asking asking) {
        try {
            int found = asking.ask().statusCode();
            if (found == status) {
                return true;
            }
            errors.add(what + ": " + found);
        } catch (IOException e) {
            errors.add(what + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            errors.add(what + ": interrupted");
        }
        return false;
    }

    private static void proven(Path data, Queue<String> accepted) {
        try (Database database = Database.find(data).orElseThrow()) {
            Set<String> kept = new HashSet<>();
            new Decisions(database).all().forEach(one -> {
                if (one.decision() instanceof Decision.Comment comment) {
                    kept.add(comment.text());
                } else if (one.decision() instanceof Decision.Acknowledge acknowledge) {
                    kept.add(acknowledge.reason());
                }
            });
            Set<String> lost = new HashSet<>(accepted);
            lost.removeAll(kept);
            Verification verified = new Verifier(database).verify(new NotedHeads(data).all());
            System.out.printf(
                    "  afterwards: %,d decisions kept, %,d lost; chain of %,d records, faults: %s%n",
                    kept.size(), lost.size(), verified.records(), verified.faults());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
