package tidtam.reports.pdf;

/**
 * What a file says of itself.
 *
 * @param language as in {@code th}
 * @param producer the program and its version
 */
public record Document(String title, String language, String producer) {}
