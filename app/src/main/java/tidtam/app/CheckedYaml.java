package tidtam.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tidtam.facts.EmailAddress;
import tidtam.facts.Folded;

/**
 * A settings file as YAML, of which every node is checked before it counts. Whatever is wrong is told with line and column, all of it at
 * once; nothing is guessed and nothing is passed over.
 */
final class CheckedYaml {
    /** More than any agency needs. */
    private static final int LARGEST = 256 << 10;

    private static final int MOST_DAYS = 366;
    private static final Pattern NUMBER = Pattern.compile("[0-9๐-๙]{1,6}");

    private final String file;
    private final String text;
    private final Voice voice;
    private final Set<String> wrong = new LinkedHashSet<>();

    private CheckedYaml(String file, String text, Voice voice) {
        this.file = file;
        this.text = text;
        this.voice = voice;
    }

    /**
     * The names that entries may have.
     *
     * @param listed as they are told
     * @param refused what is said of a name that might be looked for among them, by that name
     */
    record Names(Collection<String> known, String listed, Map<String, String> refused) {
        static Names of(Collection<String> known) {
            return new Names(known, String.join(", ", known), Map.of());
        }
    }

    /** @throws Refused where there is no such file, or it is too large */
    static byte[] bytes(String path, Voice voice) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Refused(voice.say(
                    path + ": ไม่พบแฟ้มการตั้งค่านี้ ให้ตรวจชื่อและที่เก็บ",
                    path + ": there is no such settings file; check its name and folder"));
        } catch (IOException e) {
            throw new Refused(voice.say(
                    path + ": อ่านแฟ้มการตั้งค่านี้ไม่ได้ ให้ตรวจสิทธิ์ และตรวจว่าเป็นแฟ้ม",
                    path + ": this settings file cannot be read; check that it is a file, and its permissions"));
        }
        if (bytes.length > LARGEST) {
            throw new Refused(voice.say(
                    path + ": แฟ้มการตั้งค่าใหญ่เกินไป ใช้ได้ไม่เกิน " + (LARGEST >> 10) + " KB",
                    path + ": the settings file is too large; " + (LARGEST >> 10) + " KB are allowed"));
        }
        return bytes;
    }

    /**
     * What a file's bytes say.
     *
     * @param path as the user named it
     * @throws Refused where they are no text
     */
    static CheckedYaml of(String path, byte[] bytes, Voice voice) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CheckedYaml(path, text.startsWith("\uFEFF") ? text.substring(1) : text, voice);
        } catch (CharacterCodingException e) {
            throw new Refused(voice.say(
                    path + ": แฟ้มการตั้งค่าไม่ใช่ UTF-8 กรุณาบันทึกใหม่เป็น UTF-8",
                    path + ": the settings file is not UTF-8; save it as UTF-8"));
        }
    }

    /** @throws Refused where the text is not YAML, or sets nothing */
    Node root() {
        try {
            return new Compose(LoadSettings.builder()
                            .setCodePointLimit(LARGEST)
                            .setAllowNonScalarKeys(true)
                            .build())
                    .composeString(text)
                    .orElseThrow(() -> refused(
                            1,
                            1,
                            voice.say(
                                    "แฟ้มไม่มีการตั้งค่าใดเลย ดูตัวอย่างใน tidtam.example.yaml",
                                    "the file sets nothing; see tidtam.example.yaml")));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw refused(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    voice.say(
                                    "รูปแบบ YAML ไม่ถูกต้อง ตรวจการเยื้อง (ใช้ช่องว่าง ไม่ใช้แท็บ) เครื่องหมาย : และเครื่องหมายคำพูด",
                                    "this is not YAML; look at the indentation (spaces, no tabs), the colons and the quotes")
                            + " (" + e.getProblem() + ")");
        } catch (YamlEngineException e) {
            throw refused(
                    1,
                    1,
                    voice.say("มีอักขระที่ใช้ใน YAML ไม่ได้", "it holds a character that YAML does not allow") + " ("
                            + e.getMessage() + ")");
        } catch (StackOverflowError e) {
            throw refused(1, 1, voice.say("ซ้อนกันลึกเกินไป", "it is nested too deeply"));
        }
    }

    /**
     * What was read, if nothing in the file is wrong.
     *
     * @throws Refused with everything that is, each in one sentence
     */
    <T> T checked(T read) {
        if (!wrong.isEmpty()) {
            throw Refused.of(file, wrong, voice);
        }
        return read;
    }

    /** The value of an entry; empty where there is no such entry. */
    static Optional<Node> value(Map<String, Node> entries, String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** The entries of a mapping whose names are among those known; everything else is told. */
    Map<String, Node> entries(Node node, Collection<String> known) {
        return entries(node, Names.of(known));
    }

    /** The same, where the names are told in other words. */
    Map<String, Node> entries(Node node, Names names) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping) || linked(node)) {
            if (!linked(node)) {
                wrong(
                        node,
                        "ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: " + names.listed(),
                        "expected are lines of name: value; the names are " + names.listed());
            }
            return entries;
        }
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            Node first = seen.putIfAbsent(name, key);
            if (!names.known().contains(name)) {
                unknown(key, name, names);
            } else if (first != null) {
                wrong(
                        key,
                        "'" + name + "' ซ้ำกับบรรทัด " + line(first) + " ใช้ได้ครั้งเดียว",
                        "'" + name + "' repeats line " + line(first) + "; it may be given once");
            } else if (!linked(tuple.getValueNode())) {
                entries.put(name, tuple.getValueNode());
            }
        }
        return entries;
    }

    private void unknown(Node key, String name, Names names) {
        String meant = nearest(name, names.known());
        String unknown = voice.say(
                "ไม่รู้จัก '" + name + "'" + meant + " ใช้ได้: " + names.listed(),
                "unknown '" + name + "'" + meant + "; known are " + names.listed());
        wrong(key, names.refused().getOrDefault(name, unknown));
    }

    /** The known word that was most likely meant. */
    private String nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(word -> Folded.distance(word, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.<String>comparingInt(word -> Folded.distance(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(word -> voice.say(" หมายถึง '" + word + "' หรือไม่", " (did you mean '" + word + "'?)"))
                .orElse("");
    }

    /** The members of a list; what is none is told. */
    List<Node> members(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .filter(member -> !linked(member))
                    .toList();
        }
        wrong(node, "ต้องเป็นรายการที่ขึ้นต้นบรรทัดด้วย -", "expected is a list, each line begun with -");
        return List.of();
    }

    /** Anchors, and so aliases, are not for settings: each value stands where it counts. */
    private boolean linked(Node node) {
        boolean linked = node.getAnchor().isPresent();
        if (linked) {
            wrong(
                    node,
                    "ใช้ & และ * อ้างค่าร่วมกันไม่ได้ ให้เขียนค่าเต็มทุกแห่ง",
                    "& and * are not allowed here; write each value out");
        }
        return linked;
    }

    /** The text of an entry that must be there. */
    Optional<String> required(Node owner, Map<String, Node> given, String name, String wanted) {
        Optional<Node> node = value(given, name);
        if (node.isEmpty()) {
            missing(owner, name, wanted);
        }
        return node.flatMap(one -> text(one, wanted));
    }

    /** Tells that a mapping lacks an entry. */
    void missing(Node owner, String name, String wanted) {
        if (owner instanceof MappingNode) {
            wrong(owner, "ขาด " + name + ": " + wanted, name + " is missing: " + wanted);
        }
    }

    /** A text on which something is to be seen, without the spaces around it; what is none is told. */
    Optional<String> text(Node node, String wanted) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !Folded.of(scalar.getValue()).isEmpty()) {
            return Optional.of(scalar.getValue().strip());
        }
        unfit(node, wanted);
        return Optional.empty();
    }

    /** What a text means; what means nothing is told as well. */
    <T> Optional<T> meant(Node node, String wanted, Function<String, Optional<T>> meaning) {
        Optional<String> text = text(node, wanted);
        Optional<T> meant = text.flatMap(meaning);
        if (text.isPresent() && meant.isEmpty()) {
            unfit(node, wanted);
        }
        return meant;
    }

    /** An e-mail address; what is none is told. */
    Optional<EmailAddress> address(Node node) {
        return meant(
                node,
                voice.say("อีเมล เช่น clerk@example.go.th", "an e-mail address such as clerk@example.go.th"),
                EmailAddress::find);
    }

    /** A path, a relative one taken from the file's folder; what is none is told. */
    Optional<Path> path(Node node, String wanted) {
        return meant(node, wanted, text -> {
            try {
                return Optional.of(beside(Path.of(text)));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /** A path, a relative one taken from the file's folder. */
    Path beside(Path path) {
        return Path.of(file).resolveSibling(path);
    }

    /** A number of days up to a year; what is none is told. */
    Optional<Integer> days(Node node) {
        return number(node, 0, MOST_DAYS, voice.say("จำนวนวัน", "a number of days"));
    }

    /** A whole number within two others, both allowed; what is none is told, with what it would count. */
    Optional<Integer> number(Node node, int least, int most, String counted) {
        if (node instanceof ScalarNode scalar
                && scalar.isPlain()
                && NUMBER.matcher(scalar.getValue()).matches()) {
            int number = Integer.parseInt(scalar.getValue());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        unfit(node, counted + voice.say(" " + least + " ถึง " + most, " from " + least + " to " + most));
        return Optional.empty();
    }

    /** The constant that is spelt so; where there is none, those that are there are told. */
    <E extends Enum<E>> Optional<E> word(Node node, E[] values, Function<E, String> spelling) {
        for (E value : values) {
            if (node instanceof ScalarNode scalar && scalar.getValue().equals(spelling.apply(value))) {
                return Optional.of(value);
            }
        }
        String allowed = String.join(", ", Stream.of(values).map(spelling).toList());
        wrong(
                node,
                "'" + shown(node) + "' ใช้ไม่ได้ ใช้ได้: " + allowed,
                "'" + shown(node) + "' will not do; allowed are " + allowed);
        return Optional.empty();
    }

    /** Tells that a value is not what is wanted. */
    void unfit(Node node, String wanted) {
        wrong(
                node,
                "'" + shown(node) + "' ใช้ไม่ได้ ต้องเป็น" + wanted,
                "'" + shown(node) + "' will not do; expected is " + wanted);
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : node instanceof SequenceNode ? "- …" : "…: …";
    }

    /** Counted from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Tells what is wrong at a node. */
    void wrong(Node node, String thai, String english) {
        wrong(node, voice.say(thai, english));
    }

    private void wrong(Node node, String sentence) {
        int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        wrong.add(at(line(node), column) + sentence);
    }

    private Refused refused(int line, int column, String sentence) {
        return new Refused(at(line, column) + sentence);
    }

    private String at(int line, int column) {
        return file
                + voice.say(
                        " บรรทัด " + line + " คอลัมน์ " + column + ": ", " line " + line + ", column " + column + ": ");
    }
}
