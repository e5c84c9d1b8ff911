/**
 * The working form: the workbook an office keeps all year, with its measures, the report log, divisions and holidays.
 *
 * <p>Start at {@link tidtam.spreadsheets.form.FormSheet} and {@link tidtam.spreadsheets.form.FormColumn}: the layout that is written
 * is the layout that is read, so both sides use these words and no others. {@link tidtam.spreadsheets.form.FormWriter} writes it.
 *
 * <p>Nothing here knows what a text means: what was read of an old plan comes as {@link tidtam.spreadsheets.form.FormContents}. Decision:
 * the form is written with POI's user model, whose classes only this command loads, and every list warns and none forbids, because the
 * official texts must be able to say what no list foresaw.
 */
@NullMarked
package tidtam.spreadsheets.form;

import org.jspecify.annotations.NullMarked;
