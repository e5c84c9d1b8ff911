package tidtam.app.desk;

/** What a person may do at the desk. */
public enum Role {
    /** Everything. */
    AUDITOR,
    /** Sees what concerns the own divisions; acknowledges, comments and attaches evidence there. */
    HEAD,
    /** Sees everything, uploads workbooks, starts checks and comments. */
    CLERK,
    /** Sees everything. */
    VIEWER
}
