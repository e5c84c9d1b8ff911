/**
 * The working form: the workbook an office keeps all year, with its measures, the report log, divisions and holidays.
 *
 * <p>Start at {@link tidtam.spreadsheets.form.FormSheet} and {@link tidtam.spreadsheets.form.FormColumn}: the layout that is written
 * is the layout that is read, so both sides use these words and no others.
 */
@NullMarked
package tidtam.spreadsheets.form;

import org.jspecify.annotations.NullMarked;
