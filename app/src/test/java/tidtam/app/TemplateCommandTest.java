package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
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

    private static String[] with(String[] words, String... before) {
        String[] all = java.util.Arrays.copyOf(before, before.length + words.length);
        System.arraycopy(words, 0, all, before.length, words.length);
        return all;
    }
}
