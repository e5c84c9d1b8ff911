package tidtam.app.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.reports.history.ChainHead;

/**
 * Heads of the chain, a line each, in a file beside the database: they tell when an older database was put in its place, or its end was cut
 * off. Who may change the database may change this file too; a copy elsewhere, and the heads in mails and reports, are out of their reach.
 */
public final class NotedHeads {
    private static final String FILE = "chain-heads.txt";
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final Path file;

    public NotedHeads(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** Notes a head. */
    public void note(ChainHead head) throws IOException {
        Files.writeString(
                file, head + "\n", StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Those that were noted; a line that is none is passed over. */
    public List<ChainHead> all() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .flatMap(line -> find(line).stream())
                        .toList()
                : List.of();
    }

    /** The head that a text such as {@code 57:9f86…} names. */
    public static Optional<ChainHead> find(String text) {
        Matcher head = HEAD.matcher(text.strip());
        return head.matches()
                ? Optional.of(new ChainHead(Long.parseLong(head.group(1)), head.group(2)))
                : Optional.empty();
    }
}
