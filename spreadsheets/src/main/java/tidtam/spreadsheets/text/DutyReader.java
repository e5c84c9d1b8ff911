package tidtam.spreadsheets.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.CellText;
import tidtam.facts.Duty;
import tidtam.facts.MeasureId;

/** Reads the duties a measure states. */
public final class DutyReader {
    private DutyReader() {}

    /**
     * All duties of a measure, in the order of the text, statements of one duty joined.
     *
     * @param fiscalYear Buddhist; places a date that names no year
     */
    public static List<Duty> duties(
            MeasureId measure, Optional<CellText> deadline, Optional<CellText> steps, OptionalInt fiscalYear) {
        return List.of();
    }
}
