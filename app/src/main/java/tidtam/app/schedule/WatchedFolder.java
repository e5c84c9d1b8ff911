package tidtam.app.schedule;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The workbooks directly in a folder, once they are at rest: nobody writes to them, no program has them open, and an .xlsx file is there to
 * its end.
 */
public final class WatchedFolder {
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** How long all is waited for, usually. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);
    /** The end of a zip file: a signature, 18 octets, and a comment of at most so many octets. */
    private static final int END_RECORD = 22;

    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final String END_SIGNATURE = "PK\5\6";
    /** How a zip file begins: PK. */
    private static final short ZIP = 0x504B;

    private final Path folder;
    private final Duration quiet;
    private final Duration patience;
    private final Clock clock;
    private final Sleeper sleeper;

    /** Lets time pass. */
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * With other times than the usual ones.
     *
     * @param quiet how long a file must stay as it is to be at rest
     * @param patience how long all is waited for
     */
    public WatchedFolder(Path folder, Duration quiet, Duration patience, Clock clock, Sleeper sleeper) {
        this.folder = folder;
        this.quiet = quiet;
        this.patience = patience;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Three seconds without a change are rest, and five minutes are waited. */
    public WatchedFolder(Path folder, Clock clock, Sleeper sleeper) {
        this(folder, QUIET, PATIENCE, clock, sleeper);
    }

    /** Why a workbook is not at rest. */
    public enum Unrest {
        /** It is being written. */
        CHANGING,
        /** A spreadsheet program has it open. */
        OPEN,
        /** It ends in the middle. */
        INCOMPLETE,
        /** It may not be read. */
        UNREADABLE
    }

    /**
     * What was found.
     *
     * @param atRest the workbooks that can be read, by name
     * @param restless the others, and why
     */
    public record Found(List<Path> atRest, SortedMap<Path, Unrest> restless) {}

    /** How a file is read. */
    public interface Reader<T, E extends Exception> {
        T read(Path file) throws E;
    }

    /**
     * How a file looks from outside.
     *
     * @param key another one where another file took its place; unknown on some systems
     */
    private record Look(long size, FileTime modified, Optional<Object> key) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        }
    }

    /**
     * Waits until all workbooks are at rest, or patience is at its end.
     *
     * @throws IOException where the folder cannot be read
     */
    public Found await() throws IOException, InterruptedException {
        Instant end = clock.instant().plus(patience);
        Map<Path, Look> before = looks();
        while (true) {
            sleeper.sleep(quiet);
            Map<Path, Look> after = looks();
            SortedMap<Path, Unrest> restless = new TreeMap<>();
            for (Map.Entry<Path, Look> file : after.entrySet()) {
                unrest(file.getKey(), file.getValue().equals(before.get(file.getKey())))
                        .ifPresent(why -> restless.put(file.getKey(), why));
            }
            if (restless.isEmpty() || !clock.instant().isBefore(end)) {
                List<Path> atRest = after.keySet().stream()
                        .filter(file -> !restless.containsKey(file))
                        .sorted()
                        .toList();
                return new Found(atRest, restless);
            }
            before = after;
        }
    }

    /**
     * Reads a workbook as it is at one moment: one that is changed or replaced meanwhile is read again.
     *
     * @throws IOException where it is not there, or does not come to rest
     */
    public <T, E extends Exception> T read(Path file, Reader<T, E> reader) throws E, IOException, InterruptedException {
        Instant end = clock.instant().plus(patience);
        while (true) {
            Look before = Look.at(file);
            T read = reader.read(file);
            if (before.equals(Look.at(file))) {
                return read;
            }
            if (!clock.instant().isBefore(end)) {
                throw new IOException("changed while it was read: " + file.getFileName());
            }
            sleeper.sleep(quiet);
        }
    }

    private Map<Path, Look> looks() throws IOException {
        List<Path> workbooks;
        try (Stream<Path> entries = Files.list(folder)) {
            workbooks = entries.filter(WatchedFolder::isWorkbook)
                    .filter(Files::isRegularFile)
                    .toList();
        }
        Map<Path, Look> looks = new HashMap<>();
        for (Path file : workbooks) {
            try {
                looks.put(file, Look.at(file));
            } catch (NoSuchFileException e) {
                // Taken away since it was listed.
            }
        }
        return looks;
    }

    /** Temporary files of programs that save begin with a tilde, a dot or a dollar sign. */
    private static boolean isWorkbook(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".xlsx") || name.endsWith(".xls")) && !name.matches("[~.$].*");
    }

    private static Optional<Unrest> unrest(Path file, boolean same) {
        if (!same) {
            return Optional.of(Unrest.CHANGING);
        }
        if (isOpen(file)) {
            return Optional.of(Unrest.OPEN);
        }
        try {
            return isWhole(file) ? Optional.empty() : Optional.of(Unrest.INCOMPLETE);
        } catch (IOException e) {
            return Optional.of(Unrest.UNREADABLE);
        }
    }

    /** Excel puts an owner file beside a workbook, LibreOffice a lock file. */
    private static boolean isOpen(Path file) {
        String name = file.getFileName().toString();
        return Stream.of("~$" + name, ".~lock." + name + "#")
                .anyMatch(owner -> Files.exists(file.resolveSibling(owner)));
    }

    /** A file that begins as a zip file ends as one; of others only that they can be opened is seen. */
    private static boolean isWhole(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            if (opened.length() < END_RECORD) {
                return false;
            }
            if (opened.readShort() != ZIP) {
                return true;
            }
            byte[] tail = new byte[(int) Math.min(opened.length(), END_RECORD + LONGEST_COMMENT)];
            opened.seek(opened.length() - tail.length);
            opened.readFully(tail);
            int end = new String(tail, StandardCharsets.ISO_8859_1).lastIndexOf(END_SIGNATURE);
            return end >= 0 && tail.length - end >= END_RECORD;
        }
    }
}
