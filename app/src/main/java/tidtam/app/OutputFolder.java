package tidtam.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

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
            throw refused(given, WholeFile.reason(e), voice);
        }
    }

    /** Where a file of the folder is, as a person may look for it. */
    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** What a file of the folder holds; empty where there is none. */
    Optional<byte[]> find(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            String reason = WholeFile.reason(e);
            throw new Refused(voice.say(
                    path(name) + ": อ่านแฟ้มเดิมไม่ได้ (" + reason + ")",
                    path(name) + ": the file written before cannot be read (" + reason + ")"));
        }
    }

    void write(String name, WholeFile.Content content) {
        try {
            WholeFile.replace(folder.resolve(name), content);
        } catch (IOException e) {
            throw refused(folder.resolve(name).toString(), WholeFile.reason(e), voice);
        }
    }

    private static Refused refused(String path, String reason, Voice voice) {
        return new Refused(voice.say(
                path + ": เขียนรายงานลงโฟลเดอร์นี้ไม่ได้ (" + reason + ") กรุณาเลือกโฟลเดอร์อื่นด้วย --out",
                path + ": reports cannot be written there (" + reason + "); choose another folder with --out"));
    }
}
