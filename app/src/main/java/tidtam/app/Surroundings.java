package tidtam.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * What the program is started in.
 *
 * @param out standard output
 * @param err standard error, for messages to people
 * @param outTerminal whether a person looks at {@code out}
 * @param errTerminal whether a person looks at {@code err}
 * @param columns the width of the terminal
 * @param colour whether colours are wanted where a person looks
 * @param environment the environment's variables
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        int columns,
        boolean colour,
        Clock clock,
        Map<String, String> environment) {
    /** Today where the agencies are. */
    LocalDate today() {
        return now().toLocalDate();
    }

    /** The time where the agencies are. */
    ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(ZoneId.of("Asia/Bangkok")));
    }

    /** Whether what is written to standard output may be coloured. */
    boolean coloured() {
        return outTerminal && colour;
    }
}
