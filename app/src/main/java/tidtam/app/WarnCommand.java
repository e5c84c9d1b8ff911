package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import tidtam.app.store.DatabaseException;
import tidtam.facts.EmailAddress;

/** {@code tidtam warn}: tells the divisions' heads what is open, by mail. */
final class WarnCommand implements Command {

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
        WarnTask task = new WarnTask(rules, rules.warnings(), trial(words, rules.warnings(), voice), session);
        try {
            if (words.has("--status")) {
                return task.status();
            } else if (words.has("--retry")) {
                return task.retry();
            }
            return words.has("--preview") ? task.preview(words) : task.warn(words);
        } catch (DatabaseException e) {
            throw new Refused(DatabaseWords.of(e, task.data(), voice));
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
}
