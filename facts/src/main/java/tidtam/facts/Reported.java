package tidtam.facts;

import java.time.LocalDate;

/** An obligation that a dated report was allotted to. */
public record Reported(
        MeasureId measure, Obligation obligation, Limit limit, LocalDate due, LocalDate reportedOn, Report report)
        implements Fact {}
