package tidtam.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database of a data folder. Many threads may use one, and several programs may have it open. Every method throws {@link
 * DatabaseException} where the database cannot be used.
 */
public final class Database implements AutoCloseable {
    public static final String FILE = "tidtam.db";
    private static final String MIGRATIONS = "classpath:tidtam/app/store/db";
    /** The newest migration that this program knows. */
    static final int VERSION = 4;

    /** How long another program may hold the database before it counts as locked. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** So many connections to read by are kept open for the next who asks; whoever finds none makes one more. */
    private static final int MOST_IDLE = 16;

    private final SQLiteDataSource readers;
    private final SQLiteDataSource writers;
    private final Connection connection;
    private final Jdbi jdbi;
    private final Optional<FolderLock> lock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    private Database(Path folder, Duration busy, Connection connection, Optional<FolderLock> lock) {
        this.readers = source(folder, true, busy);
        this.writers = source(folder, false, busy);
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
        this.lock = lock;
    }

    /** Opens the database to write beside others, making or bringing up to date what is needed. */
    public static Database open(Path folder) {
        return open(folder, BUSY, Optional.empty());
    }

    /** The same for what only one program may do at a time. The system drops the lock of a program that died. */
    public static Database alone(Path folder) {
        return alone(folder, BUSY);
    }

    /**
     * The same.
     *
     * @param busy how long another program may hold the database before it counts as locked
     */
    public static Database alone(Path folder, Duration busy) {
        FolderLock lock = FolderLock.take(folder, "tidtam.lock");
        try {
            return open(folder, busy, Optional.of(lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Database open(Path folder, Duration busy, Optional<FolderLock> lock) {
        return guarded(() -> {
            makeFolder(folder);
            if (version(folder, busy) < VERSION) {
                migrate(folder, busy);
            }
            return new Database(folder, busy, source(folder, false, busy).getConnection(), lock);
        });
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseException(DatabaseException.Why.READ_ONLY, e.toString());
        }
    }

    /** One program at a time, and in it one thread; who waited finds it done. */
    private static synchronized void migrate(Path folder, Duration busy) throws SQLException {
        FolderLock lock = FolderLock.await(folder, "tidtam.migration");
        try {
            if (version(folder, busy) < VERSION) {
                Flyway.configure(Database.class.getClassLoader())
                        .dataSource(source(folder, false, busy))
                        .locations(MIGRATIONS)
                        .load()
                        .migrate();
            }
        } finally {
            lock.close();
        }
    }

    /** Opens the database to read it as it stands; empty where there is none yet. One of an older program is brought up to date. */
    public static Optional<Database> find(Path folder) {
        return guarded(() -> {
            int version = version(folder, BUSY);
            if (version == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    version < VERSION
                            ? open(folder)
                            : new Database(
                                    folder, BUSY, source(folder, true, BUSY).getConnection(), Optional.empty()));
        });
    }

    private static SQLiteDataSource source(Path folder, boolean readOnly, Duration busy) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout((int) busy.toMillis());
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            config.enforceForeignKeys(true);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath());
        return source;
    }

    /** The version that the database has; 0 where nothing was made yet. A newer one is refused. */
    private static int version(Path folder, Duration busy) throws SQLException {
        if (!Files.exists(folder.resolve(FILE))) {
            return 0;
        }
        try (Connection connection = source(folder, true, busy).getConnection()) {
            int version = Jdbi.create(connection)
                    .withHandle(handle -> handle.createQuery(
                                                    "select count(*) from sqlite_master where name = 'flyway_schema_history'")
                                            .mapTo(Integer.class)
                                            .one()
                                    == 0
                            ? 0
                            : handle.createQuery(
                                            "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success")
                                    .mapTo(Integer.class)
                                    .one());
            if (version > VERSION) {
                throw new DatabaseException(DatabaseException.Why.NEWER, version + " > " + VERSION);
            }
            return version;
        }
    }

    /** Carries something out in one transaction, one at a time: all of it is kept, or nothing. */
    public <T> T inTransaction(Function<Handle, T> work) {
        turn.lock();
        try {
            return jdbi.inTransaction(work::apply);
        } catch (RuntimeException e) {
            throw DatabaseException.of(e);
        } finally {
            turn.unlock();
        }
    }

    /** Reads the database as it stands at one moment, beside whoever writes. */
    public <T> T read(Function<Handle, T> work) {
        return guarded(() -> {
            Reader reader = reader();
            boolean sound = false;
            try {
                T found = reader.jdbi().inTransaction(work::apply);
                sound = true;
                return found;
            } finally {
                giveBack(reader, sound);
            }
        });
    }

    /** A connection that one thread at a time reads by. */
    private record Reader(Connection connection, Jdbi jdbi) {}

    private Reader reader() throws SQLException {
        synchronized (idle) {
            Reader reader = idle.pollLast();
            if (reader != null) {
                return reader;
            }
        }
        Connection connection = readers.getConnection();
        return new Reader(connection, Jdbi.create(connection));
    }

    private void giveBack(Reader reader, boolean sound) throws SQLException {
        synchronized (idle) {
            if (sound && !closed && idle.size() < MOST_IDLE) {
                idle.addLast(reader);
                return;
            }
        }
        reader.connection().close();
    }

    /** Connections of its own for a library that asks for them. */
    public DataSource connections() {
        return writers;
    }

    private interface Work<T> {
        T carryOut() throws SQLException;
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.carryOut();
        } catch (RuntimeException e) {
            throw DatabaseException.of(e);
        } catch (SQLException e) {
            throw DatabaseException.of(new IllegalStateException(e));
        }
    }

    @Override
    public void close() {
        try {
            guarded(() -> {
                closeReaders();
                connection.close();
                return true;
            });
        } finally {
            lock.ifPresent(FolderLock::close);
        }
    }

    /** First, so that who closes last may write and tidies up the files beside the database. */
    private void closeReaders() throws SQLException {
        synchronized (idle) {
            closed = true;
            while (!idle.isEmpty()) {
                idle.removeLast().connection().close();
            }
        }
    }
}
