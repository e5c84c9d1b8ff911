/** Tests of the working form as it is written. */
@NullMarked
package tidtam.spreadsheets.form;

import org.jspecify.annotations.NullMarked;
