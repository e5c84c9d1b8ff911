/** Tests of the writer of XML and HTML. */
@NullMarked
package tidtam.reports.markup;

import org.jspecify.annotations.NullMarked;
