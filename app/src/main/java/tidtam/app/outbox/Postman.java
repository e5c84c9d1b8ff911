package tidtam.app.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Carries what is open in an outbox, and tries again what was not taken, each time after twice as long. */
public final class Postman {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 13;
    private static final int LONGEST_REPLY = 300;

    private final Outbox outbox;
    private final Transport transport;
    private final Clock clock;
    private final RandomGenerator random;
    private final Waiting waiting;
    private final Runnable step;

    /** Lets time pass. */
    public interface Waiting {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * @param random spreads the waits of several programs
     * @param step called when a message was tried
     */
    public Postman(
            Outbox outbox, Transport transport, Clock clock, RandomGenerator random, Waiting waiting, Runnable step) {
        this.outbox = outbox;
        this.transport = transport;
        this.clock = clock;
        this.random = random;
        this.waiting = waiting;
        this.step = step;
    }

    /**
     * Carries everything that can be carried now, waiting for what has to be tried again as long as patience lasts.
     *
     * @param patience how long from now on a wait may end; what waits longer is left to another run
     * @return why nothing could be carried, if nothing could in the end
     */
    public Optional<String> carry(Duration patience) {
        outbox.recover(clock.instant());
        Instant end = clock.instant().plus(patience);
        while (true) {
            Optional<String> unavailable = round();
            Optional<Instant> next = outbox.nextDue();
            if (next.isEmpty() || next.get().isAfter(end)) {
                return unavailable;
            }
            try {
                Duration wait = Duration.between(clock.instant(), next.get());
                if (!wait.isNegative()) {
                    waiting.sleep(wait.plusMillis(1));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unavailable;
            }
        }
    }

    private Optional<String> round() {
        List<Outbox.Open> open = outbox.open(clock.instant());
        for (int i = 0; i < open.size(); i++) {
            try {
                carry(open.get(i));
            } catch (Transport.Unavailable e) {
                String reply = line(e.reply());
                // All of them wait alike, lest each tries the server by itself.
                Instant due = due(open.get(i));
                open.subList(i, open.size()).forEach(message -> later(message, message.addresses(), reply, due));
                return Optional.of(reply);
            }
            step.run();
        }
        return Optional.empty();
    }

    private void carry(Outbox.Open message) throws Transport.Unavailable {
        String id = message.message();
        Map<String, Transport.Result> results = transport.carry(
                id,
                message.label(),
                outbox.mime(id),
                message.addresses(),
                () -> outbox.mark(id, message.addresses(), Outbox.State.SENDING, "", clock.instant()));
        Map<Transport.Result, List<String>> alike = new LinkedHashMap<>();
        results.forEach((address, result) ->
                alike.computeIfAbsent(result, none -> new ArrayList<>()).add(address));
        alike.forEach((result, addresses) -> {
            String reply = line(result.reply());
            switch (result.kind()) {
                case TAKEN -> outbox.mark(id, addresses, Outbox.State.SENT, reply, clock.instant());
                case REFUSED -> outbox.mark(id, addresses, Outbox.State.FAILED, reply, clock.instant());
                case NOT_NOW -> later(message, addresses, reply, due(message));
                case UNKNOWN ->
                    outbox.mark(id, addresses, Outbox.State.UNCERTAIN, reply, due(message), clock.instant());
            }
        });
    }

    private Instant due(Outbox.Open message) {
        return clock.instant().plus(wait(message.attempts()));
    }

    private void later(Outbox.Open message, List<String> addresses, String reply, Instant due) {
        outbox.mark(message.message(), addresses, Outbox.State.PENDING, reply, due, clock.instant());
    }

    private Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        return Duration.ofMillis((long) (bounded.toMillis() * random.nextDouble(0.5, 1.0)));
    }

    /** What a server says is foreign: one line, not too long. */
    private static String line(String reply) {
        String line = reply.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_REPLY ? line.substring(0, LONGEST_REPLY) + "…" : line;
    }
}
