package tidtam.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;

/** The program's entry. */
public final class Tidtam {
    private static final int USUAL_COLUMNS = 100;

    private Tidtam() {}

    /** Runs one command and ends the machine with its exit code. */
    public static void main(String[] words) {
        Surroundings surroundings = new Surroundings(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                "terminal".equals(System.getProperty("tidtam.stdout")),
                "terminal".equals(System.getProperty("tidtam.stderr")),
                Integer.getInteger("tidtam.columns", USUAL_COLUMNS),
                System.getenv("NO_COLOR") == null || System.getenv("NO_COLOR").isEmpty(),
                Clock.systemUTC(),
                System.getenv());
        System.exit(Commands.run(surroundings, words));
    }
}
