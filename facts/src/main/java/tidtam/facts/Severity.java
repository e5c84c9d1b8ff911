package tidtam.facts;

/** How much a finding weighs, heaviest first. */
public enum Severity {
    /** Something due has no dated evidence, or a statement cannot be true. */
    ERROR,
    /** The plan or the record is defective. */
    WARNING,
    /** Worth a look. */
    INFO
}
