package tidtam.app.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tidtam.app.store.Database;

/** A program whose job says that it runs, and then does until the program is killed. */
final class EndlessJob {
    private EndlessJob() {}

    public static void main(String[] words) {
        Path folder = Path.of(words[0]);
        Job job = new Job("check", Timetable.find("every day 08:30").orElseThrow(), Optional.empty(), planned -> {
            System.out.write('r');
            System.out.flush();
            Thread.currentThread().join();
            return 0;
        });
        Clock clock = Clock.fixed(Instant.parse(words[1]), ZoneOffset.UTC);
        Jobs.start(
                Database.open(folder),
                folder,
                List.of(job),
                day -> false,
                clock,
                new Jobs.Pace(Duration.ofMillis(20), Duration.ofSeconds(1)));
    }
}
