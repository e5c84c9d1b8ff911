package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarCommandTest {
    @TempDir
    Path folder = Path.of("");

    private Run calendar(String... more) {
        return Run.of(Stream.concat(
                        Stream.of("calendar", Run.sampleIn(folder, "plan.xlsx"), "--out", out().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("ปฏิทิน");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(out())) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file).replace("\r\n ", ""));
            }
        }
        return files;
    }

    @Test
    void writes_a_calendar_for_each_division_and_names_them() throws IOException {
        Run run = calendar("--as-of", "2566-04-30");

        assertThat(run.exit()).isEqualTo(Exit.CLEAN);
        assertThat(run.err()).isEmpty();
        assertThat(files()).hasSizeGreaterThan(2).containsKey("กองคลัง.ics");
        assertThat(run.out().lines())
                .containsExactlyElementsOf(files().keySet().stream()
                        .map(name -> out().resolve(name).toString())
                        .toList());
        assertThat(files().values())
                .allSatisfy(file -> assertThat(file)
                        .startsWith("BEGIN:VCALENDAR\r\n")
                        .endsWith("END:VCALENDAR\r\n")
                        .contains("องค์การบริหารส่วนตำบลจอม่วง"));
    }

    @Test
    void looks_at_the_whole_fiscal_year_unless_a_round_is_given() throws IOException {
        calendar("--as-of", "2565-10-15", "--round", "2566/1");
        String round = files().get("กองคลัง.ics");
        calendar("--as-of", "2565-10-15");
        String year = files().get("กองคลัง.ics");

        assertThat(round).contains("DTSTART;VALUE=DATE:20230331").doesNotContain("DTSTART;VALUE=DATE:202306");
        assertThat(year).contains("DTSTART;VALUE=DATE:20230331", "DTSTART;VALUE=DATE:20230630", "20230930");
        calendar("--as-of", "2565-10-15", "--round", "2566/1");
        assertThat(files().get("กองคลัง.ics")).isEqualTo(year).doesNotContain("CANCELLED");
    }

    @Test
    void the_same_again_changes_no_byte_and_leaves_nothing_else_behind() throws IOException {
        Run first = calendar("--as-of", "2566-04-30");
        Map<String, String> files = files();

        assertThat(calendar("--as-of", "2566-04-30")).isEqualTo(first);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void what_is_ahead_is_cancelled_in_the_calendar_of_a_division_that_is_no_more() throws IOException {
        calendar("--as-of", "2566-04-30");
        Path old = out().resolve("กองเดิม.ics");
        Files.copy(out().resolve("กองคลัง.ics"), old);
        Path own = out().resolve("ของฉัน.ics");
        Files.writeString(own, "BEGIN:VCALENDAR");

        Run run = calendar("--as-of", "2566-04-30");
        String cancelled = files().get("กองเดิม.ics");

        assertThat(run.out()).contains(old.toString()).doesNotContain(own.toString());
        assertThat(cancelled).contains("STATUS:CANCELLED", "กองคลัง").doesNotContain("STATUS:CONFIRMED");
        assertThat(files().get("กองคลัง.ics")).contains("STATUS:CONFIRMED");
        assertThat(own).hasContent("BEGIN:VCALENDAR");
        assertThat(calendar("--as-of", "2566-04-30").out()).doesNotContain(old.toString());
        assertThat(files().get("กองเดิม.ics")).isEqualTo(cancelled);
    }

    @Test
    void what_is_no_calendar_of_its_own_is_named_and_nothing_is_overwritten() throws IOException {
        Files.createDirectories(out());
        Path strange = out().resolve("สำนักปลัด.ics");
        Files.write(strange, "บันทึกของฉัน".getBytes(StandardCharsets.UTF_8));

        Run run = calendar("--as-of", "2566-04-30", "--lang", "en");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "tidtam: " + strange
                                + ": damaged, or no calendar that tidtam wrote, so nothing was overwritten; move it away and try again\n");
        assertThat(files()).containsOnlyKeys("สำนักปลัด.ics").containsValue("บันทึกของฉัน");
    }

    @Test
    void says_so_where_nothing_is_ahead() throws IOException {
        Run run = calendar("--as-of", "2567-01-01", "--lang", "en");

        assertThat(run).isEqualTo(new Run(Exit.CLEAN, "", "tidtam: nothing is ahead, so no calendar was written\n"));
        assertThat(files()).isEmpty();
    }

    @Test
    void says_why_a_workbook_cannot_be_read() {
        Run run = Run.of("calendar", "none.xlsx", "--out", out().toString(), "--lang", "en");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err()).startsWith("tidtam: none.xlsx: ");
    }

    @Test
    void needs_a_folder_to_write_to() {
        assertThat(Run.of("calendar", Run.sampleIn(folder, "plan.xlsx"), "--lang", "en"))
                .isEqualTo(new Run(Exit.NOT_STARTED, "", "tidtam: --out DIR is missing, the folder to write to\n"));
    }
}
