/** Dates that can be recomputed by hand. */
@NullUnmarked
package tidtam.engine.obligations;

import org.jspecify.annotations.NullUnmarked;
