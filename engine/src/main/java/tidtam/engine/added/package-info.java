/**
 * Rules that an agency adds, from their text to what the engine runs.
 *
 * <p>Start with {@link tidtam.engine.added.AddedRules}; {@link tidtam.engine.added.RuleFault} is why a text is no such rule. Decision: the
 * compiler's own classes stay in {@code RuleCompiler}, because they are internal to Drools, and are loaded only where rules were added.
 */
@NullMarked
package tidtam.engine.added;

import org.jspecify.annotations.NullMarked;
