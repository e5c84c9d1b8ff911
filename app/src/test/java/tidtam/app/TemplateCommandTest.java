package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.reports.Checked;
import tidtam.reports.Language;

class TemplateCommandTest {
    private static final Check CHECK = Rules.builtIn().check();

    @TempDir
    Path folder = Path.of("");

    @Test
    void writes_the_same_empty_form_twice_under_thai_names() throws IOException {
        String first = folder.resolve("แบบฟอร์ม ๑.xlsx").toString();
        String second = folder.resolve("แบบฟอร์ม ๒.XLSX").toString();
        String[] words = {"--agency", "เทศบาลตำบลทดสอบ", "--province", "ลำพูน", "--fiscal-year", "๒๕๖๗", "--round", "2"
        };
        Run run = Run.of(with(words, "template", first));
        assertThat(run.err()).contains(first).contains("เขียนแบบฟอร์มว่างแล้ว");
        assertThat(run.exit()).isZero();
        assertThat(Run.of(with(words, "template", second)).exit()).isZero();
        assertThat(Files.readAllBytes(Path.of(first))).isEqualTo(Files.readAllBytes(Path.of(second)));
        assertThat(Run.of("template", folder.resolve("empty.xlsx").toString(), "--round", "2567/1")
                        .exit())
                .isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void refuses_what_it_would_overwrite_and_names_that_mislead() {
        String old = Run.write(folder, "เดิม.xlsx", new byte[] {1});
        Run run = Run.of("template", old, "--lang", "en");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("not overwritten");
        assertThat(Path.of(old)).hasBinaryContent(new byte[] {1});
        assertThat(Run.of("template", folder.resolve("a.xls").toString(), "--lang", "en")
                        .err())
                .contains("must end in .xlsx");
        Run nowhere = Run.of("template", folder.resolve("none/a.xlsx").toString(), "--lang", "en");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written");
    }

    @Test
    void refuses_years_and_rounds_that_are_none() {
        String out = folder.resolve("a.xlsx").toString();
        assertThat(Run.of("template", out, "--fiscal-year", "2023", "--lang", "en")
                        .err())
                .contains("--fiscal-year");
        assertThat(Run.of("template", out, "--round", "3", "--lang", "en").err())
                .contains("--round");
        assertThat(Run.of("template", out, "--fiscal-year", "2566", "--round", "2567/1", "--lang", "en")
                        .exit())
                .isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_plan_carried_into_the_form_is_judged_as_before() throws IOException {
        String old = Run.sampleIn(folder, "แผนเดิม.xlsx");
        String form = folder.resolve("แบบฟอร์ม.xlsx").toString();
        Run run = Run.of("template", "--from", old, form, "--lang", "en");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("27 measures carried", "await review", "other texts");
        Evaluation before = evaluated(old);
        Evaluation after = evaluated(form);
        assertThat(findings(after)).isEqualTo(findings(before)).hasSizeGreaterThan(20);
        assertThat(after.obligations().stream().map(TemplateCommandTest::said))
                .isEqualTo(before.obligations().stream()
                        .map(TemplateCommandTest::said)
                        .toList());
        assertThat(after.divisions()).isEqualTo(before.divisions());
        assertThat(after.indicators()).isEqualTo(before.indicators());
    }

    @Test
    void a_working_form_is_copied_as_it_is() throws IOException {
        String old = Run.sampleIn(folder, "old.xlsx");
        String form = folder.resolve("form.xlsx").toString();
        String again = folder.resolve("again.xlsx").toString();
        assertThat(Run.of("template", "--from", old, form).exit()).isZero();
        Run run = Run.of("template", "--from", form, again, "--lang", "en");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("copied unchanged");
        assertThat(Files.readAllBytes(Path.of(again))).isEqualTo(Files.readAllBytes(Path.of(form)));
        Run changed = Run.of(
                "template", "--from", form, folder.resolve("b.xlsx").toString(), "--agency", "ก", "--lang", "en");
        assertThat(changed.exit()).isEqualTo(2);
        assertThat(changed.err()).contains("is the working form already");
    }

    @Test
    void says_why_a_plan_cannot_be_carried() {
        String out = folder.resolve("form.xlsx").toString();
        Run nowhere = Run.of("template", "--from", folder.resolve("none.xlsx").toString(), out, "--lang", "en");
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("none.xlsx");
        String text = Run.write(folder, "text.xlsx", new byte[] {'a', 'b'});
        assertThat(Run.of("template", "--from", text, out).exit()).isEqualTo(2);
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void an_untouched_form_holds_nothing_to_check_and_that_is_no_pass() {
        String form = folder.resolve("form.xlsx").toString();
        Run.of("template", form, "--fiscal-year", "2566", "--round", "1", "--agency", "เทศบาลตำบลทดสอบ");
        Run check = Run.of("check", form, "--as-of", "2566-04-30", "--lang", "en");
        assertThat(check.exit()).as(check.err()).isEqualTo(3);
        assertThat(check.out()).contains("the table holds no measure yet").doesNotContain("Nothing found");
    }

    private static Evaluation evaluated(String file) throws IOException {
        Check.Settings settings = new Check.Settings(LocalDate.of(2023, 4, 30), Optional.empty());
        return ((Checked.Evaluated) CHECK.check(file, Files.readAllBytes(Path.of(file)), settings)).evaluation();
    }

    /** Each finding without its cell. */
    private static List<String> findings(Evaluation evaluation) {
        return evaluation.findings().stream()
                .map(one -> String.join(
                        " ",
                        one.fingerprint(),
                        one.finding().rule(),
                        one.severity().name(),
                        String.valueOf(one.finding().guessed()),
                        one.divisions().toString(),
                        one.finding().measures().toString(),
                        one.finding().cell().map(CellText::quote).orElse("")))
                .toList();
    }

    private static String said(ObligationState state) {
        Obligation obligation = state.obligation();
        return obligation.duty().measure() + " " + obligation.duty().signature() + " "
                + obligation.duty().actors() + " " + obligation.period() + " " + state.state();
    }

    private static String[] with(String[] words, String... before) {
        String[] all = Arrays.copyOf(before, before.length + words.length);
        System.arraycopy(words, 0, all, before.length, words.length);
        return all;
    }

    @Test
    void a_workbook_on_which_carrying_breaks_off_is_named() {
        assertThatThrownBy(() -> TemplateCommand.guarded(
                        "old.xlsx",
                        () -> {
                            throw new IllegalStateException("broke");
                        },
                        new Voice(Language.EN)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentences())
                                .singleElement()
                                .asString()
                                .startsWith("old.xlsx: "));
    }
}
