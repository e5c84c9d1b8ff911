package tidtam.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tidtam.app.schedule.Timetable;

/**
 * What is done by itself, and where the auditor's desk is.
 *
 * @param plans the folder of workbooks that is watched; there is one wherever something is done by itself
 * @param check when it is checked
 * @param warn when warnings about it are sent
 * @param reports the folder that the reports of each check are written to
 * @param heartbeatFile rewritten after each check, so that another monitor sees by its age that none is made
 * @param names by which browsers may call the desk besides the host of its address
 * @param https whether people reach the desk by https, through a proxy
 */
record ScheduleSettings(
        Optional<Path> plans,
        Optional<Timetable> check,
        Optional<Timetable> warn,
        Optional<Path> reports,
        Optional<Path> heartbeatFile,
        Address address,
        List<String> names,
        boolean https) {

    /** Where the desk listens. */
    record Address(String host, int port) {}

    /** As it is where no settings file is named. */
    static ScheduleSettings usual() {
        return new ScheduleSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Address("localhost", 8080),
                List.of(),
                false);
    }
}
