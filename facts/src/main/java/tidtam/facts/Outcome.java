package tidtam.facts;

/** How a rule ended for a subject. Not evaluated is never passed. */
public enum Outcome {
    PASSED,
    FOUND,
    WAIVED,
    NOT_APPLICABLE,
    NOT_EVALUABLE,
    ERROR
}
