/**
 * What must hold, as an auditor reads it: the rules ({@code *.drl}, one topic a file), their wording ({@code messages}), the limits an
 * auditor may change ({@code parameters}), the framework of a year ({@code framework}) and the public holidays ({@code holidays}), all
 * beside this package as resources.
 *
 * <p>Start with {@code states.drl}, which says how each obligation stands, then {@code completion.drl} and {@code quarterly.drl}. A new
 * rule is four edits: the rule, its lines in each of the two message files (in Thai its basis too), and its test. The rules are
 * compiled into Java when the project is built, so that nothing is compiled when an office starts a check.
 *
 * <p>This module knows neither spreadsheets nor the engine that runs it; {@link tidtam.rules.BuiltInRules} only names what is here.
 */
@NullMarked
package tidtam.rules;

import org.jspecify.annotations.NullMarked;
