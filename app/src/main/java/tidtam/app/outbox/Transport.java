package tidtam.app.outbox;

import java.util.List;
import java.util.Map;

/** What carries messages. Not for several threads. */
public interface Transport extends AutoCloseable {
    /**
     * Carries a message to some mailboxes.
     *
     * @param id the message's, without angle brackets
     * @param label what it is about, for a person
     * @param beforeContent called just before the message's content leaves; what it throws stops the message
     * @return what became of it, for each of the addresses
     * @throws Unavailable where nothing can be carried at the moment
     */
    Map<String, Result> carry(String id, String label, byte[] mime, List<String> addresses, Runnable beforeContent)
            throws Unavailable;

    @Override
    void close();

    /**
     * What became of a message for one mailbox.
     *
     * @param reply what the other side said, on one line
     */
    record Result(Kind kind, String reply) {
        /** What is to be done next. */
        public enum Kind {
            TAKEN,
            /** Not taken now; perhaps later. */
            NOT_NOW,
            /** Never. */
            REFUSED,
            /** The other side went away after the content and before its answer. */
            UNKNOWN
        }
    }

    /** Nothing can be carried: the server does not answer, or lets no one in. */
    final class Unavailable extends Exception {
        private final String reply;

        public Unavailable(String reply) {
            super(reply);
            this.reply = reply;
        }

        public Unavailable(String reply, Throwable cause) {
            super(reply, cause);
            this.reply = reply;
        }

        /** What the other side said, or what kept it from saying anything. */
        public String reply() {
            return reply;
        }
    }
}
