/**
 * A workbook in, a measure plan and what could not be read of it out.
 *
 * <p>Start with {@link tidtam.spreadsheets.WorkbookReader}. Reading goes in two steps that know nothing of each other:
 * {@code XlsxFile} and {@code XlsFile} turn bytes into {@code SheetGrid}s, texts by cell with merges and hidden flags; {@code
 * PlanReader} finds title, tables, sections and measures in the grids and hands each cell to the readers of
 * {@link tidtam.spreadsheets.text}. Nothing here may know rules, dates of a check, or files on disk.
 *
 * <p>Why {@code .xlsx} is read without POI: a measure plan is a few hundred cells, and loading POI's package and schema classes
 * takes longer than everything else a check does. A zip of XML parts needs the JDK alone. The old binary {@code .xls}
 * format does need POI, which is loaded only then.
 */
@NullMarked
package tidtam.spreadsheets;

import org.jspecify.annotations.NullMarked;
