package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.WarningSettings.Server;
import tidtam.app.outbox.SmtpTransport.Security;
import tidtam.facts.EmailAddress;
import tidtam.reports.Language;

class WarningSettingsTest {
    private static final String FROM = "warnings:\n  from: a@b.th\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_full_section_is_read() {
        WarningSettings settings = read("""
                warnings:
                  from: tidtam@example.go.th
                  fall-back: saraban@example.go.th
                  clerk: palad@EXAMPLE.go.th
                  auditor: audit@เทศบาล.ไทย
                  domains: [Example.GO.TH, เทศบาล.ไทย]
                  repeat-days: 14
                  heartbeat-days: 30
                  days-off: send
                  most-mails: 50
                  most-newly-flagged: 100
                  most-attached: 0
                  data: ../kept
                  server:
                    host: mail.example.go.th
                    port: 2525
                    security: tls
                    user: tidtam
                    password-file: secret/smtp
                    timeout: 5
                """);

        assertThat(settings)
                .isEqualTo(new WarningSettings(
                        EmailAddress.find("tidtam@example.go.th"),
                        EmailAddress.find("saraban@example.go.th"),
                        EmailAddress.find("palad@EXAMPLE.go.th"),
                        EmailAddress.find("audit@เทศบาล.ไทย"),
                        new TreeSet<>(Set.of("example.go.th", "xn--o3cg7ak5c9d.xn--o3cw4h")),
                        14,
                        30,
                        true,
                        50,
                        100,
                        0,
                        folder.resolve("../kept"),
                        Optional.of(new Server(
                                "mail.example.go.th",
                                2525,
                                Security.TLS,
                                Optional.of("tidtam"),
                                Optional.of(folder.resolve("secret/smtp")),
                                5))));
    }

    @Test
    void what_is_left_out_is_as_usual() {
        WarningSettings usual = WarningSettings.usual();
        assertThat(usual)
                .isEqualTo(new WarningSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeSet<>(),
                        7,
                        0,
                        false,
                        200,
                        70,
                        10,
                        Path.of("tidtam-data"),
                        Optional.empty()));

        assertThat(read("language: th\n"))
                .isEqualTo(read("warnings: {days-off: hold}\n"))
                .usingRecursiveComparison()
                .ignoringFields("data")
                .isEqualTo(usual);
        assertThat(read("language: th\n").data()).isEqualTo(folder.resolve("tidtam-data"));
    }

    @Test
    void an_absolute_path_stays() {
        Path kept = folder.resolve("kept").toAbsolutePath();

        assertThat(read("warnings:\n  data: '" + kept + "'\n").data()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"'', STARTTLS, 587", "starttls, STARTTLS, 587", "tls, TLS, 465", "none, NONE, 25"})
    void a_server_has_the_port_of_its_security(String word, Security security, int port) {
        String line = word.isEmpty() ? "" : "    security: " + word + "\n";

        assertThat(read(FROM + "  server:\n    host: mail\n" + line).server())
                .contains(new Server("mail", port, security, Optional.empty(), Optional.empty(), 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "::1", "'::1'"})
    void a_user_may_be_named_openly_on_this_machine(String host) {
        assertThat(read(FROM + "  server:\n    host: " + host + "\n    security: none\n    user: tidtam\n")
                        .server())
                .hasValueSatisfying(server -> assertThat(server.user()).contains("tidtam"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail-1.example.go.th", "10.0.0.25", "2001:db8::25", "::ffff:10.0.0.25", "xn--o3cw4h"})
    void a_host_is_a_name_or_a_number(String host) {
        assertThat(read(FROM + "  server:\n    host: " + host + "\n").server().map(Server::host))
                .contains(host);
    }

    @Test
    void mails_go_to_the_domains_that_are_named_and_to_any_where_none_is() {
        WarningSettings named = read("warnings:\n  domains: [example.go.th, ไทย.ไทย]\n");

        assertThat(Stream.of("a@example.go.th", "a@EXAMPLE.GO.TH", "a@ไทย.ไทย"))
                .allMatch(text -> named.allows(new EmailAddress(text)));
        assertThat(Stream.of("a@sub.example.go.th", "a@go.th", "a@notexample.go.th"))
                .noneMatch(text -> named.allows(new EmailAddress(text)))
                .allMatch(text -> WarningSettings.usual().allows(new EmailAddress(text)));
    }

    /** A file, and what is said of it: Thai and English. */
    private static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of(
                        "warnings: 5\n",
                        "บรรทัด 1 คอลัมน์ 11: ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: from, fall-back, clerk, auditor,",
                        "line 1, column 11: expected are lines of name: value; the names are from, fall-back, clerk,"),
                List.of(
                        "warnings:\n  form: a@b.th\n",
                        "บรรทัด 2 คอลัมน์ 3: ไม่รู้จัก 'form' หมายถึง 'from' หรือไม่",
                        "line 2, column 3: unknown 'form' (did you mean 'from'?); known are from, fall-back"),
                List.of(
                        "warnings:\n  from: Tidtam <a@b.th>\n",
                        "บรรทัด 2 คอลัมน์ 9: 'Tidtam <a@b.th>' ใช้ไม่ได้ ต้องเป็นอีเมล",
                        "line 2, column 9: 'Tidtam <a@b.th>' will not do; expected is an e-mail address"),
                List.of("warnings:\n  fall-back: a\n", "บรรทัด 2 คอลัมน์ 14: 'a' ใช้ไม่ได้", "line 2, column 14: 'a'"),
                List.of("warnings:\n  clerk: [a@b.th]\n", "บรรทัด 2 คอลัมน์ 10: '- …' ใช้ไม่ได้", "line 2, column 10"),
                List.of(
                        "warnings:\n  auditor: a@b\n",
                        "บรรทัด 2 คอลัมน์ 12: 'a@b' ใช้ไม่ได้",
                        "line 2, column 12: 'a@b' will"),
                List.of(
                        "warnings:\n  domains: b.th\n",
                        "บรรทัด 2 คอลัมน์ 12: ต้องเป็นรายการที่ขึ้นต้นบรรทัดด้วย -",
                        "line 2, column 12: expected is a list"),
                List.of(
                        "warnings:\n  domains: [b.th, '*.b.th']\n",
                        "บรรทัด 2 คอลัมน์ 19: '*.b.th' ใช้ไม่ได้ ต้องเป็นโดเมน เช่น example.go.th",
                        "line 2, column 19: '*.b.th' will not do; expected is a domain such as example.go.th"),
                List.of("warnings:\n  domains: [localhost]\n", "'localhost' ใช้ไม่ได้", "'localhost' will not do"),
                List.of("warnings:\n  domains: ['a@b.th']\n", "'a@b.th' ใช้ไม่ได้", "'a@b.th' will not do"),
                List.of("warnings:\n  domains: [b..th]\n", "'b..th' ใช้ไม่ได้", "'b..th' will not do"),
                List.of("warnings:\n  domains: [b th.th]\n", "'b th.th' ใช้ไม่ได้", "'b th.th' will not do"),
                List.of(
                        "warnings:\n  domains: [b.th, a.th]\n  fall-back: x@c.th\n",
                        "บรรทัด 3 คอลัมน์ 14: ส่งถึง 'x@c.th' ไม่ได้ เพราะโดเมนไม่อยู่ใน domains: a.th, b.th",
                        "line 3, column 14: 'x@c.th' cannot be written to, as its domain is not among domains: a.th, b.th"),
                List.of(
                        "warnings:\n  clerk: x@c.th\n  domains: [b.th]\n",
                        "บรรทัด 2 คอลัมน์ 10: ส่งถึง 'x@c.th' ไม่ได้",
                        "line 2, column 10: 'x@c.th' cannot be written to"),
                List.of(
                        "warnings:\n  domains: [b.th]\n  auditor: x@a.b.th\n",
                        "บรรทัด 3 คอลัมน์ 12: ส่งถึง 'x@a.b.th' ไม่ได้",
                        "line 3, column 12: 'x@a.b.th' cannot be written to"),
                List.of(
                        "warnings:\n  repeat-days: 0\n",
                        "บรรทัด 2 คอลัมน์ 16: '0' ใช้ไม่ได้ ต้องเป็นจำนวนวัน 1 ถึง 366",
                        "line 2, column 16: '0' will not do; expected is a number of days from 1 to 366"),
                List.of("warnings:\n  repeat-days: 7 days\n", "'7 days' ใช้ไม่ได้", "'7 days' will not do"),
                List.of(
                        "warnings:\n  heartbeat-days: 367\n",
                        "'367' ใช้ไม่ได้ ต้องเป็นจำนวนวัน 0 ถึง 366",
                        "expected is a number of days from 0 to 366"),
                List.of(
                        "warnings:\n  days-off: yes\n",
                        "บรรทัด 2 คอลัมน์ 13: 'yes' ใช้ไม่ได้ ใช้ได้: hold, send",
                        "line 2, column 13: 'yes' will not do; allowed are hold, send"),
                List.of(
                        "warnings:\n  most-mails: 0\n",
                        "'0' ใช้ไม่ได้ ต้องเป็นจำนวนฉบับ 1 ถึง 100000",
                        "'0' will not do; expected is a number of mails from 1 to 100000"),
                List.of("warnings:\n  most-mails: 100001\n", "'100001' ใช้ไม่ได้", "'100001' will not do"),
                List.of("warnings:\n  most-mails: 9999999999\n", "คอลัมน์ 15", "column 15"),
                List.of(
                        "warnings:\n  most-newly-flagged: 70%\n",
                        "'70%' ใช้ไม่ได้ ต้องเป็นร้อยละ 0 ถึง 100",
                        "'70%' will not do; expected is a percentage from 0 to 100"),
                List.of("warnings:\n  most-newly-flagged: 101\n", "'101' ใช้ไม่ได้", "'101' will not do"),
                List.of(
                        "warnings:\n  most-attached: 10MB\n",
                        "'10MB' ใช้ไม่ได้ ต้องเป็นจำนวน MB 0 ถึง 100",
                        "'10MB' will not do; expected is a number of megabytes from 0 to 100"),
                List.of(
                        "warnings:\n  data: 2566\n",
                        "'2566' ใช้ไม่ได้ ต้องเป็นชื่อโฟลเดอร์ (ตัวเลขล้วนให้ใส่เครื่องหมายคำพูด)",
                        "'2566' will not do; expected is the name of a folder (in quotes where it is a number)"),
                List.of("warnings:\n  data: \"a\\0b\"\n", "ต้องเป็นชื่อโฟลเดอร์", "expected is the name of a folder"),
                List.of(
                        "warnings:\n  server: mail.b.th\n  from: a@b.th\n",
                        "บรรทัด 2 คอลัมน์ 11: ต้องเป็นรายการ ชื่อ: ค่า ใช้ได้: host, port, security, user, password-file,",
                        "line 2, column 11: expected are lines of name: value; the names are host, port, security, user,"),
                List.of(
                        "warnings:\n  server:\n    host: mail.b.th\n",
                        "บรรทัด 2 คอลัมน์ 3: ขาด from: อีเมลผู้ส่ง ต้องมีเมื่อมี server",
                        "line 2, column 3: from is missing: the sender's address, needed where there is a server"),
                List.of(
                        FROM + "  server:\n    port: 25\n",
                        "บรรทัด 4 คอลัมน์ 5: ขาด host: ชื่อเครื่องหรือเลข IP",
                        "line 4, column 5: host is missing: a host name or an IP address such as mail.example.go.th"),
                List.of(
                        server("host: https://mail.b.th"),
                        "บรรทัด 4 คอลัมน์ 11: 'https://mail.b.th' ใช้ไม่ได้ ต้องเป็นชื่อเครื่องหรือเลข IP",
                        "line 4, column 11: 'https://mail.b.th' will not do; expected is a host name or an IP address"),
                List.of(server("host: mail.b.th:587"), "'mail.b.th:587' ใช้ไม่ได้", "'mail.b.th:587' will not do"),
                List.of(server("host: abc:587"), "'abc:587' ใช้ไม่ได้", "'abc:587' will not do"),
                List.of(server("host: mail b.th"), "'mail b.th' ใช้ไม่ได้", "'mail b.th' will not do"),
                List.of(server("host: '[::1]'"), "'[::1]' ใช้ไม่ได้", "'[::1]' will not do"),
                List.of(server("host: -b.th"), "'-b.th' ใช้ไม่ได้", "'-b.th' will not do"),
                List.of(
                        server("host: mail.b.th\n    port: 0"),
                        "บรรทัด 5 คอลัมน์ 11: '0' ใช้ไม่ได้ ต้องเป็นเลขพอร์ต 1 ถึง 65535",
                        "line 5, column 11: '0' will not do; expected is a port from 1 to 65535"),
                List.of(server("host: mail.b.th\n    port: 65536"), "'65536' ใช้ไม่ได้", "'65536' will not do"),
                List.of(
                        server("host: mail.b.th\n    security: ssl"),
                        "บรรทัด 5 คอลัมน์ 15: 'ssl' ใช้ไม่ได้ ใช้ได้: starttls, tls, none",
                        "line 5, column 15: 'ssl' will not do; allowed are starttls, tls, none"),
                List.of(
                        server("host: mail.b.th\n    user: tidtam\n    security: none"),
                        "บรรทัด 5 คอลัมน์ 11: ใช้ user กับ security: none ไม่ได้ เพราะรหัสผ่านจะถูกอ่านได้ระหว่างทาง",
                        "line 5, column 11: a user will not do with security: none, as the password could be read on the way"),
                List.of(server("host: 127.0.0.1.b.th\n    user: a\n    security: none"), "ใช้ user กับ", "a user will"),
                List.of(
                        server("host: mail.b.th\n    user: \"a\\r\\nRCPT\""),
                        "บรรทัด 5 คอลัมน์ 11: 'a RCPT' ใช้ไม่ได้ ต้องเป็นชื่อผู้ใช้บรรทัดเดียว",
                        "line 5, column 11: 'a RCPT' will not do; expected is a user's name in one line"),
                List.of(server("host: mail.b.th\n    user: |\n      a\n      b"), "'a b", "expected is a user's name"),
                List.of(
                        server("host: mail.b.th\n    user: 1234"),
                        "'1234' ใช้ไม่ได้ ต้องเป็นชื่อผู้ใช้บรรทัดเดียว (ตัวเลขล้วนให้ใส่เครื่องหมายคำพูด)",
                        "'1234' will not do; expected is a user's name in one line (in quotes where it is a number)"),
                List.of(
                        server("host: mail.b.th\n    password: s3cret"),
                        "บรรทัด 5 คอลัมน์ 5: รหัสผ่านไม่เขียนในแฟ้มนี้ ให้ใส่ในตัวแปรสภาพแวดล้อม TIDTAM_SMTP_PASSWORD หรือในแฟ้มที่ password-file ระบุ",
                        "line 5, column 5: the password never stands in this file; put it into the environment variable"
                                + " TIDTAM_SMTP_PASSWORD, or into the file that password-file names"),
                List.of(
                        server("host: mail.b.th\n    password-file: [a]"),
                        "บรรทัด 5 คอลัมน์ 20: '- …' ใช้ไม่ได้ ต้องเป็นชื่อแฟ้ม",
                        "line 5, column 20: '- …' will not do; expected is the name of a file"),
                List.of(
                        server("host: mail.b.th\n    timeout: 601"),
                        "บรรทัด 5 คอลัมน์ 14: '601' ใช้ไม่ได้ ต้องเป็นจำนวนวินาที 1 ถึง 600",
                        "line 5, column 14: '601' will not do; expected is a number of seconds from 1 to 600"),
                List.of(
                        "warnings:\n  from: &a a@b.th\n  clerk: c@b.th\n",
                        "บรรทัด 2 คอลัมน์ 9: ใช้ & และ * อ้างค่าร่วมกันไม่ได้",
                        "line 2, column 9: & and * are not allowed here"));
    }

    private static String server(String lines) {
        return FROM + "  server:\n    " + lines + "\n";
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void says_where_and_what_is_wrong_and_what_is_allowed(List<String> mistake) {
        for (Language language : Language.values()) {
            assertThat(told(mistake.get(0), language))
                    .singleElement()
                    .asString()
                    .doesNotContain("s3cret")
                    .contains(mistake.get(language == Language.TH ? 1 : 2));
        }
    }

    @Test
    void tells_everything_that_is_wrong_at_once() {
        assertThat(told("""
                        grace: x
                        warnings:
                          clerk: nobody
                          domains: [b]
                          most-mails: many
                          server: {port: 99999, security: ssl, password: secret, timeout: 0}
                        """, Language.EN))
                .hasSize(10)
                .anyMatch(sentence -> sentence.contains("host is missing"))
                .anyMatch(sentence -> sentence.contains("from is missing"));
    }

    @Test
    void a_run_has_the_settings_of_its_file_and_the_usual_ones_without_it() {
        assertThat(Rules.builtIn().warnings()).isEqualTo(WarningSettings.usual());
        assertThat(Rules.builtIn().escalation()).isEqualTo(SettingsFile.Escalation.USUAL);

        String config = file("escalation:\n  copy-clerk-from: 30\nwarnings:\n  repeat-days: 14\n");
        Voice voice = new Voice(Language.TH);
        Words words = Words.read(
                new CheckCommand().form(voice), List.of(), List.of("check", "plan.xlsx", "--config", config), voice);
        Rules rules = Rules.of(words, voice);
        assertThat(rules.warnings().repeatDays()).isEqualTo(14);
        assertThat(rules.escalation()).isEqualTo(new SettingsFile.Escalation(0, 30));
    }

    private WarningSettings read(String text) {
        return read(file(text), Language.EN).warnings();
    }

    /** What is said of a file, each sentence as a person sees it. */
    private List<String> told(String text, Language language) {
        String file = file(text);
        Refused refused = catchThrowableOfType(Refused.class, () -> read(file, language));
        return refused.sentences().stream()
                .map(sentence -> sentence.replaceAll("\\p{Cc}+", " "))
                .toList();
    }

    private static SettingsFile read(String file, Language language) {
        Voice voice = new Voice(language);
        return SettingsYaml.read(file, CheckedYaml.bytes(file, voice), Set::of, voice);
    }

    private String file(String text) {
        return Run.write(folder, "tidtam.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
