package tidtam.facts;

import java.util.List;
import java.util.SortedSet;

/**
 * What the action column states was done, and when.
 *
 * @param statedIn the whole action cell
 * @param dates every date stated of something done, in the order of the text
 * @param reasoned whether {@link Status#NOT_APPLICABLE} comes with a reason, such as {@code ไม่มีเรื่องร้องเรียน}
 * @param guessed whether the status was repaired or guessed
 */
public record Completion(
        MeasureId measure,
        Status status,
        CellText statedIn,
        List<DateSpan> dates,
        List<ImpossibleDate> impossibleDates,
        List<Claim> claims,
        SortedSet<Channel> channels,
        boolean reasoned,
        boolean guessed)
        implements Fact {}
