/** Tests of the writer of workbooks. */
@NullMarked
package tidtam.reports.xlsx;

import org.jspecify.annotations.NullMarked;
