package tidtam.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/** What a command gave. Today is 30 April 2566 in Bangkok, and still the 29th in most of the world. */
record Run(int exit, String out, String err) {
    private static final int COLUMNS = 120;

    static Run of(String... words) {
        return reading("", words);
    }

    /** The same, with text on standard input. */
    static Run reading(String in, String... words) {
        return in(Map.of(), Clock.fixed(Instant.parse("2023-04-29T18:00:00Z"), ZoneOffset.UTC), in, words);
    }

    /** The same in other surroundings. */
    static Run in(Map<String, String> environment, Clock clock, String in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                COLUMNS,
                true,
                clock,
                environment);
        int exit = Commands.run(surroundings, words);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The sample workbook's bytes. */
    static byte[] sample() {
        return resource("jomuang-2566-h1.xlsx");
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Run.class.getResourceAsStream("/samples/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the sample into a folder under a name. */
    static String sampleIn(Path folder, String name) {
        return write(folder, name, sample());
    }

    static String write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
