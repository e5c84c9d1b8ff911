/**
 * Mails on their way: kept in the embedded database of a data folder until each recipient has them, then kept to show who was told what.
 *
 * <p>Start with {@link tidtam.app.outbox.Outbox}, which takes decisions and messages in one transaction, and {@link
 * tidtam.app.outbox.Postman}, which carries what is open by a {@link tidtam.app.outbox.Transport}.
 *
 * <p>A mail is never lost, because it is written with the decision that it goes out and leaves the open ones only when its recipient's
 * server has taken it or refused it for good. It is never doubled in silence: what was under way when the program died is marked and sent
 * again under the same Message-ID, by which mail programs and people know it. This package knows no words, no clock and no settings: it is
 * given all three.
 */
@NullMarked
package tidtam.app.outbox;

import org.jspecify.annotations.NullMarked;
