package tidtam.reports.docx;

/**
 * Words of one look.
 *
 * @param words a line feed begins a new line
 */
public record Text(String words, Look look) {
    /** How words look. */
    public enum Look {
        PLAIN,
        STRONG,
        /** Highlighted, as what must not be passed over. */
        OPEN,
        /** Highlighted more faintly. */
        REMARK
    }

    public static Text plain(String words) {
        return new Text(words, Look.PLAIN);
    }
}
