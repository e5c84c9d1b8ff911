/**
 * What became of findings from run to run: pure functions from what was known to what is known now.
 *
 * <p>Start with {@link tidtam.reports.history.Lifecycles}, which follows each finding by its fingerprint; {@link
 * tidtam.reports.history.RunHistory} is what reports show of it. A finding counts as settled only where its rule was evaluated for a measure
 * that is still there; whatever else is not found any more is absent until a person confirms it, because a row that vanished proves nothing.
 */
@NullMarked
package tidtam.reports.history;

import org.jspecify.annotations.NullMarked;
