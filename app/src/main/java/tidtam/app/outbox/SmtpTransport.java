package tidtam.app.outbox;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import tidtam.facts.EmailAddress;

/** Carries messages to a server by SMTP (RFC 5321), all over one connection as long as the server keeps it. */
public final class SmtpTransport implements Transport {
    private static final int SERVICE_CLOSING = 421;
    private static final int TOO_LARGE = 552;
    /** How many digits a reply's code has. */
    private static final int CODE = 3;

    private final Server server;
    private final EmailAddress from;
    private final Session session;
    private Optional<Connection> connected = Optional.empty();

    /**
     * A server that takes mail.
     *
     * @param login absent where it takes mail from anyone
     * @param timeoutSeconds for each answer
     * @param sockets whom TLS trusts
     */
    public record Server(
            String host,
            int port,
            Security security,
            Optional<Login> login,
            int timeoutSeconds,
            SSLSocketFactory sockets) {}

    /** How the connection is kept from others' eyes. */
    public enum Security {
        /** It begins in the clear and must turn to TLS before anything is said. */
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }

        public int usualPort() {
            return usualPort;
        }
    }

    /** Who is let in. Its text never holds the password. */
    public record Login(String user, String password) {
        /** The password in every form in which it may come back. */
        private List<String> sent() {
            byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
            byte[] both = (user + "\0" + user + "\0" + password).getBytes(StandardCharsets.UTF_8);
            Base64.Encoder encoder = Base64.getEncoder();
            return List.of(
                    password,
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    encoder.encodeToString(bytes),
                    encoder.encodeToString(both));
        }

        @Override
        public String toString() {
            return user;
        }
    }

    /** @param from to whom servers report what they could not deliver */
    public SmtpTransport(Server server, EmailAddress from) {
        this.server = server;
        this.from = from;
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        String timeout = String.valueOf(server.timeoutSeconds() * 1000L);
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.from", from.sent());
        properties.put("mail.smtp.localhost", from.domain());
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", server.sockets());
        // Else what these sockets refuse is tried again with others.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        boolean start = server.security() == Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(start));
        properties.put("mail.smtp.starttls.required", String.valueOf(start));
        return properties;
    }

    @Override
    public Map<String, Result> carry(
            String id, String label, byte[] mime, List<String> addresses, Runnable beforeContent) throws Unavailable {
        boolean reused = connected.isPresent();
        Attempt attempt = attempt(mime, addresses, beforeContent);
        // A server may close a connection at any time: that a message met with it says nothing of the message.
        return reused && attempt.closed() && !attempt.began()
                ? attempt(mime, addresses, beforeContent).results()
                : attempt.results();
    }

    /**
     * @param closed whether the server went away, or said that it does
     * @param began whether the content had begun to leave
     */
    private record Attempt(Map<String, Result> results, boolean closed, boolean began) {}

    private Attempt attempt(byte[] mime, List<String> addresses, Runnable beforeContent) throws Unavailable {
        Connection connection = connection();
        connection.begin(beforeContent);
        Map<String, Result> results = new LinkedHashMap<>();
        try {
            connection.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mime)),
                    addresses.stream().map(Mail::address).toArray(Address[]::new));
            String reply = connection.getLastServerResponse();
            addresses.forEach(address -> results.put(address, new Result(Result.Kind.TAKEN, reply)));
            return new Attempt(results, false, true);
        } catch (MessagingException e) {
            Failure failure = new Failure(e, connection.began());
            addresses.forEach(address -> results.put(address, failure.result(address)));
            if (failure.closed() || !connection.isConnected()) {
                close();
            }
            if (failure.ofSender()) {
                throw new Unavailable(at(failure.reply), e);
            }
            return new Attempt(results, failure.closed(), connection.began());
        }
    }

    private Connection connection() throws Unavailable {
        if (connected.isPresent()) {
            return connected.get();
        }
        Connection connection = new Connection(session);
        try {
            if (server.login().isPresent()) {
                Login login = server.login().get();
                connection.connect(server.host(), server.port(), login.user(), login.password());
            } else {
                connection.connect(server.host(), server.port(), null, null);
            }
        } catch (AuthenticationFailedException e) {
            // Without its cause, which may hold what must not be shown.
            throw new Unavailable(at(withoutSecrets(Failure.said(e))));
        } catch (MessagingException e) {
            throw new Unavailable(at(Failure.said(e)), e);
        }
        connected = Optional.of(connection);
        return connection;
    }

    private String at(String reply) {
        return server.host() + ":" + server.port() + ": " + reply;
    }

    /** There are servers that repeat what they do not understand: of their replies only the code is kept. */
    private String withoutSecrets(String reply) {
        return server.login().stream().flatMap(login -> login.sent().stream()).anyMatch(reply::contains)
                ? reply.substring(0, Math.min(reply.length(), CODE))
                : reply;
    }

    @Override
    public void close() {
        connected.ifPresent(connection -> {
            try {
                connection.close();
            } catch (MessagingException e) {
                // The server went away first; what it had answered before stands.
            }
        });
        connected = Optional.empty();
    }

    /** Tells when the content begins to leave. */
    private static final class Connection extends SMTPTransport {
        private Runnable beforeContent = () -> {};
        private boolean began;

        Connection(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        void begin(Runnable next) {
            beforeContent = next;
            began = false;
        }

        boolean began() {
            return began;
        }

        @Override
        protected OutputStream data() throws MessagingException {
            beforeContent.run();
            OutputStream content = super.data();
            began = true;
            return content;
        }
    }

    /** What an exception of the library says of each mailbox. */
    private static final class Failure {
        private final Map<String, Integer> codes = new HashMap<>();
        private final Map<String, String> replies = new HashMap<>();
        private final boolean began;
        private final String reply;
        private int code = -1;
        private String command = "";

        Failure(MessagingException thrown, boolean began) {
            this.began = began;
            reply = said(thrown);
            for (Exception e = thrown; e instanceof MessagingException next; e = next.getNextException()) {
                if (e instanceof SMTPAddressFailedException refused) {
                    codes.put(refused.getAddress().getAddress(), refused.getReturnCode());
                    replies.put(refused.getAddress().getAddress(), said(refused));
                } else if (e instanceof SMTPSendFailedException refused && code < 0) {
                    code = refused.getReturnCode();
                    command = refused.getCommand();
                }
                if (e instanceof SendFailedException sent && sent.getValidSentAddresses() != null) {
                    for (Address taken : sent.getValidSentAddresses()) {
                        codes.putIfAbsent(((InternetAddress) taken).getAddress(), 250);
                    }
                }
            }
        }

        private static String said(MessagingException e) {
            Exception cause = e.getNextException() instanceof IOException broken ? broken : e;
            String said = Optional.ofNullable(cause.getMessage()).orElseGet(cause::toString);
            return said.equals("[EOF]") ? "connection closed" : said;
        }

        /** Whether the connection is of no use any more. */
        boolean closed() {
            // Where each recipient was refused there is no answer to the message, and no command that it would be to.
            boolean whole = codes.isEmpty() || !command.isEmpty();
            return (whole && closed(code)) || codes.values().stream().anyMatch(Failure::closed);
        }

        private static boolean closed(int code) {
            return code < 0 || code == SERVICE_CLOSING;
        }

        /** Whether the server takes nothing of this sender, whatever it is and to whom. */
        boolean ofSender() {
            return command.startsWith("MAIL ") && code >= 500 && code != TOO_LARGE;
        }

        Result result(String address) {
            int own = codes.getOrDefault(address, code);
            String said = replies.getOrDefault(address, reply);
            if (own < 0) {
                return new Result(began ? Result.Kind.UNKNOWN : Result.Kind.NOT_NOW, said);
            } else if (own < 300) {
                return new Result(Result.Kind.TAKEN, said);
            }
            return new Result(own < 500 ? Result.Kind.NOT_NOW : Result.Kind.REFUSED, said);
        }
    }
}
