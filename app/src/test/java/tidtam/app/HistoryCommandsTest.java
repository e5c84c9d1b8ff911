package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.history.Verification;
import tidtam.app.history.WaiverRule;
import tidtam.app.store.Database;
import tidtam.facts.Sha256;
import tidtam.reports.Language;

/** What is recorded, as users see it. */
class HistoryCommandsTest {
    @TempDir
    private Path folder;

    private RecordingOffice office;

    @BeforeEach
    void open() {
        office = new RecordingOffice(folder);
    }

    private void tamper(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + office.office().data().resolve(Database.FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void without_settings_nothing_is_kept_and_no_folder_is_made() {
        Run run = Run.of("check", office.office().plan().toString(), "--as-of", "2566-04-30");

        assertThat(run.err()).isEmpty();
        assertThat(office.office().data()).doesNotExist();
        assertThat(Path.of("tidtam-data")).doesNotExist();
    }

    @Test
    void a_decision_without_an_office_makes_no_folder() {
        Run run = Run.of("comment", "abcdef0123", "--text", "x");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err()).contains("ยังไม่มีการตรวจที่บันทึกไว้");
        assertThat(Path.of("tidtam-data")).doesNotExist();
        assertThat(office.run("comment", "abcdef0123", "--text", "x").exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(office.office().data()).doesNotExist();
    }

    @Test
    void before_the_first_run_there_is_nothing_to_show() {
        for (String[] words :
                new String[][] {{"history"}, {"history", "1"}, {"diff", "1", "2"}, {"verify"}, {"replay", "1"}}) {
            Run run = office.run(words);
            assertThat(run.exit()).as(words[0]).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.err()).contains("ยังไม่มีการตรวจที่บันทึกไว้");
        }
        assertThat(office.office().data()).doesNotExist();
    }

    @Test
    void runs_and_findings_are_shown_as_they_were_recorded() {
        Run first = office.check("--as-of", "2566-04-10");
        assertThat(first.exit()).isEqualTo(Exit.FOUND);
        assertThat(first.err()).isEmpty();
        office.office().plans(RecordingOffice.IN_TIME, RecordingOffice.OTHER);
        assertThat(office.checkFor("2566-04-30").exit()).isEqualTo(Exit.CLEAN);

        assertThat(office.run("history").out())
                .contains(
                        "การตรวจที่ 2",
                        "การตรวจที่ 1",
                        "somchai",
                        "๓๐ เมษายน ๒๕๖๖ 08:30",
                        "องค์การบริหารส่วนตำบลทดสอบ 2566/1")
                .containsSubsequence("การตรวจที่ 2", "การตรวจที่ 1");
        String finding = office.finding(1);
        assertThat(office.run("history", "2").out()).contains(finding, "แก้ไขแล้ว 1");
        assertThat(office.run("history", finding).out()).contains(finding, "การตรวจที่ 1", "การตรวจที่ 2");
        assertThat(office.run("history", "--lang", "en").out()).contains("run 2", "2023-04-30 08:30", "errors");
        assertThat(office.run("diff", "1", "2").out()).contains("พบเฉพาะครั้งก่อน: 1", "พบเฉพาะครั้งหลัง: 0", finding);
        assertThat(office.run("diff", "2", "1").out()).contains("พบเฉพาะครั้งหลัง: 1");
        assertThat(office.run("diff", "1", "1").out()).contains("พบทั้งสองครั้ง 4");
        for (String[] wrong : new String[][] {
            {"history", "99"},
            {"history", "00000000"},
            {"history", "x'--"},
            {"diff", "1", "x"},
            {"diff", "1", "9"},
            {"replay", "0"}
        }) {
            Run run = office.run(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.err().lines()).as(run.err()).hasSize(1);
        }
        office.intact();
    }

    @Test
    void a_plan_written_another_way_is_unchanged() {
        office.office().settings("severities: {}\n").sample();
        office.checkFor("2566-04-30");
        for (int spelling = 0; spelling < 10; spelling++) {
            Run.write(folder, "แผน.xlsx", StableFingerprintsTest.rewrittenSample(spelling, new Random(spelling)));
            office.checkFor("2566-04-30");

            assertThat(office.run("history", String.valueOf(spelling + 2), "--lang", "en")
                            .out()
                            .lines()
                            .skip(2))
                    .as("spelling " + spelling)
                    .hasSizeGreaterThan(50)
                    .allMatch(line -> line.contains("  unchanged  "));
        }
    }

    @Test
    void a_chain_is_verified_against_printed_and_noted_heads() throws Exception {
        office.checkFor("2566-04-10");
        office.checkFor("2566-04-30");
        List<String> heads = Files.readAllLines(office.office().data().resolve("chain-heads.txt"));

        assertThat(heads).hasSize(2);
        Run intact = office.run("verify", "--head", heads.get(0));
        assertThat(intact.exit()).isZero();
        assertThat(intact.out()).contains("บันทึก 2", heads.get(1), "ครบถ้วน");
        Run other = office.run("verify", "--head", "1:" + "0".repeat(64));
        assertThat(other.exit()).isEqualTo(Exit.FOUND);
        assertThat(other.out()).contains("บันทึกที่ 1: ไม่ตรงกับค่าปิดท้ายบันทึก", "ไม่ครบถ้วน");
        assertThat(office.run("verify", "--head", "3:" + "0".repeat(64)).out()).contains("บันทึกที่ 3: ท้ายโซ่ถูกตัด");
        for (String unreadable : List.of("57:9f86", "x", "1:" + "G".repeat(64), "-1:" + "0".repeat(64))) {
            assertThat(office.run("verify", "--head", unreadable).exit())
                    .as(unreadable)
                    .isEqualTo(Exit.NOT_STARTED);
        }

        tamper("update record set who = 'nobody' where number = 1");
        Run changed = office.run("verify", "--lang", "en");
        assertThat(changed.exit()).isEqualTo(Exit.FOUND);
        assertThat(changed.out()).contains("record 1: was changed", "not intact");
        tamper("update record set who = 'somchai' where number = 1");
        office.intact();
        tamper("insert into sentence (thai, english) values ('ก', 'a')");
        assertThat(office.run("verify").out()).contains("\nข้อค้นพบที่เก็บไว้ถูกแก้ไข (sentence");
        tamper("delete from sentence where english = 'a'");
        tamper("delete from sighting where run = 2");
        tamper("delete from head where run = 2");
        tamper("delete from run_plan where run = 2");
        tamper("delete from record where number = 2");
        assertThat(office.run("verify").out()).contains("บันทึกที่ 2: ท้ายโซ่ถูกตัด");
    }

    @Test
    void content_that_is_no_json_any_more_is_told_by_every_command() throws Exception {
        office.checkFor("2566-04-10");
        office.run("comment", office.finding(1), "--text", "ก");
        tamper("drop index record_finding");
        tamper("update record set content = 'x' || content");

        assertThat(office.run("verify").out()).contains("บันทึกที่ 1: ถูกแก้ไข", "บันทึกที่ 2: ถูกแก้ไข");
        for (String[] words : new String[][] {{"history"}, {"history", "1"}, {"replay", "1"}}) {
            Run run = office.run(words);
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.err()).contains("เสียหาย");
        }
    }

    @Test
    void what_a_newer_program_wrote_is_refused_before_anything_is_checked() throws Exception {
        office.checkFor("2566-04-10");
        tamper(
                "insert into flyway_schema_history select installed_rank + 1000, '1000', 'later', type, 'V1000__later.sql', checksum, installed_by, installed_on, execution_time, success from flyway_schema_history where version = '1'");

        Run run = office.check();
        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("รุ่นใหม่กว่า");
        assertThat(office.run("history").exit()).isEqualTo(Exit.NOT_STARTED);
    }

    @Test
    void comments_and_evidence_stand_with_the_finding() throws IOException {
        office.checkFor("2566-04-10");
        String finding = office.finding(1);
        Path evidence = Files.writeString(folder.resolve("หลักฐาน.pdf"), "หนังสือ");
        String hash = Sha256.of("หนังสือ".getBytes(StandardCharsets.UTF_8));

        assertThat(office.run("comment", finding, "--text", "โทรแล้ว").exit()).isZero();
        assertThat(office.run("attach", finding, "--link", "https://example.go.th/q2", "--note", "ประกาศ")
                        .exit())
                .isZero();
        assertThat(office.run("attach", finding, "--file", evidence.toString()).out())
                .contains("หลักฐาน.pdf sha256:" + hash);
        for (String[] wrong : new String[][] {
            {"comment", finding},
            {"comment", finding, "--text", " "},
            {"comment", "ffffffff", "--text", "ก"},
            {"attach", finding},
            {"attach", finding, "--link", "http://example.go.th"},
            {"attach", finding, "--link", "https:"},
            {"attach", finding, "--link", "javascript:alert(1)"},
            {"attach", finding, "--link", "https://x y"},
            {"attach", finding, "--link", "https://example.go.th", "--file", evidence.toString()},
            {"attach", finding, "--file", folder.resolve("none").toString()},
            {"attach", finding, "--file", folder.toString()},
            {"confirm", finding, "--reason", "ก"},
            {"withdraw", finding, "--record", "2", "--reason", "ก"},
            {"acknowledge", finding, "--reason", "ก", "--promised", "2566-04-29"},
            {"acknowledge", finding, "--promised", "2566-05-29"},
            {"acknowledge", finding, "--reason", "ก", "--promised", "soon"}
        }) {
            Run run = office.run(wrong);
            assertThat(run.exit()).as(String.join(" ", wrong)).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isNotBlank();
        }
        assertThat(office.run("history", finding).out())
                .contains("โทรแล้ว (บันทึกที่ 2)", "https://example.go.th/q2 ประกาศ (บันทึกที่ 3)", "(บันทึกที่ 4)")
                .doesNotContain("บันทึกที่ 5");
        office.intact();
    }

    @Test
    void only_what_is_absent_can_be_confirmed_and_is_gone_then() {
        office.checkFor("2566-04-10");
        String finding = office.finding(1);
        office.office().plans(RecordingOffice.OTHER);
        office.checkFor("2566-04-20");
        assertThat(office.run("history", finding).out()).contains("หายไป รอยืนยัน");

        assertThat(office.run("confirm", finding).exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(office.run("confirm", finding, "--reason", "ยุบรวม").exit()).isZero();
        office.checkFor("2566-04-30");
        assertThat(office.run("history", "4").out()).doesNotContain(finding);
        office.office().plans(RecordingOffice.LATE, RecordingOffice.OTHER);
        office.checkFor("2566-04-30");
        assertThat(office.run("history", "5").out()).contains(finding);
        office.intact();
    }

    @Test
    void what_is_found_under_a_rule_that_is_off_is_absent_and_never_settled() {
        office.checkFor("2566-04-10");
        String finding = office.finding(1);
        office.office().settings(RecordingOffice.SETTINGS.replace("off:\n", "off:\n  quarterly-report-overdue: ก\n"));
        office.checkFor("2566-04-20");
        office.office().settings(RecordingOffice.SETTINGS);
        Run.write(folder, "แผน.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(office.checkFor("2566-04-25").exit()).isEqualTo(Exit.NOT_STARTED);
        office.office().plans(RecordingOffice.LATE, RecordingOffice.OTHER);
        office.checkFor("2566-04-30");

        assertThat(office.run("history", finding).out())
                .contains("ใหม่  การตรวจที่ 1", "หายไป รอยืนยัน  การตรวจที่ 2", "คงเดิม  การตรวจที่ 4")
                .doesNotContain("แก้ไขแล้ว", "การตรวจที่ 3");
    }

    @Test
    void everything_is_said_in_both_languages() {
        Map<String, Language> said = new HashMap<>();
        for (Language language : Language.values()) {
            HistoryWords words =
                    new HistoryWords(new Voice(language), Rules.builtIn().wording(language));
            List<String> sentences = new ArrayList<>();
            for (Verification.What what : Verification.What.values()) {
                sentences.addAll(words.verification(
                                new Verification(1, Optional.empty(), List.of(new Verification.Fault(1, what, ""))))
                        .lines()
                        .toList());
            }
            for (WaiverRule.Fault fault : WaiverRule.Fault.values()) {
                sentences.add(words.fault(fault, 90));
            }
            for (String command : List.of(
                    "history",
                    "diff",
                    "verify",
                    "replay",
                    "acknowledge",
                    "waive",
                    "withdraw",
                    "comment",
                    "attach",
                    "confirm")) {
                Run help = Run.of(command, "--help", "--lang", language.name().toLowerCase(Locale.ROOT));
                assertThat(help.exit()).isZero();
                sentences.add(help.out());
            }
            assertThat(sentences).noneMatch(String::isBlank);
            sentences.forEach(sentence -> assertThat(said.merge(sentence, language, (first, second) -> first))
                    .as(sentence)
                    .isEqualTo(language));
        }
    }
}
