package tidtam.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The folder of an agency's own rules ({@code --rules DIR}), as it was when the program started: rules ({@code *.drl}), their wording
 * ({@code messages/}), limits and cases to try them on ({@code cases/*.yaml}). Nothing else in it is read, and nothing deeper or outside.
 *
 * @param name as the user gave it
 * @param files by their path in the folder, such as {@code messages/th.properties}; sorted
 */
record RuleFolder(String name, SortedMap<String, byte[]> files) {
    private static final String CASES = "cases/";
    private static final int LARGEST_FILE = 1 << 20;
    private static final int LARGEST_FOLDER = 16 << 20;
    private static final int MOST_FILES = 500;

    /** Names that are looked up, so that they are written in one way only. */
    private static final Set<String> LOOKED_UP = Set.of("limits.csv", "limits.xlsx", "th.properties", "en.properties");

    /** Reads it; refuses one that is not there, is empty, or leads elsewhere. */
    static RuleFolder read(String given, Voice voice) {
        Reader reader = new Reader(given, voice);
        try {
            Path folder = Path.of(given);
            if (!Files.isDirectory(folder)) {
                throw new Refused(voice.say(
                        given + ": ไม่พบโฟลเดอร์กฎนี้ ให้ตรวจชื่อและที่เก็บ",
                        given + ": there is no such folder of rules; check its name"));
            }
            reader.add(
                    folder,
                    "",
                    name -> name.endsWith(".drl") || name.equals("limits.csv") || name.equals("limits.xlsx"));
            reader.add(folder, "messages/", name -> name.equals("th.properties") || name.equals("en.properties"));
            reader.add(folder, CASES, name -> name.endsWith(".yaml") || name.endsWith(".yml"));
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            throw new Refused(voice.say(
                    given + ": อ่านโฟลเดอร์กฎนี้ไม่ได้ (" + e.getClass().getSimpleName() + ")",
                    given + ": this folder of rules cannot be read ("
                            + e.getClass().getSimpleName() + ")"));
        }
        if (reader.files.isEmpty()) {
            throw new Refused(voice.say(
                    given
                            + ": โฟลเดอร์นี้ไม่มีกฎ (*.drl) ค่ากำหนด (limits.csv หรือ limits.xlsx) หรือกรณีทดลอง (cases/*.yaml)",
                    given + ": there is nothing in this folder: no rules (*.drl), limits (limits.csv or limits.xlsx)"
                            + " or cases (cases/*.yaml)"));
        }
        return new RuleFolder(given, reader.files);
    }

    /** A file's bytes, by its path in the folder. */
    Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files on which findings depend as they stand: neither cases, nor limits, of which only what they say counts. */
    SortedMap<String, byte[]> judging() {
        SortedMap<String, byte[]> judging = new TreeMap<>(files);
        judging.keySet().removeIf(path -> path.startsWith(CASES) || path.startsWith("limits."));
        return judging;
    }

    /** The texts of the rules, by file name. */
    SortedMap<String, String> rules(Voice voice) {
        return texts(path -> path.toLowerCase(Locale.ROOT).endsWith(".drl"), voice);
    }

    /** The texts of the cases, by path. */
    SortedMap<String, String> cases(Voice voice) {
        return texts(path -> path.startsWith(CASES), voice);
    }

    private SortedMap<String, String> texts(Predicate<String> wanted, Voice voice) {
        SortedMap<String, String> texts = new TreeMap<>();
        files.keySet().stream().filter(wanted).forEach(path -> texts.put(path, text(path, voice)));
        return texts;
    }

    /** A file's text, without a byte order mark; empty where there is no such file. */
    String text(String path, Voice voice) {
        byte[] bytes = files.getOrDefault(path, new byte[0]);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(voice.say(
                    place(path) + ": แฟ้มนี้ไม่ใช่ UTF-8 ให้บันทึกใหม่เป็น UTF-8",
                    place(path) + ": this file is not UTF-8; save it again as UTF-8"));
        }
    }

    /** Where a file of the folder is, as the user would name it. */
    String place(String path) {
        return Path.of(name, path).toString();
    }

    private static final class Reader {
        private final String name;
        private final Voice voice;
        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private int size;

        Reader(String name, Voice voice) {
            this.name = name;
            this.voice = voice;
        }

        void add(Path folder, String under, Predicate<String> wanted) throws IOException {
            Path place = folder.resolve(under);
            if (!Files.isDirectory(place)) {
                return;
            }
            Path real = folder.toRealPath();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
                for (Path entry : entries) {
                    String file = entry.getFileName().toString();
                    String small = file.toLowerCase(Locale.ROOT);
                    if (wanted.test(small) && !file.startsWith(".")) {
                        if (LOOKED_UP.contains(small) && !small.equals(file)) {
                            String named = Path.of(name, under + file).toString();
                            throw new Refused(voice.say(
                                    named + ": ให้ใช้ชื่อแฟ้มเป็นอักษรตัวเล็ก " + small,
                                    named + ": name this file in small letters, " + small));
                        }
                        files.put(under + file, content(entry, real, under + file));
                    }
                }
            }
        }

        private byte[] content(Path file, Path folder, String path) throws IOException {
            String place = Path.of(name, path).toString();
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder)) {
                throw new Refused(voice.say(
                        place + ": ไม่ใช่แฟ้มในโฟลเดอร์นี้ จึงไม่อ่าน ให้คัดลอกแฟ้มจริงมาไว้",
                        place + ": is not a file of this folder and is not read; copy the file itself there"));
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LARGEST_FILE + 1);
            }
            size += bytes.length;
            if (bytes.length > LARGEST_FILE || files.size() >= MOST_FILES || size > LARGEST_FOLDER) {
                throw new Refused(
                        voice.say(
                                place
                                        + ": โฟลเดอร์กฎใหญ่เกินไป รับแฟ้มละไม่เกิน ๑ เมกะไบต์ และไม่เกิน ๕๐๐ แฟ้ม รวมกันไม่เกิน ๑๖ เมกะไบต์",
                                place
                                        + ": too much for a folder of rules: a file may have 1 MB, the folder 500 files and 16 MB"));
            }
            return bytes;
        }
    }
}
