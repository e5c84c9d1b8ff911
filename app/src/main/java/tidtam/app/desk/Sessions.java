package tidtam.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is signed in. Kept in memory only: when the program ends, so do all sessions. */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);
    /** A clock that is set back by more ends all sessions, so that it makes none longer. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    /**
     * One of them.
     *
     * @param id what the cookie holds
     * @param form what every form that is posted holds
     */
    record Session(String id, String form, long account, Instant begun) {}

    private final Tokens tokens;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Instant> seen = new HashMap<>();
    private Instant latest = Instant.EPOCH;

    Sessions(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Begins one, under an id that nobody has seen before. */
    synchronized Session begin(long account, Instant now) {
        tidy(now);
        Session session = new Session(tokens.next(), tokens.next(), account, now);
        sessions.put(session.id(), session);
        seen.put(session.id(), now);
        return session;
    }

    /** The session of that id, which is not idle now. */
    synchronized Optional<Session> find(String id, Instant now) {
        tidy(now);
        Optional<Session> session = Optional.ofNullable(sessions.get(id));
        session.ifPresent(one -> seen.put(id, now));
        return session;
    }

    private void tidy(Instant now) {
        if (now.isBefore(latest.minus(SET_BACK))) {
            sessions.clear();
            latest = now;
        }
        latest = now.isAfter(latest) ? now : latest;
        sessions.values()
                .removeIf(one -> !latest.isBefore(one.begun().plus(LONGEST))
                        || !latest.isBefore(
                                seen.getOrDefault(one.id(), one.begun()).plus(IDLE)));
        seen.keySet().retainAll(sessions.keySet());
    }

    synchronized void end(String id) {
        sessions.remove(id);
    }

    /** Ends every session of an account. */
    synchronized void endAll(long account) {
        sessions.values().removeIf(one -> one.account() == account);
    }
}
