package tidtam.facts;

import java.time.LocalDate;

/** An obligation that a dated report was allotted to. */
public record Reported(
        MeasureId measure, Kind kind, Obligation obligation, LocalDate due, LocalDate reportedOn, Report report)
        implements Fact {}
