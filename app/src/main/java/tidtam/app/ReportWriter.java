package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the files of a run's reports. One that cannot be made never stops the others. */
final class ReportWriter {
    private final OutputFolder folder;
    private final Command.Session session;

    ReportWriter(OutputFolder folder, Command.Session session) {
        this.folder = folder;
        this.session = session;
    }

    /**
     * What was written and what was not.
     *
     * @param names of the files, in any letter case
     */
    record Written(Set<String> names, List<NotWritten> left) {}

    /**
     * Writes all that can be made, and says which cannot.
     *
     * @throws Refused where the folder cannot be written to any more
     */
    Written write(List<ReportFile> files) {
        String what = session.voice().say("เขียนรายงานแล้ว", "reports written:");
        List<Optional<NotWritten>> faults;
        try (Progress progress = Progress.on(session, what, files.size())) {
            faults = OnAllCores.map(files, file -> {
                try {
                    return write(file);
                } finally {
                    progress.step();
                }
            });
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<NotWritten> left = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            faults.get(i).ifPresent(left::add);
            if (faults.get(i).isEmpty()) {
                names.add(files.get(i).name());
            }
        }
        left.forEach(one -> session.tell(one.sentence()));
        return new Written(names, left);
    }

    private Optional<NotWritten> write(ReportFile file) {
        try {
            folder.write(file.name(), file.content());
            return Optional.empty();
        } catch (NotWritten e) {
            return Optional.of(e);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            String path = folder.path(file.name());
            Log.LOG.error("{}: writing broke off, the other files are written", path, e);
            return Optional.of(new NotWritten(
                    path
                            + session.voice()
                                    .say(
                                            ": โปรแกรมผิดพลาด จึงไม่ได้เขียนแฟ้มนี้ แฟ้มอื่นเขียนตามปกติ (--debug แสดงรายละเอียด)",
                                            ": not written, by a defect of the program; the other files are (--debug shows the details)"),
                    NotWritten.Why.DEFECT));
        }
    }

    /** Made when first used: setting up the log costs more than a report. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(ReportWriter.class);
    }
}
