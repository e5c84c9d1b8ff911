package tidtam.facts;

import java.time.LocalDate;

/**
 * A date on which something was done, with what the calendar says of it.
 *
 * @param decisive the day that must not lie after the as-of date: the last of a range of days, the first of a month, quarter or year
 * @param inRound whether it lies in the round, or in the window of one of the measure's obligations
 * @param holiday the name of the public holiday; empty where {@code dayOff} is none
 */
public record CompletionDate(
        MeasureId measure, DateSpan span, LocalDate decisive, boolean inRound, DayOff dayOff, String holiday)
        implements Fact {}
