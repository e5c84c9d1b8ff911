package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidtam.facts.RuleInfo;

/** The rule set tests itself: a failing test says what to add. */
class RuleSetTest {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final List<RuleInfo> RULES = RuleCheck.BASE.rules();

    @Test
    void the_rules_were_compiled_into_a_model_when_the_project_was_built() {
        assertThat(RuleSetTest.class.getClassLoader().getResource(BuiltInRules.MODEL_INDEX))
                .as("the generated model; is drools-model-compiler on the build's class path?")
                .isNotNull();
        assertThat(RULES).hasSize(41);
    }

    @Test
    void every_rule_has_a_sentence_in_both_languages_with_the_same_names() {
        Map<String, String> thai = new TreeMap<>(BuiltInRules.messages("th"));
        thai.keySet().removeIf(key -> key.endsWith(".basis"));
        Map<String, String> english = BuiltInRules.messages("en");
        assertThat(thai.keySet()).isEqualTo(english.keySet());
        for (RuleInfo rule : RULES) {
            assertThat(thai.keySet())
                    .as("add a line for %s to messages/th.properties and messages/en.properties", rule.id())
                    .anyMatch(key -> ruleOf(key).equals(rule.id()));
        }
        Set<String> ids = RULES.stream().map(RuleInfo::id).collect(Collectors.toSet());
        thai.forEach((key, sentence) -> {
            assertThat(ids).as("%s is the message of no rule", key).contains(ruleOf(key));
            assertThat(sentence).as("the Thai sentence of %s", key).isNotBlank();
            assertThat(names(sentence))
                    .as("the names in the two sentences of %s", key)
                    .isEqualTo(names(english.getOrDefault(key, "")));
        });
    }

    @Test
    void every_rule_names_its_basis_in_both_languages() {
        Map<String, String> thai = BuiltInRules.messages("th");
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.basis()).as("@basis of %s", rule.id()).isNotBlank();
            assertThat(thai.getOrDefault(rule.id() + ".basis", ""))
                    .as("add a line %s.basis to messages/th.properties", rule.id())
                    .isNotBlank();
        });
    }

    @Test
    void every_rule_has_a_test_that_finds_and_one_that_accepts() throws IOException {
        Set<String> finds = new TreeSet<>();
        Set<String> accepts = new TreeSet<>();
        Pattern call = Pattern.compile("rule\\(\\s*\"([a-z-]+)\"\\s*\\)");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                for (String statement : Files.readString(file).split(";", -1)) {
                    var named = call.matcher(statement);
                    if (named.find()) {
                        (statement.contains("findsNothing") ? accepts : finds).add(named.group(1));
                    }
                }
            }
        }
        Set<String> ids = RULES.stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(finds).as("rules with a test that finds something").containsAll(ids);
        assertThat(accepts)
                .as("rules with a test that accepts the nearest case")
                .containsAll(ids);
    }

    @Test
    void no_rule_depends_on_order_or_on_the_clock() throws IOException {
        Pattern banned = Pattern.compile(
                "\\b(salience|agenda-group|modify|update|retract|delete|global|eval|now)\\b", Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".drl")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(banned);
            }
        }
    }

    private static String ruleOf(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    private static Set<String> names(String sentence) {
        return NAME.matcher(sentence)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
