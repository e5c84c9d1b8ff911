/**
 * Writes new {@code .xlsx} workbooks (ECMA-376), row by row, to a stream.
 *
 * <p>Start with {@link tidtam.reports.xlsx.NewWorkbook}. It knows cells, looks and sheets, and nothing of what they say. It holds one row at a
 * time, so a sheet may be as long as Excel allows.
 *
 * <p>A library would load hundreds of classes for the two dozen elements that are written here, and those that are small cannot mark a text so
 * that it stays a text when its cell is edited ({@code quotePrefix}), nor leave the time of day out of the file.
 */
@NullMarked
package tidtam.reports.xlsx;

import org.jspecify.annotations.NullMarked;
