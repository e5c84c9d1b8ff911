package tidtam.spreadsheets.text;

import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.MeasureId;
import tidtam.facts.Publication;

/** Reads whether the plan requires that something is published. */
public final class PublicationReader {
    private PublicationReader() {}

    /** The first requirement to publish, in the steps or else in the deadline column. */
    public static Optional<Publication> publication(
            MeasureId measure, Optional<CellText> steps, Optional<CellText> deadline) {
        return Optional.empty();
    }
}
