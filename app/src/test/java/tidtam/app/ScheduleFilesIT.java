package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files by which an operating system starts the program, in the packaged folder. */
class ScheduleFilesIT {
    private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("tidtam.home")));

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidtam.cron",
                "tidtam-check.service",
                "tidtam-check.timer",
                "tidtam-serve.service",
                "tidtam-check.xml"
            })
    void the_package_brings_them_as_they_are_written(String name) {
        assertThat(HOME.resolve("conf/schedule").resolve(name))
                .hasSameBinaryContentAs(Path.of("src/main/conf/schedule").resolve(name));
    }

    @Test
    void the_line_for_cron_runs_as_cron_runs_it_and_says_only_that_something_was_found() throws Exception {
        String line = Files.readAllLines(HOME.resolve("conf/schedule/tidtam.cron")).stream()
                .filter(each -> each.startsWith("30 8 "))
                .findFirst()
                .orElseThrow();
        Run.sampleIn(Files.createDirectory(folder.resolve("plans")), "แผน ๒๕๖๖.xlsx");
        Files.writeString(folder.resolve("tidtam.yaml"), "language: th\n");
        String command = line.replaceFirst("(\\S+ ){5}", "")
                .replace("/opt/tidtam", HOME.toString())
                .replace("/var/lib/tidtam", folder.toString());
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "TIDTAM_ARCHIVE", "off"));

        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).isEqualTo("tidtam check: exit code 1\n");
        assertThat(folder.resolve("reports/report.html")).isNotEmptyFile();
    }
}
