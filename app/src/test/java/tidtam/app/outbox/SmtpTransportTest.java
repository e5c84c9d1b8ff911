package tidtam.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.RejectException;
import tidtam.app.outbox.MailServer.Stage;
import tidtam.app.outbox.SmtpTransport.Login;
import tidtam.app.outbox.SmtpTransport.Security;
import tidtam.app.outbox.SmtpTransport.Server;
import tidtam.app.outbox.Transport.Result;
import tidtam.app.outbox.Transport.Result.Kind;
import tidtam.app.outbox.Transport.Unavailable;
import tidtam.facts.EmailAddress;

class SmtpTransportTest {
    private static final EmailAddress FROM = new EmailAddress("tidtam@example.go.th");
    private static final String CLERK = "clerk@example.go.th";
    private static final String HEAD = "head@example.go.th";
    private static final String PASSWORD = "รหัส-pass+word";
    private static final byte[] MIME =
            "From: tidtam@example.go.th\r\nMessage-ID: <1@example.go.th>\r\n\r\n.dots\r\n..\r\nend\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final List<AutoCloseable> open = new ArrayList<>();
    private int contents;

    @AfterEach
    void close() throws Exception {
        // The client first: it says goodbye.
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void delivers_the_same_octets_in_each_mode(Security security) throws Exception {
        MailServer server = opened(MailServer.with(security));

        Map<String, Result> results = send(client(server, security), CLERK, HEAD);

        assertThat(results).containsOnlyKeys(CLERK, HEAD);
        assertThat(results.values()).extracting(Result::kind).containsOnly(Kind.TAKEN);
        assertThat(results.values()).extracting(Result::reply).allMatch(reply -> reply.startsWith("250 taken"));
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).from()).isEqualTo(FROM.text());
        assertThat(server.received().get(0).to()).containsExactly(CLERK, HEAD);
        assertThat(server.received().get(0).octets().bytes()).isEqualTo(MIME);
    }

    @ParameterizedTest
    @EnumSource
    void logs_in_in_each_mode(Security security) throws Exception {
        MailServer server = opened(MailServer.with(security, "ผู้ส่ง", PASSWORD));

        send(client(server, security, "ผู้ส่ง", PASSWORD), CLERK);

        assertThat(server.recipients()).containsExactly(CLERK);
    }

    @Test
    void a_server_without_starttls_gets_nothing_where_it_is_required() {
        MailServer server = opened(MailServer.with(Security.NONE, "tidtam", PASSWORD));

        Unavailable thrown = unavailable(client(server, Security.STARTTLS, "tidtam", PASSWORD));

        assertThat(thrown.reply()).contains("localhost:" + server.port(), "STARTTLS");
        assertThat(server.reached(Stage.AUTH)).isFalse();
        assertThat(server.reached(Stage.MAIL)).isFalse();
    }

    @Test
    void a_server_without_tls_gets_nothing_where_it_is_required() {
        MailServer server = opened(MailServer.with(Security.NONE));

        assertThat(unavailable(client(server, Security.TLS)).reply()).contains("localhost:" + server.port());
        assertThat(server.reached(Stage.EHLO)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_certificate_that_nobody_vouches_for_is_refused(Security security) {
        MailServer server = opened(MailServer.with(security, "tidtam", PASSWORD));
        SmtpTransport client = opened(new SmtpTransport(
                new Server(
                        "localhost",
                        server.port(),
                        security,
                        Optional.of(new Login("tidtam", PASSWORD)),
                        5,
                        (SSLSocketFactory) SSLSocketFactory.getDefault()),
                FROM));

        assertThat(unavailable(client).reply()).contains("certification path");
        assertThat(server.reached(Stage.AUTH)).isFalse();
        assertThat(server.reached(Stage.MAIL)).isFalse();
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_certificate_for_another_host_is_refused(Security security) {
        MailServer server = opened(MailServer.with(security, "tidtam", PASSWORD));
        SmtpTransport client = opened(new SmtpTransport(
                new Server(
                        "127.0.0.1",
                        server.port(),
                        security,
                        Optional.of(new Login("tidtam", PASSWORD)),
                        5,
                        SelfSigned.get().trusting().getSocketFactory()),
                FROM));

        assertThat(unavailable(client).reply()).contains("127.0.0.1");
        assertThat(server.reached(Stage.AUTH)).isFalse();
        assertThat(server.reached(Stage.MAIL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "PLAIN"})
    void a_wrong_password_lets_nothing_through_and_is_not_said(String mechanism) {
        MailServer server = opened(MailServer.with(Security.STARTTLS, "tidtam", PASSWORD, mechanism));

        Unavailable thrown = unavailable(client(server, Security.STARTTLS, "tidtam", "wrong" + PASSWORD));

        assertThat(thrown.reply()).contains("535");
        assertThat(thrown.reply()).doesNotContain(secrets("tidtam", "wrong" + PASSWORD));
        assertThat(server.reached(Stage.MAIL)).isFalse();
    }

    @Test
    void a_server_that_repeats_the_password_is_not_quoted() {
        MailServer server = opened(MailServer.with(Security.STARTTLS, "tidtam", PASSWORD, "PLAIN"))
                .always(Stage.AUTH, (session, line) -> {
                    throw new RejectException(500, "5.5.2 not understood: " + line + " " + PASSWORD);
                });

        Unavailable thrown = unavailable(client(server, Security.STARTTLS, "tidtam", PASSWORD));

        assertThat(thrown.reply()).endsWith(": 500");
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(secrets("tidtam", PASSWORD));
        }
    }

    @Test
    void a_server_that_wants_a_login_and_gets_none_takes_nothing_now() {
        MailServer server = opened(MailServer.with(Security.NONE, "tidtam", PASSWORD));

        assertThat(unavailable(client(server, Security.NONE)).reply()).contains("530");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_sender_that_a_server_refuses_concerns_every_message() {
        MailServer server =
                opened(MailServer.with(Security.NONE)).always(Stage.MAIL, MailServer.reply(553, "5.7.1 not yours"));

        assertThat(unavailable(client(server, Security.NONE)).reply()).contains("553 5.7.1 not yours");
    }

    @Test
    void a_message_that_is_too_large_is_refused_and_the_next_is_taken() throws Exception {
        MailServer server =
                opened(MailServer.with(Security.NONE)).next(Stage.MAIL, MailServer.reply(552, "5.3.4 too large"));
        SmtpTransport client = client(server, Security.NONE);

        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .isEqualTo(new Result(Kind.REFUSED, "552 5.3.4 too large\n"));
        assertThat(send(client, HEAD))
                .extractingByKey(HEAD)
                .extracting(Result::kind)
                .isEqualTo(Kind.TAKEN);
    }

    @Test
    void a_recipient_that_is_not_taken_keeps_it_from_no_other() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .recipient("full@example.go.th", MailServer.reply(452, "4.2.2 full"))
                .recipient("gone@example.go.th", MailServer.reply(550, "5.1.1 nobody"))
                .recipient("odd@example.go.th", MailServer.reply(521, "5.3.2 never"))
                .recipient("busy@example.go.th", MailServer.reply(471, "4.7.1 later"));

        Map<String, Result> results = send(
                client(server, Security.NONE),
                "full@example.go.th",
                CLERK,
                "gone@example.go.th",
                "odd@example.go.th",
                HEAD,
                "busy@example.go.th");

        assertThat(results).hasSize(6);
        assertThat(results.get(CLERK)).extracting(Result::kind).isEqualTo(Kind.TAKEN);
        assertThat(results.get(HEAD)).extracting(Result::kind).isEqualTo(Kind.TAKEN);
        assertThat(results.get("full@example.go.th")).isEqualTo(new Result(Kind.NOT_NOW, "452 4.2.2 full\n"));
        assertThat(results.get("busy@example.go.th")).isEqualTo(new Result(Kind.NOT_NOW, "471 4.7.1 later\n"));
        assertThat(results.get("gone@example.go.th")).isEqualTo(new Result(Kind.REFUSED, "550 5.1.1 nobody\n"));
        assertThat(results.get("odd@example.go.th")).isEqualTo(new Result(Kind.REFUSED, "521 5.3.2 never\n"));
        assertThat(server.recipients()).containsExactly(CLERK, HEAD);
        assertThat(contents).isEqualTo(1);
    }

    @Test
    void no_content_leaves_where_no_recipient_is_taken() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .recipient(CLERK, MailServer.reply(451, "4.3.0 later"))
                .recipient(HEAD, MailServer.reply(550, "5.1.1 nobody"));
        SmtpTransport client = client(server, Security.NONE);

        Map<String, Result> results = send(client, CLERK, HEAD);

        assertThat(results.get(CLERK)).isEqualTo(new Result(Kind.NOT_NOW, "451 4.3.0 later\n"));
        assertThat(results.get(HEAD)).isEqualTo(new Result(Kind.REFUSED, "550 5.1.1 nobody\n"));
        assertThat(contents).isZero();
        assertThat(server.reached(Stage.DATA)).isFalse();
        send(client, "other@example.go.th");
        assertThat(server.recipients()).containsExactly("other@example.go.th");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void a_content_that_is_refused_is_refused_for_all_but_who_had_an_own_answer() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .recipient("full@example.go.th", MailServer.reply(452, "4.2.2 full"))
                .next(Stage.CONTENT, MailServer.reply(554, "5.7.1 looks like junk"));
        SmtpTransport client = client(server, Security.NONE);

        Map<String, Result> results = send(client, CLERK, "full@example.go.th", HEAD);

        assertThat(results.get(CLERK)).isEqualTo(new Result(Kind.REFUSED, "554 5.7.1 looks like junk\n"));
        assertThat(results.get(HEAD)).isEqualTo(new Result(Kind.REFUSED, "554 5.7.1 looks like junk\n"));
        assertThat(results.get("full@example.go.th")).isEqualTo(new Result(Kind.NOT_NOW, "452 4.2.2 full\n"));
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATA", "CONTENT"})
    void a_content_that_is_not_taken_now_is_taken_later_over_the_same_connection(Stage stage) throws Exception {
        MailServer server =
                opened(MailServer.with(Security.NONE)).next(stage, MailServer.reply(451, "4.7.1 greylisted"));
        SmtpTransport client = client(server, Security.NONE);

        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .isEqualTo(new Result(Kind.NOT_NOW, "451 4.7.1 greylisted\n"));
        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .extracting(Result::kind)
                .isEqualTo(Kind.TAKEN);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void a_connection_that_breaks_before_the_content_leaves_the_message_for_later(Stage stage) throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE)).next(stage, MailServer.hangUp());

        Map<String, Result> results = send(client(server, Security.NONE), CLERK, HEAD);

        assertThat(results.values()).extracting(Result::kind).containsExactly(Kind.NOT_NOW, Kind.NOT_NOW);
        assertThat(server.received()).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void a_connection_in_use_that_breaks_before_the_content_is_opened_again_once(Stage stage) throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE)).next(stage, MailServer.usual(), MailServer.hangUp());
        SmtpTransport client = client(server, Security.NONE);

        send(client, CLERK);
        Map<String, Result> results = send(client, HEAD);

        assertThat(results).extractingByKey(HEAD).extracting(Result::kind).isEqualTo(Kind.TAKEN);
        assertThat(server.recipients()).containsExactly(CLERK, HEAD);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void a_connection_in_use_that_the_server_ends_with_421_is_opened_again_once(Stage stage) throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .next(stage, MailServer.usual(), MailServer.reply(421, "4.3.2 going down"));
        SmtpTransport client = client(server, Security.NONE);

        send(client, CLERK);
        Map<String, Result> results = send(client, HEAD);

        assertThat(results).extractingByKey(HEAD).extracting(Result::kind).isEqualTo(Kind.TAKEN);
        assertThat(server.recipients()).containsExactly(CLERK, HEAD);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 550})
    void a_connection_that_breaks_between_recipients_is_opened_again_once(int first) throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE)).next(Stage.RCPT, MailServer.usual());
        SmtpTransport client = client(server, Security.NONE);
        send(client, CLERK);
        server.next(Stage.RCPT, first == 250 ? MailServer.usual() : MailServer.reply(first, "no"), MailServer.hangUp());

        Map<String, Result> results = send(client, CLERK, HEAD);

        assertThat(results.values()).extracting(Result::kind).containsExactly(Kind.TAKEN, Kind.TAKEN);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_connection_that_breaks_where_one_recipient_was_refused_is_opened_again_once() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .recipient(HEAD, MailServer.reply(550, "5.1.1 nobody"))
                .next(Stage.DATA, MailServer.usual(), MailServer.hangUp());
        SmtpTransport client = client(server, Security.NONE);

        send(client, CLERK);
        Map<String, Result> results = send(client, HEAD, CLERK);

        assertThat(results.values()).extracting(Result::kind).containsExactly(Kind.REFUSED, Kind.TAKEN);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_new_connection_that_breaks_as_well_is_not_tried_a_third_time() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE))
                .next(Stage.MAIL, MailServer.usual(), MailServer.hangUp(), MailServer.hangUp());
        SmtpTransport client = client(server, Security.NONE);

        send(client, CLERK);

        assertThat(send(client, HEAD))
                .extractingByKey(HEAD)
                .extracting(Result::kind)
                .isEqualTo(Kind.NOT_NOW);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_connection_that_breaks_after_the_content_leaves_it_open_whether_it_arrived() throws Exception {
        MailServer server =
                opened(MailServer.with(Security.NONE)).next(Stage.CONTENT, MailServer.usual(), MailServer.hangUp());
        SmtpTransport client = client(server, Security.NONE);

        send(client, CLERK);
        Map<String, Result> results = send(client, CLERK, HEAD);

        assertThat(results.values()).extracting(Result::kind).containsExactly(Kind.UNKNOWN, Kind.UNKNOWN);
        assertThat(server.connections()).as("not sent again unasked").isEqualTo(1);
        assertThat(send(client, HEAD))
                .extractingByKey(HEAD)
                .extracting(Result::kind)
                .isEqualTo(Kind.TAKEN);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_content_that_is_answered_with_421_was_not_taken() throws Exception {
        MailServer server =
                opened(MailServer.with(Security.NONE)).next(Stage.CONTENT, MailServer.reply(421, "4.3.2 going down"));
        SmtpTransport client = client(server, Security.NONE);

        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .isEqualTo(new Result(Kind.NOT_NOW, "421 4.3.2 going down\n"));
        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .extracting(Result::kind)
                .isEqualTo(Kind.TAKEN);
    }

    @Test
    void a_server_that_is_busy_from_the_start_takes_nothing_now() {
        MailServer server = opened(MailServer.with(Security.NONE))
                .always(Stage.CONNECT, MailServer.reply(421, "4.7.0 too many connections"));

        assertThat(unavailable(client(server, Security.NONE)).reply()).contains("421 4.7.0 too many connections");
    }

    @Test
    void a_port_where_nobody_listens_takes_nothing_now() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        SmtpTransport client = opened(
                new SmtpTransport(new Server("localhost", port, Security.NONE, Optional.empty(), 5, trusting()), FROM));

        assertThat(unavailable(client).reply()).contains("localhost:" + port);
    }

    @Test
    void a_server_that_does_not_greet_takes_nothing_now() {
        MailServer server = opened(MailServer.with(Security.NONE));
        server.always(Stage.CONNECT, server.silence());

        assertThat(unavailable(client(server, Security.NONE)).reply()).contains("localhost:" + server.port());
    }

    @ParameterizedTest
    @EnumSource(names = {"MAIL", "RCPT", "DATA"})
    void a_server_that_stops_answering_before_the_content_is_tried_later(Stage stage) throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE));
        server.next(stage, server.silence());
        SmtpTransport client = client(server, Security.NONE);

        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .extracting(Result::kind)
                .isEqualTo(Kind.NOT_NOW);
        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .extracting(Result::kind)
                .isEqualTo(Kind.TAKEN);
    }

    @Test
    void a_server_that_does_not_answer_the_content_leaves_it_open_whether_it_arrived() throws Exception {
        MailServer server = opened(MailServer.with(Security.NONE));
        server.next(Stage.CONTENT, server.silence());
        SmtpTransport client = client(server, Security.NONE);

        assertThat(send(client, CLERK))
                .extractingByKey(CLERK)
                .extracting(Result::kind)
                .isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void what_is_thrown_before_the_content_stops_the_message() {
        MailServer server = opened(MailServer.with(Security.NONE));
        SmtpTransport client = client(server, Security.NONE);

        IllegalStateException thrown = catchThrowableOfType(
                IllegalStateException.class,
                () -> client.carry("1@example.go.th", "", MIME, List.of(CLERK), () -> {
                    throw new IllegalStateException("the database is locked");
                }));
        client.close();

        assertThat(thrown).hasMessage("the database is locked");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void many_messages_share_one_connection() throws Exception {
        MailServer server = opened(MailServer.with(Security.STARTTLS, "tidtam", PASSWORD));
        SmtpTransport client = client(server, Security.STARTTLS, "tidtam", PASSWORD);

        for (int i = 0; i < 50; i++) {
            send(client, "head" + i + "@example.go.th");
        }

        assertThat(server.recipients()).hasSize(50).doesNotHaveDuplicates();
        assertThat(server.connections()).isEqualTo(1);
        assertThat(contents).isEqualTo(50);
    }

    @Test
    void a_login_does_not_tell_its_password() {
        assertThat(new Login("tidtam", PASSWORD)).asString().isEqualTo("tidtam");
        assertThat(new Server("a", 1, Security.NONE, Optional.of(new Login("tidtam", PASSWORD)), 1, trusting()))
                .asString()
                .doesNotContain(PASSWORD);
    }

    private Map<String, Result> send(SmtpTransport client, String... addresses) throws Unavailable {
        return client.carry("1@example.go.th", "", MIME, List.of(addresses), () -> contents++);
    }

    private Unavailable unavailable(SmtpTransport client) {
        Unavailable thrown = catchThrowableOfType(Unavailable.class, () -> send(client, CLERK));
        assertThat(thrown).isNotNull();
        assertThat(contents).isZero();
        return Objects.requireNonNull(thrown);
    }

    private SmtpTransport client(MailServer server, Security security) {
        return client(server, security, Optional.empty());
    }

    private SmtpTransport client(MailServer server, Security security, String user, String password) {
        return client(server, security, Optional.of(new Login(user, password)));
    }

    private SmtpTransport client(MailServer server, Security security, Optional<Login> login) {
        return opened(new SmtpTransport(new Server("localhost", server.port(), security, login, 1, trusting()), FROM));
    }

    private static SSLSocketFactory trusting() {
        return SelfSigned.get().trusting().getSocketFactory();
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    /** The password, and what it looks like on its way. */
    private static String[] secrets(String user, String password) {
        return new String[] {
            password,
            base64(password),
            base64("\0" + user + "\0" + password),
            base64(user + "\0" + user + "\0" + password)
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
