package tidtam.engine.added;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.engine.added.RuleFault.Code;
import tidtam.rules.BuiltInRules;

/** Whatever is wrong with an added rule is told by file, rule, line and the word to mend. */
class RuleFaultTest {
    private static final String RULE = """
            package agency.rules

            import tidtam.facts.*

            rule "our-deadline: the deadline is empty"
              @severity( WARNING )
              @subject( measure )
              @needs( DEADLINE, ACTION )
              @basis( "our own rule, ข้อ ๑" )
              when
                BlankCell( column == Column.DEADLINE, $measure : measure, $cell : cell )
              then
                insert( new Finding( "our-deadline", $measure, $cell, Values.none() ) );
            end
            """;

    @Test
    void a_rule_without_fault_is_compiled() throws RuleFault {
        assertThat(compile(Map.of("ours.drl", RULE)).ids()).containsExactly("our-deadline");
    }

    @Test
    void a_file_may_hold_several_rules_and_several_cases_of_one() throws RuleFault {
        String second = RULE.substring(RULE.indexOf("rule "));
        String text = RULE
                + second.replace("the deadline is empty", "the owner is empty")
                        .replace("DEADLINE,", "RESPONSIBLE,")
                        .replace("@needs( RESPONSIBLE,", "@needs( DEADLINE,")
                + second.replace("our-deadline", "our-second");

        assertThat(compile(Map.of("ours.drl", text)).ids()).containsExactly("our-deadline", "our-second");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "BlankCell( ~ BlankCel( ~ UNKNOWN_FACT ~ our-deadline ~ 11 ~ BlankCel",
                "import tidtam.facts.* ~ `` ~ UNKNOWN_FACT ~ our-deadline ~ 11 ~ BlankCell",
                "column == ~ colum == ~ UNKNOWN_PART ~ our-deadline ~ 11 ~ colum",
                "$cell : cell ~ $cell : sell ~ UNKNOWN_PART ~ our-deadline ~ 11 ~ sell",
                "Column.DEADLINE ~ Column.DEADLINES ~ UNKNOWN_PART ~ our-deadline ~ 11 ~ DEADLINES",
                "Column.DEADLINE ~ Colum.DEADLINE ~ CONDITION ~ our-deadline ~ 11 ~ column == Colum.DEADLINE",
                "new Finding( ~ new Findin( ~ UNKNOWN_NAME ~ our-deadline ~ 13 ~ Findin",
                "Values.none() ~ Values.nothing() ~ UNKNOWN_NAME ~ our-deadline ~ 13 ~ nothing",
                "$measure : measure, ~ `` ~ UNKNOWN_NAME ~ our-deadline ~ 13 ~ $measure",
                "Values.none() ) ); ~ Values.none() ) ~ CONSEQUENCE_SYNTAX ~ our-deadline ~ 13 ~ ``",
                "$cell : cell ) ~ $cell : cell ~ SYNTAX ~ our-deadline ~ 12 ~ then",
                "  when ~   whe ~ SYNTAX ~ our-deadline ~ 10 ~ whe",
                "@basis( \"our own rule, ข้อ ๑\" ) ~ @basis( ข้อ ๑ ) ~ SYNTAX ~  ~ 9 ~ @basis( ข้อ ๑ )",
                "package agency.rules ~ package agency rules ~ SYNTAX ~  ~ 1 ~ rules",
                "  @severity( WARNING ) ~ `` ~ NOT_DECLARED ~ our-deadline ~ 5 ~ @severity",
                "  @subject( measure ) ~ `` ~ NOT_DECLARED ~ our-deadline ~ 5 ~ @subject",
                "  @needs( DEADLINE, ACTION ) ~ `` ~ NOT_DECLARED ~ our-deadline ~ 5 ~ @needs",
                "  @basis( \"our own rule, ข้อ ๑\" ) ~ `` ~ NOT_DECLARED ~ our-deadline ~ 5 ~ @basis",
                "WARNING ~ HIGH ~ UNKNOWN_VALUE ~ our-deadline ~ 6 ~ @severity( HIGH )",
                "@subject( measure ) ~ @subject( row ) ~ UNKNOWN_VALUE ~ our-deadline ~ 7 ~ @subject( row )",
                "DEADLINE, ACTION ~ DEADLIN ~ UNKNOWN_VALUE ~ our-deadline ~ 8 ~ @needs( DEADLIN )",
                "DEADLINE, ACTION ~ FRAMEWORK ~ NEED_OF_OTHERS ~ our-deadline ~ 8 ~ FRAMEWORK",
                "our-deadline: the ~ our_deadline: the ~ NAME ~ our_deadline ~ 5 ~ our_deadline: the deadline is empty",
                "our-deadline: the ~ the ~ NAME ~ the deadline is empty ~ 5 ~ the deadline is empty",
                "our-deadline: the ~ deadline-blank: the ~ BUILT_IN_ID ~ deadline-blank ~ 5 ~ deadline-blank",
                "\"our-deadline\", ~ \"our-dedline\", ~ NO_FINDING ~ our-deadline ~ 12 ~ our-deadline",
                "package agency.rules ~ package tidtam.rules ~ BUILT_IN_PACKAGE ~  ~  ~ tidtam.rules",
                "  when ~   salience 1 when ~ NOT_ALLOWED ~  ~  ~ salience",
                "import tidtam.facts.* ~ import tidtam.facts.* global java.util.List list ~ NOT_ALLOWED ~  ~  ~ global",
            })
    void tells_what_to_mend_and_where(String text, String instead, Code code, String rule, String line, String detail) {
        assertThat(RULE).contains(text);
        check(Map.of("ours.drl", RULE.replace(text, instead)), code, "ours.drl", rule, line, detail);
    }

    @Test
    void tells_where_a_file_ends_too_early() {
        check(Map.of("ours.drl", RULE.replace("\nend", "\n")), Code.ENDS_EARLY, "ours.drl", "our-deadline", "15", "");
        check(Map.of("ours.drl", RULE.replace("ข้อ ๑\"", "ข้อ ๑")), Code.ENDS_EARLY, "ours.drl", null, "15", "");
    }

    @Test
    void tells_what_holds_no_rule() {
        check(Map.of("empty.drl", ""), Code.NO_RULE, "empty.drl", null, null, "");
        check(Map.of("note.drl", "// a note\n"), Code.NO_RULE, "note.drl", null, null, "");
        check(Map.of("junk.drl", "hello"), Code.SYNTAX, "junk.drl", null, "1", "hello");
        check(Map.of("query.drl", "query \"q\" BlankCell() end"), Code.NOT_ALLOWED, "query.drl", null, null, "query");
        check(Map.of("type.drl", "declare Ours one : int end"), Code.NOT_ALLOWED, "type.drl", null, null, "declare");
    }

    @Test
    void tells_which_rule_stands_twice() {
        check(Map.of("a.drl", RULE, "b.drl", RULE), Code.REPEATED, "b.drl", "our-deadline", "5", "a.drl");
        String twice = RULE + RULE.substring(RULE.indexOf("rule "));
        check(Map.of("a.drl", twice), Code.REPEATED, "a.drl", "our-deadline", "15", "a.drl");
        String differing = twice.substring(0, RULE.length())
                + twice.substring(RULE.length()).replace("WARNING", "INFO").replace("is empty", "is blank");
        check(Map.of("a.drl", differing), Code.CASES_DIFFER, "a.drl", "our-deadline", "15", "our-deadline");
    }

    @Test
    void names_the_rule_at_fault_among_many() {
        String second = RULE.substring(RULE.indexOf("rule ")).replace("our-deadline", "our-second");
        check(
                Map.of(
                        "a.drl",
                        RULE + second.replace("column ==", "colum =="),
                        "b.drl",
                        RULE.replace("our-", "their-")),
                Code.UNKNOWN_PART,
                "a.drl",
                "our-second",
                "21",
                "colum");
    }

    @Test
    void tells_what_only_the_machine_finds_when_it_loads_the_rule() {
        String pattern = RULE.replace("column ==", "cell.quote() matches \"[\", column ==");
        check(Map.of("a.drl", pattern), Code.OTHER, "a.drl", "our-deadline", null, null);
        String number = RULE.replace("column == Column.DEADLINE", "measure.row() == \"x\"");
        check(Map.of("a.drl", number), Code.OTHER, "a.drl", "our-deadline", null, null);
    }

    private static AddedRules compile(Map<String, String> files) throws RuleFault {
        return AddedRules.compile(new TreeMap<>(files), Set.of("deadline-blank"), BuiltInRules.class.getClassLoader());
    }

    private static void check(
            Map<String, String> files,
            Code code,
            String file,
            @Nullable String rule,
            @Nullable String line,
            @Nullable String detail) {
        assertThatThrownBy(() -> compile(files)).isInstanceOfSatisfying(RuleFault.class, fault -> {
            assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code);
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.rule().orElse(null)).isEqualTo(rule);
            assertThat(fault.line().stream()
                            .boxed()
                            .map(String::valueOf)
                            .findFirst()
                            .orElse(null))
                    .as(fault.getMessage())
                    .isEqualTo(line);
            if (detail != null) {
                assertThat(fault.detail()).isEqualTo(detail);
            }
        });
    }
}
