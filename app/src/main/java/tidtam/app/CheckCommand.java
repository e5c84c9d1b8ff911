package tidtam.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.cli.Option;
import tidtam.app.history.Decisions;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.facts.Outcome;
import tidtam.facts.Severity;
import tidtam.facts.Waiver;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.RunInfo;
import tidtam.reports.TerminalTable;
import tidtam.reports.Wording;

/** {@code tidtam check}: the main job. */
final class CheckCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        List<Option> options = new ArrayList<>(Settings.options(voice));
        options.addAll(List.of(
                Words.valued("out", "DIR", voice.say("เขียนรายงานลงโฟลเดอร์นี้", "write reports into this folder")),
                Words.valued(
                        "format",
                        String.join(",", ReportFormat.words()),
                        voice.say("รูปแบบรายงานใน --out (ปกติทั้งหมด)", "the reports written to --out (usually all)")),
                Words.valued(
                        "division",
                        "NAME",
                        voice.say(
                                "ใส่หมายเหตุในสมุดงาน (annotated) เฉพาะของสำนัก/กองนี้",
                                "annotate workbooks with this division's findings only")),
                Words.valued(
                        "fail-on",
                        "error|warning|never",
                        voice.say(
                                "จบด้วยรหัส 1 เมื่อพบระดับนี้ขึ้นไป (ปกติ error)",
                                "exit 1 from this severity on (usually error)")),
                Words.flag(
                        "json",
                        voice.say(
                                "พิมพ์ findings.json ออก standard output แทนตาราง",
                                "print findings.json to standard output instead of the table")),
                Words.flag("quiet", voice.say("ไม่พิมพ์ตาราง", "print no table"))));
        return new Words.Form(
                "check",
                voice.say(
                        "ตรวจสมุดงานมาตรการ แล้วแสดงตารางสิ่งที่พบ",
                        "Checks measure plans and prints a table of findings."),
                List.of(new Words.Described(
                        "WORKBOOK|FOLDER…",
                        voice.say(
                                "แฟ้ม .xlsx หรือ .xls หรือโฟลเดอร์ (ทุกแฟ้มในนั้น ไม่รวมโฟลเดอร์ย่อย)",
                                "an .xlsx or .xls file, or a folder (every one directly in it)"))),
                options);
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Check.Settings settings = Settings.of(words, session);
        String failOn = words.oneOf("--fail-on", List.of("error", "warning", "never"), voice);
        Optional<Severity> failing = failOn.equals("never")
                ? Optional.empty()
                : Optional.of(Severity.valueOf(failOn.toUpperCase(Locale.ROOT)));
        Set<ReportFormat> formats = formats(words, voice);
        Optional<OutputFolder> folder = words.find("--out").map(out -> {
            OutputFolder opened = OutputFolder.open(out, voice);
            opened.refuseInputs(words.operands());
            return opened;
        });
        if (words.has("--division") && !(folder.isPresent() && formats.contains(ReportFormat.ANNOTATED))) {
            throw new Refused(voice.say(
                    "--division ใช้กับสมุดงานที่ใส่หมายเหตุ จึงต้องมี --out DIR และรูปแบบ annotated",
                    "--division is about annotated workbooks: it needs --out DIR and the format annotated"));
        }

        boolean json = words.has("--json");
        boolean table = !json && !words.has("--quiet");
        boolean digest = json || folder.isPresent();

        Rules rules = Rules.of(words, voice);
        Check check = rules.check();
        rules.notice(voice).ifPresent(session::tell);
        if (table) {
            new Thread(TerminalTable::warmUp, "warm-up").start();
        }
        Recorded recorded = recorded(words.operands(), check, settings, rules, digest, session);
        CheckResult result = recorded.result();

        Wording wording = rules.wording(voice.language());
        boolean nothing = result.evaluations().isEmpty();
        Optional<String> division = words.find("--division")
                .filter(named -> !nothing)
                .map(named -> AnnotatedFiles.division(named, result, voice));
        ReportSource source = new ReportSource(result, wording, rules, voice, failing, division);
        int exit = recorded.kept() ? Exit.of(result, failing) : Exit.first(Exit.of(result, failing), Exit.NOT_STARTED);
        if (!nothing && folder.isPresent()) {
            boolean named = words.has("--format") || words.has("--division");
            exit = Exit.first(exit, write(source, formats, named, folder.get(), session));
        }
        if (json && !nothing) {
            print(source, session.out());
        } else if (table && !nothing) {
            Surroundings surroundings = session.surroundings();
            session.out()
                    .print(new TerminalTable(wording, surroundings.columns(), surroundings.coloured())
                            .table(result, source.figures()));
        }
        if (!table || nothing) {
            tellWhatWasNotChecked(result, wording, session);
        }
        return exit;
    }

    private static Set<ReportFormat> formats(Words words, Voice voice) {
        Optional<String> given = words.find("--format");
        if (given.isEmpty()) {
            return EnumSet.allOf(ReportFormat.class);
        }
        if (!words.has("--out")) {
            throw new Refused(voice.say(
                    "--format ต้องใช้คู่กับ --out DIR (โฟลเดอร์ที่จะเขียนรายงาน)",
                    "--format needs --out DIR, the folder to write to"));
        }
        return ReportFormat.named(given.get(), voice);
    }

    /** @param kept false where the run should have been recorded and could not be; that was told */
    record Recorded(CheckResult result, boolean kept) {}

    /**
     * Checks files and folders, and records the run where there is an office to record it for.
     *
     * @param digest whether the rules' digest is needed anyway
     */
    static Recorded recorded(
            List<String> paths, Check check, Check.Settings asked, Rules rules, boolean digest, Session session) {
        Optional<Memory> office = Memory.of(rules, session);
        if (office.isEmpty()) {
            List<Checked> checked = check(paths, check, asked, workbook -> {}, session);
            return new Recorded(result(asked, rules, digest, checked), true);
        }
        try (Memory memory = office.get()) {
            Check.Settings settings = memory.under(asked);
            CheckResult result = result(settings, rules, true, check(paths, check, settings, memory::read, session));
            try {
                return new Recorded(memory.recorded(result, settings, Memory.who(session.surroundings())), true);
            } catch (DatabaseException e) {
                session.tell(session.voice().say("ไม่ได้บันทึกผลการตรวจ: ", "the run was not recorded: ")
                        + DatabaseWords.of(e, Memory.data(rules), session.voice()));
                return new Recorded(result, false);
            }
        }
    }

    /** Checks them under the waivers there are, and keeps nothing. */
    static Recorded preview(List<String> paths, Check.Settings asked, Rules rules, Session session) {
        List<Waiver> waivers = List.of();
        if (rules.settingsBytes().isPresent()) {
            Optional<Database> database = Database.find(Memory.data(rules));
            waivers = database.map(found -> new Decisions(found).waivers()).orElse(List.of());
            database.ifPresent(Database::close);
        }
        Check.Settings settings = asked.under(waivers);
        List<Checked> checked = check(paths, rules.check(), settings, workbook -> {}, session);
        return new Recorded(result(settings, rules, true, checked), true);
    }

    private static CheckResult result(Check.Settings settings, Rules rules, boolean digest, List<Checked> checked) {
        return new CheckResult(
                new RunInfo(settings.asOf(), Version.get(), digest ? rules.digest() : "", rules.off()), checked);
    }

    /** Checks files and folders, telling how far it has come. */
    private static List<Checked> check(
            List<String> paths, Check check, Check.Settings settings, Consumer<byte[]> read, Session session) {
        Inputs inputs = Inputs.of(paths);
        Voice voice = session.voice();
        inputs.lockFiles()
                .forEach(file -> session.tell(file
                        + voice.say(
                                ": ข้ามแฟ้มชั่วคราวของสมุดงานที่เปิดอยู่",
                                ": passed over, the temporary file of an open workbook")));
        List<Checked> checked = new ArrayList<>(inputs.refused());
        try (Progress progress = Progress.on(
                session, voice.say("ตรวจแล้ว", "checked"), inputs.files().size())) {
            checked.addAll(new CheckFiles(check, settings, read, progress::step).check(inputs.files()));
        }
        return checked;
    }

    /** Writes the reports; gives the exit code that they ask for. */
    static int write(
            ReportSource source, Set<ReportFormat> formats, boolean named, OutputFolder folder, Session session) {
        List<ReportFile> files = formats.stream()
                .flatMap(format -> format.files(source).stream())
                .toList();
        ReportWriter.Written written = new ReportWriter(folder, session).write(files);
        if (formats.contains(ReportFormat.PDF)) {
            PdfFiles.leftBehind(folder, written.names())
                    .forEach(
                            file -> session.tell(
                                    file
                                            + session.voice()
                                                    .say(
                                                            ": ไม่ได้เขียนในการตรวจครั้งนี้ อาจเป็นบันทึกเก่า อย่าส่งก่อนตรวจดู",
                                                            ": not written by this run, so perhaps an old memo; look before it is sent")));
        }
        return written.left().stream()
                .mapToInt(one -> switch (one.why()) {
                    case NEVER_MADE -> named ? Exit.PARTIAL : Exit.CLEAN;
                    case FAILED -> Exit.PARTIAL;
                    case DEFECT -> Exit.DEFECT;
                })
                .max()
                .orElse(Exit.CLEAN);
    }

    private static void print(ReportSource source, Output out) {
        try {
            source.writeJson(out);
        } catch (IOException e) {
            throw new UncheckedIOException("standard output throws no such thing", e);
        }
    }

    /** Where no table says it: which workbook, sheet or rule could not be evaluated, and why. */
    static void tellWhatWasNotChecked(CheckResult result, Wording wording, Session session) {
        for (Checked input : result.inputs()) {
            String path = input.path();
            if (input instanceof Checked.Unreadable unreadable) {
                session.tell(path + ": " + wording.unreadable(unreadable.why()));
            } else if (input instanceof Checked.Evaluated evaluated) {
                evaluated.evaluation().problems().stream()
                        .filter(problem -> problem.code().partial())
                        .forEach(problem -> session.tell(path + ": " + wording.problem(problem)));
                evaluated.evaluation().ledger().entries().stream()
                        .filter(entry -> entry.outcome() == Outcome.ERROR)
                        .map(entry -> path + ": " + entry.rule() + ": " + wording.reason(entry.why()))
                        .distinct()
                        .forEach(session::tell);
            }
        }
    }
}
