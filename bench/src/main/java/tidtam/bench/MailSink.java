package tidtam.bench;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on this machine that takes every message and counts them: writes its port into a file, then, each time one has come, how
 * many there were and over how many connections into another.
 */
final class MailSink {
    private MailSink() {}

    public static void main(String[] args) throws Exception {
        Path port = Path.of(args[0]);
        Path count = Path.of(args[1]);
        AtomicInteger messages = new AtomicInteger();
        AtomicInteger connections = new AtomicInteger();
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> write(count, messages.incrementAndGet(), connections))
                .sessionHandler(new org.subethamail.smtp.server.SessionHandler() {
                    @Override
                    public SessionAcceptance accept(org.subethamail.smtp.server.Session session) {
                        connections.incrementAndGet();
                        return SessionAcceptance.success();
                    }

                    @Override
                    public void onSessionEnd(org.subethamail.smtp.server.Session session) {}
                })
                .build();
        server.start();
        Files.writeString(port, String.valueOf(server.getPortAllocated()));
    }

    private static void write(Path count, int messages, AtomicInteger connections) {
        try {
            Files.writeString(count, messages + " messages over " + connections + " connections");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
