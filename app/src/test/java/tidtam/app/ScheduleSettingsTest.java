package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tidtam.app.ScheduleSettings.Address;
import tidtam.app.schedule.Timetable;
import tidtam.facts.Severity;
import tidtam.reports.Language;

class ScheduleSettingsTest {
    private static final String PLANS = "schedule:\n  plans: p\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_full_section_is_read() {
        assertThat(read("""
                        schedule:
                          plans: แผน
                          check: ทุกวันทำการ ๐๘.๓๐ น.
                          warn: '0 9 * * 1'
                          reports: ../รายงาน
                          heartbeat-file: /var/lib/tidtam/alive
                          address: 0.0.0.0:๘๐๘๑
                          names: [tidtam.example.go.th]
                          https: true
                        """).schedule())
                .isEqualTo(new ScheduleSettings(
                        Optional.of(folder.resolve("แผน")),
                        Timetable.find("ทุกวันทำการ ๐๘.๓๐ น."),
                        Timetable.find("0 9 * * 1"),
                        Optional.of(folder.resolve("../รายงาน")),
                        Optional.of(Path.of("/var/lib/tidtam/alive")),
                        new Address("0.0.0.0", 8081),
                        List.of("tidtam.example.go.th"),
                        true));
    }

    @Test
    void what_is_left_out_is_as_usual() {
        ScheduleSettings usual = ScheduleSettings.usual();

        assertThat(read("language: th\n").schedule()).isEqualTo(usual);
        assertThat(read("schedule: {https: false}\n").schedule()).isEqualTo(usual);
        assertThat(usual.address()).isEqualTo(new Address("localhost", 8080));
        assertThat(Rules.builtIn().schedule()).isEqualTo(usual);
        assertThat(Rules.builtIn().waivers()).isEqualTo(WaiverSettings.usual());
        assertThat(read("language: th\n").waivers()).isEqualTo(WaiverSettings.usual());
    }

    @ParameterizedTest
    @CsvSource({
        "tidtam.example.go.th:443, tidtam.example.go.th, 443",
        "127.0.0.1:1, 127.0.0.1, 1",
        "'[::1]:65535', ::1, 65535"
    })
    void an_address_is_a_host_and_a_port(String text, String host, int port) {
        assertThat(read("schedule:\n  address: '" + text + "'\n").schedule().address())
                .isEqualTo(new Address(host, port));
    }

    @Test
    void waivers_have_the_days_that_are_given_and_the_usual_ones_elsewhere() {
        WaiverSettings waivers =
                read("waivers:\n  longest-days: {error: ๓๐, info: 1096}\n").waivers();

        assertThat(waivers)
                .isEqualTo(new WaiverSettings(Map.of(Severity.ERROR, 30, Severity.WARNING, 180, Severity.INFO, 1096)));
        assertThat(waivers.longest(Severity.WARNING)).isEqualTo(180);
    }

    /** A file, and what is said of it: Thai and English. */
    private static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of(
                        "schedule: every day 08:30\n",
                        "บรรทัด 1 คอลัมน์ 11: ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: plans, check, warn, reports,",
                        "line 1, column 11: expected are lines of name: value; the names are plans, check, warn,"),
                List.of(
                        PLANS + "  chek: every day 08:30\n",
                        "บรรทัด 3 คอลัมน์ 3: ไม่รู้จัก 'chek' หมายถึง 'check' หรือไม่",
                        "line 3, column 3: unknown 'chek' (did you mean 'check'?)"),
                List.of(
                        PLANS + "  check: every workday 08:30\n",
                        "บรรทัด 3 คอลัมน์ 10: 'every workday 08:30' ใช้ไม่ได้ ต้องเป็นเวลาที่มีจริง เช่น ทุกวันทำการ 08:30",
                        "line 3, column 10: 'every workday 08:30' will not do; expected is a time that comes, such as every working day 08:30"),
                List.of(
                        PLANS + "  check: every day 25:00\n",
                        "คอลัมน์ 10: 'every day 25:00'",
                        "'every day 25:00' will"),
                List.of(
                        PLANS + "  warn: 0 0 31 2 *\n",
                        "คอลัมน์ 9: '0 0 31 2 *' ใช้ไม่ได้",
                        "'0 0 31 2 *' will not do"),
                List.of(PLANS + "  warn: 830\n", "คอลัมน์ 9: '830' ใช้ไม่ได้", "'830' will not do"),
                List.of(
                        PLANS + "  check: [every day 08:30]\n",
                        "บรรทัด 3 คอลัมน์ 10: '- …' ใช้ไม่ได้",
                        "line 3, column 10: '- …' will not do"),
                List.of(
                        "schedule:\n  check: every day 08:30\n",
                        "บรรทัด 2 คอลัมน์ 3: ขาด plans: โฟลเดอร์ของแฟ้มแผน",
                        "line 2, column 3: plans is missing: the folder of the plans"),
                List.of("schedule:\n  warn: ทุกวัน 08:30\n", "ขาด plans", "plans is missing"),
                List.of(
                        "schedule:\n  plans: 2566\n",
                        "'2566' ใช้ไม่ได้ ต้องเป็นชื่อโฟลเดอร์ (ตัวเลขล้วนให้ใส่เครื่องหมายคำพูด)",
                        "'2566' will not do; expected is the name of a folder (in quotes where it is a number)"),
                List.of(
                        PLANS + "  reports: x/../p\n",
                        "บรรทัด 3 คอลัมน์ 12: รายงานเขียนลงโฟลเดอร์ plans ไม่ได้",
                        "line 3, column 12: reports cannot be written into the folder of the plans"),
                List.of(
                        "schedule:\n  heartbeat-file: {a: b}\n",
                        "บรรทัด 2 คอลัมน์ 19: '…: …' ใช้ไม่ได้ ต้องเป็นชื่อแฟ้ม",
                        "line 2, column 19: '…: …' will not do; expected is the name of a file"),
                List.of(
                        "schedule:\n  address: localhost\n",
                        "บรรทัด 2 คอลัมน์ 12: 'localhost' ใช้ไม่ได้ ต้องเป็นชื่อเครื่องหรือเลข IP และพอร์ต",
                        "line 2, column 12: 'localhost' will not do; expected is a host name or an IP address and a port"),
                List.of("schedule:\n  address: http://a:80\n", "'http://a:80' ใช้ไม่ได้", "'http://a:80' will not do"),
                List.of("schedule:\n  address: a:0\n", "'a:0' ใช้ไม่ได้", "'a:0' will not do"),
                List.of("schedule:\n  address: a:65536\n", "'a:65536' ใช้ไม่ได้", "'a:65536' will not do"),
                List.of("schedule:\n  address: 8080\n", "'8080' ใช้ไม่ได้", "'8080' will not do"),
                List.of(
                        "schedule:\n  https: yes\n",
                        "บรรทัด 2 คอลัมน์ 10: 'yes' ใช้ไม่ได้ ใช้ได้: true, false",
                        "line 2, column 10: 'yes' will not do; allowed are true, false"),
                List.of(
                        "waivers:\n  longest-days: {error: 0}\n",
                        "บรรทัด 2 คอลัมน์ 25: '0' ใช้ไม่ได้ ต้องเป็นจำนวนวัน 1 ถึง 1096",
                        "line 2, column 25: '0' will not do; expected is a number of days from 1 to 1096"),
                List.of("waivers:\n  longest-days: {info: 1097}\n", "'1097' ใช้ไม่ได้", "'1097' will not do"),
                List.of(
                        "waivers:\n  longest-days: 90\n",
                        "คอลัมน์ 17: ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: error, warning, info",
                        "column 17: expected are lines of name: value; the names are error, warning, info"),
                List.of(
                        "waivers:\n  longest-days: {eror: 9}\n",
                        "ไม่รู้จัก 'eror' หมายถึง 'error' หรือไม่",
                        "unknown 'eror' (did you mean 'error'?)"),
                List.of("waivers:\n  longest: 9\n", "ไม่รู้จัก 'longest'", "unknown 'longest'"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void says_where_and_what_is_wrong_and_what_is_allowed(List<String> mistake) {
        for (Language language : Language.values()) {
            String file = file(mistake.get(0));
            Refused refused = catchThrowableOfType(Refused.class, () -> read(file, new Voice(language)));
            assertThat(refused.sentences())
                    .singleElement()
                    .asString()
                    .contains(mistake.get(language == Language.TH ? 1 : 2));
        }
    }

    private SettingsFile read(String text) {
        return read(file(text), new Voice(Language.EN));
    }

    private static SettingsFile read(String file, Voice voice) {
        return SettingsYaml.read(file, CheckedYaml.bytes(file, voice), Set::of, voice);
    }

    private String file(String text) {
        return Run.write(folder, "tidtam.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
