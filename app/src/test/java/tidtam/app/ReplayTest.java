package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run evaluated again, long after, when everything around it has changed. */
class ReplayTest {
    private static final Path EXAMPLES = Path.of("..", "rules", "examples");

    @TempDir
    private Path folder;

    private RecordingOffice office;

    @BeforeEach
    void open() {
        office = new RecordingOffice(folder);
    }

    /** Checks, loses the workbook and the settings, and replays. */
    private void same(String... words) throws IOException {
        Run checked = office.check(words);
        assertThat(checked.out()).as(checked.err()).contains("\"findings\"");
        Files.writeString(office.office().plan(), "gone");
        office.office().settings("off:\n  indicator-missing: ก\n");
        replays(1, checked.out());
        Files.delete(office.office().plan());
        replays(1, checked.out());
        office.intact();
    }

    private void replays(int run, String json) {
        Run replayed = office.run("replay", String.valueOf(run), "--json");
        assertThat(replayed.err()).contains("ได้ผลเดิมทุกไบต์");
        assertThat(replayed.exit()).isZero();
        assertThat(replayed.out()).isEqualTo(json);
    }

    @Test
    void a_plain_run() throws IOException {
        same("--json");
    }

    @Test
    void a_run_for_another_round() throws IOException {
        same("--json", "--round", "2566/2", "--as-of", "2566-09-30");
    }

    @Test
    void a_run_for_the_whole_year() throws IOException {
        same("--json", "--round", "2566", "--as-of", "2566-09-30");
    }

    @Test
    void a_run_with_rules_of_the_agency() throws IOException {
        same("--json", "--rules", EXAMPLES.resolve("budget-link").toString());
    }

    @Test
    void a_run_with_a_table_of_limits() throws IOException {
        same("--json", "--rules", EXAMPLES.resolve("limits").toString());
    }

    @Test
    void a_run_with_weights_rules_that_are_off_and_days_off() throws IOException {
        office.office().settings(RecordingOffice.SETTINGS.replace("off:\n", "off:\n  due-soon: ก\n") + """
                severities:
                  dated-on-holiday: warning
                grace: 3
                holidays:
                  - {date: 2566-04-03, name: วันสถาปนา}
                """);
        same("--json");
    }

    @Test
    void the_sample_as_printed() throws IOException {
        office.office().sample();
        same("--json");
    }

    @Test
    void a_run_with_an_input_that_could_not_be_read() throws IOException {
        Path plans = Files.createDirectory(folder.resolve("แผน"));
        Run.sampleIn(plans, "ก.xlsx");
        Run.write(plans, "ข.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
        Run checked =
                office.run("check", plans.toString(), plans.resolve("none.xlsx").toString(), "--json");
        assertThat(checked.exit()).isEqualTo(Exit.PARTIAL);
        Files.delete(plans.resolve("ข.xlsx"));

        replays(1, checked.out());
        assertThat(office.run("history", "1").out()).contains("ตรวจไม่ได้", "ข.xlsx", "none.xlsx");
    }

    @Test
    void a_run_under_a_waiver_and_one_before_it() {
        Run before = office.check("--json");
        String finding = office.finding(1);
        office.run(
                "waive",
                finding,
                "--reason",
                "รอระบบ",
                "--approver",
                "นายปลัด เก่งงาน",
                "--from",
                "2566-04-01",
                "--to",
                "2566-05-30");
        Run under = office.check("--json");
        assertThat(under.exit()).isEqualTo(Exit.CLEAN);
        office.run("withdraw", finding, "--record", "2", "--reason", "ส่งแล้ว");
        Run after = office.check("--json");

        replays(1, before.out());
        replays(3, under.out());
        replays(5, after.out());
        assertThat(after.out()).isEqualTo(before.out());
    }

    @Test
    void a_run_whose_workbook_was_changed_in_the_database_is_not_the_same_or_refused() throws Exception {
        office.check("--json");
        byte[] other = Run.sample();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + office.office().data().resolve("tidtam.db"));
                PreparedStatement statement = connection.prepareStatement(
                        "update kept set bytes = ? where length(bytes) = (select max(length(bytes)) from kept)")) {
            statement.setBytes(1, other);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        Run replayed = office.run("replay", "1");
        assertThat(replayed.exit()).isEqualTo(Exit.FOUND);
        assertThat(replayed.err()).contains("ผลไม่เหมือนเดิม");
        assertThat(office.run("verify").exit()).isEqualTo(Exit.FOUND);
    }

    @Test
    void the_reports_of_a_run_of_the_past_are_written_whole() throws IOException {
        office.office().sample();
        Path then = folder.resolve("then");
        Path now = folder.resolve("now");
        office.check("--quiet", "--out", then.toString());
        Files.delete(office.office().plan());

        Run replayed = office.run("replay", "1", "--out", now.toString());

        assertThat(replayed.exit()).as(replayed.err()).isZero();
        List<String> names = WarnOffice.files(then).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(names).contains("แผน-annotated.xlsx", "report.html", "findings.json");
        assertThat(WarnOffice.files(now))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyElementsOf(names);
        for (String text : List.of("findings.json", "findings.csv", "report.html", "junit.xml")) {
            assertThat(now.resolve(text)).as(text).hasSameBinaryContentAs(then.resolve(text));
        }
    }
}
