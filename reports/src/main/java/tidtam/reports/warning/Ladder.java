package tidtam.reports.warning;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The days around a due date on which a person is told, counted from it: {@code -7} is a week before, {@code 15} half a month after. */
public final class Ladder {
    private static final int[] STEPS = {-14, -7, -1, 1, 7, 15, 30};
    /** Where the period is too short for the early ones. */
    private static final int[] BRIEF = {-3, -1, 1, 7, 15, 30};

    private Ladder() {}

    /**
     * The highest step passed. A night that was missed is so caught up once, with the step that now holds.
     *
     * @param days from the due date to the day; negative before it
     * @param brief whether the obligation's period is a brief one
     * @return empty before the first step
     */
    public static OptionalInt passed(long days, boolean brief) {
        return IntStream.of(brief ? BRIEF : STEPS).filter(step -> step <= days).max();
    }

    /**
     * The step that comes next.
     *
     * @param days as in {@link #passed}
     * @return empty after the last
     */
    public static OptionalInt after(long days, boolean brief) {
        return IntStream.of(brief ? BRIEF : STEPS).filter(step -> step > days).min();
    }
}
