package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tidtam.app.schedule.Timetable;

/** The files by which an operating system starts the program. */
class ScheduleFilesTest {
    private static final Path FILES = Path.of("src/main/conf/schedule");
    private static final List<String> UNITS =
            List.of("tidtam-check.service", "tidtam-check.timer", "tidtam-serve.service");

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_line_for_cron_has_a_time_and_a_command_that_is_understood() throws IOException {
        List<String> lines = Files.readAllLines(FILES.resolve("tidtam.cron")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(lines).hasSize(2).first().asString().matches("MAILTO=\\S+@\\S+");
        List<String> words = List.of(lines.get(1).split(" ", -1));
        assertThat(Timetable.find(String.join(" ", words.subList(0, 5)))).isPresent();
        assertThat(lines.get(1)).doesNotContain("%");
        understood(words.subList(6, words.indexOf("||")));
        assertThat(words).containsSubsequence("--fail-on", "warning");
    }

    @Test
    void the_command_of_the_unit_is_understood() throws IOException {
        List<String> words = List.of(line("tidtam-check.service", "ExecStart=").split(" ", -1));

        assertThat(words).first().isEqualTo("/opt/tidtam/bin/tidtam");
        understood(words.subList(1, words.size()));
        assertThat(line("tidtam-check.service", "SuccessExitStatus=")).isEqualTo(Integer.toString(Exit.FOUND));
    }

    @Test
    void the_timer_makes_up_for_what_was_missed() throws IOException {
        assertThat(line("tidtam-check.timer", "Persistent=")).isEqualTo("true");
        assertThat(line("tidtam-check.timer", "OnCalendar=")).isEqualTo("Mon..Fri 08:30 Asia/Bangkok");
    }

    @Test
    void systemd_accepts_the_units() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is not installed");
        Path command = Files.writeString(folder.resolve("tidtam"), "#!/bin/sh\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        List<String> words = new ArrayList<>(List.of("/usr/bin/systemd-analyze", "verify"));
        for (String unit : UNITS) {
            String text = Files.readString(FILES.resolve(unit));
            Path file = folder.resolve(unit);
            Files.writeString(
                    file,
                    text.replace("/opt/tidtam/bin/tidtam", command.toString()).replace("/opt/tidtam", "" + folder));
            words.add(file.toString());
        }
        Process verify = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verify.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).doesNotContain("tidtam-");
        assertThat(verify.exitValue()).as(said).isZero();
    }

    @Test
    void the_task_for_windows_starts_late_where_the_computer_was_off() throws Exception {
        Document task = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILES.resolve("tidtam-check.xml").toFile());

        assertThat(task.getDocumentElement().getTagName()).isEqualTo("Task");
        assertThat(text(task, "StartWhenAvailable")).isEqualTo("true");
        assertThat(text(task, "MultipleInstancesPolicy")).isEqualTo("IgnoreNew");
        assertThat(text(task, "StartBoundary")).endsWith("T08:30:00+07:00");
        assertThat(text(task, "Command")).endsWith("\\bin\\tidtam.cmd");
        assertThat(Stream.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
                .allMatch(day -> task.getElementsByTagName(day).getLength() == 1);
        understood(List.of(text(task, "Arguments").split(" ", -1)));
    }

    private static String text(Document task, String element) {
        assertThat(task.getElementsByTagName(element).getLength()).as(element).isEqualTo(1);
        return task.getElementsByTagName(element).item(0).getTextContent();
    }

    private static String line(String unit, String key) throws IOException {
        return Files.readAllLines(FILES.resolve(unit)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }

    /** With the sample as the plans: the words are read, and the plans are checked. */
    private void understood(List<String> words) throws IOException {
        Path plans = Files.createDirectories(folder.resolve("plans"));
        Run.sampleIn(plans, "plan.xlsx");
        Path settings = Files.writeString(folder.resolve("tidtam.yaml"), "language: th\n");
        Path reports = folder.resolve("reports");
        String[] here = words.stream()
                .map(word -> switch (word.substring(word.lastIndexOf('/') + 1)) {
                    case "plans" -> plans.toString();
                    case "tidtam.yaml" -> settings.toString();
                    case "reports" -> reports.toString();
                    default -> word;
                })
                .toArray(String[]::new);

        Run run = Run.of(here);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FOUND);
        assertThat(run.out()).isEmpty();
        assertThat(reports.resolve("report.html")).isNotEmptyFile();
    }
}
