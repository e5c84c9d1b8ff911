package tidtam.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tidtam.reports.Checked;

/** The bytes of a workbook on disk. */
final class WorkbookFile {
    /** More than any plan needs: a bigger file is refused before it fills the memory. */
    private static final int LARGEST = 64 << 20;

    private WorkbookFile() {}

    /** Why a file's bytes are not to be had. */
    static final class Unread extends Exception {
        private final Checked.Why why;

        Unread(Checked.Why why) {
            super(why.name());
            this.why = why;
        }

        Checked.Why why() {
            return why;
        }
    }

    static byte[] read(Path file) throws Unread {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] workbook = in.readNBytes(LARGEST + 1);
            if (workbook.length > LARGEST) {
                throw new Unread(Checked.Why.TOO_LARGE);
            }
            return workbook;
        } catch (NoSuchFileException e) {
            throw new Unread(Checked.Why.NOT_FOUND);
        } catch (AccessDeniedException e) {
            throw new Unread(Checked.Why.NO_PERMISSION);
        } catch (IOException e) {
            throw new Unread(Checked.Why.DAMAGED);
        }
    }
}
