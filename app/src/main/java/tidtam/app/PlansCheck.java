package tidtam.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tidtam.app.schedule.WatchedFolder;
import tidtam.app.store.Database;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;

/** Checks an office's folder of plans and records it, one check at a time; workbooks that are being written or are open are waited for. */
final class PlansCheck {
    /** So long a check is as good as a new one. */
    private static final Duration JUST = Duration.ofMinutes(10);

    private final Rules rules;
    private final Database database;
    private final Path plans;
    private final Command.Session session;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Optional<Done> last = Optional.empty();

    PlansCheck(Rules rules, Database database, Path plans, Command.Session session) {
        this.rules = rules;
        this.database = database;
        this.plans = plans;
        this.session = session;
    }

    /** Who is told how far a check has come. */
    interface Steps {
        /** The workbooks that are at rest are known, and checked now. */
        void begun(int workbooks);

        /** One more is checked. */
        void step();

        /** Nobody is told. */
        static Steps none() {
            return new Steps() {
                @Override
                public void begun(int workbooks) {}

                @Override
                public void step() {}
            };
        }
    }

    private record Done(CheckResult result, Instant at) {}

    /** The folder. */
    Path plans() {
        return plans;
    }

    /**
     * Checks it for today.
     *
     * @param quiet how long a workbook has to be left alone before it is read
     * @throws IOException where the folder cannot be read
     * @throws tidtam.app.store.DatabaseException where the run cannot be recorded; nothing of it is then
     */
    CheckResult check(String who, Duration quiet, Steps steps) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            WatchedFolder folder = new WatchedFolder(
                    plans,
                    quiet,
                    WatchedFolder.PATIENCE,
                    session.surroundings().clock(),
                    time -> Thread.sleep(time.toMillis()));
            WatchedFolder.Found found = folder.await();
            steps.begun(found.atRest().size());
            Memory memory = Memory.in(database, rules, session);
            Check.Settings settings =
                    memory.under(new Check.Settings(session.surroundings().today(), Optional.empty()));
            List<Checked> checked = new ArrayList<>();
            found.restless().keySet().forEach(file -> checked.add(unreadable(file, Checked.Why.IN_USE)));
            checked.addAll(new CheckFiles(rules.check(), settings, memory::read, steps::step).check(found.atRest()));
            if (checked.isEmpty()) {
                checked.add(unreadable(plans, Checked.Why.FOLDER_WITHOUT_WORKBOOK));
            }
            CheckResult result = new CheckResult(rules.run(settings.asOf()), checked);
            CheckResult recorded = memory.recorded(result, settings, who);
            last = Optional.of(new Done(recorded, session.surroundings().clock().instant()));
            return recorded;
        } finally {
            turn.unlock();
        }
    }

    /** The last check where it has just been made, else a new one: warnings that follow a check rest on the same run. */
    CheckResult recent(String who, Duration quiet) throws IOException, InterruptedException {
        turn.lockInterruptibly();
        try {
            Instant now = session.surroundings().clock().instant();
            Optional<CheckResult> just = last.filter(done ->
                            !now.isBefore(done.at()) && now.isBefore(done.at().plus(JUST)))
                    .map(Done::result)
                    .filter(done ->
                            done.run().asOf().equals(session.surroundings().today()));
            return just.isPresent() ? just.get() : check(who, quiet, Steps.none());
        } finally {
            turn.unlock();
        }
    }

    private static Checked.Unreadable unreadable(Path path, Checked.Why why) {
        return new Checked.Unreadable(path.toString(), Optional.empty(), why);
    }

    /** Writes every report of a check; gives the exit code that this asks for. */
    int write(CheckResult result, Path reports) {
        Voice voice = session.voice();
        ReportSource source = new ReportSource(
                result, rules.wording(voice.language()), rules, voice, Optional.empty(), Optional.empty());
        return CheckCommand.write(
                source,
                EnumSet.allOf(ReportFormat.class),
                false,
                OutputFolder.open(reports.toString(), voice),
                session);
    }
}
