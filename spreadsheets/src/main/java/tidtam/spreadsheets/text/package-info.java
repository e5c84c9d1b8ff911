/**
 * The Thai of a measure plan's cells: dates, duties, completions, divisions, as facts that quote the raw text they were read from.
 *
 * <p>Start with a reader: {@link tidtam.spreadsheets.text.DutyReader}, {@link tidtam.spreadsheets.text.CompletionReader},
 * {@link tidtam.spreadsheets.text.DateReader}, {@link tidtam.spreadsheets.text.ResponsibleReader},
 * {@link tidtam.spreadsheets.text.PublicationReader}. All are pure functions of one cell's text.
 *
 * <p>It is a small grammar and no pile of patterns: {@code NormalText} removes what typing, fonts and scanners did to the
 * letters, {@code Lexer} gives tokens (numbers, units of time, months, anchor words), and each reader looks for phrases over
 * tokens. Spaces are never part of a word, because scanned Thai has them anywhere. The package knows nothing of workbooks and
 * must not: it is given a {@link tidtam.facts.CellText}.
 */
@NullMarked
package tidtam.spreadsheets.text;

import org.jspecify.annotations.NullMarked;
