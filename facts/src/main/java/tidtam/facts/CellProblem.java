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
        AGENCY_NOT_FOUND(false),
        FISCAL_YEAR_NOT_FOUND(false),
        ROUND_NOT_FOUND(false),
        HOLIDAYS_UNKNOWN(false);

        private final boolean partial;

        Code(boolean partial) {
            this.partial = partial;
        }

        public boolean partial() {
            return partial;
        }
    }
}
