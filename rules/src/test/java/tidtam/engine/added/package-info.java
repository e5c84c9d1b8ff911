/** Tests of the compiler of added rules that need the facts, the engine and the built-in rules together. */
@NullMarked
package tidtam.engine.added;

import org.jspecify.annotations.NullMarked;
