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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import tidtam.engine.obligations.HolidayRule;
import tidtam.facts.Division;
import tidtam.facts.EmailAddress;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.Severity;
import tidtam.reports.Digits;
import tidtam.reports.Language;
import tidtam.spreadsheets.text.DateReader;

/**
 * Reads a settings file: YAML, of which every node is checked before it counts. Whatever is wrong is told with line and column, all of it
 * at once; nothing is guessed and nothing is passed over.
 */
final class SettingsYaml {
    /** More than any agency needs. */
    private static final int LARGEST = 256 << 10;

    private static final int MOST_DAYS = 366;
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}");

    private final String file;
    private final Set<String> rules;
    private final Voice voice;
    private final Set<String> wrong = new LinkedHashSet<>();

    private SettingsYaml(String file, Set<String> rules, Voice voice) {
        this.file = file;
        this.rules = rules;
        this.voice = voice;
    }

    /**
     * Reads a file.
     *
     * @param rules the ids of all rules there are; asked for once the file has been read
     * @throws Refused with everything that is wrong, each in one sentence
     */
    static SettingsFile read(String path, Supplier<Set<String>> rules, Voice voice) {
        String text = text(path, voice);
        return new SettingsYaml(path, rules.get(), voice).settings(text);
    }

    /** The language that a file asks for; empty where it does not say, or cannot be read: that is told when it is read in full. */
    static Optional<Language> language(String path) {
        try {
            Voice any = new Voice(Language.TH);
            Node root = new SettingsYaml(path, Set.of(), any).compose(text(path, any));
            return root instanceof MappingNode mapping
                    ? mapping.getValue().stream()
                            .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                    && key.getValue().equals(kebab(Key.LANGUAGE)))
                            .flatMap(entry -> entry.getValueNode() instanceof ScalarNode code
                                    ? Language.find(code.getValue()).stream()
                                    : Stream.empty())
                            .findFirst()
                    : Optional.empty();
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static String text(String path, Voice voice) {
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
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(voice.say(
                    path + ": แฟ้มการตั้งค่าไม่ใช่ UTF-8 กรุณาบันทึกใหม่เป็น UTF-8",
                    path + ": the settings file is not UTF-8; save it as UTF-8"));
        }
    }

    private SettingsFile settings(String text) {
        Node root = compose(text);
        SettingsFile settings = settings(root);
        if (!wrong.isEmpty()) {
            throw Refused.of(file, wrong, voice);
        }
        return settings;
    }

    private Node compose(String text) {
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

    private SettingsFile settings(Node root) {
        Map<String, Node> entries = entries(root, Key.words());
        return new SettingsFile(
                word(entries, Key.LANGUAGE, Language.values(), Language::code),
                word(entries, Key.DIGITS, Digits.values(), SettingsYaml::kebab),
                severities(entries),
                off(entries),
                days(entries, Key.GRACE),
                days(entries, Key.LEAD),
                word(entries, Key.HOLIDAY_RULE, HolidayRule.values(), SettingsYaml::kebab),
                escalation(entries),
                divisions(entries),
                holidays(entries));
    }

    /** The keys of the file. */
    enum Key {
        LANGUAGE,
        DIGITS,
        SEVERITIES,
        OFF,
        GRACE,
        LEAD,
        HOLIDAY_RULE,
        ESCALATION,
        DIVISIONS,
        HOLIDAYS;

        static List<String> words() {
            return Stream.of(values()).map(SettingsYaml::kebab).toList();
        }
    }

    static final List<String> OF_ESCALATION = List.of("head-from", "copy-clerk-from");
    static final List<String> OF_DIVISION = List.of("name", "other-names", "head", "email", "copies");
    static final List<String> OF_HOLIDAY = List.of("date", "name");

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Node> value(Map<String, Node> entries, Key key) {
        return Optional.ofNullable(entries.get(kebab(key)));
    }

    private Map<String, Severity> severities(Map<String, Node> entries) {
        Map<String, Severity> severities = new HashMap<>();
        ofRules(entries, Key.SEVERITIES)
                .forEach((rule, node) -> word(node, Severity.values(), SettingsYaml::kebab)
                        .ifPresent(severity -> severities.put(rule, severity)));
        return severities;
    }

    private SortedMap<String, String> off(Map<String, Node> entries) {
        SortedMap<String, String> off = new TreeMap<>();
        ofRules(entries, Key.OFF)
                .forEach((rule, node) -> text(
                                node,
                                voice.say(
                                        "เหตุผลที่ปิดใช้กฎ " + rule + " เป็นข้อความ",
                                        "the reason for turning " + rule + " off, in words"))
                        .ifPresent(reason -> off.put(rule, reason)));
        return off;
    }

    private Map<String, Node> ofRules(Map<String, Node> entries, Key key) {
        return value(entries, key).map(node -> entries(node, rules)).orElse(Map.of());
    }

    /** One number for every kind of duty, or one for each kind named. */
    private Map<Kind, Integer> days(Map<String, Node> entries, Key key) {
        Map<Kind, Integer> days = new EnumMap<>(Kind.class);
        Node node = entries.get(kebab(key));
        if (node instanceof MappingNode) {
            Map<String, Kind> kinds = Stream.of(Kind.values())
                    .collect(Collectors.toMap(SettingsYaml::kebab, Function.identity(), (a, b) -> a, TreeMap::new));
            entries(node, kinds.keySet())
                    .forEach((kind, number) ->
                            days(number).ifPresent(value -> days.put(Objects.requireNonNull(kinds.get(kind)), value)));
        } else if (node != null) {
            days(node).ifPresent(value -> Stream.of(Kind.values()).forEach(kind -> days.put(kind, value)));
        }
        return days;
    }

    private SettingsFile.Escalation escalation(Map<String, Node> entries) {
        Map<String, Node> given = value(entries, Key.ESCALATION)
                .map(node -> entries(node, OF_ESCALATION))
                .orElse(Map.of());
        SettingsFile.Escalation usual = SettingsFile.Escalation.USUAL;
        return new SettingsFile.Escalation(
                Optional.ofNullable(given.get("head-from")).flatMap(this::days).orElse(usual.head()),
                Optional.ofNullable(given.get("copy-clerk-from"))
                        .flatMap(this::days)
                        .orElse(usual.copyClerk()));
    }

    private List<Division> divisions(Map<String, Node> entries) {
        List<Division> divisions = new ArrayList<>();
        Map<String, Node> names = new HashMap<>();
        for (Node node : value(entries, Key.DIVISIONS).map(this::members).orElse(List.of())) {
            Map<String, Node> given = entries(node, OF_DIVISION);
            String wanted = voice.say("ชื่อหน่วยงาน", "the division's name");
            Optional<String> name = required(node, given, "name", wanted);
            List<Node> otherNames = Optional.ofNullable(given.get("other-names"))
                    .map(this::members)
                    .orElse(List.of());
            List<String> others = otherNames.stream()
                    .flatMap(other -> text(other, wanted).stream())
                    .toList();
            Optional.ofNullable(given.get("name")).ifPresent(one -> unique(one, names));
            otherNames.forEach(other -> unique(other, names));
            List<String> copies = Optional.ofNullable(given.get("copies")).map(this::members).orElse(List.of()).stream()
                    .flatMap(copy -> address(copy).stream())
                    .toList();
            Optional<String> head = Optional.ofNullable(given.get("head"))
                    .flatMap(one -> text(one, voice.say("ชื่อหัวหน้าหน่วยงาน", "the name of its head")));
            Optional<String> email = Optional.ofNullable(given.get("email")).flatMap(this::address);
            name.ifPresent(known -> divisions.add(new Division(known, others, head, email, copies)));
        }
        divisions.sort(Comparator.comparing(Division::name));
        return List.copyOf(divisions);
    }

    private void unique(Node node, Map<String, Node> names) {
        if (node instanceof ScalarNode name) {
            Node first = names.putIfAbsent(Folded.of(name.getValue()), node);
            if (first != null) {
                wrong(
                        node,
                        voice.say(
                                "ชื่อหน่วยงาน '" + name.getValue() + "' ซ้ำกับบรรทัด " + line(first),
                                "the division's name '" + name.getValue() + "' repeats line " + line(first)));
            }
        }
    }

    private Map<LocalDate, String> holidays(Map<String, Node> entries) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        for (Node node : value(entries, Key.HOLIDAYS).map(this::members).orElse(List.of())) {
            Map<String, Node> given = entries(node, OF_HOLIDAY);
            Optional<String> name = required(node, given, "name", voice.say("ชื่อวันหยุด", "the holiday's name"));
            Optional<LocalDate> date = required(
                            node, given, "date", voice.say("วันที่ เช่น 2566-05-05", "a date such as 2566-05-05"))
                    .flatMap(text -> date(given, text));
            if (name.isPresent() && date.isPresent() && holidays.putIfAbsent(date.get(), name.get()) != null) {
                wrong(node, voice.say("วันหยุดวันนี้มีแล้ว", "this holiday is there already"));
            }
        }
        return holidays;
    }

    private Optional<LocalDate> date(Map<String, Node> given, String text) {
        Optional<LocalDate> date = DateReader.day(text);
        if (date.isEmpty()) {
            wrong(
                    Objects.requireNonNull(given.get("date")),
                    voice.say(
                            "อ่านวันที่ '" + text + "' ไม่ได้ ใช้แบบ 2566-05-05 หรือ ๕ พฤษภาคม ๒๕๖๖",
                            "the date '" + text + "' cannot be read; write it as 2566-05-05 or 2023-05-05"));
        }
        return date;
    }

    private Optional<String> required(Node owner, Map<String, Node> given, String key, String wanted) {
        Node node = given.get(key);
        if (node == null) {
            if (owner instanceof MappingNode) {
                wrong(owner, voice.say("ขาด " + key + ": " + wanted, key + " is missing: " + wanted));
            }
            return Optional.empty();
        }
        return text(node, wanted);
    }

    /** The entries of a mapping whose keys are among those known; everything else is told. */
    private Map<String, Node> entries(Node node, Collection<String> known) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping) || linked(node)) {
            if (!linked(node)) {
                wrong(
                        node,
                        voice.say(
                                "ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: " + listed(known),
                                "expected are lines of name: value; the names are " + listed(known)));
            }
            return entries;
        }
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            Node first = seen.putIfAbsent(name, key);
            if (!known.contains(name)) {
                wrong(
                        key,
                        voice.say(
                                "ไม่รู้จัก '" + name + "'" + nearest(name, known) + " ใช้ได้: " + listed(known),
                                "unknown '" + name + "'" + nearest(name, known) + "; known are " + listed(known)));
            } else if (first != null) {
                wrong(
                        key,
                        voice.say(
                                "'" + name + "' ซ้ำกับบรรทัด " + line(first) + " ใช้ได้ครั้งเดียว",
                                "'" + name + "' repeats line " + line(first) + "; it may be given once"));
            } else if (!linked(tuple.getValueNode())) {
                entries.put(name, tuple.getValueNode());
            }
        }
        return entries;
    }

    private List<Node> members(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .filter(member -> !linked(member))
                    .toList();
        }
        wrong(node, voice.say("ต้องเป็นรายการที่ขึ้นต้นบรรทัดด้วย -", "expected is a list, each line begun with -"));
        return List.of();
    }

    /** Anchors, and so aliases, are not for settings: each value stands where it counts. */
    private boolean linked(Node node) {
        boolean linked = node.getAnchor().isPresent();
        if (linked) {
            wrong(
                    node,
                    voice.say(
                            "ใช้ & และ * อ้างค่าร่วมกันไม่ได้ ให้เขียนค่าเต็มทุกแห่ง",
                            "& and * are not allowed here; write each value out"));
        }
        return linked;
    }

    private Optional<String> text(Node node, String wanted) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.STR)
                && !Folded.of(scalar.getValue()).isEmpty()) {
            return Optional.of(scalar.getValue().strip());
        }
        wrong(
                node,
                voice.say(
                        "'" + shown(node) + "' ใช้ไม่ได้ ต้องเป็น" + wanted,
                        "'" + shown(node) + "' will not do; expected is " + wanted));
        return Optional.empty();
    }

    private Optional<String> address(Node node) {
        String wanted = voice.say("อีเมล เช่น clerk@example.go.th", "an e-mail address such as clerk@example.go.th");
        Optional<String> text = text(node, wanted);
        if (text.isPresent() && EmailAddress.find(text.get()).isEmpty()) {
            wrong(
                    node,
                    voice.say(
                            "'" + shown(node) + "' ใช้ไม่ได้ ต้องเป็น" + wanted,
                            "'" + shown(node) + "' will not do; expected is " + wanted));
            return Optional.empty();
        }
        return text;
    }

    private Optional<Integer> days(Node node) {
        if (node instanceof ScalarNode scalar
                && scalar.isPlain()
                && DAYS.matcher(scalar.getValue()).matches()) {
            int days = Integer.parseInt(scalar.getValue());
            if (days <= MOST_DAYS) {
                return Optional.of(days);
            }
        }
        wrong(
                node,
                voice.say(
                        "'" + shown(node) + "' ใช้ไม่ได้ ต้องเป็นจำนวนวัน 0 ถึง " + MOST_DAYS,
                        "'" + shown(node) + "' will not do; expected is a number of days from 0 to " + MOST_DAYS));
        return Optional.empty();
    }

    private <E extends Enum<E>> Optional<E> word(
            Map<String, Node> entries, Key key, E[] values, Function<E, String> spelling) {
        return value(entries, key).flatMap(node -> word(node, values, spelling));
    }

    private <E extends Enum<E>> Optional<E> word(Node node, E[] values, Function<E, String> spelling) {
        for (E value : values) {
            if (node instanceof ScalarNode scalar && scalar.getValue().equals(spelling.apply(value))) {
                return Optional.of(value);
            }
        }
        String allowed = listed(Stream.of(values).map(spelling).toList());
        wrong(
                node,
                voice.say(
                        "'" + shown(node) + "' ใช้ไม่ได้ ใช้ได้: " + allowed,
                        "'" + shown(node) + "' will not do; allowed are " + allowed));
        return Optional.empty();
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : node instanceof SequenceNode ? "- …" : "…: …";
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

    private String listed(Collection<String> words) {
        return words == rules
                ? voice.say("รหัสกฎตาม tidtam rules", "the rule ids that tidtam rules lists")
                : String.join(", ", words);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
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
