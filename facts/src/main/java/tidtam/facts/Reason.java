package tidtam.facts;

/**
 * Why a pair ended as it did. Worded only when it is shown.
 *
 * @param detail a rule id, a kind or a year, as the code says; empty where it needs none
 */
public record Reason(Code code, String detail) {
    public static Reason of(Code code) {
        return new Reason(code, "");
    }

    /** The closed list of reasons. */
    public enum Code {
        /** Everything needed was there and nothing was found. */
        HELD,
        /** The rule found something. */
        FOUND,
        /** Another finding says it already; the detail is its rule. */
        SAID_BY,
        /** Nothing of what the rule is about; the detail is the need. */
        NOTHING_TO_CHECK,
        /** Nothing has fallen due yet. */
        NOT_YET_DUE,
        /** The column is not in the table; the detail is the column. */
        NO_COLUMN,
        /** A duty with no period; the detail is the kind. */
        NO_PERIODS,
        /** An obligation could not be counted or judged; the detail is the reason. */
        NOT_COUNTED,
        /** The completion says, with a reason, that there was nothing to report. */
        NOTHING_TO_REPORT,
        /** The agency gave no list of divisions. */
        NO_DIVISION_LIST,
        /** There is no framework for the fiscal year; the detail is the year. */
        NO_FRAMEWORK,
        /** There is no holiday table for a fiscal year (Buddhist); the detail is the year. */
        NO_HOLIDAYS,
        /** A sheet was not read to its end. */
        NOT_READ,
        /** The agency turned off the rule that would say it; the detail is that rule and the agency's reason. */
        TURNED_OFF,
        /** The rule is not in the rule base. */
        NOT_IN_BASE,
        /** The rule broke off; the detail says how. */
        BROKE
    }
}
