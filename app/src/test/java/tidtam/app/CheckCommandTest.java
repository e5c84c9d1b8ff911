package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void prints_a_table_in_thai_and_exits_with_1_where_there_are_errors() {
        Run run = Run.of("check", Run.sampleIn(folder, "แผน.xlsx"), "--as-of", "2566-04-30");

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out()).contains("องค์การบริหารส่วนตำบลจอม่วง", "ข้อผิดพลาด", "มาตรการ!");
        assertThat(run.out()).doesNotContain("\u001B");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void prints_english_where_asked() {
        Run run = Run.of("check", Run.sampleIn(folder, "plan.xlsx"), "--as-of", "2566-04-30", "--lang", "en");

        assertThat(run.out()).contains("2023-03-31").doesNotContain("ข้อผิดพลาด");
    }

    @Test
    void checks_for_today_in_bangkok_unless_told_otherwise() {
        String workbook = Run.sampleIn(folder, "plan.xlsx");

        assertThat(Run.of("check", workbook, "--json").out())
                .contains("\"asOf\": \"2023-04-30\"")
                .isEqualTo(Run.of("check", workbook, "--json", "--as-of", "2023-04-30")
                        .out());
    }

    @Test
    void takes_the_date_in_every_form_people_write() {
        String workbook = Run.sampleIn(folder, "plan.xlsx");
        String expected =
                Run.of("check", workbook, "--json", "--as-of", "2566-04-30").out();

        assertThat(expected).contains("\"asOf\": \"2023-04-30\"");
        for (String form : new String[] {"2023-04-30", "๓๐/๔/๒๕๖๖", "๓๐ เมษายน ๒๕๖๖"}) {
            assertThat(Run.of("check", workbook, "--json", "--as-of=" + form).out())
                    .as(form)
                    .isEqualTo(expected);
        }
    }

    @Test
    void json_on_standard_output_is_the_file_that_out_writes() throws IOException {
        String workbook = Run.sampleIn(folder, "plan.xlsx");
        Path out = folder.resolve("reports/2566");

        Run printed = Run.of("check", workbook, "--json");
        Run written = Run.of("check", workbook, "--quiet", "--out", out.toString());

        assertThat(printed.err()).isEmpty();
        assertThat(written.out()).isEmpty();
        assertThat(written.exit()).isEqualTo(printed.exit()).isEqualTo(Exit.FOUND);
        assertThat(Files.readString(out.resolve("findings.json"))).isEqualTo(printed.out());
        assertThat(Files.readString(out.resolve("findings.csv"))).startsWith("\uFEFF");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "findings.json",
                            "findings.schema.json",
                            "findings.csv",
                            "working-paper.xlsx",
                            "plan-annotated.xlsx",
                            "report.html",
                            "report.pdf",
                            "memo-กองการศึกษาฯ.pdf",
                            "memo-กองคลัง.pdf",
                            "memo-กองช่าง.pdf",
                            "memo-กองสวัสดิการสังคม.pdf",
                            "memo-สำนักปลัด.pdf",
                            "junit.xml",
                            "report.docx");
        }
    }

    @Test
    void the_page_of_the_sample_is_a_small_attachment() throws IOException {
        Path out = folder.resolve("reports");
        Run.of("check", Run.sampleIn(folder, "plan.xlsx"), "--quiet", "--out", out.toString(), "--format", "html");

        assertThat(Files.size(out.resolve("report.html"))).isBetween(100_000L, 400_000L);
    }

    @Test
    void writes_only_the_formats_asked_for() throws IOException {
        Path out = folder.resolve("reports");
        Run.of("check", Run.sampleIn(folder, "plan.xlsx"), "--quiet", "--out", out.toString(), "--format", "csv");

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("findings.csv");
        }
    }

    @Test
    void gives_the_same_bytes_in_another_time_zone_and_locale() {
        String workbook = Run.sampleIn(folder, "แผน ๒๕๖๖.xlsx");
        Run here = Run.of("check", workbook, "--json", "--as-of", "2566-04-30");
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(Run.of("check", workbook, "--json", "--as-of", "2566-04-30"))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void exits_with_0_where_nothing_reaches_the_level_that_fails() {
        String workbook = Run.sampleIn(folder, "plan.xlsx");

        assertThat(Run.of("check", workbook, "--fail-on", "never").exit()).isEqualTo(Exit.CLEAN);
        assertThat(Run.of("check", workbook, "--fail-on", "warning").exit()).isEqualTo(Exit.FOUND);
    }

    @Test
    void checks_every_workbook_of_a_folder_in_order_of_name() {
        Run.sampleIn(folder, "ข.xlsx");
        Run.sampleIn(folder, "ก.xlsx");
        Run.sampleIn(folder, "ค.XLSX");
        Run.write(folder, "อ่านก่อน.txt", "ไม่ใช่สมุดงาน".getBytes(StandardCharsets.UTF_8));

        Run run = Run.of("check", folder.toString(), "--json");

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.contains("\"path\""))
                        .map(line -> line.replaceAll(".*/|\".*$", "")))
                .containsExactly("ก.xlsx", "ข.xlsx", "ค.XLSX");
    }

    @Test
    void refuses_to_write_into_a_folder_that_it_checks_and_takes_one_within_it() throws IOException {
        Run.sampleIn(folder, "แผน.xlsx");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        Files.createDirectory(folder.resolve("x"));
        for (String out :
                new String[] {folder.toString(), folder.resolve("x/..").toString(), link.toString()}) {
            Run run = Run.of("check", folder.toString(), "--out", out, "--format", "annotated");

            assertThat(run.exit()).as(out).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.err().lines()).singleElement().asString().contains(out, folder.toString(), "--out");
            assertThat(folder.resolve("แผน-annotated.xlsx")).doesNotExist();
        }
        for (int i = 0; i < 2; i++) {
            Run run = Run.of(
                    "check", folder.toString(), "--quiet", "--format", "annotated", "--out", folder + "/reports");
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.err()).isEmpty();
        }
        assertThat(folder.resolve("reports")).isDirectoryContaining("glob:**แผน-annotated.xlsx");
    }

    @Test
    void one_bad_workbook_does_not_stop_the_others() {
        Run.sampleIn(folder, "1.xlsx");
        Run.write(folder, "2.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
        Run.sampleIn(folder, "3.xlsx");

        Run run = Run.of("check", folder.toString());

        assertThat(run.exit()).isEqualTo(Exit.PARTIAL);
        assertThat(run.out()).contains("1.xlsx", "3.xlsx", "2.xlsx", "ไม่ใช่สมุดงาน");
    }

    @Test
    void passes_over_the_lock_file_of_an_open_workbook_aloud() {
        Run.sampleIn(folder, "แผน.xlsx");
        Run.write(folder, "~$แผน.xlsx", new byte[] {1, 2, 3});

        Run run = Run.of("check", folder.toString(), "--quiet");

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("~$แผน.xlsx", "ข้าม");
    }
}
