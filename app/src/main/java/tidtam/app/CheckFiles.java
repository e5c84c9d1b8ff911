package tidtam.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidtam.reports.Checked;

/** Checks files on all cores. One bad workbook never stops the others; the result does not depend on which was done first. */
public final class CheckFiles {
    private final Check check;
    private final Check.Settings settings;
    private final Consumer<byte[]> read;
    private final Runnable done;

    /** @param done told after each workbook, from whichever thread checked it */
    public CheckFiles(Check check, Check.Settings settings, Runnable done) {
        this(check, settings, workbook -> {}, done);
    }

    /**
     * The same.
     *
     * @param read given each workbook's bytes, from whichever thread read it
     */
    public CheckFiles(Check check, Check.Settings settings, Consumer<byte[]> read, Runnable done) {
        this.check = check;
        this.settings = settings;
        this.read = read;
        this.done = done;
    }

    /**
     * Checks every file.
     *
     * @return in the order given
     * @throws OutOfMemoryError where the results of all of them do not fit: some thousand plans in 512 MB
     */
    public List<Checked> check(List<Path> files) {
        return OnAllCores.map(files, this::check);
    }

    private Checked check(Path file) {
        try {
            byte[] workbook = WorkbookFile.read(file);
            read.accept(workbook);
            return check.check(file.toString(), workbook, settings);
        } catch (WorkbookFile.Unread e) {
            return unreadable(file, e.why());
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
