/** The program as its users call it: words in, exit code and text out. */
@NullMarked
package tidtam.app;

import org.jspecify.annotations.NullMarked;
