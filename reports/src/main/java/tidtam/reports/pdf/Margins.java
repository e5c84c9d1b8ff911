package tidtam.reports.pdf;

/** The edges of an A4 page that stay free, in centimetres. */
public record Margins(float left, float right, float top, float bottom) {}
