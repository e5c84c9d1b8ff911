package tidtam.spreadsheets.text;

import java.util.List;
import java.util.TreeSet;
import tidtam.facts.CellText;
import tidtam.facts.Completion;
import tidtam.facts.MeasureId;
import tidtam.facts.Status;

/** Reads what the action column states was done. */
public final class CompletionReader {
    private CompletionReader() {}

    /** What an action cell states; a blank cell is {@link Status#EMPTY}. */
    public static Completion completion(MeasureId measure, CellText action) {
        Status status = action.blank() ? Status.EMPTY : Status.DONE_UNDATED;
        return new Completion(
                measure, status, action, List.of(), List.of(), List.of(), new TreeSet<>(), false, !action.blank());
    }
}
