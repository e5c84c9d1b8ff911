package tidtam.facts;

/** The three instruments of the Integrity and Transparency Assessment. */
public enum Tool {
    /** Survey of the agency's own staff, indicators 1–5. */
    IIT,
    /** Survey of the public that deals with the agency, indicators 6–8. */
    EIT,
    /** Disclosure on the agency's web site, indicators 9–10. */
    OIT
}
