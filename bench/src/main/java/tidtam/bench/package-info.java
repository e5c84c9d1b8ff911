/** What is fast, measured. {@code bench/run.sh} runs everything and prints the figures; nothing here is a test. */
@NullMarked
package tidtam.bench;

import org.jspecify.annotations.NullMarked;
