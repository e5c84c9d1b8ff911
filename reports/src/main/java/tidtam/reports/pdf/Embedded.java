package tidtam.reports.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A font of one file, of which the file holds only what its pages use. */
final class Embedded {
    /** So many pieces of text are remembered, because the same words come again and again. */
    private static final int REMEMBERED = 20_000;
    /** A list of characters may not be longer in a PDF file. */
    private static final int LISTED = 100;

    private final Typeface typeface;
    private final Map<String, Shaped> shaped = new HashMap<>();
    private final BitSet seen = new BitSet();
    private final TreeMap<Integer, String> used = new TreeMap<>();

    Embedded(Typeface typeface) {
        this.typeface = typeface;
    }

    Shaped shape(String text) {
        Shaped known = shaped.get(text);
        if (known == null) {
            known = typeface.shaper().shape(text);
            if (shaped.size() >= REMEMBERED) {
                shaped.clear();
            }
            shaped.put(text, known);
        }
        return known;
    }

    void use(Glyph glyph) {
        if (!seen.get(glyph.id())) {
            seen.set(glyph.id());
            used.put(glyph.id(), glyph.text());
        }
    }

    /** Writes the font and gives its object's number. */
    int write(PdfFile file) throws IOException {
        byte[] subset = typeface.subset(seen);
        int data = file.stream("/Length1 " + subset.length, subset);
        int hash = seen.hashCode();
        StringBuilder mark = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            mark.append((char) ('A' + Math.floorMod(hash >> (5 * i), 26)));
        }
        String name = "/" + mark + "+" + typeface.name();
        int descriptor = file.object("<</Type/FontDescriptor/FontName" + name
                + "/Flags 4/FontBBox[-500 -600 1300 1400]/ItalicAngle 0/Ascent 1068/Descent -232/CapHeight 700/StemV "
                + (typeface == Typeface.BOLD ? 140 : 80) + "/FontFile2 " + data + " 0 R>>");
        StringBuilder widths = new StringBuilder();
        used.keySet()
                .forEach(glyph -> widths.append(glyph)
                        .append('[')
                        .append(typeface.advance(glyph))
                        .append(']'));
        int descendant = file.object("<</Type/Font/Subtype/CIDFontType2/BaseFont" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "
                + descriptor + " 0 R/DW 0/W[" + widths + "]>>");
        int characters = file.stream("", characters().getBytes(StandardCharsets.US_ASCII));
        return file.object("<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts["
                + descendant + " 0 R]/ToUnicode " + characters + " 0 R>>");
    }

    /** What each glyph says, for readers that look at glyphs one by one. */
    private String characters() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /T def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        int left = used.size();
        int inList = 0;
        for (Map.Entry<Integer, String> one : used.entrySet()) {
            if (inList == 0) {
                inList = Math.min(LISTED, left);
                map.append(inList).append(" beginbfchar\n");
            }
            map.append('<').append(Page.hex(one.getKey())).append("> <");
            one.getValue().chars().forEach(c -> map.append(Page.hex(c)));
            map.append(">\n");
            left--;
            inList--;
            if (inList == 0) {
                map.append("endbfchar\n");
            }
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
