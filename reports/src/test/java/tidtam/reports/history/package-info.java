/** Tests of what became of findings from run to run. */
@NullMarked
package tidtam.reports.history;

import org.jspecify.annotations.NullMarked;
