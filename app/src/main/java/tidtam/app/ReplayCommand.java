package tidtam.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import tidtam.app.history.History;
import tidtam.app.history.Run;

/** {@code tidtam replay}: evaluates a recorded run again. */
final class ReplayCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = HistoryCommand.options(voice);
        options.add(
                Words.flag("json", voice.say("พิมพ์ findings.json ของครั้งนั้น", "print that run's findings.json")));
        options.add(Words.valued(
                "out",
                "DIR",
                voice.say("เขียนรายงานของครั้งนั้นลงโฟลเดอร์นี้", "write that run's reports into this folder")));
        return new Words.Form(
                "replay",
                voice.say(
                        "ตรวจซ้ำจากสมุดงาน การตั้งค่า และกฎที่เก็บไว้ แล้วบอกว่าได้ผลเดิมทุกไบต์หรือไม่ (รหัสจบ 1 เมื่อไม่เหมือน)",
                        "Evaluates a run again from what was kept of it, and tells whether it gives the same bytes (exit code 1 where not)."),
                List.of(new Words.Described("RUN", voice.say("เลขที่การตรวจ", "the run's number"))),
                options);
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        long number = DiffCommand.number(words.operands().get(0), voice);
        Rules rules = Rules.of(words, voice);
        Optional<OutputFolder> folder = words.find("--out").map(out -> OutputFolder.open(out, voice));
        return HistoryCommand.look(rules, session, database -> {
            Run run = HistoryCommand.known(new History(database), number, voice);
            Replay.Again again = new Replay(database, voice).again(run);
            ReportSource source = ReportSource.of(again, voice, new History(database)::kept);
            if (words.has("--json")) {
                print(source, session);
            }
            int exit = folder.map(
                            out -> CheckCommand.write(source, EnumSet.allOf(ReportFormat.class), false, out, session))
                    .orElse(Exit.CLEAN);
            session.tell(
                    again.same()
                            ? voice.say(
                                    "การตรวจที่ " + number + ": ได้ผลเดิมทุกไบต์ sha256:" + run.result(),
                                    "run " + number + ": the same, byte for byte, sha256:" + run.result())
                            : voice.say(
                                    "การตรวจที่ " + number + ": ผลไม่เหมือนเดิม (โปรแกรมรุ่น " + run.tidtam()
                                            + " เดิม, " + Version.get() + " ขณะนี้)",
                                    "run " + number + ": not the same (made by version " + run.tidtam() + ", this is "
                                            + Version.get() + ")"));
            return again.same() ? exit : Exit.first(exit, Exit.FOUND);
        });
    }

    private static void print(ReportSource source, Session session) {
        try {
            source.writeJson(session.out());
        } catch (IOException e) {
            throw new UncheckedIOException("standard output throws no such thing", e);
        }
    }
}
