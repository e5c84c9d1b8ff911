package tidtam.reports.pdf;

/**
 * A column of a table.
 *
 * @param share of the table's width, as a number of parts
 * @param number whether its texts end at the right edge
 */
public record Column(String heading, float share, boolean number) {}
