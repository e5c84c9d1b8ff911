package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarnCommandTest {
    private static final LocalDate TUESDAY = LocalDate.of(2023, 5, 2);
    private static final String DIVISIONS = """
            divisions:
              - {name: สำนักปลัด, email: palad-office@example.go.th}
              - {name: กองคลัง, head: นายกิตติ ดี, email: klang@example.go.th, copies: [deputy@example.go.th]}
              - {name: กองช่าง, email: chang@example.go.th}
              - {name: กองการศึกษาฯ, email: chang@example.go.th}
              - {name: กองสวัสดิการสังคม}
            """;

    @TempDir
    private Path folder;

    private WarnOffice office(String settings) {
        return new WarnOffice(folder).sample().settings(settings);
    }

    @Test
    void a_preview_of_the_sample_shows_five_divisions_without_addresses_and_keeps_nothing() throws IOException {
        String sample = Run.sampleIn(folder, "plan.xlsx");

        Run run = Run.of("warn", sample, "--as-of", "2566-04-30", "--preview");

        assertThat(run.exit()).isZero();
        for (String division : List.of("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษาฯ", "กองสวัสดิการสังคม")) {
            assertThat(run.out())
                    .contains("ถึง: ไม่มีที่อยู่อีเมล – " + division)
                    .containsPattern("เรื่อง: \\[ITA ๒๕๖๖\\] " + division
                            + ": ค้าง [๐-๙]+ \\(ใหม่ [๐-๙]+\\) เกินกำหนด [๐-๙]+ วัน");
        }
        assertThat(run.out()).contains("HELD_HOLIDAY", "FIRST", "ครบกำหนด ๓๑ มีนาคม ๒๕๖๖ · เกินกำหนด ๓๐ วัน");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(Path.of(sample));
        }
    }

    @Test
    void a_preview_after_a_run_says_what_is_new_and_changes_nothing() {
        WarnOffice office = office("warnings:\n  fall-back: clerk@example.go.th\n" + DIVISIONS);
        assertThat(office.warn(TUESDAY).exit()).isZero();
        List<Path> written = office.outbox();

        Run preview = office.warn(TUESDAY.plusDays(7), "--preview");

        assertThat(preview.out()).contains("REPEAT_DUE", "แจ้งครั้งแรกเมื่อ ๒ พฤษภาคม ๒๕๖๖");
        assertThat(office.warn(TUESDAY, "--preview").out())
                .contains("NOTHING_NEW")
                .doesNotContain("ถึง:");
        assertThat(office.outbox()).isEqualTo(written);
        assertThat(office.warn(TUESDAY.plusDays(7)).out()).contains("REPEAT_DUE");
    }

    @Test
    void without_a_server_each_head_has_a_file_with_a_memo_and_no_head_has_anothers() throws IOException {
        WarnOffice office = office("warnings:\n  fall-back: clerk@example.go.th\n" + DIVISIONS);

        Run run = office.warn(TUESDAY);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(office.outbox().stream()
                        .map(file -> file.getFileName().toString().replaceAll(" [0-9a-f]{24}", "")))
                .containsExactlyInAnyOrder(
                        "2023-05-02 กองการศึกษาฯ และ กองช่าง-1.eml",
                        "2023-05-02 กองคลัง-1.eml",
                        "2023-05-02 สำนักปลัด-1.eml",
                        "2023-05-02 กองสวัสดิการสังคม-1.eml",
                        "2023-05-02 เรื่องของแผนทั้งฉบับ หรือไม่ระบุผู้รับผิดชอบ-1.eml");
        Eml finance = eml(office, "กองคลัง");
        assertThat(finance.header("To")).isEqualTo("klang@example.go.th");
        assertThat(finance.header("Cc")).isEqualTo("deputy@example.go.th");
        assertThat(finance.subject())
                .matches("\\[ITA ๒๕๖๖\\] กองคลัง: ค้าง [๐-๙]+ \\(ใหม่ [๐-๙]+\\) เกินกำหนด ๑๙๙ วัน");
        assertThat(finance.text())
                .contains("เรียน ผู้อำนวยการกองคลัง (นายกิตติ ดี)", "แจ้งครั้งแรก", "clerk@example.go.th");
        assertThat(finance.files()).containsExactly("memo-กองคลัง.pdf");
        Eml two = eml(office, "กองการศึกษาฯ");
        assertThat(two.text()).contains("== กองการศึกษาฯ ==", "== กองช่าง ==").doesNotContain("== กองคลัง ==");
        assertThat(two.files()).containsExactlyInAnyOrder("memo-กองการศึกษาฯ.pdf", "memo-กองช่าง.pdf");
        Eml instead = eml(office, "กองสวัสดิการสังคม");
        assertThat(instead.header("To")).isEqualTo("clerk@example.go.th");
        assertThat(instead.text()).contains("แทน", "ไม่มีอีเมลในรายชื่อหน่วยงาน");
        assertThat(office.warn(TUESDAY).out()).contains("NOTHING_NEW");
        assertThat(office.outbox()).hasSize(5);
    }

    private static Eml eml(WarnOffice office, String name) {
        return office.outbox().stream()
                .filter(file -> file.getFileName().toString().contains(" " + name))
                .findFirst()
                .map(Eml::read)
                .orElseThrow();
    }

    @Test
    void an_english_mail_is_in_english() {
        WarnOffice office = office(DIVISIONS);

        office.warn(TUESDAY, "--lang", "en");

        Eml finance = eml(office, "กองคลัง");
        assertThat(finance.subject()).matches("\\[ITA 2566\\] กองคลัง: \\d+ open \\(\\d+ new\\) 199 days overdue");
        assertThat(finance.text()).contains("Why you get this: first notice", "Sent automatically");
    }

    @Test
    void a_division_without_address_or_fall_back_is_told_of_and_the_others_are_sent_all_the_same() {
        WarnOffice office = office(DIVISIONS);

        Run run = office.warn(TUESDAY);

        assertThat(run.exit()).isEqualTo(Exit.UNSENT);
        assertThat(run.err()).contains("กองสวัสดิการสังคม: ไม่มีที่อยู่อีเมล", "fall-back");
        assertThat(office.outbox()).hasSize(3);
        assertThat(run.out()).contains("กองสวัสดิการสังคม (ไม่มีที่อยู่อีเมล)");
    }

    @Test
    void an_address_outside_the_allowed_domains_gets_nothing() {
        WarnOffice office = office("warnings:\n  fall-back: clerk@agency.go.th\n  domains: [agency.go.th]\n"
                + DIVISIONS.replace("klang@example", "klang@agency"));

        Run run = office.warn(TUESDAY);

        assertThat(run.err()).contains("deputy@example.go.th: ไม่ส่งถึงที่อยู่นี้", "chang@example.go.th");
        assertThat(office.outbox().stream().map(Eml::read).map(mail -> mail.header("To") + mail.header("Cc")))
                .hasSize(6)
                .allSatisfy(to -> assertThat(to).doesNotContain("example.go.th"));
        assertThat(eml(office, "กองช่าง").text()).contains("โดเมนของอีเมลไม่อยู่ในรายการที่อนุญาต");
    }

    @Test
    void a_trial_goes_to_one_address_and_no_division_counts_as_told() {
        WarnOffice office = office(DIVISIONS);

        Run trial = office.warn(TUESDAY, "--redirect-all-to", "me@example.go.th");

        List<Path> mails = WarnOffice.files(office.data().resolve("trial/outbox"));
        assertThat(mails).as(trial.err()).hasSize(3);
        assertThat(mails.stream().map(Eml::read)).allSatisfy(mail -> {
            assertThat(mail.header("To")).isEqualTo("me@example.go.th");
            assertThat(mail.header("Cc")).isEmpty();
            assertThat(mail.subject()).startsWith("ทดลอง [ITA");
            assertThat(mail.text()).startsWith("อีเมลทดลอง ผู้รับจริงคือ ");
        });
        assertThat(office.warn(TUESDAY, "--preview").out()).contains("FIRST");
    }

    @Test
    void a_run_that_would_send_too_many_mails_sends_none() {
        WarnOffice office = office("warnings:\n  most-mails: 2\n  fall-back: clerk@example.go.th\n" + DIVISIONS);

        Run run = office.warn(TUESDAY);

        assertThat(run.exit()).isEqualTo(Exit.UNSENT);
        assertThat(run.err()).contains("ไม่ส่งเลย", "most-mails (2)", "--preview");
        assertThat(run.out()).contains("HELD_GUARD");
        assertThat(office.outbox()).isEmpty();
        office.settings("warnings:\n  fall-back: clerk@example.go.th\n" + DIVISIONS);
        assertThat(office.warn(TUESDAY).out()).contains("FIRST");
    }

    @Test
    void a_plan_in_which_all_went_wrong_overnight_is_looked_at_by_a_person_first() {
        String[] reported = {
            "การใช้งบประมาณ", "กองคลัง", "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖", "ดำเนินการแล้วเมื่อวันที่ ๑๐ มีนาคม ๒๕๖๖"
        };
        String[] blank = {reported[0], reported[1], reported[2], ""};
        WarnOffice office = new WarnOffice(folder)
                .settings("warnings:\n  fall-back: clerk@example.go.th\n" + DIVISIONS)
                .plans(reported);
        assertThat(office.warn(TUESDAY).exit()).isZero();
        int before = office.outbox().size();

        office.plans(blank, new String[] {"คุณภาพ", "ทุกสำนัก/กอง", blank[2], ""}, new String[] {
            "การใช้อำนาจ", "กองช่าง", blank[2], ""
        });
        Run run = office.warn(TUESDAY.plusDays(1));

        assertThat(run.exit()).isEqualTo(Exit.UNSENT);
        assertThat(run.err()).contains("5 จาก 5", "most-newly-flagged");
        assertThat(office.outbox()).hasSize(before);
        assertThat(office.warn(TUESDAY.plusDays(6)).exit())
                .as("on the next working day it is still held")
                .isEqualTo(Exit.UNSENT);
    }

    @Test
    void files_too_large_to_attach_are_kept_and_the_mail_says_where() throws IOException {
        WarnOffice office = office("warnings:\n  most-attached: 0\n" + DIVISIONS);

        office.warn(TUESDAY);

        Eml finance = eml(office, "กองคลัง");
        assertThat(finance.files()).isEmpty();
        String said = finance.text()
                .lines()
                .filter(line -> line.contains("แฟ้มใหญ่เกินกว่าจะแนบ"))
                .findFirst()
                .orElseThrow();
        Path kept = Path.of(said.substring(said.indexOf(": ") + 2));
        assertThat(kept).hasFileName("memo-กองคลัง.pdf").exists();
        assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
    }

    @Test
    void a_division_named_like_a_path_writes_no_file_elsewhere() {
        WarnOffice office = new WarnOffice(folder)
                .settings(
                        "divisions:\n  - {name: \"../../กอง/คลัง\", other-names: [กองคลัง], email: klang@example.go.th}\n")
                .plans(new String[] {"การใช้งบประมาณ", "กองคลัง", "ทุกไตรมาส", ""});

        Run run = office.warn(TUESDAY);

        assertThat(run.out()).contains("klang@example.go.th");
        assertThat(office.outbox())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Eml.read(file).files())
                        .allSatisfy(name -> assertThat(name).doesNotContain("/").doesNotContain("\\")));
        assertThat(WarnOffice.files(folder).stream()
                        .map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("tidtam-data", "tidtam.yaml", "แผน.xlsx");
    }

    @Test
    void what_is_still_to_come_is_attached_as_a_calendar_that_knows_the_one_before() {
        WarnOffice office = new WarnOffice(folder).settings(DIVISIONS).plans(until("๓๑ มีนาคม ๒๕๖๖"));
        LocalDate day = LocalDate.of(2023, 3, 20);

        office.warn(day);
        office.plans(until("๒๔ มีนาคม ๒๕๖๖"));
        office.warn(day.plusDays(1));

        List<Eml> mails = office.outbox().stream().map(Eml::read).toList();
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).subject()).isEqualTo("[ITA ๒๕๖๖] กองคลัง: ใกล้ครบกำหนด ๑");
        assertThat(mails.get(0).file("กองคลัง.ics")).contains("DTSTART;VALUE=DATE:20230331", "SEQUENCE:0");
        assertThat(mails.get(1).file("กองคลัง.ics")).contains("DTSTART;VALUE=DATE:20230324", "SEQUENCE:1");
        assertThat(mails.get(1).header("In-Reply-To")).isEqualTo(mails.get(0).header("Message-ID"));
    }

    private static String[] until(String date) {
        return new String[] {"การใช้งบประมาณ", "กองคลัง", "ภายในวันที่ " + date, ""};
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "warn ~ WORKBOOK|FOLDER… is missing; see tidtam warn --help",
                "warn plan.xlsx --status ~ --status and --retry take no file",
                "warn --status --retry ~ one at a time: --status, --retry",
                "warn plan.xlsx --redirect-all-to a@b,c@d.th ~ --redirect-all-to: 'a@b,c@d.th' is no e-mail address",
                "warn none.xlsx --preview ~ none.xlsx: there is no such file; check its name and folder",
            })
    void refuses_wrong_words_in_one_line(String words, String message) {
        assertThat(Run.of(("--lang en " + words).split(" ")))
                .isEqualTo(new Run(Exit.NOT_STARTED, "", "tidtam: " + message + "\n"));
    }

    @Test
    void shows_what_was_sent_to_whom_when_and_why() {
        WarnOffice office = office(DIVISIONS);
        String settings = office.settings().toString();
        assertThat(office.run(TUESDAY, "warn", "--status", "--config", settings).err())
                .contains("ยังไม่เคยส่งอีเมลเตือน");
        office.warn(TUESDAY);
        office.warn(TUESDAY.plusDays(1));

        Run status = office.run(TUESDAY, "warn", "--status", "--config", settings);

        assertThat(status.exit()).isZero();
        assertThat(status.out())
                .contains(
                        "ตรวจ ณ ๒ พฤษภาคม ๒๕๖๖",
                        "กองคลัง → deputy@example.go.th, klang@example.go.th  – FIRST แจ้งครั้งแรก",
                        "ตรวจ ณ ๓ พฤษภาคม ๒๕๖๖",
                        "NOTHING_NEW",
                        "ไม่มีอีเมลค้างส่ง");
    }
}
