/**
 * The words all modules share, as immutable records: what a measure plan states, what follows from it, and what was found.
 *
 * <p>Start with {@link tidtam.facts.Plan} (a workbook as read), {@link tidtam.facts.Obligation} (a duty in one period),
 * {@link tidtam.facts.Finding} (what a rule concludes) and {@link tidtam.facts.Evaluation} (what a check gives).
 *
 * <p>This package depends on nothing but the JDK and must stay so: spreadsheets, rules, engine and reports meet here and
 * nowhere else. A fact is complete or absent: what may be unknown is an {@code Optional} or a fact of its own, never null,
 * because a rule silently fails to match a null field.
 */
@NullMarked
package tidtam.facts;

import org.jspecify.annotations.NullMarked;
