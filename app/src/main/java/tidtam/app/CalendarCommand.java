package tidtam.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.cli.Option;
import tidtam.facts.Evaluation;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.DivisionCalendar;
import tidtam.reports.NotACalendarException;
import tidtam.reports.RunInfo;
import tidtam.reports.Wording;

/** {@code tidtam calendar}: what is still to be reported, a calendar file for each division. */
final class CalendarCommand implements Command {
    /** The same in every language, so that a file is found again. */
    private static final String NO_DIVISION = "ไม่ระบุผู้รับผิดชอบ";

    private static final String ENDING = ".ics";

    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = new ArrayList<>(Settings.options(voice));
        options.add(
                Words.valued(
                        "out",
                        "DIR",
                        voice.say(
                                "เขียนปฏิทินลงโฟลเดอร์นี้ (ต้องระบุ) แฟ้มเดิมในนั้นจะได้รับการปรับปรุง",
                                "write the calendars into this folder (needed); those written there before are brought up to date")));
        return new Words.Form(
                "calendar",
                voice.say(
                        "เขียนปฏิทิน (.ics) ของแต่ละสำนัก/กอง: ทุกภาระที่ยังไม่ถึงกำหนด (ทั้งปีงบประมาณ หากไม่ระบุ --round)",
                        "Writes a calendar (.ics) for each division: every obligation still ahead (of the whole fiscal year, without --round)."),
                List.of(new Words.Described("WORKBOOK", voice.say("แฟ้ม .xlsx หรือ .xls", "an .xlsx or .xls file"))),
                options);
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Check.Settings settings = Settings.of(words, session).forWholeYear();
        OutputFolder folder = OutputFolder.open(
                words.find("--out")
                        .orElseThrow(() -> new Refused(voice.say(
                                "ต้องระบุ --out DIR (โฟลเดอร์ที่จะเขียนปฏิทิน)",
                                "--out DIR is missing, the folder to write to"))),
                voice);
        Rules rules = Rules.of(words, voice);
        rules.notice(voice).ifPresent(session::tell);
        Wording wording = rules.wording(voice.language());
        List<Checked> checked = new CheckFiles(rules.check(), settings, () -> {})
                .check(List.of(Path.of(words.operands().get(0))));
        CheckResult result = new CheckResult(new RunInfo(settings.asOf(), Version.get(), "", rules.off()), checked);
        CheckCommand.tellWhatWasNotChecked(result, wording, session);
        for (Evaluation evaluation : result.evaluations()) {
            SortedMap<String, byte[]> calendars = new Calendars(evaluation, folder, wording, voice).all();
            calendars.forEach((name, calendar) -> folder.write(name, out -> out.write(calendar)));
            calendars.keySet().forEach(name -> session.out().print(folder.path(name) + "\n"));
            if (calendars.isEmpty()) {
                session.tell(voice.say(
                        "ไม่มีภาระที่ยังไม่ถึงกำหนด จึงไม่ได้เขียนปฏิทิน",
                        "nothing is ahead, so no calendar was written"));
            }
        }
        return Exit.of(result, Optional.empty());
    }

    /** All of them before any is written: where one cannot go on, every file stays as it is. */
    private record Calendars(Evaluation evaluation, OutputFolder folder, Wording wording, Voice voice) {
        SortedMap<String, byte[]> all() {
            List<String> divisions = DivisionCalendar.divisions(evaluation);
            String nobody = divisions.contains(NO_DIVISION) ? NO_DIVISION + " -" : NO_DIVISION;
            List<String> owners = new ArrayList<>(divisions);
            owners.add(nobody);
            Map<String, String> names = FileNames.of(owners);
            SortedMap<String, byte[]> calendars = new TreeMap<>();
            Set<String> current = new HashSet<>();
            for (String owner : owners) {
                String name = names.get(owner) + ENDING;
                Optional<String> division = owner.equals(nobody) ? Optional.empty() : Optional.of(owner);
                current.add(name.toLowerCase(Locale.ROOT));
                try {
                    DivisionCalendar.of(evaluation, division, folder.find(name), wording)
                            .ifPresent(calendar -> calendars.put(name, calendar));
                } catch (NotACalendarException e) {
                    throw damaged(name);
                }
            }
            for (String name : folder.names(ENDING)) {
                if (!current.contains(name.toLowerCase(Locale.ROOT))) {
                    leftBehind(name).ifPresent(calendar -> calendars.put(name, calendar));
                }
            }
            return calendars;
        }

        /** The calendar of a division that was renamed or is no more: a person who took events from it has them still. */
        private Optional<byte[]> leftBehind(String name) {
            try {
                Optional<byte[]> before = folder.find(name);
                return before.isEmpty()
                        ? Optional.empty()
                        : DivisionCalendar.ofNoDivisionNow(evaluation, before.get(), wording);
            } catch (NotACalendarException e) {
                throw damaged(name);
            }
        }

        private Refused damaged(String name) {
            return new Refused(
                    voice.say(
                            folder.path(name)
                                    + ": แฟ้มนี้เสียหาย หรือไม่ใช่ปฏิทินที่โปรแกรมนี้เขียน จึงไม่ได้เขียนทับแฟ้มใดเลย ให้ย้ายแฟ้มนี้ออกแล้วสั่งใหม่",
                            folder.path(name)
                                    + ": damaged, or no calendar that tidtam wrote, so nothing was overwritten; move it away and try again"));
        }
    }
}
