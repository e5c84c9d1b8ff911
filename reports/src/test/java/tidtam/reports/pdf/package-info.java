/** Tests of the pages: what is drawn, and what another program reads there. */
@NullMarked
package tidtam.reports.pdf;

import org.jspecify.annotations.NullMarked;
