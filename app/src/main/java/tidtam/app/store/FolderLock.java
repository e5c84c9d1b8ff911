package tidtam.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What only one program at a time may have of a folder. The system drops the lock of a program that died. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of that name.
     *
     * @throws DatabaseException where another has it, or the folder cannot be written
     */
    public static FolderLock take(Path folder, String name) {
        FileChannel channel = channel(folder, name);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
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

    /** Waits until another program lets go of the lock; within one program only one thread may. */
    static FolderLock await(Path folder, String name) {
        FileChannel channel = channel(folder, name);
        try {
            FileLock lock = channel.lock();
            if (lock.isValid()) {
                return new FolderLock(channel);
            }
        } catch (IOException e) {
            close(channel);
            throw new DatabaseException(DatabaseException.Why.OTHER, e.toString());
        }
        close(channel);
        throw new DatabaseException(DatabaseException.Why.IN_USE, folder.toString());
    }

    private static FileChannel channel(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new DatabaseException(DatabaseException.Why.READ_ONLY, e.toString());
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseException(DatabaseException.Why.OTHER, e.toString());
        }
    }
}
