package tidtam.facts;

import java.util.List;

/** The same action text on several rows. */
public record RepeatedText(List<MeasureId> measures, int count, CellText first, List<CellRef> cells) implements Fact {}
