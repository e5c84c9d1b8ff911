package tidtam.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.app.outbox.Outbox;
import tidtam.app.outbox.Postman;
import tidtam.app.outbox.Transport;
import tidtam.app.store.Database;
import tidtam.facts.EmailAddress;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Wording;
import tidtam.reports.warning.Told;

/** What {@code tidtam warn} does. */
record WarnTask(Rules rules, WarningSettings settings, Optional<EmailAddress> trial, Command.Session session) {
    private static final int RUN_BYTES = 4;
    /** How long a run waits for a server that says "not now". */
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    /** So many mails are written at a time, and then kept: not all of them stand in memory. */
    private static final int AT_A_TIME = 16;

    /** A trial tells no division anything, so it keeps what it told to itself. */
    Path data() {
        return trial.isPresent() ? settings.data().resolve("trial") : settings.data();
    }

    private Voice voice() {
        return session.voice();
    }

    int preview(Words words) {
        CheckResult result = check(words, true);
        if (result.evaluations().isEmpty()) {
            return Exit.of(result, Optional.empty());
        }
        Optional<Database> database = Database.find(data());
        try {
            Optional<Outbox> outbox = database.map(Outbox::new);
            WarningRun run = decide(
                    result,
                    database.map(WarnTask::promises).orElse(Map.of()),
                    key -> outbox.map(known -> known.told(key)).orElse(Told.nothing()),
                    agencies -> outbox.map(known -> known.flagged(agencies)).orElse(Map.of()));
            session.out().print(new WarningWords(voice(), wording()).preview(run, mails(run)));
            tell(run);
        } finally {
            database.ifPresent(Database::close);
        }
        return Exit.of(result, Optional.empty());
    }

    int warn(Words words) {
        return warn(() -> check(words, false));
    }

    /**
     * The same for what someone else checks.
     *
     * @param checking gives a recorded run
     */
    int warn(Supplier<CheckResult> checking) {
        // What would keep mails from being sent is told before anything is decided.
        Supplier<Transport> way = new MailWay(settings, data(), session).open();
        CheckResult result = checking.get();
        int exit = Exit.of(result, Optional.empty());
        if (result.evaluations().isEmpty()) {
            return exit;
        }
        try (Database database = Database.alone(data())) {
            Outbox outbox = new Outbox(database);
            WarningRun run = decide(result, promises(database), outbox::told, outbox::flagged);
            long id = record(run, outbox);
            tell(run);
            boolean sent = carry(outbox, way, id, entry -> true);
            boolean unaddressed = run.decided().stream().anyMatch(WarningRun.Decided::unaddressed);
            return sent && !unaddressed && run.trip().isEmpty() ? exit : Exit.first(exit, Exit.UNSENT);
        }
    }

    int retry() {
        Supplier<Transport> way = new MailWay(settings, data(), session).open();
        try (Database database = Database.alone(data())) {
            Outbox outbox = new Outbox(database);
            outbox.retry(session.surroundings().now().toInstant());
            Set<List<Optional<String>>> waiting = outbox.entries(0).stream()
                    .filter(Outbox.Entry::waits)
                    .map(WarnTask::mailbox)
                    .collect(Collectors.toSet());
            return carry(outbox, way, 0, entry -> waiting.contains(mailbox(entry))) ? Exit.CLEAN : Exit.UNSENT;
        }
    }

    private static List<Optional<String>> mailbox(Outbox.Entry entry) {
        return List.of(entry.message(), entry.address());
    }

    int status() {
        Optional<Database> database = Database.find(data());
        if (database.isEmpty()) {
            session.tell(data() + voice().say(": ยังไม่เคยส่งอีเมลเตือน", ": no warning was ever sent"));
            return Exit.CLEAN;
        }
        try (Database open = database.get()) {
            session.out().print(new WarningWords(voice(), wording()).status(new Outbox(open).entries(0)));
        }
        return Exit.CLEAN;
    }

    /** A preview keeps nothing; a run that cannot be recorded tells nobody anything. */
    private CheckResult check(Words words, boolean preview) {
        Check.Settings asked = Settings.of(words, session);
        rules.notice(voice()).ifPresent(session::tell);
        CheckCommand.Recorded recorded = preview
                ? CheckCommand.preview(words.operands(), asked, rules, session)
                : CheckCommand.recorded(words.operands(), rules.check(), asked, rules, true, session);
        if (!recorded.kept()) {
            throw new Refused(voice().say("จึงไม่ได้ส่งอีเมลใด", "so no mail was sent"));
        }
        CheckCommand.tellWhatWasNotChecked(recorded.result(), wording(), session);
        return recorded.result();
    }

    private Wording wording() {
        return rules.wording(voice().language());
    }

    /** The last answer to each finding, by its fingerprint. */
    private static Map<String, WarningRun.Promise> promises(Database database) {
        Map<String, WarningRun.Promise> promises = new HashMap<>();
        new Decisions(database)
                .acknowledgements()
                .forEach((fingerprint, decided) -> promises.put(
                        fingerprint,
                        new WarningRun.Promise(
                                decided.at().atZone(HistoryWords.BANGKOK).toLocalDate(),
                                ((Decision.Acknowledge) decided.decision()).promised())));
        return promises;
    }

    private WarningRun decide(
            CheckResult result,
            Map<String, WarningRun.Promise> promises,
            Function<String, Told> told,
            Function<Set<String>, Map<String, Set<String>>> flagged) {
        boolean dayOff = rules.parameters().holidays().dayOff(result.run().asOf());
        return WarningRun.of(result, settings, rules.escalation(), promises, told, flagged, dayOff);
    }

    private WarningMails mails(WarningRun run) {
        return new WarningMails(run, runId(run.result()), settings, rules.escalation(), trial, wording());
    }

    /** The same check has the same. */
    private static String runId(CheckResult result) {
        StringBuilder identity = new StringBuilder(result.run().rulesDigest());
        result.inputs()
                .forEach(input -> identity.append('\n').append(input.sha256().orElse("")));
        return result.run().asOf() + "-" + Sha256.of(identity.toString(), RUN_BYTES);
    }

    /** Decisions and mails in one transaction: a mail that is decided on is not lost. */
    private long record(WarningRun run, Outbox outbox) {
        WarningMails mails = mails(run);
        ZonedDateTime now = session.surroundings().now();
        List<WarningRun.Decided> written =
                run.decided().stream().filter(WarningRun.Decided::written).toList();
        try (Progress progress =
                Progress.on(session, voice().say("เขียนอีเมลแล้ว", "mails written:"), written.size())) {
            return outbox.record(runId(run.result()), run.result().run().asOf(), now.toInstant(), recording -> {
                for (int i = 0; i < written.size(); i += AT_A_TIME) {
                    List<WarningMails.Task> tasks = written.subList(i, Math.min(written.size(), i + AT_A_TIME)).stream()
                            .map(decided -> mails.task(decided, recording))
                            .toList();
                    List<Outbox.Message> messages =
                            OnAllCores.map(tasks, task -> mails.message(task, now, data().resolve("files")));
                    for (int k = 0; k < tasks.size(); k++) {
                        keep(tasks.get(k).decided(), Optional.of(messages.get(k)), mails, recording);
                        progress.step();
                    }
                }
                run.decided().stream()
                        .filter(decided -> !decided.written())
                        .forEach(decided -> keep(decided, Optional.empty(), mails, recording));
                if (!run.held()) {
                    run.flags().forEach((agency, flags) -> recording.flagged(agency, flags.flagged()));
                }
            });
        }
    }

    private static void keep(
            WarningRun.Decided decided,
            Optional<Outbox.Message> message,
            WarningMails mails,
            Outbox.Recording recording) {
        recording.decision(
                decided.digest(),
                decided.decision(),
                mails.label(decided.digest()),
                WarningWords.addresses(mails.recipients(decided.digest())),
                message);
        if (decided.decision().held().isEmpty()) {
            recording.settled(
                    decided.digest(), decided.told(), decided.decision().settled());
        }
        message.ifPresent(one -> recording.told(
                decided.digest(),
                one.id(),
                decided.digest().asking(),
                decided.decision().steps()));
    }

    /** Whether everything that is asked for from that run on has been sent; what is left is told. */
    private boolean carry(Outbox outbox, Supplier<Transport> way, long fromRun, Predicate<Outbox.Entry> asked) {
        Optional<String> unavailable;
        int open = (int)
                outbox.entries(fromRun).stream().filter(Outbox.Entry::waits).count();
        try (Transport transport = way.get();
                Progress progress = Progress.on(session, voice().say("ส่งแล้ว", "mails sent:"), open)) {
            Postman postman = new Postman(
                    outbox,
                    transport,
                    session.surroundings().clock(),
                    new Random(),
                    duration -> Thread.sleep(duration.toMillis()),
                    progress::step);
            unavailable = postman.carry(PATIENCE);
        }
        unavailable.ifPresent(reply -> session.tell(voice().say(
                        "ส่งอีเมลไม่ได้ในขณะนี้: " + reply
                                + " จะส่งเองเมื่อสั่ง tidtam warn ครั้งต่อไป หรือสั่ง tidtam warn --retry",
                        "no mail can be sent now: " + reply
                                + "; it goes out with the next tidtam warn, or with tidtam warn --retry")));
        List<Outbox.Entry> entries =
                outbox.entries(fromRun).stream().filter(asked).toList();
        session.out().print(new WarningWords(voice(), wording()).sent(entries));
        int older = outbox.unsent(fromRun);
        if (older > 0) {
            session.tell(voice().say(
                            "อีเมลก่อนหน้านี้ยังไม่ถึง " + older + " ที่อยู่ ดูด้วย tidtam warn --status",
                            older + " addresses of earlier mails are not reached yet; see tidtam warn --status"));
        }
        return older == 0
                && entries.stream()
                        .noneMatch(entry -> entry.state()
                                .filter(state -> state != Outbox.State.SENT)
                                .isPresent());
    }

    /** What keeps a run, or a division, from being told. */
    private void tell(WarningRun run) {
        WarningWords said = new WarningWords(voice(), wording());
        run.trip().ifPresent(trip -> session.tell(said.trip(trip)));
        said.addresses(run, settings).forEach(session::tell);
    }
}
