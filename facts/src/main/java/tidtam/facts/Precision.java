package tidtam.facts;

/** How finely a date was stated. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR
}
