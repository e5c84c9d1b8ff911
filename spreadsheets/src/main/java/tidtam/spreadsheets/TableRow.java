package tidtam.spreadsheets;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Tool;

/**
 * A measure's row as the table holds it, before its issue text is understood.
 *
 * @param issue what is to be improved; where the table has no such column, what tells the row apart instead
 * @param cells by column, for the columns the table has
 * @param code what a column of codes says; empty where there is none
 * @param section the tool of the section it stands in
 * @param heading the indicator of the section it stands in
 * @param sectionNumber changes where another section begins
 */
record TableRow(
        CellText issue,
        Map<Column, CellText> cells,
        String code,
        Optional<Tool> section,
        Optional<IndicatorHeading> heading,
        int sectionNumber) {

    /** This row with a row below that a page break cut off from it: each text goes on where it stopped. */
    TableRow continuedBy(TableRow rest) {
        Map<Column, CellText> joined = new EnumMap<>(cells);
        rest.cells.forEach((column, more) -> joined.merge(column, more, TableRow::join));
        return new TableRow(
                join(issue, rest.issue), Collections.unmodifiableMap(joined), code, section, heading, sectionNumber);
    }

    /** The same row, its section numbered within the whole workbook. */
    TableRow inSection(int number) {
        return new TableRow(issue, cells, code, section, heading, number);
    }

    /** Two texts as one, in the first one's cell; a text that a merged cell shows twice stays one. */
    static CellText join(CellText first, CellText second) {
        if (second.blank() || second.cell().equals(first.cell())) {
            return first;
        }
        return first.blank() ? second : CellText.of(first.cell(), first.raw() + "\n" + second.raw());
    }
}
