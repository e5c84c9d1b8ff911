package tidtam.app.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that is done by itself.
 *
 * @param name it is known by this from start to start
 * @param heartbeat the file by whose age another monitor sees that checks are made; rewritten whenever one was made
 */
public record Job(String name, Timetable timetable, Optional<Path> heartbeat, Work work) {
    /** What is done. */
    public interface Work {
        /**
         * Does it.
         *
         * @param planned the time it is done for, which has passed
         * @return the program's exit code for it
         */
        int run(Instant planned) throws Exception;
    }
}
