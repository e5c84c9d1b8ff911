/** Tests of who is told what, when and why, and in which words. */
@NullMarked
package tidtam.reports.warning;

import org.jspecify.annotations.NullMarked;
