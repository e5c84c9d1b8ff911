/**
 * Pages of Thai and English text as a PDF file: text that is set right, can be searched and copied, tables that go on over pages, bookmarks.
 *
 * <p>Start with {@link tidtam.reports.pdf.Paper}. This package knows nothing of plans and findings, and nothing of the machine: the same
 * calls write the same bytes everywhere, because a file has neither a time nor a random mark, and its fonts (Sarabun, in {@code
 * tidtam/reports/fonts} with their licence) come with the program.
 *
 * <p>It is written out and uses no library. OpenPDF, the one that sets Thai marks right, does it with the JDK's own fonts: that took about twice
 * as long for a table of 150 rows, needs a machine on which fonts are set up, is switched on for the whole program at once, and marks every
 * file with random letters. What a Thai font asks for is little ({@link tidtam.reports.pdf.Shaper}, which a test holds against HarfBuzz), and
 * so is the part of PDF (ISO 32000) that a report needs.
 */
@NullMarked
package tidtam.reports.pdf;

import org.jspecify.annotations.NullMarked;
