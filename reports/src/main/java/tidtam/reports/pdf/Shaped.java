package tidtam.reports.pdf;

import java.util.List;

/**
 * A piece of text as glyphs.
 *
 * @param width in thousandths of the font's size
 * @param plain whether the glyphs stand side by side and say the text one by one
 */
record Shaped(String text, List<Glyph> glyphs, int width, boolean plain) {
    Shaped {
        glyphs = List.copyOf(glyphs);
    }
}
