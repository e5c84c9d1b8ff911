package tidtam.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidtam.reports.Checked;

/** Checks files on all cores. One bad workbook never stops the others; the result does not depend on which was done first. */
public final class CheckFiles {
    /** More than any plan needs: a bigger file is refused before it fills the memory. */
    private static final int LARGEST = 64 << 20;

    private final Check check;
    private final Check.Settings settings;
    private final Runnable done;

    /** @param done told after each workbook, from whichever thread checked it */
    public CheckFiles(Check check, Check.Settings settings, Runnable done) {
        this.check = check;
        this.settings = settings;
        this.done = done;
    }

    /**
     * Checks every file.
     *
     * @return in the order given
     * @throws OutOfMemoryError where the results of all of them do not fit: some thousand plans in 512 MB
     */
    public List<Checked> check(List<Path> files) {
        int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        if (threads < 2) {
            return files.stream().map(this::check).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Checked>> running =
                    files.stream().map(file -> pool.submit(() -> check(file))).toList();
            List<Checked> checked = new ArrayList<>();
            for (Future<Checked> each : running) {
                checked.add(each.get());
            }
            return checked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new IllegalStateException("a check broke off", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Checked check(Path file) {
        try {
            byte[] workbook;
            try (InputStream in = Files.newInputStream(file)) {
                workbook = in.readNBytes(LARGEST + 1);
            }
            return workbook.length > LARGEST
                    ? unreadable(file, Checked.Why.TOO_LARGE)
                    : check.check(file.toString(), workbook, settings);
        } catch (NoSuchFileException e) {
            return unreadable(file, Checked.Why.NOT_FOUND);
        } catch (AccessDeniedException e) {
            return unreadable(file, Checked.Why.NO_PERMISSION);
        } catch (IOException e) {
            return unreadable(file, Checked.Why.DAMAGED);
        } catch (RuntimeException | StackOverflowError e) {
            Log.LOG.error("{}: the check broke off, the other workbooks are checked", file, e);
            return unreadable(file, Checked.Why.BROKE);
        } finally {
            done.run();
        }
    }

    private static Checked unreadable(Path file, Checked.Why why) {
        return new Checked.Unreadable(file.toString(), Optional.empty(), why);
    }

    /** Made when first used: setting up the log costs more than checking a small workbook. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(CheckFiles.class);
    }
}
