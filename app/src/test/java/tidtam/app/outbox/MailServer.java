package tidtam.app.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.LoginAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.MultipleAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandException;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;
import tidtam.app.outbox.SmtpTransport.Security;
import tidtam.app.store.Octets;

/** A mail server on a free port of this machine that takes everything, unless it is told to act otherwise at some stage. */
public final class MailServer implements AutoCloseable {
    private static final int LONGEST_SILENCE_SECONDS = 60;

    private final SMTPServer server;
    private final Map<Stage, Deque<Act>> next = new EnumMap<>(Stage.class);
    private final Map<Stage, Act> always = new EnumMap<>(Stage.class);
    private final Map<String, Act> recipients = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Stage> reached = EnumSet.noneOf(Stage.class);
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Where a server can act: the client's commands before they are carried out, and what is no command. */
    public enum Stage {
        CONNECT,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** The content has arrived; it is not answered. */
        CONTENT,
        /** The content has been answered. */
        ANSWERED,
        QUIT;

        private static final Set<Stage> COMMANDS = EnumSet.of(EHLO, AUTH, MAIL, RCPT, DATA, QUIT);
    }

    /** What a server does at a stage; it goes on as usual where nothing is thrown. */
    public interface Act {
        /**
         * Acts.
         *
         * @param line what the client said; empty where it said nothing
         */
        void on(Session session, String line) throws RejectException, IOException;
    }

    /** A message that arrived in full and was not refused, whether or not the client was told so. */
    public record Received(String from, List<String> to, Octets octets) {}

    private MailServer(Security security, List<String> mechanisms, UsernamePasswordValidator validator) {
        SMTPServer.Builder builder = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .connectionTimeout(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS)
                .sessionHandler(new Accepting())
                .messageHandlerFactory(Taking::new);
        if (!mechanisms.isEmpty()) {
            builder.authenticationHandlerFactory(logins(mechanisms, validator)).requireAuth();
        }
        if (security == Security.STARTTLS) {
            builder.startTlsSocketFactory(SelfSigned.get().shown()).requireTLS();
        } else if (security == Security.TLS) {
            builder.serverSocketFactory(SelfSigned.get().shown());
        }
        server = builder.build();
        CommandHandler commands = server.getCommandHandler();
        Stage.COMMANDS.forEach(stage -> commands.addCommand(new Acting(stage, commands.getCommand(stage.name()))));
        server.start();
    }

    /** A server that lets anyone in. */
    public static MailServer with(Security security) {
        return new MailServer(security, List.of(), (user, password, context) -> {});
    }

    /** A server that lets one user in. */
    public static MailServer with(Security security, String user, String password, String... mechanisms) {
        List<String> offered = mechanisms.length == 0 ? List.of("LOGIN", "PLAIN") : List.of(mechanisms);
        return new MailServer(security, offered, (name, word, context) -> {
            if (!name.equals(user) || !word.equals(password)) {
                throw new LoginFailedException();
            }
        });
    }

    private static AuthenticationHandlerFactory logins(List<String> mechanisms, UsernamePasswordValidator validator) {
        return new MultipleAuthenticationHandlerFactory(mechanisms.stream()
                .map(mechanism -> mechanism.equals("PLAIN")
                        ? new PlainAuthenticationHandlerFactory(validator)
                        : new LoginAuthenticationHandlerFactory(validator))
                .toList());
    }

    /** Acts whenever a stage is reached. */
    public MailServer always(Stage stage, Act act) {
        synchronized (reached) {
            always.put(stage, act);
        }
        return this;
    }

    /** Acts as the next of these says each time that a stage is reached, and then as always. */
    public MailServer next(Stage stage, Act... acts) {
        synchronized (reached) {
            next.computeIfAbsent(stage, none -> new ArrayDeque<>()).addAll(List.of(acts));
        }
        return this;
    }

    /** Acts whenever a recipient is named. */
    public MailServer recipient(String address, Act act) {
        recipients.put(address, act);
        return this;
    }

    /** Answers with a code and words; 421 also closes the connection. */
    public static Act reply(int code, String words) {
        return (session, line) -> {
            if (code == 421) {
                throw new DropConnectionException(code, words);
            }
            throw new RejectException(code, words);
        };
    }

    /** Closes the connection without a word. */
    public static Act hangUp() {
        return (session, line) -> {
            session.closeSocket();
            throw new Gone();
        };
    }

    /** Goes on as usual. */
    public static Act usual() {
        return (session, line) -> {};
    }

    /** Says nothing until this server is closed. */
    public Act silence() {
        return (session, line) -> {
            try {
                closed.await(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new Gone();
        };
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** To whom messages came, in order. */
    public List<String> recipients() {
        return received.stream()
                .flatMap(message -> message.to().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public int connections() {
        return connections.get();
    }

    /** Whether a client ever came so far. */
    public boolean reached(Stage stage) {
        synchronized (reached) {
            return reached.contains(stage);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop();
    }

    private void act(Stage stage, Session session, String line) throws RejectException, IOException {
        Act act;
        synchronized (reached) {
            reached.add(stage);
            Deque<Act> acts = next.getOrDefault(stage, new ArrayDeque<>());
            act = acts.isEmpty() ? always.getOrDefault(stage, usual()) : acts.remove();
        }
        act.on(session, line);
    }

    /** The connection is closed: there is nobody to answer. */
    private static final class Gone extends RejectException {
        Gone() {
            super(554, "gone");
        }
    }

    private final class Accepting implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            connections.incrementAndGet();
            try {
                act(Stage.CONNECT, session, "");
                return SessionAcceptance.success();
            } catch (RejectException e) {
                return SessionAcceptance.failure(e.getCode(), e.getMessage());
            } catch (IOException e) {
                return SessionAcceptance.failure(554, e.toString());
            }
        }

        @Override
        public void onSessionEnd(Session session) {}
    }

    private final class Acting implements Command {
        private final Stage stage;
        private final Command command;

        Acting(Stage stage, Command command) {
            this.stage = stage;
            this.command = command;
        }

        @Override
        public void execute(String line, Session session) throws IOException, DropConnectionException {
            try {
                act(stage, session, line);
                command.execute(line, session);
                if (stage == Stage.DATA) {
                    act(Stage.ANSWERED, session, "");
                }
            } catch (DropConnectionException e) {
                throw e;
            } catch (RejectException e) {
                session.sendResponse(e.getErrorResponse());
            }
        }

        @Override
        public HelpMessage getHelp() throws CommandException {
            return command.getHelp();
        }

        @Override
        public String getName() {
            return command.getName();
        }
    }

    private final class Taking implements MessageHandler {
        private final Session session;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Taking(MessageContext context) {
            this.session = (Session) context;
        }

        @Override
        public void from(String address) {
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            try {
                recipients
                        .getOrDefault(address.toLowerCase(Locale.ROOT), usual())
                        .on(session, address);
            } catch (IOException e) {
                throw new RejectException(451, e.toString());
            }
            to.add(address);
        }

        @Override
        public String data(InputStream in) throws RejectException, IOException {
            Received message = new Received(from, List.copyOf(to), new Octets(in.readAllBytes()));
            try {
                act(Stage.CONTENT, session, "");
            } catch (Gone e) {
                received.add(message);
                throw e;
            }
            received.add(message);
            return "taken";
        }

        @Override
        public void done() {}
    }
}
