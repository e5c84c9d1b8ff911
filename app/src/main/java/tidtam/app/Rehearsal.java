package tidtam.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs the main commands once, on a workbook that the package brings along, so that the class-data archive which the launcher makes holds
 * the classes they need. What they write goes to a folder of its own, which is gone afterwards.
 */
public final class Rehearsal {
    private static final int COLUMNS = 100;
    /** Seldom used; where it is, the classes of the desk are not in the archive. */
    private static final int PORT = 48_731;

    private static final int MOST_TRIES = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Rehearsal() {}

    /**
     * Runs them.
     *
     * @param words the workbook's path
     */
    public static void main(String[] words) throws IOException {
        String workbook = words[0];
        Path folder = Files.createTempDirectory("tidtam");
        String settings = settings(folder);
        List.of(
                        new String[] {"check", workbook, "--as-of", "2566-04-30"},
                        new String[] {"check", workbook, "--as-of", "2566-04-30", "--lang", "en", "--json"},
                        new String[] {"check", workbook, workbook + ".missing", "--as-of", "2566-04-30"},
                        new String[] {"check", workbook, "--as-of", "2566-04-30", "--quiet", "--out", folder.toString()
                        },
                        new String[] {"warn", workbook, "--as-of", "2566-05-02", "--preview"},
                        new String[] {"warn", workbook, "--as-of", "2566-05-02", "--config", settings},
                        new String[] {"check", workbook, "--as-of", "2566-05-02", "--config", settings},
                        new String[] {"history", "1", "--config", settings},
                        new String[] {"verify", "--config", settings},
                        new String[] {"explain", workbook, "1", "--as-of", "2566-04-30"},
                        new String[] {"read", "deadline"},
                        new String[] {"rules"},
                        new String[] {"--help"})
                .forEach(command -> Commands.run(surroundings(), command));
        serve(settings);
        try (Stream<Path> written = Files.walk(folder)) {
            for (Path file : written.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Until its first page is there. */
    private static void serve(String settings) throws IOException {
        Thread serving = new Thread(() -> Commands.run(surroundings(), "serve", "--config", settings));
        serving.start();
        URL page = new URL("http://localhost:" + PORT + "/signin");
        for (int tries = 0; tries < MOST_TRIES && serving.isAlive(); tries++) {
            try (InputStream in = page.openStream()) {
                in.readAllBytes();
                break;
            } catch (ConnectException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        serving.interrupt();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With someone to write to; the mails are files in the folder. */
    private static String settings(Path folder) throws IOException {
        String settings = """
                schedule:
                  address: localhost:%d
                  plans: .
                warnings:
                  fall-back: clerk@example.go.th
                divisions:
                  - name: กองคลัง
                    email: klang@example.go.th
                """.formatted(PORT);
        return Files.writeString(folder.resolve("tidtam.yaml"), settings).toString();
    }

    private static Surroundings surroundings() {
        return new Surroundings(
                new ByteArrayInputStream("ทุกไตรมาส\n".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                false,
                COLUMNS,
                true,
                Clock.systemUTC(),
                Map.of());
    }
}
