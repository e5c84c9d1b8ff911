package tidtam.spreadsheets.text;

/** Units of time. */
enum Unit {
    MINUTE,
    HOUR,
    DAY,
    WORKDAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    FISCAL_YEAR,
    /** A school term, two a year. */
    TERM;

    private static final Unit[] ALL = values();

    static Unit of(int ordinal) {
        return ALL[ordinal];
    }
}
