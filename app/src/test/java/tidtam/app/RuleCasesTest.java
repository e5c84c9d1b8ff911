package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.reports.Language;

/** {@code tidtam rules --test}: cases that hold, cases that do not, and files that are none. */
class RuleCasesTest {
    private static final Path EXAMPLES = Path.of("..", "rules", "examples");

    private static final String CASE = """
            - name: blank date
              rule: completion-date-blank
              as-of: 2023-04-30
              round: 2566/1
              measures:
                - issue: การเปิดเผยผลการใช้จ่ายงบประมาณ
                  responsible: กองคลัง
                  steps: จัดทำรายงาน
                  deadline: รายงานทุกไตรมาส
                  action: ดำเนินการแล้วเมื่อวันที่.....เดือน..... พ.ศ. .....
              expect: finds
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"budget-link", "built-in"})
    void the_cases_that_ship_hold(String example) {
        Run run = Run.of("rules", "--test", EXAMPLES.resolve(example).toString());

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Exit.CLEAN);
        assertThat(run.out().lines()).hasSizeGreaterThan(4).last().asString().startsWith("สรุป: ผ่าน");
    }

    @Test
    void a_case_that_holds_and_one_that_does_not_are_told_in_a_line_each() {
        Run run = test(CASE + CASE.replace("blank date", "no date").replace("finds", "accepts"));

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out().lines().toList()).hasSize(3).first().isEqualTo("pass  blank date");
        assertThat(run.out())
                .contains("FAIL  no date (" + folder
                        + "/cases/a.yaml:12): expected accepts completion-date-blank, got error “")
                .endsWith("In all: 1 of 2 cases passed\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "expect: finds ~ expect: finds\\n  count: 2 ~ expected finds completion-date-blank 2 finding(s), got error",
                "expect: finds ~ expect: finds\\n  severity: INFO ~ expected finds completion-date-blank info, got error",
                "expect: finds ~ expect: finds\\n  due: 2023-03-31 ~ expected finds completion-date-blank due 2023-03-31, got error",
                "rule: completion-date-blank ~ rule: deadline-blank ~ expected finds deadline-blank, got passed (checked in full, nothing found)",
                "expect: finds ~ expect: not-applicable ~ expected not applicable completion-date-blank, got error",
                "  expect: finds ~ ~ 'expect' is missing",
            })
    void what_is_expected_is_compared(String text, @Nullable String instead, String line) {
        Run run = test(CASE.replace(text, instead == null ? "" : instead.replace("\\n", "\n")));

        assertThat(run.out() + run.err()).contains(line);
        assertThat(run.exit()).isNotEqualTo(Exit.CLEAN);
    }

    @Test
    void a_rule_that_saw_nothing_to_check_has_accepted_nothing() {
        Run run = test(
                CASE.replace("completion-date-blank", "monthly-report-overdue").replace("finds", "accepts"));

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out()).contains("got not applicable");
    }

    @Test
    void the_log_of_a_case_is_read_in_the_fiscal_year_of_its_round() {
        String logged = CASE.replace("completion-date-blank", "quarterly-report-overdue")
                .replace("      steps:", "      code: ง1\n      steps:")
                .replace("  expect: finds", """
                        log:
                          - {มาตรการ: ง1, งวด: ไตรมาสที่ ๑, วันที่รายงาน: 30/12/2565}
                          - {มาตรการ: ง1, งวด: ไตรมาสที่ ๒, วันที่รายงาน: 30/03/2566}
                        expect: accepts""".indent(2).stripTrailing());

        assertThat(test(logged)).isEqualTo(new Run(Exit.CLEAN, "pass  blank date\nIn all: 1 of 1 cases passed\n", ""));
        assertThat(test(logged.replace("expect: accepts", "expect: finds")).out())
                .contains("FAIL")
                .doesNotContain("; ");
    }

    @Test
    void a_case_on_which_the_check_breaks_off_has_failed() {
        Voice voice = new Voice(Language.EN);
        RuleCase tried = CaseFile.read("a.yaml", CASE, Set.of("completion-date-blank"), voice)
                .get(0);
        Check breaks = new Check(
                () -> {
                    throw new IllegalStateException("broke");
                },
                List.of());

        assertThat(new CaseRun(breaks, Rules.builtIn().wording(Language.EN), voice).run(tried))
                .isEqualTo(new CaseRun.Result(
                        false,
                        "FAIL  blank date (a.yaml:1): the check broke off: java.lang.IllegalStateException: broke"));
    }

    @Test
    void without_a_rule_every_finding_is_compared() {
        String all = CASE.replace("  rule: completion-date-blank\n", "")
                .replace("expect: finds", "findings: [completion-date-blank]");
        assertThat(test(all).exit()).isEqualTo(Exit.CLEAN);
        assertThat(test(all.replace("[completion-date-blank]", "[]")).out())
                .contains("expected nothing found, got completion-date-blank");
        assertThat(test(all.replace("[completion-date-blank]", "[completion-date-blank, due-soon]"))
                        .exit())
                .isEqualTo(Exit.FOUND);
    }

    @Test
    void a_row_that_is_not_read_as_a_measure_fails_its_case() {
        Run run = test(CASE.replaceAll("(?m)^      (responsible|steps|deadline|action): .*\n", "")
                .replace("การเปิดเผยผลการใช้จ่ายงบประมาณ", "หมายเหตุ"));

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out()).contains("read 0 of 1 measures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "round: ~ rond: ~ line 4, column 3: unknown: 'rond'; known are name, ชื่อ, rule",
                "      steps: ~       step: ~ line 8, column 7: unknown: 'step'; known are heading",
                "round: 2566/1 ~ name: again ~ line 4, column 3: 'name' stands twice",
                "round: 2566/1 ~ ชื่อ: again ~ line 4, column 3: 'ชื่อ' stands twice",
                "- name: blank date\\n ~ -\\n ~ line 2, column 3: 'name' is missing",
                "as-of: 2023-04-30 ~ as-of: 2023-02-30 ~ line 3, column 10: cannot read the date '2023-02-30'; write 2566-04-30 or 2023-04-30",
                "round: 2566/1 ~ round: 2566/3 ~ line 4, column 10: cannot read the round '2566/3'; write 2566/1, or 2566",
                "rule: completion-date-blank ~ rule: completion-blanc ~ line 2, column 9: there is no rule 'completion-blanc'",
                "expect: finds ~ expect: found ~ line 11, column 11: unknown: 'found'; known are accepts, finds, not-applicable",
                "expect: finds ~ expect: [finds] ~ line 11, column 11: a text is expected here",
                "expect: finds ~ expect: finds\\n  count: many ~ line 12, column 10: 'many' is no number",
                "expect: finds ~ expect: finds\\n  findings: [] ~ line 12, column 13: give either 'rule' or 'findings'",
                "rule: completion-date-blank ~ severity: INFO ~ line 11, column 11: 'expect' goes with 'rule'",
                "    - issue: ~     issue: ~ this is not YAML",
                "expect: finds ~ expect: 'finds ~ this is not YAML; look at the indentation, the colons and the quotes",
            })
    void tells_by_line_and_column_what_is_wrong_with_a_file(String text, String instead, String message) {
        assertThat(CASE).contains(text.replace("\\n", "\n"));
        Run run = test(CASE.replace(text.replace("\\n", "\n"), instead.replace("\\n", "\n")));

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err()).startsWith("tidtam: " + folder + "/cases/a.yaml").contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void without_a_case_nothing_was_tried() throws IOException {
        Files.writeString(folder.resolve("limits.csv"), "kind,grace\nquarterly,1\n");
        Path copied = folder.resolve("cases");
        Files.createDirectories(copied);
        for (String language : new String[] {"th", "en"}) {
            Run run = Run.of(
                    "rules",
                    "--test",
                    EXAMPLES.resolve("budget-link").resolve("messages").toString(),
                    "--lang",
                    language);
            assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        }
        assertThat(test("# nothing yet\n").err()).contains("this file holds no case");
        assertThat(test("[]\n").err()).contains(folder + ": there are no cases in cases/*.yaml, so no rule was tried");
    }

    @Test
    void goes_with_no_other_folder_or_format() {
        assertThat(Run.of("rules", "--test", "a", "--rules", "b", "--lang", "en")
                        .err())
                .isEqualTo("tidtam: --test does not go with --rules\n");
        assertThat(Run.of("rules", "--test", "a", "--format", "json").err())
                .isEqualTo("tidtam: --test ใช้คู่กับ --format ไม่ได้\n");
    }

    private Run test(String cases) {
        try {
            Files.createDirectories(folder.resolve("cases"));
            Files.writeString(folder.resolve("cases/a.yaml"), cases);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Run.of("rules", "--test", folder.toString(), "--lang", "en");
    }
}
