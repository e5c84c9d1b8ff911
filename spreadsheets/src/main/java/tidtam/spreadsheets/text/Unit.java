package tidtam.spreadsheets.text;

/** Units of time, in the order of {@link Lexicon}'s spellings. */
enum Unit {
    MINUTE(0),
    HOUR(1),
    DAY(2),
    WORKDAY(3),
    WEEK(4),
    MONTH(5),
    QUARTER(6),
    HALF_YEAR(7),
    YEAR(8),
    FISCAL_YEAR(9),
    /** A school term, two a year. */
    TERM(10);

    private static final Unit[] ALL = values();

    private final int code;

    Unit(int code) {
        this.code = code;
    }

    /** What a token of this unit has as its value. */
    int code() {
        return code;
    }

    static Unit of(int code) {
        return ALL[code];
    }
}
