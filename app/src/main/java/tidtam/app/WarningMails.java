package tidtam.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tidtam.app.outbox.Mail;
import tidtam.app.outbox.Outbox;
import tidtam.app.store.Octets;
import tidtam.facts.EmailAddress;
import tidtam.reports.Checked;
import tidtam.reports.DivisionCalendar;
import tidtam.reports.DivisionMemo;
import tidtam.reports.NotACalendarException;
import tidtam.reports.Wording;
import tidtam.reports.history.RunHistory;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Letter;
import tidtam.reports.warning.MailReason;
import tidtam.reports.warning.Recipients;
import tidtam.reports.warning.Section;
import tidtam.reports.warning.WarningText;

/** Writes the mails of a run: words, memos and calendars. */
final class WarningMails {
    private static final EmailAddress NO_SENDER = new EmailAddress("tidtam@tidtam.invalid");
    private static final String CALENDAR = "text/calendar; charset=UTF-8; method=PUBLISH";
    private static final String MEMO = "application/pdf";
    private static final int LABEL = 60;

    private final WarningRun run;
    private final String runId;
    private final WarningSettings settings;
    private final SettingsFile.Escalation escalation;
    private final Optional<EmailAddress> trial;
    private final Wording wording;
    private final Map<String, DivisionMemo> memos = new HashMap<>();
    private final Map<String, String> workbooks;

    /** @param trial to whom everything goes instead, for a trial */
    WarningMails(
            WarningRun run,
            String runId,
            WarningSettings settings,
            SettingsFile.Escalation escalation,
            Optional<EmailAddress> trial,
            Wording wording) {
        this.run = run;
        this.runId = runId;
        this.settings = settings;
        this.escalation = escalation;
        this.trial = trial;
        this.wording = wording;
        DivisionMemo.of(run.figures()).forEach(memo -> memos.put(key(memo.path(), memo.division()), memo));
        this.workbooks = FileNames.ofWorkbooks(
                run.result().inputs().stream().map(Checked::path).distinct().toList());
    }

    /** A file that comes with a mail, not yet made. */
    record Enclosed(String name, Section section, Optional<DivisionMemo> memo) {}

    String label(Digest digest) {
        return WarningText.label(digest, LABEL, wording);
    }

    /** To whom a mail goes. */
    Recipients recipients(Digest digest) {
        return trial.map(address -> new Recipients(Optional.of(address), List.of()))
                .orElse(digest.recipients());
    }

    /** The words of a mail, with the files named that come with it. */
    Letter letter(WarningRun.Decided decided) {
        return letter(
                decided,
                enclosed(decided).stream()
                        .filter(file -> file.memo().isPresent() || ahead(file.section()))
                        .map(Enclosed::name)
                        .toList(),
                List.of());
    }

    private Letter letter(WarningRun.Decided decided, List<String> attached, List<String> elsewhere) {
        WarningText.About about = new WarningText.About(
                run.result().run(),
                runId,
                replyTo(),
                copiedFrom(decided),
                trial.map(address -> decided.digest().recipients()),
                attached,
                elsewhere,
                run.result().history().map(RunHistory::head));
        return WarningText.of(decided.digest(), decided.decision(), decided.told(), about, wording);
    }

    private OptionalInt copiedFrom(WarningRun.Decided decided) {
        return decided.copied() ? OptionalInt.of(escalation.copyClerk()) : OptionalInt.empty();
    }

    private Optional<EmailAddress> replyTo() {
        return settings.fallBack().or(settings::clerk);
    }

    EmailAddress from() {
        return settings.from().or(settings::fallBack).orElse(NO_SENDER);
    }

    /**
     * A mail that is to be written.
     *
     * @param number 1 for the first to these recipients
     * @param before the calendars sent last, by division and plan
     */
    record Task(WarningRun.Decided decided, int number, List<Enclosed> enclosed, Map<Place, Octets> before) {}

    /** What a calendar is of. */
    record Place(String division, String plan) {
        static Place of(Section section) {
            return new Place(
                    section.division().orElse(""), section.evaluation().round().toString());
        }
    }

    /** A mail that is to be written, with what is known of those before. */
    Task task(WarningRun.Decided decided, Outbox.Recording recording) {
        String key = decided.digest().key();
        List<Enclosed> enclosed = enclosed(decided);
        Map<Place, Octets> before = new HashMap<>();
        enclosed.stream()
                .map(file -> Place.of(file.section()))
                .distinct()
                .forEach(place -> recording
                        .calendar(key, place.division(), place.plan())
                        .ifPresent(file -> before.put(place, new Octets(file))));
        return new Task(decided, recording.messages(key) + 1, enclosed, before);
    }

    /**
     * A mail as it is sent. Several threads may each write one.
     *
     * @param large where files are put that are too large to be attached
     */
    Outbox.Message message(Task task, ZonedDateTime at, Path large) {
        WarningRun.Decided decided = task.decided();
        Digest digest = decided.digest();
        int number = task.number();
        String id = id(digest, number);
        List<Mail.Attachment> attachments = new ArrayList<>();
        List<Outbox.Calendar> calendars = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        long room = (long) settings.mostAttachedMegabytes() << 20;
        for (Enclosed file : task.enclosed()) {
            Optional<Octets> content = content(file, task);
            if (content.isPresent()) {
                if (file.memo().isEmpty()) {
                    calendars.add(calendar(file, content.get()));
                }
                int size = content.get().bytes().length;
                if (size <= room) {
                    room -= size;
                    attachments.add(
                            new Mail.Attachment(file.name(), file.memo().isPresent() ? MEMO : CALENDAR, content.get()));
                } else {
                    elsewhere.add(put(large.resolve(digest.key() + "-" + number), file.name(), content.get()));
                }
            }
        }
        Letter letter =
                letter(decided, attachments.stream().map(Mail.Attachment::name).toList(), elsewhere);
        Recipients recipients = recipients(digest);
        Mail mail = new Mail(
                id,
                number == 1 ? Optional.empty() : Optional.of(id(digest, 1)),
                from(),
                wording.line("mail.from"),
                replyTo(),
                recipients,
                letter,
                attachments,
                at);
        return new Outbox.Message(
                id,
                run.result().run().asOf() + " " + label(digest),
                number,
                letter.subject(),
                new Octets(mail.bytes()),
                recipients.all().stream().map(EmailAddress::sent).distinct().toList(),
                calendars);
    }

    private String id(Digest digest, int number) {
        return (trial.isPresent() ? "trial-" : "") + digest.key() + "-" + number + "@" + from().domain();
    }

    /** The memo and the calendar of each division of a digest. */
    private List<Enclosed> enclosed(WarningRun.Decided decided) {
        Digest digest = decided.digest();
        if (digest.kind() == Digest.Kind.ROLL_UP || decided.decision().reason() == MailReason.HEARTBEAT) {
            return List.of();
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Section section : digest.sections()) {
            wanted.put(
                    key(section),
                    section.division().orElseGet(() -> wording.line("mail.noDivision"))
                            + (run.result().inputs().size() > 1 ? " " + workbooks.get(path(section)) : ""));
        }
        Map<String, String> names = FileNames.of(wanted);
        return digest.sections().stream()
                .flatMap(section -> {
                    String key = key(section);
                    Optional<DivisionMemo> memo =
                            section.items().isEmpty() ? Optional.empty() : Optional.ofNullable(memos.get(key));
                    return Stream.concat(
                            memo.map(one -> new Enclosed("memo-" + names.get(key) + ".pdf", section, memo)).stream(),
                            Stream.of(new Enclosed(names.get(key) + ".ics", section, Optional.empty())));
                })
                .toList();
    }

    /** Whether anything of a section is still to come. */
    private boolean ahead(Section section) {
        try {
            return DivisionCalendar.of(section.evaluation(), section.division(), Optional.empty(), wording)
                    .isPresent();
        } catch (NotACalendarException e) {
            throw new IllegalStateException("there is no file that could be none", e);
        }
    }

    private Optional<Octets> content(Enclosed file, Task task) {
        if (file.memo().isPresent()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                file.memo().get().write(run.result(), wording, out);
            } catch (IOException e) {
                throw new UncheckedIOException("memory throws no such thing", e);
            }
            return Optional.of(new Octets(out.toByteArray()));
        }
        Section section = file.section();
        try {
            return DivisionCalendar.of(
                            section.evaluation(),
                            section.division(),
                            Optional.ofNullable(task.before().get(Place.of(section)))
                                    .map(Octets::bytes),
                            wording)
                    .map(Octets::new);
        } catch (NotACalendarException e) {
            throw new IllegalStateException("a calendar kept in the database is damaged", e);
        }
    }

    private static Outbox.Calendar calendar(Enclosed file, Octets content) {
        Place place = Place.of(file.section());
        return new Outbox.Calendar(place.division(), place.plan(), content);
    }

    private static String put(Path folder, String name, Octets content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            WholeFile.replace(file, out -> out.write(content.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toAbsolutePath().toString();
    }

    private String key(Section section) {
        return key(path(section), section.division().orElse(""));
    }

    private static String key(String path, String division) {
        return path + "\n" + division;
    }

    private String path(Section section) {
        return run.result().inputs().get(section.input()).path();
    }
}
