package tidtam.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import tidtam.app.history.NotedHeads;
import tidtam.app.history.Verification;
import tidtam.app.history.Verifier;
import tidtam.reports.history.ChainHead;

/** {@code tidtam verify}: whether what was recorded is still as it was recorded. */
final class VerifyCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = HistoryCommand.options(voice);
        options.add(Words.valued(
                "head",
                "NUMBER:HASH",
                voice.say(
                        "ค่าปิดท้ายบันทึกที่พิมพ์ไว้ในรายงานหรืออีเมล เพื่อดูว่าบันทึกก่อนหน้านั้นไม่ถูกเปลี่ยน",
                        "a head that a report or mail shows: whether any record up to it was changed")));
        return new Words.Form(
                "verify",
                voice.say(
                        "ตรวจว่าการตรวจและการตัดสินใจที่บันทึกไว้ไม่ถูกแก้ไข ลบ สลับ หรือตัดท้าย (รหัสจบ 1 เมื่อไม่ครบถ้วน)",
                        "Tells whether recorded runs and decisions were changed, deleted, moved or cut off (exit code 1 where they were)."),
                List.of(),
                options);
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Rules rules = Rules.of(words, voice);
        List<ChainHead> known = new ArrayList<>();
        words.find("--head")
                .ifPresent(given -> known.add(NotedHeads.find(given)
                        .orElseThrow(() -> new Refused(voice.say(
                                "--head อ่าน '" + given + "' ไม่ได้ ใช้แบบ 57:9f86… ครบทั้ง ๖๔ ตัว",
                                "--head cannot read '" + given + "'; write 57:9f86… with all 64 characters")))));
        try {
            known.addAll(new NotedHeads(Memory.data(rules)).all());
        } catch (IOException e) {
            session.tell(voice.say("อ่านแฟ้มค่าปิดท้ายบันทึกไม่ได้: ", "the noted heads cannot be read: ")
                    + WholeFile.reason(e));
        }
        return HistoryCommand.look(rules, session, database -> {
            Verification verified = new Verifier(database).verify(known);
            session.out().print(new HistoryWords(voice, rules.wording(voice.language())).verification(verified));
            return verified.intact() ? Exit.CLEAN : Exit.FOUND;
        });
    }
}
