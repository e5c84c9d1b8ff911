/** The tests of what is recorded. */
@NullMarked
package tidtam.app.history;

import org.jspecify.annotations.NullMarked;
