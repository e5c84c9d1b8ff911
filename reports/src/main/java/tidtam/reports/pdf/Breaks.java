package tidtam.reports.pdf;

import java.util.List;

/** Where a line of text may be broken. */
public interface Breaks {
    /** The line in pieces that are never broken while they fit, each with the spaces that follow it; together they are the line. */
    List<String> pieces(String line);

    /** Where the character that starts at {@code from} ends, as a reader sees it. */
    int next(String text, int from);
}
