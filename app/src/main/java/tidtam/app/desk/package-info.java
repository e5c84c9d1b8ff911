/**
 * The auditor's desk: pages in the browser, made on the server, for reviewing findings and deciding about them.
 *
 * <p>Start with {@code Desk}, which serves them, and {@link tidtam.app.desk.Office}, all that it asks of the program around it. Every route
 * says which roles may use it; a division's head sees the division's own items and nothing else. Pages hold no script without a nonce and
 * work without scripts.
 */
@NullMarked
package tidtam.app.desk;

import org.jspecify.annotations.NullMarked;
