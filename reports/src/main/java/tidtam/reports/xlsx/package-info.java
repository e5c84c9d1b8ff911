/**
 * Writes new {@code .xlsx} workbooks (ECMA-376), row by row, to a stream.
 *
 * <p>Start with {@link tidtam.reports.xlsx.NewWorkbook}. It knows cells, looks and sheets, and nothing of what they say. It holds some
 * hundred rows at a time, and the finished part of the file in compressed form, so a sheet may be as long as Excel allows.
 *
 * <p>The format is left to fastexcel: POI would load some thousand classes for it. What that cannot do is done here: a text that would become a
 * formula when its cell is edited gets a leading apostrophe, and the time of day is taken out of the finished file.
 */
@NullMarked
package tidtam.reports.xlsx;

import org.jspecify.annotations.NullMarked;
