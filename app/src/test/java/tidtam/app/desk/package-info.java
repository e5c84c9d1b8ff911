/** Tests of the desk, against a server that runs. */
@NullMarked
package tidtam.app.desk;

import org.jspecify.annotations.NullMarked;
