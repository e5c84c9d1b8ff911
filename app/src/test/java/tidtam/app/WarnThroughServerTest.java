package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.outbox.MailServer;
import tidtam.app.outbox.MailServer.Stage;
import tidtam.app.outbox.SmtpTransport.Security;

class WarnThroughServerTest {
    private static final LocalDate TUESDAY = LocalDate.of(2023, 5, 2);
    private static final String FINANCE = "klang@example.go.th";

    @TempDir
    private Path folder;

    private MailServer server;
    private WarnOffice office;

    @BeforeEach
    void open() {
        server = MailServer.with(Security.NONE);
        office = new WarnOffice(folder).sample().settings("""
                        warnings:
                          from: tidtam@example.go.th
                          fall-back: saraban@example.go.th
                          server: {host: localhost, security: none, port: %d}
                        divisions:
                          - {name: กองคลัง, email: klang@example.go.th, copies: [deputy@example.go.th]}
                          - {name: กองช่าง, email: chang@example.go.th}
                        """.formatted(server.port()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_head_and_the_copies_get_one_mail_in_seven_bits() {
        Run run = office.warn(TUESDAY);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("deputy@example.go.th, klang@example.go.th", "250 taken");
        assertThat(server.received())
                .anySatisfy(mail -> assertThat(mail.to()).containsExactlyInAnyOrder(FINANCE, "deputy@example.go.th"))
                .allSatisfy(mail -> {
                    assertThat(mail.from()).isEqualTo("tidtam@example.go.th");
                    for (byte octet : mail.octets().bytes()) {
                        assertThat(octet).isPositive();
                    }
                });
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void what_one_address_refuses_the_others_get_and_it_is_sent_when_asked_for() {
        assertThat(office.warn(TUESDAY).exit()).isZero();
        server.recipient(FINANCE, MailServer.reply(550, "5.1.1 nobody"));
        int before = server.recipients().size();

        Run refused = office.warn(TUESDAY.plusDays(7));

        assertThat(refused.exit()).isEqualTo(Exit.UNSENT);
        assertThat(refused.out()).contains("ถูกปฏิเสธ  กองคลัง → klang@example.go.th", "550 5.1.1 nobody");
        assertThat(server.recipients().subList(before, server.recipients().size()))
                .contains("deputy@example.go.th", "chang@example.go.th")
                .doesNotContain(FINANCE);

        server.recipient(FINANCE, MailServer.usual());
        before = server.recipients().size();
        Run retry = again(TUESDAY.plusDays(7));

        assertThat(retry.exit()).as(retry.err()).isZero();
        assertThat(retry.out()).contains(FINANCE).doesNotContain("deputy@example.go.th", "กองช่าง", "ถูกปฏิเสธ");
        assertThat(server.recipients().subList(before, server.recipients().size()))
                .containsExactly(FINANCE);
        assertThat(again(TUESDAY.plusDays(7))).isEqualTo(new Run(Exit.CLEAN, "ไม่มีอีเมลที่ต้องส่ง\n", ""));
    }

    @Test
    void what_is_refused_again_when_asked_for_is_told_again() {
        server.always(Stage.RCPT, MailServer.reply(550, "5.7.1 no"));
        assertThat(office.warn(TUESDAY).exit()).isEqualTo(Exit.UNSENT);

        Run retry = again(TUESDAY);

        assertThat(retry.exit()).isEqualTo(Exit.UNSENT);
        assertThat(retry.out()).contains("ถูกปฏิเสธ", FINANCE, "deputy@example.go.th", "550 5.7.1 no");
        assertThat(server.received()).isEmpty();
    }

    private Run again(LocalDate day) {
        return office.run(day, "warn", "--retry", "--config", office.settings().toString());
    }
}
