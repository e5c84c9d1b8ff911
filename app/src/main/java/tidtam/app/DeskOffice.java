package tidtam.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidtam.app.desk.Office;
import tidtam.app.history.History;
import tidtam.app.history.NotedHeads;
import tidtam.app.history.Run;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.reports.history.ChainHead;

/** The program around the auditor's desk. */
final class DeskOffice implements Office, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskOffice.class);
    /** So many runs are at hand, evaluated. */
    private static final int AT_HAND = 3;
    /** Who uploads waits for the page, so that the other workbooks are watched for a second only. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int PATIENCE_SECONDS = 30;

    private final Rules rules;
    private final Database database;
    private final Command.Session session;
    private final Optional<PlansCheck> plans;
    private final ExecutorService checks = Executors.newSingleThreadExecutor(work -> new Thread(work, "desk-check"));
    private final Map<Long, Replay.Again> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true);

    /** @param plans empty where the settings name no folder of plans */
    DeskOffice(Rules rules, Database database, Optional<PlansCheck> plans, Command.Session session) {
        this.rules = rules;
        this.database = database;
        this.plans = plans;
        this.session = session;
    }

    @Override
    public ZonedDateTime now() {
        return session.surroundings().now();
    }

    @Override
    public Wording wording(Language language) {
        return rules.wording(language);
    }

    @Override
    public Optional<CheckResult> result(long run) {
        try {
            return Optional.of(again(run, Language.TH).result());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    @Override
    public String whyNot(long run, Language language) {
        try {
            again(run, language);
            return "";
        } catch (Refused e) {
            return String.join(" ", e.sentences());
        }
    }

    private synchronized Replay.Again again(long number, Language language) {
        Replay.Again known = atHand.get(number);
        if (known == null) {
            Voice voice = new Voice(language);
            Run run = HistoryCommand.known(new History(database), number, voice);
            known = new Replay(database, voice, Optional.of(rules)).again(run);
            atHand.put(number, known);
            if (atHand.size() > AT_HAND) {
                atHand.remove(atHand.keySet().iterator().next());
            }
        }
        return known;
    }

    private List<ReportFile> files(long run, Language language) {
        Replay.Again again = again(run, language);
        ReportSource source = ReportSource.of(again, new Voice(language), new History(database)::kept);
        List<ReportFile> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            files.addAll(format.files(source));
        }
        return files;
    }

    @Override
    public List<Report> reports(long run, Language language) {
        try {
            return files(run, language).stream()
                    .map(file -> new Report(file.name(), mediaType(file.name())))
                    .toList();
        } catch (Refused e) {
            return List.of();
        }
    }

    @Override
    public void write(long run, Language language, String name, OutputStream out) throws IOException {
        for (ReportFile file : files(run, language)) {
            if (file.name().equals(name)) {
                file.content().writeTo(out);
                return;
            }
        }
        throw new IOException("no report " + name);
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> "application/json";
            case "csv" -> "text/csv; charset=utf-8";
            case "html" -> "text/html; charset=utf-8";
            case "pdf" -> "application/pdf";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "xml" -> "application/xml";
            default -> "application/octet-stream";
        };
    }

    @Override
    public Checking upload(String name, byte[] workbook, String who) {
        Under under = new Under();
        begin(under, who, folder -> {
            if (Files.exists(folder.resolve("~$" + name)) || Files.exists(folder.resolve(".~lock." + name + "#"))) {
                throw new Unfit(voice -> voice.say(
                        name + ": แฟ้มนี้เปิดอยู่ในโฟลเดอร์แผน ให้ปิดแล้วอัปโหลดใหม่",
                        name + ": this workbook is open in the folder of plans; close it and upload again"));
            }
            Checked read = rules.check()
                    .check(
                            name,
                            workbook,
                            new Check.Settings(session.surroundings().today(), Optional.empty()));
            if (read instanceof Checked.Unreadable unreadable) {
                throw new Unfit(
                        voice -> name + ": " + rules.wording(voice.language()).unreadable(unreadable.why()));
            }
            WholeFile.replace(folder.resolve(name), out -> out.write(workbook));
        });
        return under;
    }

    @Override
    public Checking check(String who) {
        Under under = new Under();
        begin(under, who, folder -> {});
        return under;
    }

    private interface Preparation {
        void prepare(Path folder) throws IOException, Unfit;
    }

    /** What keeps an upload from being taken, for the person who made it. */
    private static final class Unfit extends Exception {
        private final transient Function<Voice, String> words;

        Unfit(Function<Voice, String> words) {
            super(words.apply(new Voice(Language.EN)));
            this.words = words;
        }
    }

    private void begin(Under under, String who, Preparation preparation) {
        if (plans.isEmpty()) {
            under.end(voice -> voice.say(
                    "แฟ้มการตั้งค่าไม่ได้ระบุโฟลเดอร์แผน (schedule: plans)",
                    "the settings file names no folder of plans (schedule: plans)"));
            return;
        }
        checks.execute(() -> carryOut(under, who, plans.get(), preparation));
    }

    private void carryOut(Under under, String who, PlansCheck check, Preparation preparation) {
        try {
            preparation.prepare(check.plans());
            CheckResult result = check.check(who, QUIET, under);
            result.inputs().stream()
                    .filter(Checked.Unreadable.class::isInstance)
                    .map(Checked.Unreadable.class::cast)
                    .forEach(one -> under.tell(voice -> Path.of(one.path()).getFileName() + ": "
                            + rules.wording(voice.language()).unreadable(one.why())));
            under.end(result.history().orElseThrow().head().number());
        } catch (Unfit e) {
            under.end(e.words);
        } catch (DatabaseException e) {
            LOG.error("a check asked for at the desk was not recorded", e);
            under.end(voice -> DatabaseWords.of(e, Memory.data(rules), voice));
        } catch (IOException e) {
            LOG.error("a check asked for at the desk was not made", e);
            under.end(voice -> voice.say(
                    "อ่านหรือเขียนโฟลเดอร์แผนไม่ได้ (" + WholeFile.reason(e) + ")",
                    "the folder of plans cannot be read or written (" + WholeFile.reason(e) + ")"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            under.end(voice -> voice.say("โปรแกรมกำลังปิด", "the program is ending"));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a check asked for at the desk broke off", e);
            under.end(voice -> voice.say("โปรแกรมผิดพลาด", "a defect of the program"));
        }
    }

    /** A check that is under way. */
    private static final class Under implements Checking, PlansCheck.Steps {
        private final AtomicInteger done = new AtomicInteger();
        private volatile int total;
        private volatile boolean ended;
        private volatile Optional<Long> run = Optional.empty();
        private volatile List<Function<Voice, String>> told = List.of();

        @Override
        public void begun(int workbooks) {
            total = workbooks;
        }

        @Override
        public void step() {
            done.incrementAndGet();
        }

        synchronized void tell(Function<Voice, String> words) {
            List<Function<Voice, String>> more = new ArrayList<>(told);
            more.add(words);
            told = List.copyOf(more);
        }

        void end(Function<Voice, String> words) {
            tell(words);
            ended = true;
        }

        void end(long number) {
            run = Optional.of(number);
            ended = true;
        }

        @Override
        public String progress(Language language) {
            Voice voice = new Voice(language);
            return total == 0
                    ? voice.say("กำลังอ่าน …", "reading …")
                    : voice.say(
                            "ตรวจแล้ว " + done + " จาก " + total + " แฟ้ม",
                            done + " of " + total + " workbooks checked");
        }

        @Override
        public boolean ended() {
            return ended;
        }

        @Override
        public Optional<Long> run() {
            return run;
        }

        @Override
        public List<String> told(Language language) {
            return told.stream().map(words -> words.apply(new Voice(language))).toList();
        }
    }

    @Override
    public int longestWaiver(Severity severity) {
        return rules.waivers().longest(severity);
    }

    @Override
    public List<ChainHead> notedHeads() {
        try {
            return new NotedHeads(Memory.data(rules)).all();
        } catch (IOException e) {
            LOG.error("the noted heads cannot be read", e);
            return List.of();
        }
    }

    @Override
    public void note(ChainHead head) {
        Memory.in(database, rules, session).note(head);
    }

    @Override
    public boolean dayOff(LocalDate day) {
        return rules.parameters().holidays().dayOff(day);
    }

    @Override
    public void close() {
        checks.shutdownNow();
        try {
            if (!checks.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a check did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
