package tidtam.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import tidtam.app.desk.Desk;
import tidtam.app.desk.Health;
import tidtam.app.schedule.HealthBoard;
import tidtam.app.schedule.Job;
import tidtam.app.schedule.Jobs;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.app.store.FolderLock;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;

/** {@code tidtam serve}: checks and warns by itself at the times that the settings say, and keeps the auditor's desk open. */
final class ServeCommand implements Command {
    private static final String SCHEDULE = "schedule";
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final long MOST_UPLOADED = 20L << 20;
    private static final int THREADS = 64;

    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "serve",
                voice.say(
                        "ตรวจและเตือนเองตามเวลาในแฟ้มการตั้งค่า และเปิดโต๊ะผู้ตรวจสอบในเบราว์เซอร์ จนกว่าจะสั่งหยุด (Ctrl+C)",
                        "Checks and warns by itself at the times of the settings file, and keeps the auditor's desk open in the browser, until it is stopped (Ctrl+C)."),
                List.of(),
                List.of(Settings.config(voice), Settings.rules(voice)));
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Rules rules = Rules.of(words, voice);
        if (rules.settingsBytes().isEmpty()) {
            throw new Refused(voice.say(
                    "tidtam serve ต้องมี --config FILE (แฟ้มการตั้งค่าของหน่วยงาน)",
                    "tidtam serve needs --config FILE, the agency's settings file"));
        }
        rules.notice(voice).ifPresent(session::tell);
        // Nobody waits for what a job or a page says: what fails there is told in the log, before whose first line this
        // is set.
        System.setProperty(LogSetup.DEBUG, "true");
        try (Parts parts = new Parts(rules, session)) {
            parts.start();
            return waited(parts);
        } catch (DatabaseException e) {
            throw e.why() == DatabaseException.Why.IN_USE
                    ? new Refused(Memory.data(rules)
                            + voice.say(
                                    ": tidtam serve อีกชุดใช้โฟลเดอร์นี้อยู่ ให้หยุดชุดนั้นก่อน",
                                    ": another tidtam serve uses this folder; stop it first"))
                    : Memory.refused(e, rules, voice);
        }
    }

    /** Until the program is told to end, which then waits for all to be closed: not for this thread, whose own end waits for the program's. */
    private static int waited(Parts parts) {
        Thread serving = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.interrupt();
            parts.awaitClosed();
        }));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            parts.ending();
        }
        return Exit.CLEAN;
    }

    /** What runs while it serves; closed in the reverse order. */
    private static final class Parts implements AutoCloseable {
        private final Rules rules;
        private final Session session;
        private final List<AutoCloseable> open = new ArrayList<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        Parts(Rules rules, Session session) {
            this.rules = rules;
            this.session = session;
        }

        void start() {
            Path data = Memory.data(rules);
            ScheduleSettings schedule = rules.schedule();
            FolderLock lock = FolderLock.take(data, "tidtam.serve");
            open.add(lock);
            Database database = Database.open(data);
            open.add(database);
            Optional<PlansCheck> plans =
                    schedule.plans().map(folder -> new PlansCheck(rules, database, folder, session));
            DeskOffice office = new DeskOffice(rules, database, plans, session);
            open.add(office);
            List<Job> jobs = plans.map(check -> jobs(schedule, check)).orElse(List.of());
            HealthBoard board =
                    new HealthBoard(database, jobs.stream().map(Job::name).toList());
            Desk desk = Desk.start(
                    office,
                    database,
                    new Desk.Options(
                            schedule.address().host(),
                            schedule.address().port(),
                            schedule.names(),
                            schedule.https(),
                            MOST_UPLOADED,
                            THREADS,
                            () -> health(board)));
            open.add(desk);
            tellWhere(desk, schedule);
            if (!jobs.isEmpty()) {
                open.add(Jobs.start(
                        database,
                        data,
                        jobs,
                        rules.parameters().holidays()::dayOff,
                        session.surroundings().clock()));
            }
        }

        private Health health(HealthBoard board) {
            tidtam.app.schedule.Health health =
                    board.health(session.surroundings().clock().instant());
            return new Health(health.status() == tidtam.app.schedule.Health.Status.OK ? 200 : 503, health.json());
        }

        private void tellWhere(Desk desk, ScheduleSettings schedule) {
            Voice voice = session.voice();
            String host = schedule.address().host();
            String address = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + desk.port();
            session.tell(voice.say("โต๊ะผู้ตรวจสอบ: ", "the auditor's desk: ") + address);
            desk.setUpPath()
                    .ifPresent(path -> session.tell(voice.say(
                                    "ยังไม่มีผู้ใช้ ตั้งรหัสผ่านผู้ตรวจสอบที่ลิงก์นี้ (ใช้ได้ครั้งเดียว ภายใน ๒๔ ชั่วโมง): ",
                                    "there is no user yet; the auditor sets a password at this link (once, within 24 hours): ")
                            + address
                            + path));
        }

        private List<Job> jobs(ScheduleSettings schedule, PlansCheck plans) {
            List<Job> jobs = new ArrayList<>();
            schedule.check()
                    .ifPresent(when -> jobs.add(
                            new Job("check", when, schedule.heartbeatFile(), planned -> check(schedule, plans))));
            schedule.warn()
                    .ifPresent(when -> jobs.add(new Job(
                            "warn",
                            when,
                            schedule.check().isPresent() ? Optional.empty() : schedule.heartbeatFile(),
                            planned -> warn(plans))));
            return jobs;
        }

        private int check(ScheduleSettings schedule, PlansCheck plans) throws IOException, InterruptedException {
            CheckResult result = plans.check(SCHEDULE, QUIET, PlansCheck.Steps.none());
            CheckCommand.tellWhatWasNotChecked(
                    result, rules.wording(session.voice().language()), session);
            int exit = Exit.of(result, Optional.of(Severity.WARNING));
            return schedule.reports().isPresent() && !result.evaluations().isEmpty()
                    ? Exit.first(exit, plans.write(result, schedule.reports().get()))
                    : exit;
        }

        private int warn(PlansCheck plans) throws IOException, InterruptedException {
            CheckResult result = plans.recent(SCHEDULE, QUIET);
            try {
                return new WarnTask(rules, rules.warnings(), Optional.empty(), session).warn(() -> result);
            } catch (Refused e) {
                e.sentences().forEach(session::tell);
                return Exit.NOT_STARTED;
            }
        }

        void ending() {
            session.tell(session.voice().say("กำลังหยุด …", "stopping …"));
        }

        @Override
        public void close() {
            for (int i = open.size() - 1; i >= 0; i--) {
                try {
                    open.get(i).close();
                } catch (Exception e) {
                    session.tell(session.voice().say("ปิดไม่สมบูรณ์: ", "not closed in full: ") + e);
                }
            }
            closed.countDown();
        }

        void awaitClosed() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
