/** The tests of each rule: a case it reports, and the nearest one it accepts. */
@NullUnmarked
package tidtam.rules;

import org.jspecify.annotations.NullUnmarked;
