package tidtam.reports.xlsx;

/** How a cell looks. Each look is two cell formats of the workbook: as it is, and for a text that must never be taken for a formula. */
@SuppressWarnings("EnumOrdinal") // The format names its parts by their place in a list.
public enum Look {
    /** Text, wrapped, in a thin frame. */
    PLAIN("left", true, Font.NORMAL, Fill.NONE, true, Format.GENERAL),
    /** A line of text without a frame, as long as it is. */
    FREE("left", false, Font.NORMAL, Fill.NONE, false, Format.GENERAL),
    TITLE("left", false, Font.TITLE, Fill.NONE, false, Format.GENERAL),
    SUBTITLE("left", false, Font.BOLD, Fill.NONE, false, Format.GENERAL),
    FAINT("left", false, Font.FAINT, Fill.NONE, false, Format.GENERAL),
    HEADING("center", true, Font.BOLD, Fill.HEADING, true, Format.GENERAL),
    /** A heading turned to read upwards, over a narrow column. */
    UPRIGHT("center", false, Font.BOLD, Fill.HEADING, true, Format.GENERAL),
    CENTRE("center", true, Font.NORMAL, Fill.NONE, true, Format.GENERAL),
    NUMBER("right", false, Font.NORMAL, Fill.NONE, true, Format.NUMBER),
    DAY("left", false, Font.NORMAL, Fill.NONE, true, Format.DAY),
    /** A cell for a person to fill in. */
    ENTRY("left", true, Font.NORMAL, Fill.ENTRY, true, Format.GENERAL),
    GOOD("center", false, Font.NORMAL, Fill.GOOD, true, Format.GENERAL),
    BAD("center", false, Font.BOLD, Fill.BAD, true, Format.GENERAL),
    DOUBTFUL("center", false, Font.NORMAL, Fill.DOUBTFUL, true, Format.GENERAL),
    QUIET("center", false, Font.FAINT, Fill.NONE, true, Format.GENERAL);

    /** The height of a line of text, in points. */
    static final int LINE = 23;

    private final String horizontal;
    private final boolean wrapped;
    private final Font font;
    private final Fill fill;
    private final boolean framed;
    private final Format format;

    Look(String horizontal, boolean wrapped, Font font, Fill fill, boolean framed, Format format) {
        this.horizontal = horizontal;
        this.wrapped = wrapped;
        this.font = font;
        this.fill = fill;
        this.framed = framed;
        this.format = format;
    }

    private enum Font {
        NORMAL("<sz val=\"14\"/><color rgb=\"FF1A1A1A\"/>"),
        BOLD("<b/><sz val=\"14\"/><color rgb=\"FF1A1A1A\"/>"),
        TITLE("<b/><sz val=\"20\"/><color rgb=\"FF1A1A1A\"/>"),
        FAINT("<sz val=\"14\"/><color rgb=\"FF595959\"/>");

        private final String xml;

        Font(String xml) {
            this.xml = "<font>" + xml + "<name val=\"TH Sarabun New\"/></font>";
        }
    }

    private enum Fill {
        NONE("<patternFill patternType=\"none\"/>"),
        /** The format demands it as the second. */
        GREY_DOTS("<patternFill patternType=\"gray125\"/>"),
        HEADING(solid("D9E2EC")),
        ENTRY(solid("FFF9DB")),
        GOOD(solid("E3F4E1")),
        BAD(solid("F9D5D3")),
        DOUBTFUL(solid("FDE9C4"));

        private final String xml;

        Fill(String xml) {
            this.xml = "<fill>" + xml + "</fill>";
        }

        private static String solid(String colour) {
            return "<patternFill patternType=\"solid\"><fgColor rgb=\"FF" + colour
                    + "\"/><bgColor indexed=\"64\"/></patternFill>";
        }
    }

    private enum Format {
        GENERAL(0),
        NUMBER(3),
        DAY(164);

        private final int id;

        Format(int id) {
            this.id = id;
        }
    }

    private static final String SIDE = " style=\"thin\"><color rgb=\"FFBFBFBF\"/>";

    /** The number that a cell names its format by. */
    int format(boolean literal) {
        return 1 + 2 * ordinal() + (literal ? 1 : 0);
    }

    /** How high a text stands in a column of that width; in points. */
    int height(String text, int width) {
        if (this == UPRIGHT) {
            return text.length() * 7 + 14;
        }
        if (this == TITLE) {
            return 33;
        }
        if (!wrapped) {
            return LINE;
        }
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            long seen = paragraph.codePoints().filter(Look::takesRoom).count();
            lines += 1 + (int) (seen / Math.max(width * 0.8, 1));
        }
        return lines * LINE;
    }

    /** Thai vowels and tone marks stand above or below a consonant. */
    private static boolean takesRoom(int c) {
        return Character.getType(c) != Character.NON_SPACING_MARK;
    }

    /** The part styles.xml: all looks, and the colours that sheets put on cells by their values. */
    static String styles(String dayFormat) {
        StringBuilder xml = new StringBuilder(NewWorkbook.XML)
                .append("<styleSheet xmlns=\"")
                .append(NewWorkbook.MAIN)
                .append("\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"")
                .append(dayFormat)
                .append("\"/></numFmts><fonts count=\"")
                .append(Font.values().length)
                .append("\">");
        for (Font font : Font.values()) {
            xml.append(font.xml);
        }
        xml.append("</fonts><fills count=\"").append(Fill.values().length).append("\">");
        for (Fill fill : Fill.values()) {
            xml.append(fill.xml);
        }
        xml.append("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
        for (String side : new String[] {"left", "right", "top", "bottom"}) {
            xml.append('<').append(side).append(SIDE).append("</").append(side).append('>');
        }
        xml.append(
                        "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"")
                .append(" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"")
                .append(1 + 2 * values().length)
                .append("\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        for (Look look : values()) {
            look.append(xml, "");
            look.append(xml, " quotePrefix=\"1\"");
        }
        xml.append(
                        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
                .append("<dxfs count=\"")
                .append(Colour.values().length)
                .append("\">");
        for (Colour colour : Colour.values()) {
            xml.append(colour.xml());
        }
        return xml.append("</dxfs></styleSheet>").toString();
    }

    private void append(StringBuilder xml, String more) {
        xml.append("<xf numFmtId=\"")
                .append(format.id)
                .append("\" fontId=\"")
                .append(font.ordinal())
                .append("\" fillId=\"")
                .append(fill.ordinal())
                .append("\" borderId=\"")
                .append(framed ? 1 : 0)
                .append("\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"")
                .append(" applyAlignment=\"1\"")
                .append(more)
                .append("><alignment horizontal=\"")
                .append(horizontal)
                .append("\" vertical=\"")
                .append(this == UPRIGHT ? "bottom" : "top")
                .append(this == UPRIGHT ? "\" textRotation=\"90" : "")
                .append(this == NUMBER ? "\" indent=\"1" : "")
                .append(wrapped ? "\" wrapText=\"1" : "")
                .append("\"/></xf>");
    }
}
