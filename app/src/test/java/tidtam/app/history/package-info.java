/** Tests of the history. */
@NullMarked
package tidtam.app.history;

import org.jspecify.annotations.NullMarked;
