package tidtam.reports.xlsx;

import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;

/** How a cell looks. */
public enum Look {
    /** Text, wrapped, in a thin frame. */
    PLAIN("left", true, Font.NORMAL, Ground.NONE, true),
    /** A line of text without a frame, as long as it is. */
    FREE("left", false, Font.NORMAL, Ground.NONE, false),
    TITLE("left", false, Font.TITLE, Ground.NONE, false),
    SUBTITLE("left", false, Font.BOLD, Ground.NONE, false),
    FAINT("left", false, Font.FAINT, Ground.NONE, false),
    HEADING("center", true, Font.BOLD, Ground.HEADING, true),
    /** A heading turned to read upwards, over a narrow column. */
    UPRIGHT("center", false, Font.BOLD, Ground.HEADING, true),
    NUMBER("right", false, Font.NORMAL, Ground.NONE, true),
    DAY("left", false, Font.NORMAL, Ground.NONE, true),
    /** A cell for a person to fill in. */
    ENTRY("left", true, Font.NORMAL, Ground.ENTRY, true),
    GOOD("center", false, Font.NORMAL, Ground.GOOD, true),
    BAD("center", false, Font.BOLD, Ground.BAD, true),
    DOUBTFUL("center", false, Font.NORMAL, Ground.DOUBTFUL, true),
    QUIET("center", false, Font.FAINT, Ground.NONE, true);

    static final String FONT = "TH Sarabun New";
    static final int SIZE = 14;

    /** The height of a line of text, in points. */
    static final int LINE = 23;

    private static final int TITLE_SIZE = 20;
    private static final int TITLE_LINE = 33;
    private static final int UPWARDS = 90;
    /** How many characters of text stand in a character of width: words are not broken. */
    private static final double FILLED = 0.9;

    private final String horizontal;
    private final boolean wrapped;
    private final Font font;
    private final Ground ground;
    private final boolean framed;

    Look(String horizontal, boolean wrapped, Font font, Ground ground, boolean framed) {
        this.horizontal = horizontal;
        this.wrapped = wrapped;
        this.font = font;
        this.ground = ground;
        this.framed = framed;
    }

    private enum Font {
        NORMAL,
        BOLD,
        TITLE,
        FAINT
    }

    private enum Ground {
        NONE(""),
        HEADING("D9E2EC"),
        ENTRY("FFF9DB"),
        GOOD("E3F4E1"),
        BAD("F9D5D3"),
        DOUBTFUL("FDE9C4");

        private final String colour;

        Ground(String colour) {
            this.colour = colour;
        }
    }

    /** Puts the look on a cell. */
    void on(StyleSetter cell, NewWorkbook.Words words) {
        cell.horizontalAlignment(horizontal)
                .verticalAlignment(this == UPRIGHT ? "bottom" : "top")
                .fontName(FONT)
                .fontSize(font == Font.TITLE ? TITLE_SIZE : SIZE);
        if (font == Font.BOLD || font == Font.TITLE) {
            cell.bold();
        } else if (font == Font.FAINT) {
            cell.fontColor("595959");
        }
        if (wrapped) {
            cell.wrapText(true);
        }
        if (ground != Ground.NONE) {
            cell.fillColor(ground.colour);
        }
        if (framed) {
            cell.borderStyle(BorderStyle.THIN).borderColor("BFBFBF");
        }
        switch (this) {
            case UPRIGHT -> cell.rotation(UPWARDS);
            case NUMBER -> cell.format(words.numberFormat()).indent(1);
            case DAY -> cell.format(words.dayFormat());
            default -> {}
        }
        cell.set();
    }

    /** How high a text stands in a column of that width; in points. */
    int height(String text, int width) {
        if (this == UPRIGHT) {
            return text.length() * 7 + SIZE;
        }
        if (this == TITLE) {
            return TITLE_LINE;
        }
        if (!wrapped) {
            return LINE;
        }
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            long seen = paragraph.codePoints().filter(Look::takesRoom).count();
            lines += Math.max(1, (int) Math.ceil(seen / (width * FILLED)));
        }
        return lines * LINE;
    }

    /** Thai vowels and tone marks stand above or below a consonant. */
    private static boolean takesRoom(int c) {
        return Character.getType(c) != Character.NON_SPACING_MARK;
    }
}
