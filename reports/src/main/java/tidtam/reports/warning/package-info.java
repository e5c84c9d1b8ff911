/**
 * What is found becomes warnings: who is told what, when and why, and in which words.
 *
 * <p>Start with {@link tidtam.reports.warning.Digests}, which puts the findings of a run into one {@link tidtam.reports.warning.Digest} for
 * each set of recipients; then {@link tidtam.reports.warning.Decision}, which says by name why a digest goes out or does not, {@link
 * tidtam.reports.warning.Guard}, which stops a run that would tell too much at once, and {@link tidtam.reports.warning.WarningText}.
 *
 * <p>Pure functions: this package knows no mail server, database or clock. What was told before is handed in as {@link
 * tidtam.reports.warning.Told}, so that a decision can be tried for any day, shown before anything is sent, and shown again to an auditor.
 */
@NullMarked
package tidtam.reports.warning;

import org.jspecify.annotations.NullMarked;
