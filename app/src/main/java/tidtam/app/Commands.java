package tidtam.app;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.slf4j.LoggerFactory;
import tidtam.reports.Language;

/** The command line: words in, exit code out. Whatever goes wrong becomes one line in the user's language. */
final class Commands {
    private static final List<String> NAMES = List.of(
            "check",
            "read",
            "explain",
            "calendar",
            "warn",
            "rules",
            "template",
            "history",
            "diff",
            "acknowledge",
            "waive",
            "withdraw",
            "comment",
            "attach",
            "confirm",
            "verify",
            "replay",
            "serve");

    private final Command.Session session;
    private final Voice voice;

    private Commands(Command.Session session) {
        this.session = session;
        this.voice = session.voice();
    }

    /** Only the one asked for is made: what another command needs would be loaded at every start. */
    private static Optional<Command> command(String name) {
        return switch (name) {
            case "check" -> Optional.of(new CheckCommand());
            case "read" -> Optional.of(new ReadCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "calendar" -> Optional.of(new CalendarCommand());
            case "warn" -> Optional.of(new WarnCommand());
            case "rules" -> Optional.of(new RulesCommand());
            case "template" -> Optional.of(new TemplateCommand());
            case "serve" -> Optional.of(new ServeCommand());
            case "history" -> Optional.of(new HistoryCommand());
            case "diff" -> Optional.of(new DiffCommand());
            case "verify" -> Optional.of(new VerifyCommand());
            case "replay" -> Optional.of(new ReplayCommand());
            case "acknowledge" -> Optional.of(new DecideCommand(DecideCommand.What.ACKNOWLEDGE));
            case "waive" -> Optional.of(new DecideCommand(DecideCommand.What.WAIVE));
            case "withdraw" -> Optional.of(new DecideCommand(DecideCommand.What.WITHDRAW));
            case "comment" -> Optional.of(new DecideCommand(DecideCommand.What.COMMENT));
            case "attach" -> Optional.of(new DecideCommand(DecideCommand.What.ATTACH));
            case "confirm" -> Optional.of(new DecideCommand(DecideCommand.What.CONFIRM));
            default -> Optional.empty();
        };
    }

    /** Carries out what the words say. */
    static int run(Surroundings surroundings, String... words) {
        // Two threads that log first at once would make SLF4J tell the user so; its own errors are still told.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Anywhere anywhere = Anywhere.of(List.of(words));
        if (anywhere.has("--debug")) {
            System.setProperty(LogSetup.DEBUG, "true");
        }
        Voice voice = new Voice(Language.find(anywhere.language()).orElse(Language.TH));
        Command.Session session = new Command.Session(surroundings, voice, new Output(surroundings.out(), voice));
        try {
            return new Commands(session).run(anywhere);
        } catch (Refused e) {
            e.sentences().forEach(session::tell);
            return Exit.NOT_STARTED;
        } catch (OutOfMemoryError e) {
            session.tell(voice.say(
                    "หน่วยความจำไม่พอ ลองกำหนด TIDTAM_JAVA_OPTS=-Xmx2g แล้วสั่งใหม่",
                    "out of memory: set TIDTAM_JAVA_OPTS=-Xmx2g and try again"));
            return Exit.DEFECT;
        } catch (RuntimeException | Error e) {
            if (anywhere.has("--debug")) {
                LoggerFactory.getLogger(Commands.class).error("the command broke off", e);
            }
            session.tell(voice.say("โปรแกรมผิดพลาด: ", "a defect of the program: ")
                    + e
                    + voice.say(" (--debug แสดงรายละเอียด)", " (--debug shows the details)"));
            return Exit.DEFECT;
        }
    }

    private int run(Anywhere anywhere) {
        Words.known("--lang", anywhere.language(), List.of("th", "en"), voice);
        if (anywhere.has("--version")) {
            session.out().print("Tidtam " + Version.get() + "\n");
            return Exit.CLEAN;
        }
        Optional<String> name = anywhere.command();
        if (name.isEmpty()) {
            if (anywhere.has("--help")) {
                session.out().print(help());
                return Exit.CLEAN;
            }
            session.surroundings().err().print(help());
            return Exit.NOT_STARTED;
        }
        Command command = name.flatMap(Commands::command)
                .orElseThrow(() -> new Refused(voice.say(
                        "ไม่รู้จักคำสั่ง '" + name.get() + "' ดูวิธีใช้: tidtam --help",
                        "unknown command '" + name.get() + "'; see tidtam --help")));
        Words.Form form = command.form(voice);
        if (anywhere.has("--help")) {
            session.out().print(form.help(voice));
            return Exit.CLEAN;
        }
        Words given = Words.read(form, Anywhere.options(voice), anywhere.words(), voice);
        return command.run(given, anywhere.has("--lang") ? session : session.speaking(Settings.language(given)));
    }

    private String help() {
        StringBuilder help = new StringBuilder();
        help.append(voice.say("วิธีใช้: tidtam คำสั่ง …\n", "Usage: tidtam COMMAND …\n"));
        help.append(
                voice.say(
                        "ติดตามมาตรการ ITA: อ่านตารางมาตรการของหน่วยงาน แล้วบอกว่าอะไรเลยกำหนด ขาดหลักฐาน หรือผิดพลาด\n",
                        "Follows up ITA measures: reads an agency's measure plan and says what is overdue, unproven or wrong.\n"));
        List<Words.Described> known = NAMES.stream()
                .flatMap(name -> command(name).stream())
                .map(command -> command.form(voice))
                .map(form -> new Words.Described(form.command(), form.description()))
                .toList();
        Words.Described.list(help, voice.say("คำสั่ง:", "Commands:"), known);
        Words.Described.options(help, voice.say("ใช้ได้กับทุกคำสั่ง:", "With every command:"), Anywhere.options(voice));
        Words.Described.list(
                help,
                voice.say("รหัสจบการทำงาน:", "Exit codes:"),
                List.of(
                        described(
                                "0",
                                "ตรวจแล้ว ไม่พบสิ่งที่ถึงระดับ --fail-on",
                                "checked; nothing at or above --fail-on"),
                        described(
                                "1", "ตรวจแล้ว พบสิ่งที่ถึงระดับ --fail-on", "checked; findings at or above --fail-on"),
                        described(
                                "2",
                                "เริ่มไม่ได้: คำผิด ค่าผิด อ่านไม่ได้เลย หรือเขียนผลไม่ได้",
                                "could not start: wrong words, bad settings, nothing readable, or nowhere to write"),
                        described(
                                "3",
                                "ตรวจได้บางส่วน: มีแฟ้ม แผ่นงาน หรือกฎที่ตรวจไม่ได้",
                                "checked in part: a workbook, a sheet or a rule could not be evaluated"),
                        described("4", "ตรวจแล้ว แต่ส่งอีเมลเตือนได้ไม่ครบ", "checked, but warnings were not all sent"),
                        described("70", "โปรแกรมผิดพลาด", "a defect of the program")));
        return help.toString();
    }

    private Words.Described described(String label, String thai, String english) {
        return new Words.Described(label, voice.say(thai, english));
    }

    /** What the words say to every command alike; what only one command knows is passed over. */
    private record Anywhere(CommandLine line, List<String> words) {
        static Anywhere of(List<String> words) {
            Options options = new Options();
            options(new Voice(Language.TH)).forEach(options::addOption);
            try {
                return new Anywhere(Words.sort(options, DefaultParser.NonOptionAction.SKIP, words), words);
            } catch (ParseException e) {
                throw new IllegalStateException("unknown options are passed over, and no known one needs a value", e);
            }
        }

        static List<Option> options(Voice voice) {
            Option help =
                    new Option("h", "help", false, voice.say("แสดงวิธีใช้ของคำสั่ง", "show how to use the command"));
            Option language = Words.valued("lang", "th|en", voice.say("ภาษา (ปกติ th)", "the language (usually th)"));
            language.setOptionalArg(true);
            return List.of(
                    help,
                    language,
                    Words.flag(
                            "debug",
                            voice.say("แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด", "show the details when the program fails")),
                    Words.flag("version", voice.say("แสดงรุ่นของโปรแกรม", "show the program's version")));
        }

        boolean has(String option) {
            return line.hasOption(option);
        }

        String language() {
            return has("--lang") ? line.getOptionValue("--lang", "") : "th";
        }

        Optional<String> command() {
            return line.getArgList().stream().findFirst();
        }
    }
}
