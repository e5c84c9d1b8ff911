package tidtam.facts;

/**
 * A measure whose periods are judged one by one, each by a dated report of its own: its completion is dated, or the report log is where
 * its reports stand.
 *
 * @param cell what a finding about one of its periods quotes: the action cell, else the one that states its deadline
 */
public record DatedMeasure(MeasureId measure, CellText cell) implements Fact {}
