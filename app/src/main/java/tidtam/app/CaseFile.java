package tidtam.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import tidtam.app.RuleCase.Expected;
import tidtam.app.RuleCase.Verdict;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.spreadsheets.SheetTexts;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.text.DateReader;

/**
 * Reads a file of cases: a YAML list, with keys in Thai or English. Whatever is not known, stands twice or is missing is refused, with line
 * and column.
 */
final class CaseFile {
    private static final String HEADING = "heading";
    private static final Map<String, String> MEASURE_KEYS = measureKeys();
    private static final Map<String, String> LOG_KEYS = columnKeys(FormSheet.LOG, "LOG_");
    private static final Map<String, String> DIVISION_KEYS = columnKeys(FormSheet.DIVISIONS, "DIVISION_");
    private static final Map<String, String> HOLIDAY_KEYS = columnKeys(FormSheet.HOLIDAYS, "HOLIDAY_");

    private final String place;
    private final Set<String> rules;
    private final Voice voice;

    private CaseFile(String place, Set<String> rules, Voice voice) {
        this.place = place;
        this.rules = rules;
        this.voice = voice;
    }

    /** The keys of a case. */
    private enum Key {
        NAME("ชื่อ"),
        RULE("กฎ"),
        AS_OF("ณ วันที่"),
        ROUND("รอบ"),
        MEASURES("มาตรการ"),
        LOG("บันทึกการรายงาน"),
        DIVISIONS("หน่วยงาน"),
        HOLIDAYS("วันหยุด"),
        EXPECT("คาดว่า"),
        COUNT("จำนวน"),
        SEVERITY("ระดับ"),
        DUE("ครบกำหนด"),
        FINDINGS("ข้อค้นพบ");

        private final String thai;

        Key(String thai) {
            this.thai = thai;
        }

        String english() {
            return kebab(name());
        }

        static Map<String, String> words() {
            Map<String, String> words = new LinkedHashMap<>();
            for (Key key : values()) {
                words.put(key.english(), key.english());
                words.put(key.thai, key.english());
            }
            return words;
        }
    }

    private static final Map<String, Verdict> VERDICTS = Map.of(
            "finds", Verdict.FINDS,
            "พบ", Verdict.FINDS,
            "accepts", Verdict.ACCEPTS,
            "ไม่พบ", Verdict.ACCEPTS,
            "not-applicable", Verdict.NOT_APPLICABLE,
            "ไม่เกี่ยวข้อง", Verdict.NOT_APPLICABLE);

    private static final Map<String, Severity> SEVERITIES = Map.of(
            "ERROR", Severity.ERROR,
            "ข้อผิดพลาด", Severity.ERROR,
            "WARNING", Severity.WARNING,
            "คำเตือน", Severity.WARNING,
            "INFO", Severity.INFO,
            "ข้อสังเกต", Severity.INFO);

    /**
     * The cases of a file, in its order.
     *
     * @param place what the file is called in messages
     * @param rules the ids of all rules there are
     */
    static List<RuleCase> read(String place, String text, Set<String> rules, Voice voice) {
        CaseFile file = new CaseFile(place, rules, voice);
        List<RuleCase> cases = new ArrayList<>();
        for (Node each : file.list(file.compose(text))) {
            cases.add(file.ruleCase(each));
        }
        return cases;
    }

    private Node compose(String text) {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() ->
                            new Refused(place + voice.say(": แฟ้มนี้ไม่มีกรณีทดลอง", ": this file holds no case")));
        } catch (MarkedYamlEngineException e) {
            throw refused(
                    e.getProblemMark(),
                    voice.say(
                            "รูปแบบ YAML ไม่ถูกต้อง ตรวจการเยื้อง เครื่องหมาย : และเครื่องหมายคำพูด",
                            "this is not YAML; look at the indentation, the colons and the quotes"));
        } catch (YamlEngineException | StackOverflowError e) {
            throw refused(Optional.empty(), voice.say("แฟ้มนี้ไม่ใช่ YAML", "this is not YAML"));
        }
    }

    private RuleCase ruleCase(Node node) {
        Map<String, Node> entries = entries(node, Key.words());
        List<Map<String, String>> measures = rows(entries.get(Key.MEASURES.english()), MEASURE_KEYS);
        if (measures.isEmpty()) {
            throw missing(node, Key.MEASURES);
        }
        LocalDate asOf = date(required(node, entries, Key.AS_OF));
        Optional<Round> round = find(entries, Key.ROUND).map(this::round);
        List<SheetTexts> sheets = new ArrayList<>();
        sheets.add(measureSheet(measures, round.orElse(Round.of(asOf)).fiscalYear()));
        table(entries, Key.LOG, FormSheet.LOG, LOG_KEYS).ifPresent(sheets::add);
        table(entries, Key.DIVISIONS, FormSheet.DIVISIONS, DIVISION_KEYS).ifPresent(sheets::add);
        table(entries, Key.HOLIDAYS, FormSheet.HOLIDAYS, HOLIDAY_KEYS).ifPresent(sheets::add);
        return new RuleCase(
                place + ":"
                        + node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0),
                text(required(node, entries, Key.NAME)),
                asOf,
                round,
                sheets,
                measures.size(),
                expected(node, entries));
    }

    private Expected expected(Node node, Map<String, Node> entries) {
        Optional<Node> rule = find(entries, Key.RULE);
        if (rule.isEmpty()) {
            for (Key key : List.of(Key.EXPECT, Key.COUNT, Key.SEVERITY, Key.DUE)) {
                find(entries, key).ifPresent(stray -> {
                    throw refused(
                            stray,
                            voice.say(
                                    "'" + key.thai + "' ใช้คู่กับ '" + Key.RULE.thai + "'",
                                    "'" + key.english() + "' goes with '" + Key.RULE.english() + "'"));
                });
            }
            return new RuleCase.OfAll(list(required(node, entries, Key.FINDINGS)).stream()
                    .map(this::rule)
                    .sorted()
                    .toList());
        }
        find(entries, Key.FINDINGS).ifPresent(stray -> {
            throw refused(
                    stray,
                    voice.say(
                            "ใช้ '" + Key.RULE.thai + "' หรือ '" + Key.FINDINGS.thai + "' อย่างใดอย่างหนึ่ง",
                            "give either '" + Key.RULE.english() + "' or '" + Key.FINDINGS.english() + "'"));
        });
        return new RuleCase.OfRule(
                rule(rule.get()),
                oneOf(required(node, entries, Key.EXPECT), VERDICTS),
                find(entries, Key.COUNT).map(this::number).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                find(entries, Key.SEVERITY).map(value -> oneOf(value, SEVERITIES)),
                find(entries, Key.DUE).map(this::date));
    }

    /** The measures under a title with the year, as the working form holds them: a heading is a line of its own above its measure. */
    private static SheetTexts measureSheet(List<Map<String, String>> measures, int fiscalYear) {
        List<FormColumn> columns = FormSheet.MEASURES.columns().stream()
                .filter(column -> isColumnOfThePlan(column)
                        || measures.stream().anyMatch(measure -> measure.containsKey(column.name())))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ประจำปีงบประมาณ พ.ศ. " + fiscalYear));
        rows.add(columns.stream().map(FormColumn::heading).toList());
        String above = "";
        for (Map<String, String> measure : measures) {
            String heading = measure.getOrDefault(HEADING, above);
            if (!heading.equals(above)) {
                rows.add(columns.stream()
                        .map(column -> column == FormColumn.ISSUE ? heading : "")
                        .toList());
                above = heading;
            }
            rows.add(cells(columns, measure));
        }
        return new SheetTexts(FormSheet.MEASURES.title(), rows);
    }

    private static boolean isColumnOfThePlan(FormColumn column) {
        return switch (column) {
            case ISSUE, RESPONSIBLE, STEPS, DEADLINE, ACTION -> true;
            default -> false;
        };
    }

    private Optional<SheetTexts> table(Map<String, Node> entries, Key key, FormSheet sheet, Map<String, String> keys) {
        return find(entries, key).map(node -> {
            List<List<String>> rows = new ArrayList<>();
            rows.add(sheet.columns().stream().map(FormColumn::heading).toList());
            rows(node, keys).forEach(row -> rows.add(cells(sheet.columns(), row)));
            return new SheetTexts(sheet.title(), rows);
        });
    }

    private static List<String> cells(List<FormColumn> columns, Map<String, String> row) {
        return columns.stream()
                .map(column -> row.getOrDefault(column.name(), ""))
                .toList();
    }

    private List<Map<String, String>> rows(@Nullable Node node, Map<String, String> keys) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (node != null) {
            for (Node each : list(node)) {
                Map<String, String> row = new LinkedHashMap<>();
                entries(each, keys).forEach((key, value) -> row.put(key, text(value)));
                rows.add(row);
            }
        }
        return rows;
    }

    private static Map<String, String> measureKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(HEADING, HEADING);
        keys.put("หัวข้อ", HEADING);
        keys.putAll(columnKeys(FormSheet.MEASURES, ""));
        keys.put("กำหนดเวลา", FormColumn.DEADLINE.name());
        keys.put("ขั้นตอน", FormColumn.STEPS.name());
        keys.put("ประเด็น", FormColumn.ISSUE.name());
        return keys;
    }

    /** A column's constant by its name in English, and by each of its headings. */
    private static Map<String, String> columnKeys(FormSheet sheet, String prefix) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (FormColumn column : sheet.columns()) {
            keys.put(kebab(column.name().substring(prefix.length())), column.name());
            keys.put(column.heading(), column.name());
            column.otherHeadings().forEach(heading -> keys.putIfAbsent(heading, column.name()));
        }
        if (sheet == FormSheet.LOG) {
            keys.put("link", FormColumn.LOG_CHANNEL.name());
        }
        return keys;
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A mapping's values by what their keys stand for. */
    private Map<String, Node> entries(Node node, Map<String, String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, voice.say("ตรงนี้ต้องเป็น ชื่อ: ค่า", "name: value is expected here"));
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String word = text(entry.getKeyNode());
            String key = known.get(word);
            if (key == null) {
                String words = String.join(", ", known.keySet());
                throw refused(
                        entry.getKeyNode(),
                        voice.say(
                                "ไม่รู้จัก '" + word + "' ใช้ได้: " + words,
                                "unknown: '" + word + "'; known are " + words));
            }
            if (entries.put(key, entry.getValueNode()) != null) {
                throw refused(entry.getKeyNode(), voice.say("'" + word + "' ซ้ำ", "'" + word + "' stands twice"));
            }
        }
        return entries;
    }

    private List<Node> list(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw refused(
                node,
                voice.say("ตรงนี้ต้องเป็นรายการที่ขึ้นต้นด้วย -", "a list is expected here, each line with a dash"));
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(node, voice.say("ตรงนี้ต้องเป็นข้อความ", "a text is expected here"));
    }

    private String rule(Node node) {
        String id = text(node);
        if (!rules.contains(id)) {
            throw refused(node, voice.say("ไม่มีกฎ '" + id + "'", "there is no rule '" + id + "'"));
        }
        return id;
    }

    private LocalDate date(Node node) {
        String text = text(node);
        return DateReader.day(text)
                .orElseThrow(() -> refused(
                        node,
                        voice.say(
                                "อ่านวันที่ '" + text + "' ไม่ได้ ใช้แบบ 2566-04-30",
                                "cannot read the date '" + text + "'; write 2566-04-30 or 2023-04-30")));
    }

    private Round round(Node node) {
        String text = text(node);
        return Settings.findRound(text)
                .orElseThrow(() -> refused(
                        node,
                        voice.say(
                                "อ่านรอบ '" + text + "' ไม่ได้ ใช้แบบ 2566/1 หรือ 2566",
                                "cannot read the round '" + text + "'; write 2566/1, or 2566")));
    }

    private int number(Node node) {
        String text = text(node);
        if (!text.matches("[0-9]{1,4}")) {
            throw refused(node, voice.say("'" + text + "' ไม่ใช่จำนวน", "'" + text + "' is no number"));
        }
        return Integer.parseInt(text);
    }

    private <T> T oneOf(Node node, Map<String, T> known) {
        String text = text(node);
        T value = known.get(text);
        if (value == null) {
            String words = known.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw refused(
                    node,
                    voice.say(
                            "ไม่รู้จัก '" + text + "' ใช้ได้: " + words,
                            "unknown: '" + text + "'; known are " + words));
        }
        return value;
    }

    private static Optional<Node> find(Map<String, Node> entries, Key key) {
        return Optional.ofNullable(entries.get(key.english()));
    }

    private Node required(Node owner, Map<String, Node> entries, Key key) {
        return find(entries, key).orElseThrow(() -> missing(owner, key));
    }

    private Refused missing(Node owner, Key key) {
        return refused(owner, voice.say("ขาด '" + key.thai + "'", "'" + key.english() + "' is missing"));
    }

    private Refused refused(Node at, String what) {
        return refused(at.getStartMark(), what);
    }

    private Refused refused(Optional<Mark> at, String what) {
        String where = at.map(mark -> voice.say(" บรรทัด ", " line ")
                        + (mark.getLine() + 1)
                        + voice.say(" ช่องที่ ", ", column ")
                        + (mark.getColumn() + 1))
                .orElse("");
        return new Refused(place + where + ": " + what);
    }
}
