package tidtam.facts;

import java.util.Optional;

/**
 * Something in the workbook that could not be read, or was left out, and where it stands. Worded only when it is shown.
 *
 * @param cell empty where it is about the whole sheet, or the workbook
 * @param text what was found there
 */
public record CellProblem(Code code, String sheet, Optional<CellRef> cell, String text) {
    /** What happened. {@link #partial} says whether something that may hold measures was not checked. */
    public enum Code {
        SHEET_HIDDEN(true),
        SHEET_UNREADABLE(true),
        SHEET_WITHOUT_TABLE(false),
        ROWS_HIDDEN(false),
        COLUMN_MISSING(false),
        FORMULA_ERROR(false),
        FORMULA_NOT_CALCULATED(false),
        TEXT_TOO_LONG(true),
        ROW_NOT_UNDERSTOOD(false),
        /** The table of measures has none. */
        NO_MEASURES(true),
        AGENCY_NOT_FOUND(false),
        FISCAL_YEAR_NOT_FOUND(false),
        ROUND_NOT_FOUND(false),
        HOLIDAYS_UNKNOWN(false),

        /** A second sheet of the working form of one kind; the text is that kind's name. */
        SHEET_REPEATED(false),
        /** A second general sheet; of what stands in both, the first counts. */
        GENERAL_REPEATED(false),
        /** A line of the general sheet that stands there twice with another value; the first counts, and the text is the other. */
        GENERAL_DISAGREES(false),
        /** The working form lacks a sheet; the text is its name. */
        SHEET_MISSING(false),
        /** A sheet of the form that does not decide what is checked is hidden. */
        FORM_SHEET_HIDDEN(false),
        /** The report log has no heading row, or no column for the measure or the report's date; the text is what it lacks. */
        LOG_NOT_READ(true),
        /** A sheet of the form has no heading row; the text is the sheet's name in the form. */
        HEADING_ROW_MISSING(false),
        /** A sheet of the form lacks a column or line; the text is its heading. */
        HEADING_MISSING(false),
        /** A heading that the form does not know. */
        HEADING_UNKNOWN(false),
        /** A row marked as an example with other texts than the form's example. */
        EXAMPLE_CHANGED(true),
        /** A cell that the form needs is blank; the text is its heading. */
        CELL_BLANK(false),
        /** A value of the general sheet that cannot be understood. */
        GENERAL_NOT_UNDERSTOOD(false),
        /** The plan starts after its fiscal year. */
        START_AFTER_YEAR(false),
        /** The general sheet and the title say different things; the text is the title's. */
        TITLE_DISAGREES(false),
        /** A cell for a date that holds none. */
        NOT_A_DATE(false),
        /** A cadence that no kind holds. */
        CADENCE_NOT_UNDERSTOOD(false),
        /** A cadence that needs a number of days, with none. */
        DAYS_MISSING(false),
        /** Due months, or a number of days, that cannot be understood. */
        LIMIT_NOT_UNDERSTOOD(false),
        /** Due months, or a number of days, that fit no duty, or several. */
        LIMIT_FITS_NONE(false);

        private final boolean partial;

        Code(boolean partial) {
            this.partial = partial;
        }

        public boolean partial() {
            return partial;
        }
    }
}
