/**
 * Findings become words, tables and files: pure functions from a {@link tidtam.reports.CheckResult} to what people and programs read.
 *
 * <p>Start with {@link tidtam.reports.Wording}, which puts values into Thai or English sentences, then with the format wanted: {@link
 * tidtam.reports.TerminalTable}, {@link tidtam.reports.ReportPage}, {@link tidtam.reports.WorkingPaper}, {@link
 * tidtam.reports.WorkbookNotes}, {@link tidtam.reports.SixMonthReport}, {@link tidtam.reports.FindingsJson}, {@link tidtam.reports.FindingsCsv}, {@link tidtam.reports.JUnitXml},
 * {@link tidtam.reports.Explanation}, {@link tidtam.reports.Catalogue}, {@link tidtam.reports.ReadingJson} or {@link
 * tidtam.reports.DivisionCalendar}. Warnings are in {@link
 * tidtam.reports.warning}. Totals are counted once, in {@link tidtam.reports.Figures}, so that all forms agree.
 *
 * <p>This package reads no file, clock, default locale or time zone, and knows neither the rules' engine nor the reader of workbooks: the
 * rules' messages are handed in. Months, digits and names of states come from its own tables ({@code th.properties}, {@code en.properties})
 * because locale data differs between machines and Java versions, and the same result must give the same bytes everywhere. Cell texts are
 * foreign: whatever a person sees has passed {@link tidtam.reports.Clean}.
 *
 * <p>Golden files under {@code src/test/resources/golden} hold every format of one made-up result. To rewrite them, run {@code mvn -pl
 * reports -am test -Dgolden.rewrite} and review the difference.
 */
@NullMarked
package tidtam.reports;

import org.jspecify.annotations.NullMarked;
