/**
 * Writes XML and HTML that is well-formed and inert whatever the texts in it are. Start with {@link tidtam.reports.markup.Markup}.
 *
 * <p>It knows nothing of findings. Plain Java, not templates: a report page is tables and drawings computed from figures, with hardly a
 * fixed line of markup. Written so, every element is closed and every text escaped by construction, there is no way to write unescaped
 * foreign text by mistake, and neither a compiler for templates nor a library at run time is needed.
 */
@NullMarked
package tidtam.reports.markup;

import org.jspecify.annotations.NullMarked;
