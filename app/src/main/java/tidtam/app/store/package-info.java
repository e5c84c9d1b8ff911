/**
 * The embedded database of a data folder: opened, brought up to date, shared by threads and programs.
 *
 * <p>Start with {@link tidtam.app.store.Database}. Its tables belong to the packages that use them: mails to {@link tidtam.app.outbox}, runs
 * and decisions to {@link tidtam.app.history}, accounts to {@link tidtam.app.desk}, jobs to
 * {@link tidtam.app.schedule}. SQLite in WAL mode with full
 * synchronisation: what was committed outlives the program and the machine, readers never wait for a writer, and writers take turns.
 */
@NullMarked
package tidtam.app.store;

import org.jspecify.annotations.NullMarked;
