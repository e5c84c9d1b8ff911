package tidtam.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.store.Octets;
import tidtam.facts.EmailAddress;
import tidtam.reports.warning.Letter;
import tidtam.reports.warning.Recipients;

class MailTest {
    private static final ZonedDateTime AT = ZonedDateTime.of(2023, 5, 2, 9, 0, 5, 0, ZoneId.of("Asia/Bangkok"));
    private static final String SUBJECT = "[ITA 2566] กองสวัสดิการสังคม: ค้าง ๒๓ เรื่อง (ใหม่ ๒๓) เลยกำหนด ๑๙๙ วัน";
    private static final String SENDER = "ติดตาม มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน";
    private static final String FILE = "memo-กองสวัสดิการสังคม องค์การบริหารส่วนตำบลจอม่วง ปีงบประมาณ พ.ศ. ๒๕๖๖.pdf";
    private static final String PLAIN =
            "เรียน หัวหน้ากอง\n.\n.ขึ้นต้นด้วยจุด\nFrom ต้นบรรทัด\n" + "ก".repeat(2000) + "\n";
    private static final String HTML = "<p>เรียน &amp; " + "ข".repeat(2000) + "</p>\n";
    private static final EmailAddress FROM = new EmailAddress("tidtam@เทศบาล.ไทย");

    @Test
    void equal_mails_have_equal_octets_wherever_and_whenever_they_are_made() {
        byte[] octets = mail().bytes();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(mail().bytes()).isEqualTo(octets);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void every_octet_has_seven_bits_and_every_line_is_short_enough() {
        byte[] octets = mail().bytes();

        assertThat(IntStream.range(0, octets.length).map(i -> octets[i])).allMatch(octet -> octet > 0);
        String text = new String(octets, StandardCharsets.US_ASCII);
        assertThat(text.split("\r\n", -1))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(998).doesNotContain("\r", "\n"));
        assertThat(text).endsWith("\r\n");
    }

    @Test
    void its_headers_say_what_it_was_given() throws Exception {
        MimeMessage read = read(mail());

        InternetAddress from = (InternetAddress) read.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("tidtam@xn--o3cg7ak5c9d.xn--o3cw4h");
        assertThat(from.getPersonal()).isEqualTo(SENDER);
        assertThat(read.getReplyTo()).containsExactly(new InternetAddress("saraban@example.go.th"));
        assertThat(read.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress("head@example.go.th"));
        assertThat(read.getRecipients(RecipientType.CC))
                .containsExactly(
                        new InternetAddress("clerk@example.go.th"),
                        new InternetAddress("palad@xn--o3cg7ak5c9d.xn--o3cw4h"));
        assertThat(read.getSubject()).isEqualTo(SUBJECT);
        assertThat(read.getMessageID()).isEqualTo("<abc-2@example.go.th>");
        assertThat(read.getHeader("In-Reply-To")).containsExactly("<abc-1@example.go.th>");
        assertThat(read.getHeader("References")).containsExactly("<abc-1@example.go.th>");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(read.getHeader("Date")).containsExactly("Tue, 2 May 2023 09:00:05 +0700");
        assertThat(read.getHeader("MIME-Version")).containsExactly("1.0");
    }

    @Test
    void the_first_mail_of_a_thread_answers_none() throws Exception {
        Mail mail = mail();
        MimeMessage read = read(new Mail(
                "abc-1@example.go.th",
                Optional.empty(),
                mail.from(),
                mail.sender(),
                Optional.empty(),
                new Recipients(mail.recipients().to(), List.of()),
                mail.letter(),
                List.of(),
                AT));

        assertThat(names(read))
                .containsExactlyInAnyOrder(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Auto-Submitted",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Type");
        assertThat(read.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void its_text_comes_back_in_both_forms() throws Exception {
        MimeMultipart words = (MimeMultipart) parts(read(mail())).get(0).getContent();

        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(words.getCount()).isEqualTo(2);
        assertThat(words.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(words.getBodyPart(0).getContent()).isEqualTo(PLAIN.replace("\n", "\r\n"));
        assertThat(words.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(words.getBodyPart(1).getContent()).isEqualTo(HTML.replace("\n", "\r\n"));
    }

    @Test
    void its_files_come_back_octet_by_octet_under_their_thai_names() throws Exception {
        List<Part> parts = parts(read(mail()));

        assertThat(parts).hasSize(3);
        assertThat(parts.get(1).getFileName()).isEqualTo(FILE);
        assertThat(parts.get(1).isMimeType("application/pdf")).isTrue();
        assertThat(parts.get(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(parts.get(1).getInputStream().readAllBytes()).isEqualTo(random());
        assertThat(parts.get(2).getFileName()).isEqualTo("กองช่าง.ics");
        assertThat(parts.get(2).getContentType()).contains("charset=UTF-8", "method=PUBLISH");
        assertThat(parts.get(2).getInputStream().readAllBytes()).isEqualTo(new byte[] {'\n', 0, '\r', -1});
        String octets = new String(mail().bytes(), StandardCharsets.US_ASCII);
        assertThat(octets).as("RFC 2231").contains("filename*=UTF-8''memo-%E0%B8%81%E0%B8%AD%E0%B8%87");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "กองช่าง\r\nBcc: thief@example.com\r\n\r\nbody",
                "works\r\nBcc: thief@example.com\r\n\r\nbody",
                "works\nBcc: thief@example.com\n\nbody",
                "works\rBcc: thief@example.com\r\rbody",
                "works\r\n\tmore\r\n \r\nBcc: thief@example.com",
                "\r\nBcc: thief@example.com",
                "works\u2028Bcc: thief@example.com\u0085\u0000"
            })
    void a_line_break_in_a_name_starts_no_header(String name) throws Exception {
        Mail mail = mail();
        byte[] plain = mail.bytes();
        Mail bad = new Mail(
                mail.id(),
                mail.thread(),
                mail.from(),
                name,
                mail.replyTo(),
                mail.recipients(),
                new Letter(name, PLAIN, HTML),
                Stream.concat(
                                Stream.of(new Mail.Attachment(name, "application/pdf", new Octets(random()))),
                                mail.attachments().stream().skip(1))
                        .toList(),
                AT);

        MimeMessage read = read(bad);

        assertThat(names(read)).isEqualTo(names(read(plain)));
        assertThat(read.getHeader("Bcc")).isNull();
        List<Part> parts = parts(read);
        assertThat(parts).hasSize(3);
        for (Part part : parts) {
            assertThat(part.getHeader("Bcc")).isNull();
        }
        assertThat(names(parts.get(1))).isEqualTo(names(parts(read(plain)).get(1)));
        assertThat(parts.get(1).getInputStream().readAllBytes()).isEqualTo(random());
        byte[] octets = bad.bytes();
        assertThat(IntStream.range(0, octets.length).map(i -> octets[i])).allMatch(octet -> octet > 0);
        assertThat(new String(octets, StandardCharsets.US_ASCII).replace("\r\n", ""))
                .doesNotContain("\r", "\n");
    }

    @Test
    void a_mail_to_many_has_no_long_line() throws Exception {
        Mail mail = mail();
        List<EmailAddress> copies = IntStream.range(0, 200)
                .mapToObj(i -> new EmailAddress("copy" + i + "@example.go.th"))
                .toList();
        Mail many = new Mail(
                mail.id(),
                mail.thread(),
                mail.from(),
                "x".repeat(300) + " " + "y".repeat(300),
                mail.replyTo(),
                new Recipients(mail.recipients().to(), copies),
                new Letter("works ".repeat(300), PLAIN, HTML),
                List.of(new Mail.Attachment("z".repeat(1500) + ".pdf", "application/pdf", new Octets(random()))),
                AT);

        assertThat(new String(many.bytes(), StandardCharsets.US_ASCII).split("\r\n", -1))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(read(many).getRecipients(RecipientType.CC)).hasSize(200);
        assertThat(parts(read(many)).get(1).getFileName()).isEqualTo("z".repeat(1500) + ".pdf");
    }

    private static Mail mail() {
        return new Mail(
                "abc-2@example.go.th",
                Optional.of("abc-1@example.go.th"),
                FROM,
                SENDER,
                EmailAddress.find("saraban@example.go.th"),
                new Recipients(
                        EmailAddress.find("head@example.go.th"),
                        List.of(new EmailAddress("clerk@example.go.th"), new EmailAddress("palad@เทศบาล.ไทย"))),
                new Letter(SUBJECT, PLAIN, HTML),
                List.of(
                        new Mail.Attachment(FILE, "application/pdf", new Octets(random())),
                        new Mail.Attachment(
                                "กองช่าง.ics",
                                "text/calendar; charset=UTF-8; method=PUBLISH",
                                new Octets(new byte[] {'\n', 0, '\r', -1}))),
                AT);
    }

    private static byte[] random() {
        byte[] bytes = new byte[100_000];
        new Random(2566).nextBytes(bytes);
        return bytes;
    }

    private static MimeMessage read(Mail mail) throws MessagingException {
        return read(mail.bytes());
    }

    private static MimeMessage read(byte[] octets) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
    }

    private static List<Part> parts(MimeMessage message) throws MessagingException, IOException {
        MimeMultipart whole = (MimeMultipart) message.getContent();
        assertThat(whole.getContentType()).startsWith("multipart/mixed");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < whole.getCount(); i++) {
            parts.add(whole.getBodyPart(i));
        }
        return parts;
    }

    private static List<String> names(Part part) throws MessagingException {
        return Collections.list(part.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }
}
