package tidtam.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that reports go to. A file there is the old one or the whole new one, never a part. */
final class OutputFolder {
    private final Path folder;
    private final Voice voice;

    private OutputFolder(Path folder, Voice voice) {
        this.folder = folder;
        this.voice = voice;
    }

    /** Makes the folder where there is none, and proves that it can be written: before the check, not after it. */
    static OutputFolder open(String given, Voice voice) {
        try {
            Path folder = Path.of(given);
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".tidtam", null));
            return new OutputFolder(folder, voice);
        } catch (InvalidPathException e) {
            throw refused(given, e.getReason(), voice);
        } catch (IOException e) {
            throw refused(given, reason(e), voice);
        }
    }

    /** What a file holds, written to a stream that stays open. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(String name, Content content) {
        // Two checks may write into one folder at once: each has a part of its own.
        Path part = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.writeTo(out);
            }
            move(part, folder.resolve(name));
        } catch (IOException e) {
            delete(part, e);
            throw refused(folder.resolve(name).toString(), reason(e), voice);
        } catch (RuntimeException | Error e) {
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

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Refused refused(String path, String reason, Voice voice) {
        return new Refused(voice.say(
                path + ": เขียนรายงานลงโฟลเดอร์นี้ไม่ได้ (" + reason + ") กรุณาเลือกโฟลเดอร์อื่นด้วย --out",
                path + ": reports cannot be written there (" + reason + "); choose another folder with --out"));
    }

    private static String reason(IOException e) {
        boolean said = e instanceof FileSystemException file && file.getReason() != null;
        return said ? ((FileSystemException) e).getReason() : e.getClass().getSimpleName();
    }
}
