package tidtam.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TrueType font: which glyph a character has, how wide it is, and the outlines of some (OpenType specification 1.9). Lengths are in
 * thousandths of the font's size. Immutable; many threads may use one.
 */
final class Typeface {
    /** What a PDF reader needs of a font whose glyphs are named by their numbers. */
    private static final List<String> EMBEDDED = List.of("glyf", "head", "hhea", "hmtx", "loca", "maxp");

    private static final int UNITS = 1000;
    private static final int WORDS = 1;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;

    static final Typeface REGULAR = new Typeface("Sarabun-Regular");
    static final Typeface BOLD = new Typeface("Sarabun-Bold");

    private final String name;
    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final Map<Integer, String> characters = new HashMap<>();
    private final int wide;
    private final Shaper shaper;

    private Typeface(String name) {
        this.name = name;
        ByteBuffer file = ByteBuffer.wrap(file(name));
        for (int i = 0; i < file.getShort(4); i++) {
            byte[] tag = new byte[4];
            file.get(12 + 16 * i, tag);
            tables.put(
                    new String(tag, StandardCharsets.US_ASCII),
                    file.slice(file.getInt(12 + 16 * i + 8), file.getInt(12 + 16 * i + 12)));
        }
        if (table("head").getShort(18) != UNITS || table("head").getShort(50) != 0) {
            throw new IllegalStateException(name + " is not as this class reads fonts");
        }
        wide = table("hhea").getShort(34);
        readCharacters();
        shaper = new Shaper(this);
    }

    private static byte[] file(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream("/tidtam/reports/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("no font " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The segments of the table for Windows and Unicode (format 4). */
    private void readCharacters() {
        ByteBuffer cmap = table("cmap");
        int at = 0;
        for (int i = 0; i < cmap.getShort(2); i++) {
            if (cmap.getShort(4 + 8 * i) == 3 && cmap.getShort(6 + 8 * i) == 1) {
                at = cmap.getInt(8 + 8 * i);
            }
        }
        int twice = cmap.getShort(at + 6);
        for (int i = 0; i < twice; i += 2) {
            int end = cmap.getChar(at + 14 + i);
            int start = cmap.getChar(at + 16 + twice + i);
            int delta = cmap.getShort(at + 16 + 2 * twice + i);
            int offsetAt = at + 16 + 3 * twice + i;
            int offset = cmap.getChar(offsetAt);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int raw = offset == 0 ? c : cmap.getChar(offsetAt + offset + 2 * (c - start));
                int glyph = raw == 0 ? 0 : (raw + delta) & 0xFFFF;
                if (glyph != 0) {
                    glyphs.put(c, glyph);
                    characters.putIfAbsent(glyph, Character.toString(c));
                }
            }
        }
    }

    String name() {
        return name;
    }

    Shaper shaper() {
        return shaper;
    }

    ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalStateException(name + " has no table " + tag);
        }
        return table;
    }

    /** The glyph of a character; 0, a box, where it has none. */
    int glyph(int character) {
        return glyphs.getOrDefault(character, 0);
    }

    /** The character a glyph is for; a box for the glyph that stands for what has none. */
    String character(int glyph) {
        return characters.getOrDefault(glyph, "□");
    }

    int advance(int glyph) {
        return table("hmtx").getChar(4 * Math.min(glyph, wide - 1));
    }

    /** A font file that has the outlines of these glyphs only, under their old numbers. */
    byte[] subset(BitSet wanted) {
        BitSet kept = new BitSet();
        kept.set(0);
        wanted.stream().forEach(glyph -> keep(glyph, kept));
        ByteBuffer loca = table("loca");
        ByteBuffer fewer = ByteBuffer.allocate(loca.limit());
        ByteArrayOutputStream outlines = new ByteArrayOutputStream();
        for (int glyph = 0; 2 * glyph < loca.limit(); glyph++) {
            fewer.putShort((short) (outlines.size() / 2));
            if (kept.get(glyph)) {
                byte[] outline = new byte[outlineEnd(glyph) - outline(glyph)];
                table("glyf").get(outline(glyph), outline);
                outlines.writeBytes(outline);
            }
        }
        return file(Map.of("glyf", ByteBuffer.wrap(outlines.toByteArray()), "loca", fewer.flip()));
    }

    private int outline(int glyph) {
        return 2 * table("loca").getChar(2 * glyph);
    }

    private int outlineEnd(int glyph) {
        return outline(glyph + 1);
    }

    /** A glyph, and those it is put together from. */
    private void keep(int glyph, BitSet kept) {
        if (kept.get(glyph) && glyph != 0) {
            return;
        }
        kept.set(glyph);
        ByteBuffer glyf = table("glyf");
        int at = outline(glyph);
        if (at == outlineEnd(glyph) || glyf.getShort(at) >= 0) {
            return;
        }
        at += 10;
        int flags;
        do {
            flags = glyf.getShort(at);
            keep(glyf.getChar(at + 2), kept);
            at += 4 + ((flags & WORDS) == 0 ? 2 : 4);
            at += (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        } while ((flags & MORE) != 0);
    }

    private byte[] file(Map<String, ByteBuffer> changed) {
        int count = EMBEDDED.size();
        int body = 12 + 16 * count;
        int size = body
                + EMBEDDED.stream()
                        .mapToInt(tag ->
                                padded(changed.getOrDefault(tag, table(tag)).limit()))
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(0x00010000)
                .putShort((short) count)
                .putShort((short) 64)
                .putShort((short) 2)
                .putShort((short) 32);
        for (String tag : EMBEDDED) {
            ByteBuffer table = changed.getOrDefault(tag, table(tag)).duplicate().rewind();
            int length = table.limit();
            file.slice(body, length).put(table);
            file.put(tag.getBytes(StandardCharsets.US_ASCII));
            file.putInt(sum(file, body, padded(length))).putInt(body).putInt(length);
            body += padded(length);
        }
        return file.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int sum(ByteBuffer file, int from, int length) {
        int sum = 0;
        for (int at = from; at < from + length; at += 4) {
            sum += file.getInt(at);
        }
        return sum;
    }
}
