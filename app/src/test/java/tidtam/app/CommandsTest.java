package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CommandsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void helps_in_thai_and_in_english() {
        assertThat(Run.of("--help").out()).contains("วิธีใช้", "check", "read", "explain", "rules", "70");
        assertThat(Run.of("--help", "--lang", "en").out()).contains("Usage").doesNotContain("วิธีใช้");
        assertThat(Run.of("check", "--help").out()).contains("--as-of", "--round", "--fail-on", "ปกติ");
        assertThat(Run.of("--lang=en", "check", "-h").out())
                .contains("--as-of", "usually")
                .doesNotContainPattern("ปกติ");
        assertThat(Run.of("--help").exit()).isEqualTo(Exit.CLEAN);
    }

    @Test
    void tells_its_version() {
        assertThat(Run.of("--version").out())
                .matches("Tidtam \\d+\\.\\d+\\.\\d+\n")
                .isEqualTo(Run.of("check", "--version").out());
    }

    @Test
    void shows_how_it_is_used_where_nothing_is_said() {
        Run run = Run.of();

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("วิธีใช้");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "chekc plan.xlsx ~ unknown command 'chekc'; see tidtam --help",
                "publish out.xlsx ~ unknown command 'publish'; see tidtam --help",
                "check ~ WORKBOOK|FOLDER… is missing; see tidtam check --help",
                "check plan.xlsx --asof 2566-04-30 ~ unknown option '--asof'; see tidtam check --help",
                "check plan.xlsx --colour x ~ unknown option '--colour'; see tidtam check --help",
                "check plan.xlsx --as-of ~ a value is missing: --as-of DATE; see tidtam check --help",
                "check plan.xlsx --as-of --json ~ a value is missing: --as-of DATE; see tidtam check --help",
                "check plan.xlsx --json --json ~ --json may be given once only; see tidtam check --help",
                "check plan.xlsx --jso ~ unknown option '--jso'; see tidtam check --help",
                "check plan.xlsx -json ~ unknown option '-json'; see tidtam check --help",
                "check -- --json ~ --json: there is no such file; check its name and folder",
                "check plan.xlsx --json=yes ~ --json takes no value; see tidtam check --help",
                "check plan.xlsx --as-of 31/2/2566 ~ --as-of cannot read the date '31/2/2566'; write 2566-04-30 or 2023-04-30",
                "check plan.xlsx --as-of yesterday ~ --as-of cannot read the date 'yesterday'; write 2566-04-30 or 2023-04-30",
                "check plan.xlsx --round 2566/3 ~ --round cannot read '2566/3'; write the Buddhist fiscal year and the round, such as 2566/1, or 2566",
                "check plan.xlsx --round 2023/1 ~ --round cannot read '2023/1'; write the Buddhist fiscal year and the round, such as 2566/1, or 2566",
                "check plan.xlsx --fail-on info ~ --fail-on does not know 'info'; it takes error, warning, never",
                "check plan.xlsx --out o --format odt ~ --format does not know 'odt'; it takes json, csv, html, pdf, junit, xlsx, annotated, docx",
                "check plan.xlsx --out o --format json, ~ --format does not know ''; it takes json, csv, html, pdf, junit, xlsx, annotated, docx",
                "check plan.xlsx --format json ~ --format needs --out DIR, the folder to write to",
                "read answer ~ read does not know 'answer'; it takes deadline, completion, division",
                "read deadline none.txt ~ none.txt: there is no such file",
                "explain plan.xlsx ~ MEASURE is missing; see tidtam explain --help",
                "explain plan.xlsx E5 E6 ~ unknown word 'E6'; see tidtam explain --help",
                "rules --format html ~ --format does not know 'html'; it takes md, json",
            })
    void refuses_wrong_words_in_one_line(String words, String message) {
        Run run = Run.of(("--lang en " + words.replace("o --format", folder + "/o --format")).split(" "));

        assertThat(run).isEqualTo(new Run(Exit.NOT_STARTED, "", "tidtam: " + message + "\n"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refuses_a_language_it_does_not_speak() {
        assertThat(Run.of("rules", "--lang", "fr").exit()).isEqualTo(Exit.NOT_STARTED);
    }

    @Test
    void refuses_a_folder_that_cannot_be_written() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        Run run = Run.of("check", Run.sampleIn(folder, "plan.xlsx"), "--lang", "en", "--out", file.toString());

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains(file + ": reports cannot be written there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ทุกไตรมาส\nรายงานทุกเดือน", "\uFEFFทุกไตรมาส\r\nรายงานทุกเดือน\r\n"})
    void reads_one_text_per_line(String texts) {
        Run run = Run.reading(texts, "read", "deadline");

        assertThat(run.exit()).isEqualTo(Exit.CLEAN);
        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith("{\"text\":\"ทุกไตรมาส\",\"duties\":[");
    }

    @Test
    void reads_texts_from_a_file_and_from_standard_input_alike() {
        String text = "ดำเนินการแล้วเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖\n\n";
        String file = Run.write(folder, "ข้อความ.txt", text.getBytes(StandardCharsets.UTF_8));

        assertThat(Run.of("read", "completion", file))
                .isEqualTo(Run.reading(text, "read", "completion", "-"))
                .isEqualTo(Run.reading(text, "read", "completion"));
        assertThat(Run.of("read", "completion", file).out().lines()).hasSize(2);
    }

    @Test
    void prints_the_catalogue_of_rules() {
        assertThat(Run.of("rules").out())
                .contains("| `completion-date-blank` |")
                .isEqualTo(Run.of("rules", "--format", "md").out());
        assertThat(Run.of("rules", "--format", "json").out()).startsWith("{").contains("\"completion-date-blank\"");
    }

    @Test
    void explains_a_measure_by_item_or_by_row() {
        String plan = Run.sampleIn(folder, "plan.xlsx");

        Run byRow = Run.of("explain", plan, "8", "--as-of", "2566-04-30");
        assertThat(byRow.exit()).isEqualTo(Exit.CLEAN);
        assertThat(byRow.out()).contains("E5", "date-impossible", "within-days-report-overdue");
        assertThat(Run.of("explain", plan, "e๕", "--as-of", "2566-04-30")).isEqualTo(byRow);
        assertThat(Run.of("explain", plan, "E99", "--lang", "en").err())
                .isEqualTo("tidtam: there is no measure 'E99'; give its item, or a number from 1 to 27\n");
    }

    @Test
    void stays_silent_where_the_reader_of_its_output_has_left() {
        assertThat(writingTo(new Failing("Broken pipe"))).isEqualTo(new Run(Exit.CLEAN, "", ""));
    }

    @Test
    void says_where_its_output_cannot_be_written() {
        Run run = writingTo(new Failing("No space left on device"));

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err()).isEqualTo("tidtam: standard output cannot be written (No space left on device)\n");
    }

    private static Run writingTo(OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                100,
                false,
                Clock.systemUTC(),
                Map.of());
        return new Run(Commands.run(surroundings, "rules", "--lang", "en"), "", err.toString(StandardCharsets.UTF_8));
    }

    private static final class Failing extends OutputStream {
        private final String why;

        Failing(String why) {
            this.why = why;
        }

        @Override
        public void write(int oneByte) throws IOException {
            throw new IOException(why);
        }
    }

    @Test
    void the_logging_library_warns_the_user_of_nothing() throws Exception {
        Run.of("--version");
        URL library = LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation();
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try (URLClassLoader fresh = new URLClassLoader(new URL[] {library}, ClassLoader.getPlatformClassLoader())) {
            Class<?> reporter = fresh.loadClass("org.slf4j.helpers.Reporter");
            reporter.getMethod("warn", String.class).invoke(null, "intercepted");
            reporter.getMethod("error", String.class).invoke(null, "broken");
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broken").doesNotContain("intercepted");
    }
}
