/**
 * A workbook in, a measure plan and what could not be read of it out.
 *
 * <p>Start with {@link tidtam.spreadsheets.WorkbookReader}. Reading goes in two steps that know nothing of each other:
 * {@code XlsxFile} and {@code XlsFile} turn bytes into {@code SheetGrid}s, texts by cell with merges and hidden flags; {@code
 * PlanReader} finds title, tables, sections and measures in the grids and hands each cell to the readers of
 * {@link tidtam.spreadsheets.text}. Nothing here may know rules, dates of a check, or files on disk.
 *
 * <p>A workbook may be the bare official table or the working form ({@link tidtam.spreadsheets.form}); {@code FormSheets} tells which of
 * its sheets are the form's, and the bare table is read as if there were no form. {@code PlanCarrier} goes the other way: it carries what
 * was read of an old plan into a new form.
 *
 * <p>Why {@code .xlsx} is read with POI's event model and {@code .xls} with its user model: a measure plan is a few hundred cells, and
 * loading the schema classes of the {@code .xlsx} user model takes longer than everything else a check does; the old binary format has
 * no such classes. Numbers are formatted here, because POI's own formatter prints Buddhist dates with Common Era years.
 */
@NullMarked
package tidtam.spreadsheets;

import org.jspecify.annotations.NullMarked;
