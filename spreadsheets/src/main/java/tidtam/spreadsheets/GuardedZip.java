package tidtam.spreadsheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/** The parts of a zip in memory, unpacked as they are asked for, and never to more than {@link WorkbookLimits} allows. */
final class GuardedZip implements ZipEntrySource {
    private final ZipFile zip;
    private long left = WorkbookLimits.INFLATED;
    private boolean tooLarge;
    private boolean closed;

    private GuardedZip(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws UnreadableException where the zip is broken, or has too many entries or one of them twice */
    static GuardedZip open(byte[] file) throws UnreadableException {
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .get();
            int entries = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > WorkbookLimits.ENTRIES) {
                    throw new UnreadableException(Reading.Why.TOO_LARGE);
                }
                if (zip.getEntries(entry.getName()).spliterator().getExactSizeIfKnown() > 1) {
                    throw new UnreadableException(Reading.Why.DAMAGED);
                }
            }
            return new GuardedZip(zip);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Reading.Why.DAMAGED, e);
        }
    }

    /** Whether a limit stopped the reading. */
    boolean tooLarge() {
        return tooLarge;
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        ZipArchiveEntry exact = zip.getEntry(path);
        return exact != null
                ? exact
                : Collections.list(zip.getEntries()).stream()
                        .filter(entry -> entry.getName().equalsIgnoreCase(path))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        return new Guard(zip.getInputStream(entry));
    }

    /** An entry's bytes as they are compressed. */
    InputStream compressed(ZipArchiveEntry entry) throws IOException {
        return zip.getRawInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Counts what comes out of the zip, and what a parser would have to hold at once. */
    private final class Guard extends FilterInputStream {
        private static final int NORMAL = 0;
        private static final int OPENED = 1;
        private static final int DECLARATION = 2;
        private int sinceTag;
        private int state;

        Guard(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            left -= Math.max(count, 0);
            for (int i = offset; i < offset + count; i++) {
                look(buffer[i]);
            }
            if (left < 0 || sinceTag > WorkbookLimits.BETWEEN_TAGS) {
                tooLarge = true;
                throw new IOException("a limit was passed");
            }
            return count;
        }

        /** A comment or instruction is held as a whole whatever tags it quotes, so only its end counts as a new start. */
        private void look(byte next) {
            sinceTag++;
            if (next == '<' && state != DECLARATION) {
                sinceTag = 0;
                state = OPENED;
            } else if (state == OPENED) {
                state = next == '!' || next == '?' ? DECLARATION : NORMAL;
            } else if (next == '>' && state == DECLARATION) {
                state = NORMAL;
            }
        }
    }
}
