package tidtam.app.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** The database cannot be used. Whatever was written before stays as it was. */
public final class DatabaseException extends RuntimeException {
    private final Why why;

    public DatabaseException(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    private DatabaseException(Why why, Throwable cause) {
        super(cause.getMessage(), cause);
        this.why = why;
    }

    /** Why it cannot be used. */
    public enum Why {
        /** Another run uses the data folder. */
        IN_USE,
        /** Another program holds the database. */
        LOCKED,
        READ_ONLY,
        /** A later version of the program wrote it. */
        NEWER,
        DAMAGED,
        FULL,
        OTHER
    }

    public Why why() {
        return why;
    }

    /** What an exception of the libraries means. */
    public static DatabaseException of(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                return new DatabaseException(why(sql), sql);
            }
        }
        throw thrown;
    }

    private static Why why(SQLException sql) {
        // The extended codes hold the general one in their lowest octet.
        int code = sql.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Why.LOCKED;
        } else if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return Why.READ_ONLY;
        } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Why.DAMAGED;
        } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Why.FULL;
        }
        return Why.OTHER;
    }
}
