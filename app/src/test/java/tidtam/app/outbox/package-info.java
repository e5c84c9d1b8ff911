/** The outbox with a real database, and its transport with a real server. */
@NullMarked
package tidtam.app.outbox;

import org.jspecify.annotations.NullMarked;
