/**
 * Calendar arithmetic in plain Java: from a duty to its obligations ({@link tidtam.engine.obligations.Expansion}), and from dated
 * reports to the obligations they serve ({@link tidtam.engine.obligations.Allotment}).
 *
 * <p>Nothing here judges: whether an obligation is met, late or missing is concluded by the rules. Nothing here knows the rule engine
 * or the clock, so every date can be recomputed by hand. Days are counted as the Administrative Procedure Act B.E. 2539, section 64,
 * and the Civil and Commercial Code, section 193/3, say: the first day is not counted.
 */
@NullMarked
package tidtam.engine.obligations;

import org.jspecify.annotations.NullMarked;
