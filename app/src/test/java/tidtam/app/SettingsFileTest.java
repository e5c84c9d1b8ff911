package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidtam.facts.Kind;

class SettingsFileTest {
    private static final Pattern FINDING = Pattern.compile(
            "\"rule\": \"([^\"]+)\",\\s+\"severity\": \"(\\w+)\",\\s+\"guessed\": \\w+,\\s+\"row\": (\\w+)");

    @TempDir
    Path folder = Path.of("");

    private String workbook = "";

    @BeforeEach
    void sample() {
        workbook = Run.sampleIn(folder, "plan.xlsx");
    }

    /** A sentence of the file, and what is said of it: Thai and English. */
    private static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of(
                        "lnguage: th\n",
                        "บรรทัด 1 คอลัมน์ 1: ไม่รู้จัก 'lnguage' หมายถึง 'language' หรือไม่ ใช้ได้: language, digits, severities, off,",
                        "line 1, column 1: unknown 'lnguage' (did you mean 'language'?); known are language, digits, severities"),
                List.of(
                        "grace: 1\nlead: 2\ngrace: 3\n",
                        "บรรทัด 3 คอลัมน์ 1: 'grace' ซ้ำกับบรรทัด 1",
                        "line 3, column 1: 'grace' repeats line 1"),
                List.of("language: fr\n", "บรรทัด 1 คอลัมน์ 11: 'fr' ใช้ไม่ได้ ใช้ได้: th, en", "allowed are th, en"),
                List.of(
                        "severities:\n  due-son: error\n",
                        "บรรทัด 2 คอลัมน์ 3: ไม่รู้จัก 'due-son' หมายถึง 'due-soon' หรือไม่",
                        "line 2, column 3: unknown 'due-son' (did you mean 'due-soon'?)"),
                List.of(
                        "severities:\n  due-soon: fatal\n",
                        "บรรทัด 2 คอลัมน์ 13: 'fatal' ใช้ไม่ได้ ใช้ได้: error, warning, info",
                        "line 2, column 13: 'fatal' will not do; allowed are error, warning, info"),
                List.of(
                        "severities: error\n",
                        "บรรทัด 1 คอลัมน์ 13: ต้องเป็นรายการ ชื่อ: ค่า",
                        "line 1, column 13: expected are lines of name: value; the names are the rule ids"),
                List.of(
                        "off:\n  due-soon:\n",
                        "บรรทัด 2 คอลัมน์ 12: '' ใช้ไม่ได้ ต้องเป็นเหตุผลที่ปิดใช้กฎ due-soon",
                        "line 2, column 12: '' will not do; expected is the reason for turning due-soon off"),
                List.of("off:\n  due-soon: '  '\n", "บรรทัด 2 คอลัมน์ 13", "line 2, column 13"),
                List.of("off:\n  due-soon: true\n", "ต้องเป็นเหตุผลที่ปิดใช้กฎ", "the reason for turning due-soon off"),
                List.of("off: [due-soon]\n", "บรรทัด 1 คอลัมน์ 6", "line 1, column 6"),
                List.of(
                        "grace: 367\n",
                        "บรรทัด 1 คอลัมน์ 8: '367' ใช้ไม่ได้ ต้องเป็นจำนวนวัน 0 ถึง 366",
                        "line 1, column 8: '367' will not do; expected is a number of days from 0 to 366"),
                List.of("grace: -1\n", "'-1' ใช้ไม่ได้", "'-1' will not do"),
                List.of("grace: 1.5\n", "'1.5' ใช้ไม่ได้", "'1.5' will not do"),
                List.of("grace: '5'\n", "บรรทัด 1 คอลัมน์ 8", "line 1, column 8"),
                List.of("grace: 99999999999999999999\n", "คอลัมน์ 8", "column 8"),
                List.of(
                        "lead:\n  montly: 3\n",
                        "บรรทัด 2 คอลัมน์ 3: ไม่รู้จัก 'montly' หมายถึง 'monthly' หรือไม่",
                        "line 2, column 3: unknown 'montly' (did you mean 'monthly'?)"),
                List.of("lead: [1]\n", "คอลัมน์ 7", "line 1, column 7"),
                List.of(
                        "holiday-rule: next-day\n",
                        "ใช้ได้: last-day-counts, next-working-day",
                        "allowed are last-day-counts, next-working-day"),
                List.of(
                        "escalation:\n  copy-clerk-from: soon\n",
                        "บรรทัด 2 คอลัมน์ 20: 'soon' ใช้ไม่ได้",
                        "line 2, column 20: 'soon' will not do"),
                List.of(
                        "escalation:\n  copy-boss-from: 3\n",
                        "head-from, copy-clerk-from",
                        "head-from, copy-clerk-from"),
                List.of(
                        "warnings:\n  server: {host: mail.b.th, password: a}\n  from: a@b.th\n",
                        "บรรทัด 2 คอลัมน์ 29: รหัสผ่านไม่เขียนในแฟ้มนี้",
                        "line 2, column 29: the password never stands in this file"),
                List.of(
                        "divisions:\n  name: กองคลัง\n",
                        "ต้องเป็นรายการที่ขึ้นต้นบรรทัดด้วย -",
                        "each line begun with -"),
                List.of(
                        "divisions:\n  - head: ก\n",
                        "บรรทัด 2 คอลัมน์ 5: ขาด name",
                        "line 2, column 5: name is missing"),
                List.of(
                        "divisions:\n  - name: กองคลัง\n    email: klang@\n",
                        "บรรทัด 3 คอลัมน์ 12: 'klang@' ใช้ไม่ได้ ต้องเป็นอีเมล",
                        "line 3, column 12: 'klang@' will not do; expected is an e-mail address"),
                List.of(
                        "divisions:\n  - name: กองคลัง\n    copies: [a@b.th, c]\n",
                        "บรรทัด 3 คอลัมน์ 22: 'c' ใช้ไม่ได้",
                        "line 3, column 22: 'c' will not do"),
                List.of(
                        "divisions:\n  - name: กองคลัง\n  - name: กอง คลัง\n",
                        "บรรทัด 3 คอลัมน์ 11: ชื่อหน่วยงาน 'กอง คลัง' ซ้ำกับบรรทัด 2",
                        "line 3, column 11: the division's name 'กอง คลัง' repeats line 2"),
                List.of(
                        "divisions:\n  - name: กองคลัง\n  - name: กองช่าง\n    other-names: [กองคลัง]\n",
                        "บรรทัด 4 คอลัมน์ 19",
                        "line 4, column 19"),
                List.of(
                        "holidays:\n  - date: 2566-02-30\n    name: ก\n",
                        "บรรทัด 2 คอลัมน์ 11: อ่านวันที่ '2566-02-30' ไม่ได้",
                        "line 2, column 11: the date '2566-02-30' cannot be read"),
                List.of("holidays:\n  - date: 2566-05-05\n", "ขาด name", "name is missing"),
                List.of(
                        "holidays:\n  - {date: 2566-05-05, name: ก}\n  - {date: 2023-05-05, name: ข}\n",
                        "บรรทัด 3 คอลัมน์ 5: วันหยุดวันนี้มีแล้ว",
                        "line 3, column 5: this holiday is there already"),
                List.of(
                        "grace: &days 5\nlead: *days\n",
                        "บรรทัด 1 คอลัมน์ 8: ใช้ & และ * อ้างค่าร่วมกันไม่ได้",
                        "line 1, column 8: & and * are not allowed here"),
                List.of(
                        "- language\n",
                        "บรรทัด 1 คอลัมน์ 1: ต้องเป็นรายการ ชื่อ: ค่า",
                        "line 1, column 1: expected are lines"),
                List.of("5\n", "บรรทัด 1 คอลัมน์ 1", "line 1, column 1"),
                List.of(
                        "language: th\n\tgrace: 1\n",
                        "บรรทัด 2 คอลัมน์ 1: รูปแบบ YAML ไม่ถูกต้อง",
                        "line 2, column 1: this is not YAML; look at the indentation"),
                List.of("language: th\n---\ngrace: 1\n", "บรรทัด 2", "line 2"),
                List.of("language: \"th\n", "รูปแบบ YAML ไม่ถูกต้อง", "this is not YAML"),
                List.of("? {a: b}\n: 1\n", "ไม่รู้จัก ''", "unknown ''"),
                List.of("", "แฟ้มไม่มีการตั้งค่าใดเลย", "the file sets nothing; see tidtam.example.yaml"),
                List.of("# nothing\n", "แฟ้มไม่มีการตั้งค่าใดเลย", "the file sets nothing"),
                List.of("grace: \u0007\n", "มีอักขระที่ใช้ใน YAML ไม่ได้", "a character that YAML does not allow"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void says_where_and_what_is_wrong_and_what_is_allowed(List<String> mistake) {
        String file = file(mistake.get(0));
        for (String language : List.of("th", "en")) {
            Run run = Run.of("check", workbook, "--config", file, "--lang", language);

            assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("tidtam: " + file + " ")
                    .contains(mistake.get(language.equals("th") ? 1 : 2));
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @Test
    void tells_everything_that_is_wrong_at_once() {
        Run run = configured("grace: x\nlead: y\ncolour: red\n", "--lang", "en");

        assertThat(run.err().lines()).hasSize(3);
    }

    @Test
    void stops_counting_mistakes_after_twenty() {
        Run run = configured("a: 1\n".repeat(100), "--lang", "en");

        assertThat(run.err().lines()).hasSize(21).last().asString().contains("and 80 more");
    }

    @Test
    void refuses_a_file_that_is_not_there_not_text_or_too_large() throws IOException {
        assertThat(Run.of(
                        "check",
                        workbook,
                        "--config",
                        folder.resolve("none.yaml").toString()))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED))
                .satisfies(run -> assertThat(run.err()).contains("none.yaml: ไม่พบแฟ้มการตั้งค่านี้"));
        assertThat(Run.of("check", workbook, "--config", folder.toString(), "--lang", "en")
                        .err())
                .contains("cannot be read; check that it is a file");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
        assertThat(Run.of("check", workbook, "--config", latin.toString(), "--lang", "en")
                        .err())
                .contains("is not UTF-8; save it as UTF-8");
        assertThat(configured("# " + "x".repeat(300_000), "--lang", "en").err()).contains("too large; 256 KB");
        assertThat(configured("[".repeat(100_000), "--lang", "en").err()).contains("nested too deeply");
    }

    @Test
    void aliases_are_refused_before_they_are_followed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(configured(bomb.toString()).exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(configured("divisions: &loop\n  - *loop\n", "--lang", "en").err())
                .contains("line 1, column 12: & and * are not allowed");
    }

    @Test
    void severities_lower_and_raise_the_exit_code() {
        String lowered = findings(configured("grace: 0\n", "--json")).stream()
                .filter(found -> found.contains(" ERROR "))
                .map(found -> found.substring(0, found.indexOf(' ')))
                .distinct()
                .map(rule -> "  " + rule + ": info\n")
                .reduce("severities:\n", String::concat);

        assertThat(configured(lowered).exit()).isEqualTo(Exit.CLEAN);
        assertThat(configured(lowered, "--fail-on", "warning").exit()).isEqualTo(Exit.FOUND);
        Run raised = configured(lowered + "  measure-duplicated: error\n", "--json");
        assertThat(raised.exit()).isEqualTo(Exit.FOUND);
        assertThat(findings(raised)).contains("measure-duplicated ERROR 5");
    }

    @Test
    void a_grace_moves_due_dates() {
        assertThat(findings(configured("grace: 0\n", "--json")))
                .contains("quarterly-report-overdue ERROR 3", "quarterly-report-overdue ERROR 4");

        Run later = configured("grace:\n  quarterly: 5\n", "--json");
        assertThat(findings(later)).contains("quarterly-report-overdue ERROR 3");
        assertThat(later.out()).contains("\"due\": \"2023-04-05\"", "\"daysOverdue\": 25");

        assertThat(findings(configured("grace:\n  quarterly: 30\n", "--json")))
                .noneMatch(found -> found.startsWith("quarterly-report-overdue"))
                .contains("within-days-report-overdue ERROR 8");
    }

    @Test
    void a_grace_keeps_a_late_report_in_time() {
        assertThat(explained("grace: 0\n", "4")).contains("error: no dated report for Q1/2566");
        assertThat(explained("grace: 30\n", "4")).doesNotContain("no dated report for");
    }

    @Test
    void a_lead_time_makes_a_period_due_soon() {
        String short1 = explained("lead: 1\n", "3", "--round", "2566");
        String long1 = explained("lead: 90\n", "3", "--round", "2566");

        assertThat(short1).contains("→ not yet due").doesNotContain("→ due soon");
        assertThat(long1).contains("→ due soon");
    }

    @Test
    void the_other_holiday_rule_moves_a_due_date_to_the_next_working_day() {
        String law = explained("holiday-rule: last-day-counts\n", "4");
        String other = explained("holiday-rule: next-working-day\n", "4");

        assertThat(law).contains("2022-12-31");
        assertThat(other).contains("due 2023-01-03").doesNotContain("due 2022-12-31");
    }

    @Test
    void holidays_of_the_agency_are_days_off() {
        String other = explained(
                "holiday-rule: next-working-day\nholidays:\n  - date: 2566-01-03\n    name: วันหยุดพิเศษ\n", "4");

        assertThat(other).contains("due 2023-01-04");
    }

    @Test
    void the_file_chooses_the_language_and_the_word_goes_before_it() {
        assertThat(configured("language: en\n").out()).contains("Summary:");
        assertThat(configured("language: en\n", "--lang", "th").out())
                .contains("สรุป")
                .doesNotContain("Summary:");
        assertThat(configured("language: en\ngrace: x\n").err()).contains("will not do");
    }

    @Test
    void arabic_digits_stand_in_every_report_and_change_nothing_else() throws IOException {
        Path thai = folder.resolve("thai");
        Path arabic = folder.resolve("arabic");
        Run usual = configured("digits: thai\n", "--format", "json,csv,html,junit", "--out", thai.toString());
        Run chosen = configured(
                "digits: arabic\nwarnings: {data: other}\n",
                "--format",
                "json,csv,html,junit",
                "--out",
                arabic.toString());

        assertThat(usual.out()).contains("๓๐ เมษายน ๒๕๖๖").isNotEqualTo(chosen.out());
        assertThat(chosen.out()).contains("30 เมษายน 2566").doesNotContain("๓๐ เมษายน ๒๕๖๖");
        for (String name : List.of("findings.json", "findings.csv", "report.html", "junit.xml")) {
            String one = Files.readString(thai.resolve(name));
            String other = Files.readString(arabic.resolve(name));
            assertThat(other).as(name).isNotEqualTo(one);
            assertThat(arabicDigits(body(other))).as(name).isEqualTo(arabicDigits(body(one)));
        }
        for (String key : List.of("fingerprint", "quote", "rulesDigest", "text")) {
            assertThat(lines(arabic, key)).isNotEmpty().isEqualTo(lines(thai, key));
        }
        String[] explain = {"explain", workbook, "E1", "--as-of", "2566-04-30", "--config"};
        assertThat(Run.of(Stream.concat(Stream.of(explain), Stream.of(file("digits: arabic\n")))
                                .toArray(String[]::new))
                        .out())
                .contains("30 เมษายน 2566");
    }

    /** Of a page, what follows its head, which has the style of the page numbers on paper; without the head of the chain of records. */
    private static String body(String report) {
        return report.substring(Math.max(0, report.indexOf("<body>"))).replaceAll("1:[0-9a-f]{64}", "");
    }

    private static String arabicDigits(String text) {
        return text.chars()
                .map(c -> c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> lines(Path reports, String key) throws IOException {
        try (Stream<String> lines = Files.lines(reports.resolve("findings.json"))) {
            return lines.filter(line -> line.contains('"' + key + '"')).toList();
        }
    }

    @Test
    void a_rule_that_is_off_is_said_with_its_reason_in_every_report() throws IOException {
        String off = "off:\n  completion-blank: ตรวจโดยหน่วยอื่น\n  measure-duplicated: แยกตามกลุ่มงาน\n";
        Path out = folder.resolve("out");
        Run table = configured(off, "--out", out.toString());

        assertThat(table.out()).contains("หน่วยงานปิดใช้กฎ: measure-duplicated (แยกตามกลุ่มงาน)");
        String json = Files.readString(out.resolve("findings.json"));
        assertThat(json)
                .containsSubsequence(
                        "\"rulesOff\": [",
                        "\"rule\": \"completion-blank\"",
                        "\"reason\": \"ตรวจโดยหน่วยอื่น\"",
                        "\"rule\": \"measure-duplicated\"",
                        "\"reason\": \"แยกตามกลุ่มงาน\"");
        assertThat(findings(json)).noneMatch(found -> found.startsWith("measure-duplicated"));
        assertThat(Files.readString(out.resolve("findings.csv")))
                .contains(",,measure-duplicated,,หน่วยงานปิดใช้กฎข้อนี้: แยกตามกลุ่มงาน,");
        assertThat(Run.of("explain", workbook, "5", "--config", file(off), "--lang", "en")
                        .out())
                .contains(
                        "measure-duplicated: not evaluable — turned off by the agency: measure-duplicated (แยกตามกลุ่มงาน)");
        assertThat(Run.of("rules", "--config", file(off)).out())
                .containsSubsequence(
                        "`completion-blank`", "ตรวจโดยหน่วยอื่น", "`measure-duplicated`", "แยกตามกลุ่มงาน");
    }

    @Test
    void a_rule_that_is_off_is_no_error_and_has_not_passed() {
        Run usual = configured("grace: 0\n", "--json", "--fail-on", "never");
        Run off = configured("off:\n  due-soon: ไม่ใช้\n", "--json", "--fail-on", "never");

        assertThat(off.exit()).isEqualTo(Exit.CLEAN);
        assertThat(count(off, "errors")).isZero();
        assertThat(count(off, "pairs")).isEqualTo(count(usual, "pairs"));
        assertThat(count(off, "passed")).isLessThan(count(usual, "passed"));
        assertThat(count(off, "notEvaluable")).isGreaterThan(count(usual, "notEvaluable"));
    }

    @Test
    void the_catalogue_shows_the_weights_of_the_file() {
        String config = file("severities:\n  due-soon: error\n");

        assertThat(Run.of("rules", "--config", config).out()).contains("| `due-soon` | ERROR |");
        assertThat(Run.of("rules", "--config", config, "--format", "json").out())
                .containsSubsequence("\"id\": \"due-soon\"", "\"severity\": \"ERROR\"");
    }

    @Test
    void the_order_of_the_file_changes_nothing_and_its_content_does() {
        String one =
                "grace: 3\noff:\n  due-soon: ก\n  item-missing: ข\nseverities: {report-late: info, deadline-blank: warning}\n";
        String other =
                "severities: {deadline-blank: warning, report-late: info}\noff:\n  item-missing: ข\n  due-soon: ก\ngrace: 3\n";

        assertThat(configured(one, "--json").out())
                .isEqualTo(configured(other, "--json").out());
        assertThat(Stream.of(one, "grace: 3\n", "grace: 4\n", "holiday-rule: next-working-day\n", "language: en\n")
                        .map(text -> configured(text, "--json").out())
                        .map(json -> json.replaceFirst("(?s).*(sha256:[0-9a-f]{64}).*?rulesOff.*", "$1")))
                .doesNotHaveDuplicates();
        assertThat(configured("language: en\n", "--json").out())
                .isEqualTo(Run.of("check", workbook, "--json").out());
    }

    @Test
    void the_example_is_accepted_names_every_key_and_changes_nothing() throws IOException {
        String example = Files.readString(Path.of("src/main/conf/tidtam.example.yaml"));

        assertThat(Run.of("check", workbook, "--json", "--config", file(example))
                        .out())
                .isEqualTo(Run.of("check", workbook, "--json").out());
        String whole = example.lines()
                .filter(line -> !line.startsWith("##"))
                .map(line -> line.replaceFirst("^# ", ""))
                .reduce("", (text, line) -> text + line + "\n");
        assertThat(Run.of("check", workbook, "--config", file(whole)).err()).isEmpty();
        assertThat(Stream.of(
                                SettingsYaml.Key.words(),
                                SettingsYaml.OF_ESCALATION,
                                SettingsYaml.OF_DIVISION,
                                SettingsYaml.OF_HOLIDAY,
                                WarningsYaml.OF_WARNINGS,
                                WarningsYaml.OF_SERVER,
                                ScheduleYaml.OF_SCHEDULE,
                                SettingsYaml.OF_WAIVERS,
                                Stream.of(Kind.values())
                                        .map(SettingsYaml::kebab)
                                        .toList())
                        .flatMap(List::stream))
                .allSatisfy(key -> assertThat(whole).containsPattern("(?m)^[ -]*" + key + ":"));
    }

    private String file(String text) {
        return Run.write(folder, "tidtam.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private Run configured(String text, String... more) {
        return Run.of(Stream.concat(Stream.of("check", workbook, "--config", file(text)), Stream.of(more))
                .toArray(String[]::new));
    }

    private String explained(String text, String measure, String... more) {
        return Run.of(Stream.concat(
                                Stream.of("explain", workbook, measure, "--config", file(text), "--lang", "en"),
                                Stream.of(more))
                        .toArray(String[]::new))
                .out();
    }

    private static List<String> findings(Run run) {
        return findings(run.out());
    }

    /** Rule, severity and row of each. */
    private static List<String> findings(String json) {
        return FINDING.matcher(json)
                .results()
                .map(found -> found.group(1) + " " + found.group(2) + " " + found.group(3))
                .toList();
    }

    private static int count(Run run, String outcome) {
        return Pattern.compile("\"" + outcome + "\": (\\d+)")
                .matcher(run.out())
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
