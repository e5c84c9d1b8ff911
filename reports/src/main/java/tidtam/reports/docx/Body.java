package tidtam.reports.docx;

import java.util.List;
import tidtam.reports.docx.Paragraph.Style;
import tidtam.reports.docx.Text.Look;
import tidtam.reports.markup.Markup;

/** The text of a document: paragraphs and tables, from the first to the last. Pages are A4, landscape. */
public final class Body {
    /** What a table may take of a page's width, in twentieths of a point. */
    public static final int WIDTH = 14570;

    private static final String VALUE = "w:val";
    private final Markup xml;
    private final boolean thaiDigits;
    private List<Integer> widths = List.of();

    Body(Markup xml, boolean thaiDigits) {
        this.xml = xml;
        this.thaiDigits = thaiDigits;
    }

    /** Writes a paragraph. */
    public void paragraph(Paragraph paragraph) {
        xml.open("w:p").open("w:pPr");
        value("w:pStyle", paragraph.style().id());
        xml.close();
        paragraph.texts().forEach(this::run);
        xml.close().line();
    }

    /**
     * Begins a table.
     *
     * @param columns their widths, {@link #WIDTH} at most together
     * @param says what the table holds, for those who hear it
     */
    public void table(List<Integer> columns, String says) {
        widths = List.copyOf(columns);
        xml.open("w:tbl").open("w:tblPr");
        width("w:tblW", sum());
        xml.open("w:tblBorders");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            xml.leaf("w:" + side, VALUE, "single", "w:sz", "4", "w:space", "0", "w:color", "000000");
        }
        xml.close();
        xml.leaf("w:tblLayout", "w:type", "fixed");
        xml.open("w:tblCellMar");
        width("w:top", 30);
        width("w:left", 85);
        width("w:bottom", 30);
        width("w:right", 85);
        xml.close();
        value("w:tblCaption", says);
        xml.close().open("w:tblGrid");
        widths.forEach(one -> xml.leaf("w:gridCol", "w:w", one.toString()));
        xml.close().line();
    }

    /** Writes the row that is repeated at the top of each page. */
    public void headings(List<String> headings) {
        xml.open("w:tr").open("w:trPr").leaf("w:cantSplit").leaf("w:tblHeader").close();
        for (int column = 0; column < widths.size(); column++) {
            xml.open("w:tc").open("w:tcPr");
            width("w:tcW", widths.get(column));
            xml.leaf("w:shd", VALUE, "clear", "w:color", "auto", "w:fill", "D9E2F3");
            value("w:vAlign", "center");
            xml.close();
            paragraph(Paragraph.of(Style.COLUMN, headings.get(column)));
            xml.close();
        }
        xml.close().line();
    }

    /** Writes a row over all columns. */
    public void section(String text) {
        xml.open("w:tr").open("w:trPr").leaf("w:cantSplit").close().open("w:tc").open("w:tcPr");
        width("w:tcW", sum());
        value("w:gridSpan", Integer.toString(widths.size()));
        xml.leaf("w:shd", VALUE, "clear", "w:color", "auto", "w:fill", "F2F2F2");
        xml.close();
        paragraph(Paragraph.of(Style.SECTION, text));
        xml.close().close().line();
    }

    /** Writes a row: a list of paragraphs for each column. */
    public void row(List<List<Paragraph>> cells) {
        xml.open("w:tr");
        for (int column = 0; column < widths.size(); column++) {
            xml.open("w:tc").open("w:tcPr");
            width("w:tcW", widths.get(column));
            xml.close();
            List<Paragraph> cell = cells.get(column);
            cell.forEach(this::paragraph);
            if (cell.isEmpty()) {
                xml.leaf("w:p");
            }
            xml.close();
        }
        xml.close().line();
    }

    /** Ends the table. */
    public void endTable() {
        xml.close().line();
    }

    /** Ends a section; the next begins a page. */
    public void endSection() {
        xml.open("w:p").open("w:pPr");
        pages();
        xml.close().close().line();
    }

    /** How the pages of a section look. */
    void pages() {
        xml.open("w:sectPr");
        xml.leaf("w:headerReference", "w:type", "default", "r:id", "header");
        xml.leaf("w:pgSz", "w:w", "16838", "w:h", "11906", "w:orient", "landscape");
        String margin = "1134";
        xml.leaf(
                "w:pgMar",
                "w:top",
                margin,
                "w:right",
                margin,
                "w:bottom",
                "850",
                "w:left",
                margin,
                "w:header",
                "567",
                "w:footer",
                "425",
                "w:gutter",
                "0");
        xml.leaf("w:pgNumType", "w:fmt", thaiDigits ? "thaiNumbers" : "decimal");
        xml.close();
    }

    private void run(Text text) {
        xml.open("w:r");
        look(text.look());
        String[] lines = text.words().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                xml.leaf("w:br");
            }
            if (!lines[i].isEmpty()) {
                xml.element("w:t", lines[i], "xml:space", "preserve");
            }
        }
        xml.close();
    }

    private void look(Look look) {
        if (look == Look.PLAIN) {
            return;
        }
        xml.open("w:rPr");
        switch (look) {
            case STRONG -> xml.leaf("w:b").leaf("w:bCs");
            case OPEN -> open("yellow");
            case REMARK -> open("lightGray");
            case PLAIN -> throw new IllegalStateException("said above");
        }
        xml.close();
    }

    private void open(String colour) {
        value("w:rStyle", "Open");
        value("w:highlight", colour);
    }

    private void value(String element, String value) {
        xml.leaf(element, VALUE, value);
    }

    private void width(String element, int twips) {
        xml.leaf(element, "w:w", Integer.toString(twips), "w:type", "dxa");
    }

    private int sum() {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }
}
