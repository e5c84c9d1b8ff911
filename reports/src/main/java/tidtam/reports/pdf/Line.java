package tidtam.reports.pdf;

import java.util.List;

/**
 * A line as it was broken.
 *
 * @param pieces each with its spaces
 * @param width in points, without the spaces at its end
 */
record Line(Look look, List<Piece> pieces, float width) {
    /**
     * A piece of a line.
     *
     * @param spaces how many follow it
     */
    record Piece(Shaped shaped, int spaces) {}
}
