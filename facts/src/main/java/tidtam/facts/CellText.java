package tidtam.facts;

/**
 * A span of a cell's raw text: what was read, and where it stands.
 *
 * @param raw the cell's whole text, untouched
 * @param start first character of the span in {@code raw}
 * @param end one past its last character
 */
public record CellText(CellRef cell, String raw, int start, int end) {
    public CellText {
        if (start < 0 || end < start || end > raw.length()) {
            throw new IllegalArgumentException("span " + start + ".." + end + " of " + raw.length() + " characters");
        }
    }

    /** The whole text of a cell. */
    public static CellText of(CellRef cell, String raw) {
        return new CellText(cell, raw, 0, raw.length());
    }

    /** The span's own characters, as they stand in the cell. */
    public String quote() {
        return raw.substring(start, end);
    }

    /** The same cell's span {@code from..to}, counted from the cell's first character. */
    public CellText span(int from, int to) {
        return new CellText(cell, raw, from, to);
    }

    /** True where a person sees nothing: white space, no-break and zero-width spaces, or an HTML no-break space left over. */
    public boolean blank() {
        for (int i = start; i < end; i++) {
            if (raw.charAt(i) == '&') {
                return Folded.of(quote()).isEmpty();
            }
            if (Character.isLetterOrDigit(raw.charAt(i))) {
                return false;
            }
        }
        return Folded.of(quote()).isEmpty();
    }
}
