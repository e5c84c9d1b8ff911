package tidtam.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tidtam.engine.RuleBase;
import tidtam.engine.added.AddedRules;
import tidtam.engine.added.RuleFault;
import tidtam.facts.RuleInfo;
import tidtam.reports.Language;
import tidtam.rules.BuiltInRules;

/**
 * The rules of an agency and what they say, ready to run.
 *
 * @param messages by language, then by rule id, or rule id and variant
 */
record OwnRules(AddedRules compiled, Map<Language, SortedMap<String, String>> messages) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Compiles a folder's rules; empty where it holds none. Refuses what its author has to mend. */
    static Optional<OwnRules> of(RuleFolder folder, Voice voice) {
        SortedMap<String, String> rules = folder.rules(voice);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        ClassLoader loader = BuiltInRules.class.getClassLoader();
        Set<String> builtIn = RuleBase.catalogue(BuiltInRules.MODEL_INDEX, loader).stream()
                .map(RuleInfo::id)
                .collect(Collectors.toUnmodifiableSet());
        try {
            AddedRules compiled = AddedRules.compile(rules, builtIn, loader);
            Messages thai = Messages.of(folder, Language.TH, voice);
            Messages english = Messages.of(folder, Language.EN, voice);
            thai.check(compiled.ids(), english, voice);
            english.check(compiled.ids(), thai, voice);
            return Optional.of(new OwnRules(compiled, Map.of(Language.TH, thai.lines(), Language.EN, english.lines())));
        } catch (RuleFault fault) {
            throw new Refused(RuleFaultWords.sentence(fault, folder, voice));
        }
    }

    /** What the rules say in a language, by rule id, or rule id and variant. */
    Map<String, String> messages(Language language) {
        return messages.getOrDefault(language, new TreeMap<>());
    }

    /** What a file of messages holds. */
    private record Messages(String place, SortedMap<String, String> lines) {
        static Messages of(RuleFolder folder, Language language, Voice voice) {
            String path = "messages/" + language.code() + ".properties";
            String place = folder.place(path);
            if (folder.find(path).isEmpty()) {
                throw new Refused(voice.say(
                        place + ": ไม่มีแฟ้มข้อความนี้ กฎทุกข้อต้องมีข้อความทั้งภาษาไทยและภาษาอังกฤษ",
                        place + ": this file is missing; every rule needs a message in Thai and in English"));
            }
            Lines lines = new Lines();
            try {
                lines.load(new StringReader(folder.text(path, voice)));
            } catch (IOException e) {
                throw new UncheckedIOException("a text in memory throws no such thing", e);
            } catch (IllegalArgumentException e) {
                throw new Refused(voice.say(
                        place + ": มีรหัสอักขระ \\u ที่ไม่ถูกต้อง", place + ": holds a malformed \\u escape"));
            }
            lines.repeated().ifPresent(key -> {
                throw new Refused(voice.say(
                        place + ": ข้อความ '" + key + "' มีสองบรรทัด ให้เหลือบรรทัดเดียว",
                        place + ": the message '" + key + "' stands twice; keep one"));
            });
            SortedMap<String, String> sorted = new TreeMap<>();
            lines.forEach((key, line) -> sorted.put((String) key, ((String) line).strip()));
            return new Messages(place, sorted);
        }

        void check(Set<String> rules, Messages other, Voice voice) {
            for (String rule : rules) {
                if (lines.keySet().stream().noneMatch(key -> ruleOf(key).equals(rule))) {
                    throw new Refused(voice.say(
                            place + ": ไม่มีข้อความของกฎ '" + rule + "' ให้เพิ่มบรรทัด " + rule + " = …",
                            place + ": the message of rule '" + rule + "' is missing; add a line " + rule + " = …"));
                }
            }
            lines.forEach((key, line) -> {
                if (!rules.contains(ruleOf(key))) {
                    throw new Refused(voice.say(
                            place + ": ข้อความ '" + key + "' ไม่ใช่ของกฎข้อใดในโฟลเดอร์นี้",
                            place + ": the message '" + key + "' belongs to no rule of this folder"));
                }
                if (line.isEmpty() || PLACEHOLDER.matcher(line).replaceAll("").matches(".*[{}].*")) {
                    throw new Refused(voice.say(
                            place + ": ข้อความ '" + key + "' ว่าง หรือเขียนช่องแทนค่าไม่ถูกต้อง ต้องเป็นแบบ {ชื่อ}",
                            place + ": the message '" + key
                                    + "' is empty, or a placeholder in it is not of the form {name}"));
                }
                String theirs = other.lines.get(key);
                if (theirs == null) {
                    throw new Refused(voice.say(
                            other.place + ": ไม่มีข้อความ '" + key + "' ซึ่งมีใน " + place,
                            other.place + ": the message '" + key + "' is missing, although " + place + " has it"));
                }
                if (!names(line).equals(names(theirs))) {
                    throw new Refused(voice.say(
                            place + ": ช่องแทนค่าของข้อความ '" + key + "' คือ " + names(line) + " แต่ใน " + other.place
                                    + " คือ " + names(theirs) + " ต้องตรงกัน",
                            place + ": the placeholders of the message '" + key + "' are " + names(line) + " but in "
                                    + other.place + " they are " + names(theirs) + "; they must agree"));
                }
            });
        }

        private static String ruleOf(String key) {
            int dot = key.indexOf('.');
            return dot < 0 ? key : key.substring(0, dot);
        }

        private static Set<String> names(String line) {
            return PLACEHOLDER
                    .matcher(line)
                    .results()
                    .map(match -> '{' + match.group(1) + '}')
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Properties that remember a key which stands twice; the last would win in silence. */
    private static final class Lines extends Properties {
        private Optional<String> repeated = Optional.empty();

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                repeated = Optional.of((String) key);
            }
            return before;
        }

        Optional<String> repeated() {
            return repeated;
        }
    }
}
