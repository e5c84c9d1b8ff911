package tidtam.reports.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** The XML of one sheet, in the order that the format demands. */
@SuppressWarnings("EnumOrdinal") // The format names its colours by their place in a list.
final class SheetPart {
    /** Characters that a cell can hold, as UTF-16 counts them. */
    private static final int CHARACTERS = 32_767;
    /** What a spreadsheet program may take for the start of a formula, in half and full width. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    /** Earlier days have two numbers in Excel, because it takes 1900 for a leap year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

    /** The highest row there can be, in points. */
    private static final int HIGHEST = 409;

    private final SheetForm form;
    private final Writer out;
    private final Cut cut;
    private int row;

    /** How many texts were cut. */
    static final class Cut {
        int texts;
    }

    SheetPart(SheetForm form, Writer out, Cut cut) {
        this.form = form;
        this.out = out;
        this.cut = cut;
    }

    /** Writes the sheet with as many of the rows as it can hold. */
    void write(Iterator<List<Cell>> content, int rows) throws IOException {
        int top = form.top().size();
        out.write(NewWorkbook.XML);
        out.write(
                "<worksheet xmlns=\"" + NewWorkbook.MAIN
                        + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\">");
        if (top > 0) {
            freeze(top);
        }
        out.write("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"" + Look.LINE + "\"/><cols>");
        for (int i = 0; i < form.widths().size(); i++) {
            out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + form.widths().get(i) + "\" customWidth=\"1\"/>");
        }
        out.write("</cols><sheetData>");
        for (List<Cell> cells : form.top()) {
            row(cells);
        }
        while (content.hasNext() && row < rows) {
            row(content.next());
        }
        out.write("</sheetData>");
        if (row > top && top > 0) {
            ranges(top);
        }
        out.write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"" + form.pagesAcross()
                + "\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>");
    }

    private void freeze(int top) throws IOException {
        String corner = letters(form.frozenColumns()) + (top + 1);
        String columns = form.frozenColumns() > 0 ? " xSplit=\"" + form.frozenColumns() + "\"" : "";
        String pane = form.frozenColumns() > 0 ? "bottomRight" : "bottomLeft";
        out.write("<pane" + columns + " ySplit=\"" + top + "\" topLeftCell=\"" + corner + "\" activePane=\"" + pane
                + "\" state=\"frozen\"/><selection pane=\"" + pane + "\" activeCell=\"" + corner + "\" sqref=\""
                + corner + "\"/>");
    }

    private void row(List<Cell> cells) throws IOException {
        row++;
        StringBuilder xml = new StringBuilder("<row r=\"")
                .append(row)
                .append("\" ht=\"")
                .append(height(cells))
                .append("\">");
        for (int column = 0; column < cells.size(); column++) {
            append(xml, cells.get(column), column);
        }
        out.append(xml.append("</row>"));
    }

    /** In points. Spreadsheet programs fit a row to its text when it is edited, but not all of them when a file is opened. */
    private int height(List<Cell> cells) {
        int height = Look.LINE;
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            if (cell.content().orElse("") instanceof String text
                    && column < form.widths().size()) {
                height = Math.max(height, cell.look().height(text, form.widths().get(column)));
            }
        }
        return Math.min(height, HIGHEST);
    }

    private void append(StringBuilder xml, Cell cell, int column) {
        Object content = cell.content().orElse("");
        if (content instanceof LocalDate day && day.isBefore(FIRST_DAY)) {
            content = day.toString();
        }
        if (content instanceof String text) {
            append(xml, text, cell.look(), column);
        } else {
            begin(xml, column, cell.look().format(false));
            xml.append("><v>")
                    .append(content instanceof LocalDate day ? Long.valueOf(day.toEpochDay() - DAY_ZERO) : content)
                    .append("</v></c>");
        }
    }

    private void append(StringBuilder xml, String text, Look look, int column) {
        boolean literal = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        begin(xml, column, look.format(literal));
        if (text.isEmpty()) {
            xml.append("/>");
        } else {
            xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                    .append(Escaped.text(fitting(text)))
                    .append("</t></is></c>");
        }
    }

    private void begin(StringBuilder xml, int column, int format) {
        xml.append("<c r=\"")
                .append(letters(column))
                .append(row)
                .append("\" s=\"")
                .append(format)
                .append('"');
    }

    private String fitting(String text) {
        if (text.length() <= CHARACTERS) {
            return text;
        }
        cut.texts++;
        int end = CHARACTERS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    private void ranges(int top) throws IOException {
        int columns = form.widths().size();
        if (form.filtered()) {
            out.write("<autoFilter ref=\"A" + top + ":" + letters(columns - 1) + row + "\"/>");
        }
        int priority = 1;
        for (SheetForm.Marking marking : form.markings()) {
            String area = area(marking.column(), top);
            String first = letters(marking.column()) + (top + 1);
            out.write("<conditionalFormatting sqref=\"" + area + "\"><cfRule type=\"expression\" dxfId=\""
                    + marking.colour().ordinal() + "\" priority=\"" + priority + "\"><formula>" + first + "=\""
                    + Escaped.attribute(marking.value()).replace("&quot;", "&quot;&quot;")
                    + "\"</formula></cfRule></conditionalFormatting>");
            priority++;
        }
        if (!form.choices().isEmpty()) {
            out.write("<dataValidations count=\"" + form.choices().size() + "\">");
            for (SheetForm.Choice choice : form.choices()) {
                out.write("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\""
                        + area(choice.column(), top) + "\"><formula1>\""
                        + Escaped.attribute(String.join(",", choice.values())) + "\"</formula1></dataValidation>");
            }
            out.write("</dataValidations>");
        }
    }

    private String area(int column, int top) {
        return letters(column) + (top + 1) + ":" + letters(column) + row;
    }

    /** A column by its letters. */
    static String letters(int column) {
        String letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : letters(column / 26 - 1) + letter;
    }
}
