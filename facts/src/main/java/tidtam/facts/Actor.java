package tidtam.facts;

/** Who acts in a duty. */
public enum Actor {
    /** Officers report. */
    OFFICER,
    /** The executive supervises. */
    EXECUTIVE
}
