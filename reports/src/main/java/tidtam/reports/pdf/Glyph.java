package tidtam.reports.pdf;

/**
 * A glyph where it stands in a piece of text.
 *
 * @param text what it says where a reader looks at it alone
 * @param x from the beginning of the text, in thousandths of the font's size
 * @param y above the line, in the same
 */
record Glyph(int id, String text, int x, int y, int advance) {}
