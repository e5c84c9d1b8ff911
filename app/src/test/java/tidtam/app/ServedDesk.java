package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged {@code tidtam serve} as a process of its own, over a folder with one plan. */
final class ServedDesk implements AutoCloseable {
    /** What a Java machine ends with after SIGTERM. */
    static final int TERMINATED = 128 + 15;

    private static final String COMMAND = Path.of(Objects.requireNonNull(System.getProperty("tidtam.home")))
            .resolve("bin/tidtam")
            .toString();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SET_UP = Pattern.compile("http://\\S+/setup\\?token=\\S+");

    private final Path folder;
    private final int port;
    private final Process process;
    private final Path told;

    private ServedDesk(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.told = Files.createTempFile(folder, "told", ".txt");
        this.process = command(folder, "serve").redirectError(told.toFile()).start();
    }

    /** Serves a new folder; the plan's divisions have the heads that the settings name. */
    static ServedDesk of(Path folder, String divisions) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Run.sampleIn(Files.createDirectory(folder.resolve("แผน")), "แผน ๒๕๖๖.xlsx");
        Files.writeString(
                folder.resolve("tidtam.yaml"),
                "schedule:\n  plans: แผน\n  address: localhost:" + port + "\n" + divisions,
                StandardCharsets.UTF_8);
        Process check = command(folder, "check", "แผน", "--as-of", "2566-04-30", "--quiet")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(check.waitFor()).isEqualTo(Exit.FOUND);
        return new ServedDesk(folder, port).awaited();
    }

    private static ProcessBuilder command(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of(words));
        command.addAll(List.of("--config", "tidtam.yaml"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "TIDTAM_ARCHIVE", "off"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    private ServedDesk awaited() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!told().contains(address()) && process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(told()).as("what was told at the start").contains(address());
        return this;
    }

    /** Serves the same folder again. */
    ServedDesk again() throws IOException, InterruptedException {
        return new ServedDesk(folder, port).awaited();
    }

    String address() {
        return "http://localhost:" + port;
    }

    String told() throws IOException {
        return Files.readString(told, StandardCharsets.UTF_8);
    }

    /** The link at which the first password is set. */
    String setUpLink() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Matcher link = SET_UP.matcher(told());
        while (!link.find() && System.nanoTime() < end) {
            Thread.sleep(50);
            link = SET_UP.matcher(told());
        }
        return link.group();
    }

    /** Ends it as a service manager does; gives the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends on SIGTERM")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
