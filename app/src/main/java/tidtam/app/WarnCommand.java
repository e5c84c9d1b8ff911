package tidtam.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.apache.commons.cli.Option;
import tidtam.app.outbox.Database;
import tidtam.app.outbox.DatabaseException;
import tidtam.app.outbox.Outbox;
import tidtam.app.outbox.Postman;
import tidtam.app.outbox.SmtpTransport;
import tidtam.app.outbox.Transport;
import tidtam.facts.EmailAddress;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.RunInfo;
import tidtam.reports.Wording;
import tidtam.reports.warning.Told;

/** {@code tidtam warn}: tells the divisions' heads what is open, by mail. */
final class WarnCommand implements Command {
    /** The variable of the environment that holds the server's password. */
    static final String PASSWORD = "TIDTAM_SMTP_PASSWORD";

    private static final int LONGEST_PASSWORD = 4096;
    private static final int RUN_BYTES = 4;
    /** How long a run waits for a server that says "not now". */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final List<String> INSTEAD = List.of("--preview", "--status", "--retry");

    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = new ArrayList<>(Settings.options(voice));
        options.addAll(List.of(
                Words.flag(
                        "preview",
                        voice.say(
                                "แสดงผู้รับ เหตุผล และข้อความ โดยไม่ส่งและไม่เปลี่ยนข้อมูลใด",
                                "show recipients, reasons and texts; nothing is sent or kept")),
                Words.valued(
                        "redirect-all-to",
                        "ADDRESS",
                        voice.say(
                                "ทดลอง: ส่งทุกฉบับถึงที่อยู่นี้แทน ไม่นับว่าได้แจ้งหน่วยงานแล้ว",
                                "a trial: every mail goes to this address instead, and no division counts as told")),
                Words.flag(
                        "status",
                        voice.say(
                                "แสดงว่าส่งอะไรถึงใคร เมื่อใด เพราะเหตุใด และอะไรยังไม่ถึง",
                                "show what was sent to whom, when and why, and what has not arrived")),
                Words.flag(
                        "retry",
                        voice.say("ส่งฉบับที่ยังไม่ถึงอีกครั้งทันที", "send what has not arrived again, at once"))));
        return new Words.Form(
                "warn",
                voice.say(
                        "ส่งอีเมลเตือนหัวหน้าสำนัก/กองเรื่องที่ค้าง หน่วยงานละฉบับ เมื่อมีเรื่องต้องแจ้ง",
                        "Sends each head of a division one mail about what is open there, when there is something to say."),
                List.of(new Words.Described(
                        "[WORKBOOK|FOLDER]…",
                        voice.say(
                                "แฟ้ม .xlsx หรือ .xls หรือโฟลเดอร์ (ไม่ต้องระบุเมื่อใช้ --status หรือ --retry)",
                                "an .xlsx or .xls file, or a folder (none with --status or --retry)"))),
                options);
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        List<String> instead = INSTEAD.stream().filter(words::has).toList();
        boolean alone = words.has("--status") || words.has("--retry");
        if (instead.size() > 1) {
            throw new Refused(voice.say("ใช้ได้ครั้งละอย่าง: ", "one at a time: ") + String.join(", ", instead));
        } else if (alone != words.operands().isEmpty()) {
            throw new Refused(
                    alone
                            ? voice.say("--status และ --retry ไม่รับชื่อแฟ้ม", "--status and --retry take no file")
                            : voice.say(
                                    "ขาดแฟ้มหรือโฟลเดอร์ที่จะตรวจ ดูวิธีใช้: tidtam warn --help",
                                    "WORKBOOK|FOLDER… is missing; see tidtam warn --help"));
        }
        Rules rules = Rules.of(words, voice);
        Task task = new Task(rules, rules.warnings(), trial(words, rules.warnings(), voice), session);
        try {
            if (words.has("--status")) {
                return task.status();
            } else if (words.has("--retry")) {
                return task.retry();
            }
            return words.has("--preview") ? task.preview(words) : task.warn(words);
        } catch (DatabaseException e) {
            throw new Refused(WarningWords.database(e, task.data(), voice));
        }
    }

    private static Optional<EmailAddress> trial(Words words, WarningSettings settings, Voice voice) {
        Optional<String> given = words.find("--redirect-all-to");
        Optional<EmailAddress> address = given.flatMap(EmailAddress::find);
        if (given.isPresent() && address.isEmpty()) {
            throw new Refused(voice.say(
                    "--redirect-all-to: '" + given.get() + "' ไม่ใช่อีเมล",
                    "--redirect-all-to: '" + given.get() + "' is no e-mail address"));
        }
        address.filter(one -> !settings.allows(one)).ifPresent(one -> {
            throw new Refused(voice.say(
                    "--redirect-all-to: โดเมนของ '" + one.text() + "' ไม่อยู่ใน domains ของแฟ้มการตั้งค่า",
                    "--redirect-all-to: the domain of '" + one.text()
                            + "' is not among the domains of the settings file"));
        });
        return address;
    }

    /** One of the things the command does. */
    private record Task(Rules rules, WarningSettings settings, Optional<EmailAddress> trial, Session session) {
        /** A trial tells no division anything, so it keeps what it told to itself. */
        Path data() {
            return trial.isPresent() ? settings.data().resolve("trial") : settings.data();
        }

        private Voice voice() {
            return session.voice();
        }

        int preview(Words words) {
            CheckResult result = check(words);
            if (result.evaluations().isEmpty()) {
                return Exit.of(result, Optional.empty());
            }
            Optional<Database> database = Database.find(data());
            try {
                Optional<Outbox> outbox = database.map(Outbox::new);
                WarningRun run = decide(
                        result,
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
            // What would keep mails from being sent is told before anything is decided.
            Function<Path, Transport> transport = transport();
            CheckResult result = check(words);
            int exit = Exit.of(result, Optional.empty());
            if (result.evaluations().isEmpty()) {
                return exit;
            }
            try (Database database = Database.open(data())) {
                Outbox outbox = new Outbox(database);
                WarningRun run = decide(result, outbox::told, outbox::flagged);
                long id = record(run, outbox);
                tell(run);
                boolean sent = carry(outbox, transport, id, entry -> true);
                boolean unaddressed = run.decided().stream().anyMatch(WarningRun.Decided::unaddressed);
                return sent && !unaddressed && run.trip().isEmpty() ? exit : Exit.first(exit, Exit.UNSENT);
            }
        }

        int retry() {
            Function<Path, Transport> transport = transport();
            try (Database database = Database.open(data())) {
                Outbox outbox = new Outbox(database);
                outbox.retry(session.surroundings().now().toInstant());
                Set<List<Optional<String>>> waiting = outbox.entries(0).stream()
                        .filter(Outbox.Entry::waits)
                        .map(Task::mailbox)
                        .collect(Collectors.toSet());
                return carry(outbox, transport, 0, entry -> waiting.contains(mailbox(entry)))
                        ? Exit.CLEAN
                        : Exit.UNSENT;
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

        private CheckResult check(Words words) {
            Check.Settings asked = Settings.of(words, session);
            rules.notice(voice()).ifPresent(session::tell);
            List<Checked> checked = CheckCommand.check(words.operands(), rules.check(), asked, session);
            CheckResult result =
                    new CheckResult(new RunInfo(asked.asOf(), Version.get(), rules.digest(), rules.off()), checked);
            CheckCommand.tellWhatWasNotChecked(result, wording(), session);
            return result;
        }

        private Wording wording() {
            return rules.wording(voice().language());
        }

        private WarningRun decide(
                CheckResult result,
                Function<String, Told> told,
                Function<Set<String>, Map<String, Set<String>>> flagged) {
            boolean dayOff = rules.parameters().holidays().dayOff(result.run().asOf());
            return WarningRun.of(result, settings, rules.escalation(), told, flagged, dayOff);
        }

        private WarningMails mails(WarningRun run) {
            return new WarningMails(run, runId(run.result()), settings, rules.escalation(), trial, wording());
        }

        /** The same check has the same. */
        private static String runId(CheckResult result) {
            StringBuilder identity = new StringBuilder(result.run().rulesDigest());
            result.inputs()
                    .forEach(
                            input -> identity.append('\n').append(input.sha256().orElse("")));
            return result.run().asOf() + "-" + Sha256.of(identity.toString(), RUN_BYTES);
        }

        /** Decisions and mails in one transaction: a mail that is decided on is not lost. */
        private long record(WarningRun run, Outbox outbox) {
            WarningMails mails = mails(run);
            int count = (int)
                    run.decided().stream().filter(WarningRun.Decided::written).count();
            try (Progress progress = Progress.on(session, voice().say("เขียนอีเมลแล้ว", "mails written:"), count)) {
                return outbox.record(
                        runId(run.result()),
                        run.result().run().asOf(),
                        session.surroundings().now().toInstant(),
                        recording -> {
                            for (WarningRun.Decided decided : run.decided()) {
                                Optional<Outbox.Message> message = decided.written()
                                        ? Optional.of(mails.message(
                                                decided,
                                                recording,
                                                session.surroundings().now(),
                                                data().resolve("files")))
                                        : Optional.empty();
                                recording.decision(
                                        decided.digest(),
                                        decided.decision(),
                                        mails.label(decided.digest()),
                                        WarningWords.addresses(mails.recipients(decided.digest())),
                                        message);
                                if (decided.decision().held().isEmpty()) {
                                    recording.settled(
                                            decided.digest(),
                                            decided.told(),
                                            decided.decision().settled());
                                }
                                if (message.isPresent()) {
                                    recording.told(
                                            decided.digest(),
                                            message.get().id(),
                                            decided.digest().asking(),
                                            decided.decision().steps());
                                    progress.step();
                                }
                            }
                            if (!run.held()) {
                                run.flags().forEach((agency, flags) -> recording.flagged(agency, flags.flagged()));
                            }
                        });
            }
        }

        /** Whether everything that is asked for from that run on has been sent; what is left is told. */
        private boolean carry(
                Outbox outbox, Function<Path, Transport> transport, long fromRun, Predicate<Outbox.Entry> asked) {
            Optional<String> unavailable;
            int open = (int)
                    outbox.entries(fromRun).stream().filter(Outbox.Entry::waits).count();
            try (Transport way = transport.apply(data());
                    Progress progress = Progress.on(session, voice().say("ส่งแล้ว", "mails sent:"), open)) {
                Postman postman = new Postman(
                        outbox,
                        way,
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

        private Function<Path, Transport> transport() {
            if (settings.server().isEmpty()) {
                session.tell(voice().say(
                                "ไม่ได้กำหนด warnings.server ในแฟ้มการตั้งค่า จึงเขียนอีเมลเป็นแฟ้ม .eml ใน "
                                        + data().resolve("outbox") + " ให้เปิดด้วยโปรแกรมอีเมลแล้วส่ง",
                                "no warnings.server in the settings file, so mails are written as .eml files into "
                                        + data().resolve("outbox") + "; open them in a mail program to send them"));
                return data -> new EmlFolder(data.resolve("outbox"));
            }
            WarningSettings.Server server = settings.server().get();
            Optional<SmtpTransport.Login> login =
                    server.user().map(user -> new SmtpTransport.Login(user, password(server)));
            SmtpTransport.Server at = new SmtpTransport.Server(
                    server.host(), server.port(), server.security(), login, server.timeoutSeconds(), (SSLSocketFactory)
                            SSLSocketFactory.getDefault());
            return data -> new SmtpTransport(at, settings.from().orElseThrow());
        }

        private String password(WarningSettings.Server server) {
            Optional<String> given =
                    Optional.ofNullable(session.surroundings().environment().get(PASSWORD));
            return given.or(() -> server.passwordFile().map(this::read))
                    .filter(password -> !password.isEmpty())
                    .orElseThrow(() -> new Refused(voice().say(
                                    "server.user ต้องมีรหัสผ่าน: กำหนดตัวแปร " + PASSWORD
                                            + " หรือ password-file ในแฟ้มการตั้งค่า",
                                    "server.user needs a password: set the variable " + PASSWORD
                                            + ", or password-file in the settings file")));
        }

        /** The first line. */
        private String read(Path file) {
            try {
                if (Files.size(file) <= LONGEST_PASSWORD) {
                    return Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("");
                }
            } catch (IOException e) {
                // Said below, without what the file may hold.
            }
            throw new Refused(voice().say(
                            file + ": อ่านรหัสผ่านจากแฟ้มนี้ไม่ได้ ต้องเป็นแฟ้ม UTF-8 บรรทัดเดียว",
                            file + ": the password cannot be read from this file; it takes one line of UTF-8"));
        }
    }
}
