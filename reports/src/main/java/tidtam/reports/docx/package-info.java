/**
 * Word-processing documents (Office Open XML, ECMA-376) of titles and tables. Start with {@link tidtam.reports.docx.DocxFile}.
 *
 * <p>It knows nothing of plans. The parts that never change stand in files ({@code tidtam/reports/docx}); the text is written through
 * {@link tidtam.reports.markup.Markup}. POI's XWPF would be the library for it: it takes 0.7 to 1.1 s for the first document of 27 rows, with
 * the class-data archive, where this takes 0.1 s, has no way to embed a font, and holds the whole document in memory. The tests read the
 * documents back with it.
 *
 * <p>The font is the one of the public form, TH SarabunPSK at 16 points, which every government office's computer has. The document brings
 * Sarabun, its free successor (SIL Open Font License), under that name for computers that have it not: LibreOffice looks for an embedded
 * font by the name in the document, and passes over {@code w:altName}. Sarabun's letters are half as large again, so its em is enlarged
 * ({@link tidtam.reports.docx.StandIn}); at its own size the sample took 31 pages.
 */
@NullMarked
package tidtam.reports.docx;

import org.jspecify.annotations.NullMarked;
