package tidtam.spreadsheets;

/** An agency's own workbook with notes in it, or why it was not made. */
public sealed interface Annotated {
    /** The whole file, as new bytes. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
    record Workbook(byte[] bytes) implements Annotated {}

    /** It was not made. */
    record NotMade(Why why) implements Annotated {}

    /** Why an annotated workbook was not made. */
    enum Why {
        /** The old binary format, which cannot be added to without loss. */
        OLD_FORMAT,
        /** Its parts are broken, or not where the format wants them. */
        DAMAGED,
        /** It is larger than what is read. */
        TOO_LARGE
    }
}
