/** What happens to the built-in rules when one of them is missing or breaks. */
@NullUnmarked
package tidtam.engine;

import org.jspecify.annotations.NullUnmarked;
