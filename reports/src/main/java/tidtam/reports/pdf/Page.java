package tidtam.reports.pdf;

import java.util.ArrayList;
import java.util.List;

/** What one page shows, as the drawing instructions of PDF (ISO 32000-1, 8 and 9). Places are in points from the lower left corner. */
final class Page {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder drawn = new StringBuilder();
    private final Embedded regular;
    private final Embedded bold;

    Page(Embedded regular, Embedded bold) {
        this.regular = regular;
        this.bold = bold;
    }

    String drawn() {
        return drawn.toString();
    }

    void fill(float x, float y, float width, float height, int colour) {
        colour(colour);
        append(x).append(y).append(width).append(height).drawn.append("re f\n");
    }

    /** Small round dots from one place to another. */
    void dots(float x1, float x2, float y) {
        drawn.append("0 0 0 RG 0.7 w 1 J [0 2.6] 0 d ");
        append(x1).append(y).drawn.append("m ");
        append(x2).append(y).drawn.append("l S [] 0 d\n");
    }

    /** Writes a line, from its left end. */
    void line(Line line, float x, float y) {
        Look look = line.look();
        colour(look.colour());
        drawn.append("BT /").append(look.bold() ? "B" : "R").append(' ');
        append(look.size()).drawn.append("Tf ");
        append(x).append(y).drawn.append("Td\n");
        Embedded font = look.bold() ? bold : regular;
        Run run = new Run(font, look.size());
        List<Shaped> word = new ArrayList<>();
        Shaped space = font.shape(" ");
        for (Line.Piece piece : line.pieces()) {
            word.add(piece.shaped());
            for (int i = 0; i < piece.spaces(); i++) {
                run.word(word);
                word.clear();
                run.glyphs(space);
            }
        }
        run.word(word);
        run.raise(0);
        run.close();
        drawn.append("ET\n");
    }

    /** Glyphs of one line, which PDF places by the widths of those before and by what is taken back. */
    private final class Run {
        private final Embedded font;
        private final float size;
        /** Where the pieces so far end, and where PDF has got to. */
        private int pen;

        private int reached;
        private int rise;
        private boolean open;
        private boolean inString;

        Run(Embedded font, float size) {
            this.font = font;
            this.size = size;
        }

        /** Text between spaces. What its glyphs do not say one by one is said beside them. */
        void word(List<Shaped> word) {
            boolean plain = word.stream().allMatch(Shaped::plain);
            if (!plain) {
                close();
                StringBuilder text = new StringBuilder();
                word.forEach(shaped -> text.append(shaped.text()));
                drawn.append("/Span<</ActualText")
                        .append(PdfFile.text(text.toString()))
                        .append(">>BDC\n");
            }
            word.forEach(this::glyphs);
            if (!plain) {
                close();
                drawn.append("EMC\n");
            }
        }

        void glyphs(Shaped shaped) {
            for (Glyph glyph : shaped.glyphs()) {
                font.use(glyph);
                raise(glyph.y());
                if (!open) {
                    drawn.append('[');
                    open = true;
                }
                int x = pen + glyph.x();
                if (x != reached) {
                    endString();
                    drawn.append(reached - x);
                    reached = x;
                }
                if (!inString) {
                    drawn.append('<');
                    inString = true;
                }
                drawn.append(hex(glyph.id()));
                reached += glyph.advance();
            }
            pen += shaped.width();
        }

        private void raise(int y) {
            if (y != rise) {
                close();
                rise = y;
                append(y / 1000f * size).drawn.append("Ts\n");
            }
        }

        private void endString() {
            if (inString) {
                drawn.append('>');
                inString = false;
            }
        }

        void close() {
            endString();
            if (open) {
                drawn.append("]TJ\n");
                open = false;
            }
        }
    }

    private Page append(float number) {
        append(drawn, number);
        return this;
    }

    /** Two decimals and a space, without a machine's own way of writing numbers. */
    static void append(StringBuilder to, float number) {
        long hundredths = Math.round(number * 100.0);
        if (hundredths < 0) {
            to.append('-');
            hundredths = -hundredths;
        }
        to.append(hundredths / 100);
        if (hundredths % 100 != 0) {
            to.append('.').append(hundredths / 10 % 10).append(hundredths % 10);
        }
        to.append(' ');
    }

    private void colour(int colour) {
        append((colour >> 16 & 255) / 255f).append((colour >> 8 & 255) / 255f).append((colour & 255) / 255f);
        drawn.append("rg ");
    }

    static String hex(int number) {
        return new String(
                new char[] {HEX[number >> 12 & 15], HEX[number >> 8 & 15], HEX[number >> 4 & 15], HEX[number & 15]});
    }
}
