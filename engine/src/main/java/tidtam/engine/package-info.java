/**
 * Runs the rules over one plan's facts; the same facts always give the same evaluation.
 *
 * <p>Start with {@link tidtam.engine.Engine}. {@code PlanFacts} turns a plan into facts (with the calendar arithmetic of
 * {@link tidtam.engine.obligations}): {@code Evidence} is the one place that says which reports a measure has, from its action cell and
 * from the log ({@code LogBook}), and {@code LimitChoice} which limits judge a duty. {@link tidtam.engine.RuleBase} holds the compiled rules and runs them in one short session; {@link tidtam.engine.added} compiles an agency's own; and
 * {@code LedgerKeeper} accounts for every rule against every measure from what each rule declares about itself.
 *
 * <p>Only this module knows Drools. It knows no workbook, no words and no clock. Decision: rules insert, and nothing is ever retracted
 * or modified. First every obligation gets its state; then the fact {@code Judged} is inserted, and with it the rules that list states
 * can speak. So no rule depends on the order in which others fire, and none needs truth maintenance.
 */
@NullMarked
package tidtam.engine;

import org.jspecify.annotations.NullMarked;
