package tidtam.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes files that are never there in part: each is written beside its name and then moved. */
final class WholeFile {
    private WholeFile() {}

    /** What a file holds, written to a stream that stays open. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file, in place of an old one of that name. */
    static void replace(Path file, Content content) throws IOException {
        write(file, content, WholeFile::moveOver);
    }

    /**
     * Writes a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one of that name
     */
    static void create(Path file, Content content) throws IOException {
        write(file, content, Files::move);
    }

    /** Why a file could not be written, in a word or two. */
    static String reason(IOException e) {
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        // The plain one holds what the system says, such as that no space is left.
        return Optional.ofNullable(e.getMessage())
                .filter(said -> e.getClass() == IOException.class)
                .orElse(e.getClass().getSimpleName());
    }

    private interface Move {
        Path move(Path from, Path to) throws IOException;
    }

    private static void write(Path file, Content content, Move move) throws IOException {
        // Two runs may write the same file at once: each has a part of its own.
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            move.move(part, file);
        } catch (IOException | RuntimeException | Error e) {
            delete(part, e);
            throw e;
        }
    }

    private static void delete(Path part, Throwable failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static Path moveOver(Path part, Path whole) throws IOException {
        try {
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
