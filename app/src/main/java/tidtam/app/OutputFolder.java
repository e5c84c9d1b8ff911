package tidtam.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The folder that reports go to. A file there is the old one or the whole new one, never a part. */
final class OutputFolder {
    /** The most that is read of a file written before: a calendar is far smaller. What is written has no such bound. */
    private static final int LARGEST = 16 << 20;

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

    /**
     * Refuses the folder where it is one of those to be checked: the reports have workbooks among them, and the next run would check these too.
     *
     * @param inputs files and folders, as given
     */
    void refuseInputs(List<String> inputs) {
        for (String input : inputs) {
            if (isAlso(input)) {
                throw new Refused(
                        voice.say(
                                folder + ": เป็นโฟลเดอร์ที่จะตรวจ (" + input
                                        + ") หากเขียนรายงานไว้ที่นี่ ครั้งต่อไปรายงานจะถูกตรวจด้วย กรุณาเลือกโฟลเดอร์อื่นด้วย --out",
                                folder + ": this folder is to be checked (" + input
                                        + "); reports written there would be checked too the next time; choose another folder with --out"));
            }
        }
    }

    private boolean isAlso(String input) {
        try {
            return Files.isSameFile(folder, Path.of(input));
        } catch (InvalidPathException | IOException e) {
            // There is no such file; the check says so.
            return false;
        }
    }

    /** Where a file of the folder is, as a person may look for it. */
    String path(String name) {
        return folder.resolve(name).toString();
    }

    /** What a file of the folder holds; empty where there is none. */
    Optional<byte[]> find(String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refused(voice.say(
                        path(name) + ": แฟ้มนี้ใหญ่เกินไป จึงไม่ใช่แฟ้มที่โปรแกรมนี้เขียน ให้ย้ายออกแล้วสั่งใหม่",
                        path(name) + ": too large for a file that tidtam wrote; move it away and try again"));
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            String reason = WholeFile.reason(e);
            throw new Refused(voice.say(
                    path(name) + ": อ่านแฟ้มเดิมไม่ได้ (" + reason + ")",
                    path(name) + ": the file written before cannot be read (" + reason + ")"));
        }
    }

    /** The names of its files with an ending, sorted; without those too large to be read. */
    List<String> names(String ending) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending) && Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new Refused(voice.say(
                    folder + ": อ่านรายชื่อแฟ้มในโฟลเดอร์นี้ไม่ได้",
                    folder + ": the files of this folder cannot be listed"));
        }
        Collections.sort(names);
        return names;
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
