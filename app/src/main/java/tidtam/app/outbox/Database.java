package tidtam.app.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database of a data folder. Who opens it to write is alone: the system drops the lock of a program that died. Every method
 * throws {@link DatabaseException} where the database cannot be used.
 */
public final class Database implements AutoCloseable {
    static final String FILE = "tidtam.db";
    private static final String LOCK = "tidtam.lock";
    private static final String MIGRATIONS = "classpath:tidtam/app/outbox/db";
    /** The newest migration that this program knows. */
    static final int VERSION = 1;

    /** How long another program may hold the database before it counts as locked. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Connection connection;
    private final Jdbi jdbi;
    private final Optional<FileChannel> lock;

    private Database(Connection connection, Optional<FileChannel> lock) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
        this.lock = lock;
    }

    /** Opens the database to write, making or bringing up to date what is needed. */
    public static Database open(Path folder) {
        return open(folder, BUSY);
    }

    static Database open(Path folder, Duration busy) {
        FileChannel lock = lock(folder);
        try {
            if (Files.exists(folder.resolve(FILE))) {
                refuseNewer(source(folder, true, busy));
            }
            SQLiteDataSource source = source(folder, false, busy);
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            return new Database(source.getConnection(), Optional.of(lock));
        } catch (RuntimeException e) {
            close(lock);
            throw DatabaseException.of(e);
        } catch (SQLException e) {
            close(lock);
            throw DatabaseException.of(new IllegalStateException(e));
        }
    }

    /** Opens the database to read it as it stands; empty where there is none yet. */
    public static Optional<Database> find(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) {
            return Optional.empty();
        }
        try {
            SQLiteDataSource source = source(folder, true, BUSY);
            return refuseNewer(source) == VERSION
                    ? Optional.of(new Database(source.getConnection(), Optional.empty()))
                    : Optional.empty();
        } catch (RuntimeException e) {
            throw DatabaseException.of(e);
        } catch (SQLException e) {
            throw DatabaseException.of(new IllegalStateException(e));
        }
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

    /** The version that the database has; 0 where nothing was made yet. */
    private static int refuseNewer(SQLiteDataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            int version = Jdbi.create(connection)
                    .withHandle(handle -> handle.createQuery(
                                                    "select count(*) from sqlite_master where name = 'flyway_schema_history'")
                                            .mapTo(Integer.class)
                                            .one()
                                    == 0
                            ? 0
                            : handle.createQuery(
                                            "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history")
                                    .mapTo(Integer.class)
                                    .one());
            if (version > VERSION) {
                throw new DatabaseException(DatabaseException.Why.NEWER, version + " > " + VERSION);
            }
            return version;
        }
    }

    private static FileChannel lock(Path folder) {
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DatabaseException(DatabaseException.Why.READ_ONLY, e.toString());
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // The same program holds it.
        } catch (IOException e) {
            close(channel);
            throw new DatabaseException(DatabaseException.Why.OTHER, e.toString());
        }
        close(channel);
        throw new DatabaseException(DatabaseException.Why.IN_USE, folder.toString());
    }

    /** Carries something out in one transaction: all of it is kept, or nothing. */
    <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (RuntimeException e) {
            throw DatabaseException.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseException.of(new IllegalStateException(e));
        } finally {
            lock.ifPresent(Database::close);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException(DatabaseException.Why.OTHER, e.toString());
        }
    }
}
