package tidtam.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.Option;
import tidtam.app.history.Decided;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.WaiverRule;
import tidtam.app.store.DatabaseException;
import tidtam.facts.Sha256;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycle;
import tidtam.spreadsheets.text.DateReader;

/** {@code tidtam acknowledge, waive, withdraw, comment, attach, confirm}: takes down what a person decided about a finding. */
final class DecideCommand implements Command {
    private static final int LARGEST_EVIDENCE = 64 << 20;

    private final What what;

    DecideCommand(What what) {
        this.what = what;
    }

    /** What is decided; each is a command. */
    enum What {
        ACKNOWLEDGE,
        WAIVE,
        WITHDRAW,
        COMMENT,
        ATTACH,
        CONFIRM
    }

    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = new ArrayList<>(HistoryCommand.options(voice));
        switch (what) {
            case ACKNOWLEDGE -> {
                options.add(reason(voice));
                options.add(Words.valued(
                        "promised",
                        "DATE",
                        voice.say(
                                "วันที่รับปากว่าจะเสร็จ (นับวันนั้นด้วย)",
                                "the day it is promised for, which counts")));
            }
            case WAIVE -> {
                options.add(reason(voice));
                options.add(Words.valued(
                        "approver",
                        "NAME",
                        voice.say(
                                "ผู้อนุมัติ ต้องไม่ใช่หัวหน้าหน่วยงานเจ้าของเรื่อง",
                                "who approves it; not the head of a division concerned")));
                options.add(Words.valued("from", "DATE", voice.say("วันแรก", "its first day")));
                options.add(Words.valued(
                        "to", "DATE", voice.say("วันสุดท้าย (นับวันนั้นด้วย)", "its last day, which counts")));
            }
            case WITHDRAW -> {
                options.add(Words.valued(
                        "record", "NUMBER", voice.say("เลขที่บันทึกการยกเว้น", "the record of the waiver")));
                options.add(reason(voice));
            }
            case COMMENT -> options.add(Words.valued("text", "TEXT", voice.say("ความเห็น", "the comment")));
            case ATTACH -> {
                options.add(Words.valued("link", "URL", voice.say("ลิงก์ (https)", "a link (https)")));
                options.add(Words.valued(
                        "file",
                        "FILE",
                        voice.say("แฟ้ม ซึ่งเก็บเฉพาะชื่อและค่าแฮช", "a file, of which name and hash are kept")));
                options.add(Words.valued("note", "TEXT", voice.say("คำอธิบาย", "what it shows")));
            }
            case CONFIRM -> options.add(reason(voice));
        }
        return new Words.Form(
                what.name().toLowerCase(Locale.ROOT),
                description(voice),
                List.of(
                        new Words.Described(
                                "FINDING",
                                voice.say(
                                        "รหัสข้อค้นพบ (fingerprint อย่างน้อย ๘ ตัวแรก ดูด้วย tidtam history RUN)",
                                        "the finding's fingerprint (its first 8 characters at least; see tidtam history RUN)"))),
                options);
    }

    private static Option reason(Voice voice) {
        return Words.valued("reason", "TEXT", voice.say("เหตุผล", "the reason"));
    }

    private String description(Voice voice) {
        return switch (what) {
            case ACKNOWLEDGE ->
                voice.say(
                        "บันทึกว่ารับทราบ และจะเสร็จเมื่อใด",
                        "Takes down that a finding is known, and by when it will be settled.");
            case WAIVE ->
                voice.say(
                        "ยกเว้นข้อค้นพบหนึ่งชั่วคราว ยังแสดงในทุกรายงานพร้อมเหตุผล",
                        "Waives a finding for a time; it stays in every report with the reason.");
            case WITHDRAW -> voice.say("ถอนการยกเว้นก่อนกำหนด", "Ends a waiver before its time.");
            case COMMENT -> voice.say("บันทึกความเห็นต่อข้อค้นพบ", "Takes down a comment on a finding.");
            case ATTACH ->
                voice.say("แนบหลักฐาน: ลิงก์ หรือค่าแฮชของแฟ้ม", "Attaches evidence: a link, or a file's hash.");
            case CONFIRM ->
                voice.say(
                        "ยืนยันว่าข้อค้นพบที่หายไปจากแผนแก้ไขแล้วจริง",
                        "Confirms that a finding which is absent is settled indeed.");
        };
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Rules rules = Rules.of(words, voice);
        HistoryWords said = new HistoryWords(voice, rules.wording(voice.language()));
        HistoryCommand.look(rules, session, database -> Exit.CLEAN);
        try (Memory memory = Memory.open(rules, session)) {
            History history = memory.history();
            History.Seen seen = HistoryCommand.finding(history, words.operands().get(0), voice);
            Decisions decisions = new Decisions(memory.database());
            String fingerprint = seen.sighting().fingerprint();
            Decision decision = decision(words, session, rules, history, seen, decisions, said);
            ChainHead head = decisions.decide(
                    seen.plan(),
                    fingerprint,
                    decision,
                    session.surroundings().now().toInstant(),
                    Memory.who(session.surroundings()));
            memory.note(head);
            decisions.about(fingerprint).stream()
                    .filter(one -> one.record() == head.number())
                    .map(said::decided)
                    .forEach(line -> session.out().print(line + "\n"));
            return Exit.CLEAN;
        } catch (DatabaseException e) {
            throw Memory.refused(e, rules, voice);
        }
    }

    private Decision decision(
            Words words,
            Session session,
            Rules rules,
            History history,
            History.Seen seen,
            Decisions decisions,
            HistoryWords said) {
        Voice voice = session.voice();
        return switch (what) {
            case ACKNOWLEDGE -> acknowledge(words, session);
            case WAIVE -> waive(words, session, rules, history, seen, said);
            case WITHDRAW -> withdraw(words, decisions, seen, voice);
            case COMMENT -> new Decision.Comment(given("--text", words, voice));
            case ATTACH -> attach(words, voice);
            case CONFIRM -> {
                if (seen.sighting().state() != Lifecycle.ABSENT) {
                    throw new Refused(voice.say(
                            "ข้อค้นพบนี้ไม่ได้หายไป จึงไม่มีอะไรต้องยืนยัน",
                            "this finding is not absent, so there is nothing to confirm"));
                }
                yield new Decision.Confirm(given("--reason", words, voice));
            }
        };
    }

    private static Decision acknowledge(Words words, Session session) {
        Voice voice = session.voice();
        LocalDate promised = day("--promised", words, voice);
        if (promised.isBefore(session.surroundings().today())) {
            throw new Refused(voice.say("--promised: วันนี้ผ่านไปแล้ว", "--promised: that day has passed"));
        }
        return new Decision.Acknowledge(given("--reason", words, voice), promised);
    }

    private static Decision waive(
            Words words, Session session, Rules rules, History history, History.Seen seen, HistoryWords said) {
        Voice voice = session.voice();
        Decision.Waive waive = new Decision.Waive(
                given("--reason", words, voice),
                given("--approver", words, voice),
                day("--from", words, voice),
                day("--to", words, voice));
        int longest = rules.waivers().longest(seen.sighting().severity());
        List<String> faults = WaiverRule.faults(
                        waive,
                        new WaiverRule.Parties(seen.sighting().divisions(), history.heads(seen.run(), seen.plan())),
                        session.surroundings().today(),
                        longest)
                .stream()
                .map(fault -> said.fault(fault, longest))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return waive;
    }

    private static Decision withdraw(Words words, Decisions decisions, History.Seen seen, Voice voice) {
        String given = given("--record", words, voice);
        Optional<Decided> waiver = decisions.about(seen.sighting().fingerprint()).stream()
                .filter(one -> one.decision() instanceof Decision.Waive && given.equals(String.valueOf(one.record())))
                .findFirst();
        return new Decision.Withdraw(
                waiver.orElseThrow(() -> new Refused(voice.say(
                                "บันทึกที่ " + given + " ไม่ใช่การยกเว้นของข้อค้นพบนี้",
                                "record " + given + " is no waiver of this finding")))
                        .record(),
                given("--reason", words, voice));
    }

    private static Decision attach(Words words, Voice voice) {
        Optional<String> link = words.find("--link");
        Optional<String> file = words.find("--file");
        if (link.isPresent() == file.isPresent()) {
            throw new Refused(
                    voice.say("ระบุ --link หรือ --file อย่างใดอย่างหนึ่ง", "give --link or --file, one of them"));
        }
        String note = words.find("--note").orElse("");
        return link.isPresent()
                ? new Decision.Attach(link(link.get(), voice), Optional.empty(), note)
                : file(file.orElseThrow(), note, voice);
    }

    private static String link(String given, Voice voice) {
        if (!Decision.Attach.secure(given)) {
            throw new Refused(
                    voice.say("--link: '" + given + "' ไม่ใช่ลิงก์ https", "--link: '" + given + "' is no https link"));
        }
        return given;
    }

    private static Decision file(String given, String note, Voice voice) {
        try {
            Path file = Path.of(given);
            if (Files.size(file) > LARGEST_EVIDENCE) {
                throw new Refused(voice.say(given + ": แฟ้มใหญ่เกิน ๖๔ MB", given + ": the file is larger than 64 MB"));
            }
            return new Decision.Attach(
                    String.valueOf(file.getFileName()), Optional.of(Sha256.of(Files.readAllBytes(file))), note);
        } catch (IOException | InvalidPathException e) {
            throw new Refused(voice.say(given + ": อ่านแฟ้มนี้ไม่ได้", given + ": this file cannot be read"));
        }
    }

    private static String given(String option, Words words, Voice voice) {
        return words.find(option)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refused(voice.say("ขาด " + option, option + " is missing")));
    }

    private static LocalDate day(String option, Words words, Voice voice) {
        String text = given(option, words, voice);
        return DateReader.day(text)
                .orElseThrow(() -> new Refused(voice.say(
                        option + " อ่านวันที่ '" + text + "' ไม่ได้ ใช้แบบ 2566-04-30 หรือ ๓๐/๔/๒๕๖๖",
                        option + " cannot read the date '" + text + "'; write 2566-04-30 or 2023-04-30")));
    }
}
