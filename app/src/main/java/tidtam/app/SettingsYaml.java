package tidtam.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import tidtam.engine.obligations.HolidayRule;
import tidtam.facts.Division;
import tidtam.facts.EmailAddress;
import tidtam.facts.Folded;
import tidtam.facts.Kind;
import tidtam.facts.Severity;
import tidtam.reports.Digits;
import tidtam.reports.Language;
import tidtam.spreadsheets.text.DateReader;

/** Reads the keys of a settings file and the sections under them. */
final class SettingsYaml {
    /** Three years with a leap day. */
    private static final int LONGEST_WAIVER = 1096;

    private final CheckedYaml yaml;
    private final Set<String> rules;
    private final Voice voice;

    private SettingsYaml(CheckedYaml yaml, Set<String> rules, Voice voice) {
        this.yaml = yaml;
        this.rules = rules;
        this.voice = voice;
    }

    /**
     * Reads a file's bytes.
     *
     * @param path as the user named it; what it names lies beside it
     * @param rules the ids of all rules there are; asked for once the file has been read
     * @throws Refused with everything that is wrong, each in one sentence
     */
    static SettingsFile read(String path, byte[] bytes, Supplier<Set<String>> rules, Voice voice) {
        CheckedYaml yaml = CheckedYaml.of(path, bytes, voice);
        SettingsYaml settings = new SettingsYaml(yaml, rules.get(), voice);
        return yaml.checked(settings.settings(yaml.root()));
    }

    /** The language that a file asks for; empty where it does not say, or cannot be read: that is told when it is read in full. */
    static Optional<Language> language(String path) {
        try {
            Voice voice = new Voice(Language.TH);
            return CheckedYaml.of(path, CheckedYaml.bytes(path, voice), voice).root() instanceof MappingNode mapping
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

    private SettingsFile settings(Node root) {
        Map<String, Node> entries = yaml.entries(root, Key.words());
        return new SettingsFile(
                word(entries, Key.LANGUAGE, Language.values(), Language::code),
                word(entries, Key.DIGITS, Digits.values(), SettingsYaml::kebab),
                severities(entries),
                off(entries),
                days(entries, Key.GRACE),
                days(entries, Key.LEAD),
                word(entries, Key.HOLIDAY_RULE, HolidayRule.values(), SettingsYaml::kebab),
                escalation(entries),
                new WarningsYaml(yaml, voice).settings(value(entries, Key.WARNINGS)),
                new ScheduleYaml(yaml, voice).settings(value(entries, Key.SCHEDULE)),
                waivers(entries),
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
        WARNINGS,
        SCHEDULE,
        WAIVERS,
        DIVISIONS,
        HOLIDAYS;

        static List<String> words() {
            return Stream.of(values()).map(SettingsYaml::kebab).toList();
        }
    }

    static final List<String> OF_ESCALATION = List.of("head-from", "copy-clerk-from");
    static final List<String> OF_WAIVERS = List.of("longest-days");
    static final List<String> OF_DIVISION = List.of("name", "other-names", "head", "email", "copies");
    static final List<String> OF_HOLIDAY = List.of("date", "name");

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Node> value(Map<String, Node> entries, Key key) {
        return CheckedYaml.value(entries, kebab(key));
    }

    private <E extends Enum<E>> Optional<E> word(
            Map<String, Node> entries, Key key, E[] values, Function<E, String> spelling) {
        return value(entries, key).flatMap(node -> yaml.word(node, values, spelling));
    }

    private Map<String, Severity> severities(Map<String, Node> entries) {
        Map<String, Severity> severities = new HashMap<>();
        ofRules(entries, Key.SEVERITIES)
                .forEach((rule, node) -> yaml.word(node, Severity.values(), SettingsYaml::kebab)
                        .ifPresent(severity -> severities.put(rule, severity)));
        return severities;
    }

    private SortedMap<String, String> off(Map<String, Node> entries) {
        SortedMap<String, String> off = new TreeMap<>();
        ofRules(entries, Key.OFF)
                .forEach((rule, node) -> yaml.text(
                                node,
                                voice.say(
                                        "เหตุผลที่ปิดใช้กฎ " + rule + " เป็นข้อความ",
                                        "the reason for turning " + rule + " off, in words"))
                        .ifPresent(reason -> off.put(rule, reason)));
        return off;
    }

    private Map<String, Node> ofRules(Map<String, Node> entries, Key key) {
        CheckedYaml.Names names = new CheckedYaml.Names(
                rules, voice.say("รหัสกฎตาม tidtam rules", "the rule ids that tidtam rules lists"), Map.of());
        return value(entries, key).map(node -> yaml.entries(node, names)).orElse(Map.of());
    }

    /** One number for every kind of duty, or one for each kind named. */
    private Map<Kind, Integer> days(Map<String, Node> entries, Key key) {
        Map<Kind, Integer> days = new EnumMap<>(Kind.class);
        Node node = entries.get(kebab(key));
        if (node instanceof MappingNode) {
            Map<String, Kind> kinds = Stream.of(Kind.values())
                    .collect(Collectors.toMap(SettingsYaml::kebab, Function.identity(), (a, b) -> a, TreeMap::new));
            yaml.entries(node, kinds.keySet())
                    .forEach((kind, number) -> yaml.days(number)
                            .ifPresent(value -> days.put(Objects.requireNonNull(kinds.get(kind)), value)));
        } else if (node != null) {
            yaml.days(node).ifPresent(value -> Stream.of(Kind.values()).forEach(kind -> days.put(kind, value)));
        }
        return days;
    }

    private SettingsFile.Escalation escalation(Map<String, Node> entries) {
        Map<String, Node> given = value(entries, Key.ESCALATION)
                .map(node -> yaml.entries(node, OF_ESCALATION))
                .orElse(Map.of());
        SettingsFile.Escalation usual = SettingsFile.Escalation.USUAL;
        return new SettingsFile.Escalation(
                CheckedYaml.value(given, "head-from").flatMap(yaml::days).orElse(usual.head()),
                CheckedYaml.value(given, "copy-clerk-from").flatMap(yaml::days).orElse(usual.copyClerk()));
    }

    private WaiverSettings waivers(Map<String, Node> entries) {
        Map<String, Severity> weights = Stream.of(Severity.values())
                .collect(Collectors.toMap(SettingsYaml::kebab, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        String days = voice.say("จำนวนวัน", "a number of days");
        Map<Severity, Integer> longest = new EnumMap<>(Severity.class);
        value(entries, Key.WAIVERS)
                .map(node -> yaml.entries(node, OF_WAIVERS))
                .flatMap(given -> CheckedYaml.value(given, "longest-days"))
                .map(node -> yaml.entries(node, weights.keySet()))
                .orElse(Map.of())
                .forEach((weight, node) -> yaml.number(node, 1, LONGEST_WAIVER, days)
                        .ifPresent(number -> longest.put(Objects.requireNonNull(weights.get(weight)), number)));
        return WaiverSettings.usual().with(longest);
    }

    private List<Division> divisions(Map<String, Node> entries) {
        List<Division> divisions = new ArrayList<>();
        Map<String, Node> names = new HashMap<>();
        for (Node node : value(entries, Key.DIVISIONS).map(yaml::members).orElse(List.of())) {
            Map<String, Node> given = yaml.entries(node, OF_DIVISION);
            String wanted = voice.say("ชื่อหน่วยงาน", "the division's name");
            Optional<String> name = yaml.required(node, given, "name", wanted);
            List<Node> otherNames =
                    CheckedYaml.value(given, "other-names").map(yaml::members).orElse(List.of());
            List<String> others = otherNames.stream()
                    .flatMap(other -> yaml.text(other, wanted).stream())
                    .toList();
            CheckedYaml.value(given, "name").ifPresent(one -> unique(one, names));
            otherNames.forEach(other -> unique(other, names));
            List<String> copies = CheckedYaml.value(given, "copies").map(yaml::members).orElse(List.of()).stream()
                    .flatMap(copy -> yaml.address(copy).stream())
                    .map(EmailAddress::text)
                    .toList();
            Optional<String> head = CheckedYaml.value(given, "head")
                    .flatMap(one -> yaml.text(one, voice.say("ชื่อหัวหน้าหน่วยงาน", "the name of its head")));
            Optional<String> email =
                    CheckedYaml.value(given, "email").flatMap(yaml::address).map(EmailAddress::text);
            name.ifPresent(known -> divisions.add(new Division(known, others, head, email, copies)));
        }
        divisions.sort(Comparator.comparing(Division::name));
        return List.copyOf(divisions);
    }

    private void unique(Node node, Map<String, Node> names) {
        if (node instanceof ScalarNode name) {
            Node first = names.putIfAbsent(Folded.of(name.getValue()), node);
            if (first != null) {
                yaml.wrong(
                        node,
                        "ชื่อหน่วยงาน '" + name.getValue() + "' ซ้ำกับบรรทัด " + CheckedYaml.line(first),
                        "the division's name '" + name.getValue() + "' repeats line " + CheckedYaml.line(first));
            }
        }
    }

    private Map<LocalDate, String> holidays(Map<String, Node> entries) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        for (Node node : value(entries, Key.HOLIDAYS).map(yaml::members).orElse(List.of())) {
            Map<String, Node> given = yaml.entries(node, OF_HOLIDAY);
            Optional<String> name = yaml.required(node, given, "name", voice.say("ชื่อวันหยุด", "the holiday's name"));
            Optional<LocalDate> date = yaml.required(
                            node, given, "date", voice.say("วันที่ เช่น 2566-05-05", "a date such as 2566-05-05"))
                    .flatMap(text -> date(given, text));
            if (name.isPresent() && date.isPresent() && holidays.putIfAbsent(date.get(), name.get()) != null) {
                yaml.wrong(node, "วันหยุดวันนี้มีแล้ว", "this holiday is there already");
            }
        }
        return holidays;
    }

    private Optional<LocalDate> date(Map<String, Node> given, String text) {
        Optional<LocalDate> date = DateReader.day(text);
        if (date.isEmpty()) {
            yaml.wrong(
                    Objects.requireNonNull(given.get("date")),
                    "อ่านวันที่ '" + text + "' ไม่ได้ ใช้แบบ 2566-05-05 หรือ ๕ พฤษภาคม ๒๕๖๖",
                    "the date '" + text + "' cannot be read; write it as 2566-05-05 or 2023-05-05");
        }
        return date;
    }
}
