/**
 * What was checked and decided, and the proof of it.
 *
 * <p>Start with {@link tidtam.app.history.Chain}: every run and every decision is one record, and each record's hash covers the one before
 * it, so that nothing can be changed, left out or put in between without {@link tidtam.app.history.Verification} telling. {@link
 * tidtam.app.history.History} keeps runs with their inputs and follows each finding from run to run; {@link
 * tidtam.app.history.Decisions} keeps what people decided about them.
 *
 * <p>A run is compared with the last one of its plan by as-of date, not by the clock, so that a clock set back or a check for a past day
 * confuses nothing. What a finding looked like is remembered in words; its workbook, settings and rules are kept as they were read, once
 * each, so that the run can be evaluated again. This package knows no words, clock, settings or rules: it is given all four.
 */
@NullMarked
package tidtam.app.history;

import org.jspecify.annotations.NullMarked;
