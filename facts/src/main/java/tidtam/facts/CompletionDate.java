package tidtam.facts;

import java.time.LocalDate;

/**
 * A date on which something was done, with what the calendar says of it.
 *
 * @param first the first day that would have to lie after the as-of date for the whole statement to be of the future: the last day of
 *     a range of days, the first day of a month, quarter or year
 * @param inRound whether it lies in the round, or in the window of one of the measure's obligations
 * @param dayOff why no one works on that single day; empty where it is a working day or not a single day
 */
public record CompletionDate(MeasureId measure, DateSpan span, LocalDate first, boolean inRound, String dayOff)
        implements Fact {}
