package tidtam.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Walks the parts of a zip in memory, and refuses one that unpacks to more than {@link WorkbookLimits} allows. */
final class ZipParts {
    /** What is done with a part. */
    interface Visitor {
        void part(String name, InputStream content) throws IOException, UnreadableException;
    }

    private ZipParts() {}

    /**
     * Shows every part once, in the order of the file.
     *
     * @throws IOException where the zip is broken
     * @throws UnreadableException where it is too large, or the visitor says so
     */
    static void walk(byte[] zip, Visitor visitor) throws IOException, UnreadableException {
        if (!hasDirectory(zip)) {
            throw new UnreadableException(Reading.Why.DAMAGED);
        }
        Set<String> seen = new HashSet<>();
        Guard guard;
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            guard = new Guard(entries);
            ZipEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                String name = name(entry.getName());
                if (!seen.add(name)) {
                    throw new UnreadableException(Reading.Why.DAMAGED);
                }
                if (seen.size() > WorkbookLimits.ENTRIES) {
                    throw new UnreadableException(Reading.Why.TOO_LARGE);
                }
                guard.nextPart();
                try {
                    visitor.part(name, guard);
                    guard.drain();
                } catch (TooMuch e) {
                    throw new UnreadableException(Reading.Why.TOO_LARGE, e);
                }
            }
        } catch (IllegalArgumentException badName) {
            throw new UnreadableException(Reading.Why.DAMAGED, badName);
        }
    }

    /** Part names are compared without case and with either slash, as spreadsheet programs do. */
    static String name(String written) {
        String slashes = written.replace('\\', '/').toLowerCase(Locale.ROOT);
        return slashes.startsWith("/") ? slashes.substring(1) : slashes;
    }

    /** Whether the end of the directory, the last thing a zip holds, is there; a file that was cut off has none. */
    private static boolean hasDirectory(byte[] zip) {
        for (int i = zip.length - 22; i >= 0 && i >= zip.length - 22 - 0xFFFF; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
                return true;
            }
        }
        return false;
    }

    /** A limit was passed in the middle of a part. */
    private static final class TooMuch extends IOException {}

    /** Counts what comes out of the zip, and what a parser would have to hold at once. Closing it leaves the zip open. */
    private static final class Guard extends FilterInputStream {
        private static final int NORMAL = 0;
        private static final int OPENED = 1;
        private static final int DECLARATION = 2;
        private long left = WorkbookLimits.INFLATED;
        private int sinceTag;
        private int state;
        private boolean passedOver;

        Guard(InputStream parts) {
            super(parts);
        }

        void nextPart() {
            sinceTag = 0;
            state = NORMAL;
            passedOver = false;
        }

        void drain() throws IOException {
            passedOver = true;
            byte[] buffer = new byte[8192];
            while (read(buffer, 0, buffer.length) >= 0) {
                // A part that nobody reads counts towards the limit too.
            }
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
            if (left < 0) {
                throw new TooMuch();
            }
            for (int i = offset; !passedOver && i < offset + count; i++) {
                look(buffer[i]);
            }
            return count;
        }

        /** A comment or instruction is held as a whole whatever tags it quotes, so only its end counts as a new start. */
        private void look(byte next) throws TooMuch {
            sinceTag++;
            if (next == '<' && state != DECLARATION) {
                sinceTag = 0;
                state = OPENED;
            } else if (state == OPENED) {
                state = next == '!' || next == '?' ? DECLARATION : NORMAL;
            } else if (next == '>' && state == DECLARATION) {
                state = NORMAL;
            }
            if (sinceTag > WorkbookLimits.BETWEEN_TAGS) {
                throw new TooMuch();
            }
        }

        @Override
        public void close() {
            // The zip goes on after this part.
        }
    }
}
