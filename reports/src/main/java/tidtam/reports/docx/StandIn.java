package tidtam.reports.docx;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Sarabun as a document carries it, to stand in for TH SarabunPSK. */
final class StandIn {
    /**
     * How many of Sarabun's 1,000 units an em of TH SarabunPSK has. The letters of TH SarabunPSK are 0.66 times as large as those of its
     * free remake Laksaman (as fonts-tlwg-laksaman tells fontconfig), and those 0.99 times as wide as Sarabun's.
     */
    private static final int UNITS_PER_EM = 1532;

    private static final int HEAD = 0x68656164;
    private static final int FIRST_TABLE = 12;
    private static final int ENTRY = 16;
    private static final int OBFUSCATED = 32;

    private StandIn() {}

    /** The font, as small as TH SarabunPSK at the same size, and obfuscated by the key that the document states. */
    static byte[] of(byte[] font, UUID key) {
        scale(ByteBuffer.wrap(font));
        obfuscate(font, key);
        return font;
    }

    /** A larger em, and the checksums that follow from it (OpenType 1.9, tables head and directory). */
    private static void scale(ByteBuffer font) {
        int entry = FIRST_TABLE;
        while (font.getInt(entry) != HEAD) {
            entry += ENTRY;
        }
        int head = font.getInt(entry + 8);
        int more = UNITS_PER_EM - font.getShort(head + 18);
        font.putShort(head + 18, (short) UNITS_PER_EM);
        font.putInt(entry + 4, font.getInt(entry + 4) + more);
        font.putInt(head + 8, font.getInt(head + 8) - 2 * more);
    }

    /** ECMA-376 part 4, 2.8.1: the first octets, changed by the key from its last octet to its first. */
    private static void obfuscate(byte[] font, UUID key) {
        for (int i = 0; i < OBFUSCATED; i++) {
            int octet = i % 16;
            long half = octet < 8 ? key.getLeastSignificantBits() : key.getMostSignificantBits();
            font[i] ^= (byte) (half >>> (octet % 8 * 8));
        }
    }
}
