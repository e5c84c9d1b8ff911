package tidtam.spreadsheets;

import java.util.List;
import tidtam.facts.Annotations;
import tidtam.facts.CellRef;

/** The sheet that lists the notes, with links to their cells. */
final class ListSheet {
    private static final int LINE = 23;
    private static final int HIGHEST = 409;

    private final Annotations annotations;
    private final MarkedStyles styles;

    ListSheet(Annotations annotations, MarkedStyles styles) {
        this.annotations = annotations;
        this.styles = styles;
    }

    /** The sheet's part. Every cell is a text. */
    String part(String namespace) {
        List<Annotations.Heading> headings = annotations.headings();
        int top = annotations.introduction().size() + 1;
        String first = "A" + (top + 1);
        StringBuilder xml = new StringBuilder(XmlCopy.DECLARATION)
                .append("<worksheet xmlns=\"")
                .append(namespace)
                .append(
                        "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"")
                .append(top)
                .append("\" topLeftCell=\"")
                .append(first)
                .append("\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"")
                .append(first)
                .append("\" sqref=\"")
                .append(first)
                .append("\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"")
                .append(LINE)
                .append("\"/><cols>");
        for (int i = 0; i < headings.size(); i++) {
            xml.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + headings.get(i).width() + "\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        int row = 0;
        for (String line : annotations.introduction()) {
            begin(xml, row, row == 0 ? LINE + LINE / 2 : LINE);
            cell(xml, row, 0, line, row == 0 ? MarkedStyles.Own.TITLE : MarkedStyles.Own.LINE);
            xml.append("</row>");
            row++;
        }
        begin(xml, row, LINE);
        for (int i = 0; i < headings.size(); i++) {
            cell(xml, row, i, headings.get(i).text(), MarkedStyles.Own.HEADING);
        }
        xml.append("</row>");
        StringBuilder links = new StringBuilder();
        for (Annotations.Listed listed : annotations.list()) {
            row++;
            listed(xml, links, row, listed);
        }
        xml.append(
                "</sheetData><autoFilter ref=\"A" + top + ":" + MarkedSheet.address(row, headings.size() - 1) + "\"/>");
        if (!links.isEmpty()) {
            xml.append("<hyperlinks>").append(links).append("</hyperlinks>");
        }
        return xml.append(
                        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>")
                .append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>")
                .append(
                        "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>")
                .toString();
    }

    private void listed(StringBuilder xml, StringBuilder links, int row, Annotations.Listed listed) {
        begin(xml, row, height(listed.texts()));
        for (int i = 0; i < listed.texts().size(); i++) {
            MarkedStyles.Own format = i == 0 && listed.cell().isPresent()
                    ? MarkedStyles.Own.LINK
                    : i == 1 ? MarkedStyles.Own.of(listed.severity()) : MarkedStyles.Own.TEXT;
            cell(xml, row, i, listed.texts().get(i), format);
        }
        xml.append("</row>");
        listed.cell()
                .ifPresent(to -> links.append("<hyperlink ref=\"")
                        .append(MarkedSheet.address(row, 0))
                        .append("\" location=\"")
                        .append(XmlCopy.attribute(location(to)))
                        .append("\"/>"));
    }

    private static String location(CellRef to) {
        return "'" + to.sheet().replace("'", "''") + "'!" + MarkedSheet.address(to.row(), to.column());
    }

    /** Spreadsheet programs do not all fit a row to its text when a file is opened. */
    private int height(List<String> texts) {
        int lines = 1;
        for (int i = 0; i < texts.size(); i++) {
            long seen = texts.get(i)
                    .codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .count();
            int width = Math.max(annotations.headings().get(i).width(), 2);
            lines = Math.max(lines, 1 + (int) (seen / (width * 0.8)));
        }
        return Math.min(lines * LINE, HIGHEST);
    }

    private static void begin(StringBuilder xml, int row, int height) {
        xml.append("<row r=\"")
                .append(row + 1)
                .append("\" ht=\"")
                .append(height)
                .append("\">");
    }

    private void cell(StringBuilder xml, int row, int column, String text, MarkedStyles.Own format) {
        xml.append("<c r=\"")
                .append(MarkedSheet.address(row, column))
                .append("\" s=\"")
                .append(styles.own(format))
                .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .append(XmlCopy.cellText(text))
                .append("</t></is></c>");
    }
}
