package tidtam.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.app.outbox.DatabaseException;
import tidtam.app.outbox.Outbox;
import tidtam.facts.EmailAddress;
import tidtam.facts.Evaluation;
import tidtam.reports.Wording;
import tidtam.reports.warning.Contacts;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Guard;
import tidtam.reports.warning.Letter;
import tidtam.reports.warning.MailReason;
import tidtam.reports.warning.Recipients;

/** What {@code tidtam warn} says to who runs it. */
record WarningWords(Voice voice, Wording wording) {
    private static final String LINE = "─".repeat(72) + "\n";

    /** The mailboxes of a mail in one line; empty where there are none. */
    static String addresses(Recipients recipients) {
        return recipients.all().stream().map(EmailAddress::text).collect(Collectors.joining(", "));
    }

    /** Every mail that would go out or is held, and what would not. */
    String preview(WarningRun run, WarningMails mails) {
        StringBuilder text = new StringBuilder(voice.say(
                "ตัวอย่างอีเมลเตือน ยังไม่ส่ง และไม่เปลี่ยนข้อมูลใด\n",
                "A preview of the warnings: nothing is sent or kept.\n"));
        List<WarningRun.Decided> quiet = new ArrayList<>();
        for (WarningRun.Decided decided : run.decided()) {
            if (decided.decision().reason().sent()) {
                mail(text, decided, mails);
            } else {
                quiet.add(decided);
            }
        }
        if (!quiet.isEmpty()) {
            text.append(LINE).append(voice.say("ไม่ส่ง:\n", "Not sent:\n"));
            quiet.forEach(decided -> text.append("  ")
                    .append(mails.label(decided.digest()))
                    .append(" – ")
                    .append(reason(decided.decision().reason()))
                    .append('\n'));
        }
        return text.toString();
    }

    private void mail(StringBuilder text, WarningRun.Decided decided, WarningMails mails) {
        Letter letter = mails.letter(decided);
        text.append(LINE);
        field(text, voice.say("ถึง", "To"), to(decided.digest(), mails));
        List<EmailAddress> copies = mails.recipients(decided.digest()).copies();
        if (!copies.isEmpty()) {
            field(
                    text,
                    voice.say("สำเนา", "Copies"),
                    copies.stream().map(EmailAddress::text).collect(Collectors.joining(", ")));
        }
        decided.decision().held().ifPresent(held -> field(text, voice.say("ยังไม่ส่ง", "Held"), reason(held)));
        field(text, voice.say("เหตุผล", "Reason"), reason(decided.decision().reason()));
        field(text, voice.say("เรื่อง", "Subject"), letter.subject());
        text.append('\n').append(letter.plain());
    }

    private String to(Digest digest, WarningMails mails) {
        return mails.recipients(digest)
                .to()
                .map(EmailAddress::text)
                .orElseGet(() -> voice.say("ไม่มีที่อยู่อีเมล", "no address") + " – " + mails.label(digest) + ": "
                        + digest.missing().map(wording::name).orElse(""));
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private String reason(MailReason reason) {
        return reason.name() + " " + wording.name(reason);
    }

    /** What became of each mail of a run, and of older ones that were tried with them. */
    String sent(List<Outbox.Entry> entries, long run) {
        StringBuilder text = new StringBuilder();
        entries.stream().filter(entry -> entry.run() >= run).forEach(entry -> entry(text, entry));
        if (text.isEmpty()) {
            text.append(voice.say("ไม่มีอีเมลที่ต้องส่ง\n", "No mail to send.\n"));
        }
        return text.toString();
    }

    /** Everything that was decided and sent. */
    String status(List<Outbox.Entry> entries) {
        StringBuilder text = new StringBuilder();
        Set<Long> runs = entries.stream().map(Outbox.Entry::run).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, List<Outbox.Entry>> byRun = entries.stream().collect(Collectors.groupingBy(Outbox.Entry::run));
        for (long run : runs) {
            List<Outbox.Entry> all = byRun.getOrDefault(run, List.of());
            text.append(voice.say("ตรวจ ณ ", "Checked as of "))
                    .append(wording.date(all.get(0).asOf()))
                    .append(" (")
                    .append(all.get(0).code())
                    .append(")\n");
            all.forEach(entry -> entry(text, entry));
        }
        long open = entries.stream()
                .filter(entry -> entry.state()
                        .filter(state -> state != Outbox.State.SENT)
                        .isPresent())
                .count();
        text.append(
                open == 0
                        ? voice.say("ทุกฉบับส่งถึงแล้ว\n", "Everything has been sent.\n")
                        : voice.say(
                                "ยังไม่ถึง " + wording.number(open)
                                        + " ที่อยู่ สั่ง tidtam warn --retry เพื่อส่งอีกครั้ง\n",
                                open + " addresses not reached; tidtam warn --retry sends again.\n"));
        return text.toString();
    }

    private void entry(StringBuilder text, Outbox.Entry entry) {
        String address = entry.address().orElse(entry.recipients());
        text.append("  ")
                .append(entry.state().map(this::state).orElseGet(() -> voice.say("ไม่ส่ง", "not sent")))
                .append("  ")
                .append(entry.label())
                .append(" → ")
                .append(address.isEmpty() ? voice.say("ไม่มีที่อยู่อีเมล", "no address") : address)
                .append("  ")
                .append(entry.held()
                        .map(held -> reason(MailReason.valueOf(held)) + "; ")
                        .orElse(""))
                .append(reason(MailReason.valueOf(entry.reason())));
        entry.subject().ifPresent(subject -> text.append("\n      ").append(subject));
        if (!entry.reply().isEmpty()) {
            text.append("\n      ").append(wording.path(entry.reply()));
        }
        text.append('\n');
    }

    private String state(Outbox.State state) {
        return switch (state) {
            case SENT -> voice.say("ส่งแล้ว", "sent");
            case PENDING, SENDING -> voice.say("รอส่ง", "waiting");
            case FAILED -> voice.say("ถูกปฏิเสธ", "refused");
            case UNCERTAIN -> voice.say("ไม่แน่ว่าถึง", "perhaps sent");
        };
    }

    /** Why a run tells nothing, and what to do about it. */
    String trip(Guard.Trip trip) {
        if (trip instanceof Guard.TooManyMails many) {
            return voice.say(
                    "ไม่ส่งเลย: มีอีเมล " + many.mails() + " ฉบับ เกิน most-mails (" + many.most()
                            + ") ตรวจดูด้วย --preview หากถูกต้องให้เพิ่มค่านี้ในแฟ้มการตั้งค่า",
                    "nothing was sent: " + many.mails() + " mails are more than most-mails (" + many.most()
                            + "); look at --preview, and if it is right raise it in the settings file");
        }
        Guard.TooManyDivisions many = (Guard.TooManyDivisions) trip;
        return voice.say(
                "ไม่ส่งเลย: สำนัก/กองที่เพิ่งพบข้อผิดพลาดมี " + many.newly() + " จาก " + many.divisions()
                        + " เกินร้อยละ " + many.most()
                        + " (most-newly-flagged) สมุดงานอาจเสียหาย ตรวจดูด้วย --preview หากถูกต้องให้เพิ่มค่านี้ในแฟ้มการตั้งค่า",
                "nothing was sent: " + many.newly() + " of " + many.divisions()
                        + " divisions have errors and had none before, more than " + many.most()
                        + " % (most-newly-flagged); the workbook may be broken: look at --preview, and if it is right raise it in the settings file");
    }

    /** The divisions that cannot be written to, and the addresses that may not be. */
    List<String> addresses(WarningRun run, WarningSettings settings) {
        List<String> said = new ArrayList<>();
        Contacts contacts = new Contacts(settings.fallBack(), settings.auditor(), settings::allows);
        for (Evaluation evaluation : run.result().evaluations()) {
            contacts.refused(evaluation)
                    .forEach(
                            address -> said.add(
                                    voice.say(
                                            address.text()
                                                    + ": ไม่ส่งถึงที่อยู่นี้ เพราะโดเมนไม่อยู่ใน domains ของแฟ้มการตั้งค่า",
                                            address.text()
                                                    + ": nothing is sent there, because its domain is not among the domains of the settings file")));
        }
        run.decided().stream()
                .filter(decided -> decided.decision().reason().sent()
                        && decided.digest().recipients().to().isEmpty())
                .map(decided -> reasonForNobody(decided.digest()))
                .forEach(said::add);
        return said.stream().distinct().toList();
    }

    private String reasonForNobody(Digest digest) {
        String why =
                Optional.of(digest).flatMap(Digest::missing).map(wording::name).orElse("");
        return tidtam.reports.warning.WarningText.label(digest, LABEL, wording)
                + voice.say(
                        ": ไม่มีที่อยู่อีเมล (" + why + ") และไม่ได้กำหนด fall-back ในแฟ้มการตั้งค่า",
                        ": no address (" + why + "), and no fall-back in the settings file");
    }

    private static final int LABEL = 60;

    /** Why the database cannot be used, and what to do about it. */
    static String database(DatabaseException e, Path data, Voice voice) {
        return data
                + switch (e.why()) {
                    case IN_USE ->
                        voice.say(
                                ": tidtam warn อีกชุดกำลังใช้โฟลเดอร์นี้ ให้รอจนเสร็จแล้วสั่งใหม่",
                                ": another tidtam warn uses this folder; wait for it and try again");
                    case LOCKED ->
                        voice.say(
                                ": โปรแกรมอื่นเปิดฐานข้อมูล tidtam.db ค้างไว้ ให้ปิดแล้วสั่งใหม่ ยังไม่ได้ส่งหรือบันทึกสิ่งใด",
                                ": another program holds the database tidtam.db; close it and try again. Nothing was lost");
                    case READ_ONLY ->
                        voice.say(
                                ": เขียนฐานข้อมูลในโฟลเดอร์นี้ไม่ได้ ให้ตรวจสิทธิ์ของโฟลเดอร์และแฟ้ม tidtam.db",
                                ": the database cannot be written here; check the permissions of the folder and of tidtam.db");
                    case NEWER ->
                        voice.say(
                                ": ฐานข้อมูลเขียนด้วยโปรแกรมรุ่นใหม่กว่า (" + e.getMessage()
                                        + ") ให้ใช้โปรแกรมรุ่นนั้น ไม่ได้เปลี่ยนสิ่งใด",
                                ": a later version of the program wrote the database (" + e.getMessage()
                                        + "); use that version. Nothing was changed");
                    case DAMAGED ->
                        voice.say(
                                ": tidtam.db ไม่ใช่ฐานข้อมูล หรือเสียหาย ให้นำสำเนาสำรองมาวางแทน",
                                ": tidtam.db is no database, or is damaged; put a backup in its place");
                    case FULL ->
                        voice.say(
                                ": เนื้อที่เต็ม ให้เพิ่มเนื้อที่แล้วสั่งใหม่ สิ่งที่บันทึกไว้ก่อนยังอยู่ครบ",
                                ": no space is left; make room and try again. What was kept before is still there");
                    case OTHER ->
                        voice.say(": ใช้ฐานข้อมูลไม่ได้", ": the database cannot be used") + " (" + e.getMessage()
                                + ")";
                };
    }
}
