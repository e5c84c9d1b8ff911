package tidtam.reports.warning;

import java.time.LocalDate;

/**
 * A head's answer to an item, which holds one step of the ladder once.
 *
 * @param step the step after those told when it was given
 * @param promised the day by which the matter is to be settled; its last day counts
 */
public record Acknowledgement(int step, LocalDate promised) {}
