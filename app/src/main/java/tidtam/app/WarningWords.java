package tidtam.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import tidtam.reports.warning.WarningText;

/** What {@code tidtam warn} says to who runs it. */
record WarningWords(Voice voice, Wording wording) {
    private static final int LABEL = 60;
    private static final String LINE = "─".repeat(72) + "\n";

    /** The mailboxes of a mail in one line; empty where there are none. */
    static String addresses(Recipients recipients) {
        return addresses(recipients.all());
    }

    private static String addresses(List<EmailAddress> all) {
        return all.stream().map(EmailAddress::text).collect(Collectors.joining(", "));
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
            field(text, voice.say("สำเนา", "Copies"), addresses(copies));
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

    /** What became of each mail of a run. */
    String sent(List<Outbox.Entry> entries) {
        if (entries.isEmpty()) {
            return voice.say("ไม่มีอีเมลที่ต้องส่ง\n", "No mail to send.\n");
        }
        StringBuilder text = new StringBuilder();
        entries(text, entries);
        return text.toString();
    }

    /** Everything that was decided and sent. */
    String status(List<Outbox.Entry> entries) {
        StringBuilder text = new StringBuilder();
        Map<Long, List<Outbox.Entry>> runs = new TreeMap<>();
        entries.forEach(entry ->
                runs.computeIfAbsent(entry.run(), none -> new ArrayList<>()).add(entry));
        for (List<Outbox.Entry> run : runs.values()) {
            text.append(voice.say("ตรวจ ณ ", "Checked as of "))
                    .append(wording.date(run.get(0).asOf()))
                    .append(" (")
                    .append(run.get(0).code())
                    .append(")\n");
            entries(text, run);
        }
        int open = (int) entries.stream()
                .filter(entry -> entry.state()
                        .filter(state -> state != Outbox.State.SENT)
                        .isPresent())
                .count();
        text.append(
                open == 0
                        ? voice.say("ไม่มีอีเมลค้างส่ง\n", "No mail is waiting.\n")
                        : voice.say(
                                "ยังไม่ถึง " + wording.number(open)
                                        + " ที่อยู่ สั่ง tidtam warn --retry เพื่อส่งอีกครั้ง\n",
                                open + " addresses not reached; tidtam warn --retry sends again.\n"));
        return text.toString();
    }

    /** What is told in one place: the mailboxes of a mail with which it stands alike, or the digests that were not written for one reason. */
    private record Group(String state, String label, String reason, String subject, String reply) {}

    private void entries(StringBuilder text, List<Outbox.Entry> entries) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        for (Outbox.Entry entry : entries) {
            String reason = entry.held()
                            .map(held -> reason(MailReason.valueOf(held)) + "; ")
                            .orElse("")
                    + reason(MailReason.valueOf(entry.reason()));
            boolean written = entry.state().isPresent();
            String address = entry.address().orElse(entry.recipients());
            String to = address.isEmpty() ? voice.say("ไม่มีที่อยู่อีเมล", "no address") : address;
            Group group = written
                    ? new Group(
                            state(entry), entry.label(), reason, entry.subject().orElse(""), entry.reply())
                    : new Group(voice.say("ไม่ส่ง", "not sent"), "", reason, "", "");
            groups.computeIfAbsent(group, none -> new ArrayList<>())
                    .add(written ? to : address.isEmpty() ? entry.label() + " (" + to + ")" : entry.label());
        }
        groups.forEach((group, all) -> {
            text.append("  ").append(group.state()).append("  ");
            if (!group.label().isEmpty()) {
                text.append(group.label()).append(" → ");
            }
            text.append(String.join(", ", all))
                    .append("  – ")
                    .append(group.reason())
                    .append('\n');
            for (String line : List.of(group.subject(), wording.path(group.reply()))) {
                if (!line.isEmpty()) {
                    text.append("      ").append(line).append('\n');
                }
            }
        });
    }

    private String state(Outbox.Entry entry) {
        return switch (entry.state().orElseThrow()) {
            case SENT ->
                entry.reply().startsWith(EmlFolder.WRITTEN)
                        ? voice.say("เขียนเป็นแฟ้มแล้ว", "written")
                        : voice.say("ส่งแล้ว", "sent");
            case PENDING, SENDING -> voice.say("รอส่ง", "waiting");
            case FAILED -> voice.say("ถูกปฏิเสธ", "refused");
            case UNCERTAIN -> voice.say("ไม่แน่ว่าถึง จะส่งซ้ำ", "perhaps sent, to be sent again");
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
        Contacts contacts = settings.contacts();
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
        Map<String, List<String>> nobody = new LinkedHashMap<>();
        run.decided().stream()
                .map(WarningRun.Decided::digest)
                .filter(digest ->
                        digest.recipients().to().isEmpty() && !digest.asking().isEmpty())
                .forEach(digest -> nobody.computeIfAbsent(
                                digest.missing().map(wording::name).orElse(""), none -> new ArrayList<>())
                        .add(WarningText.label(digest, LABEL, wording)));
        nobody.forEach((why, divisions) -> said.add(wording.list(divisions)
                + voice.say(
                        ": ไม่มีที่อยู่อีเมล (" + why + ") และไม่ได้กำหนด fall-back ในแฟ้มการตั้งค่า",
                        ": no address (" + why + "), and no fall-back in the settings file")));
        return said.stream().distinct().toList();
    }
}
