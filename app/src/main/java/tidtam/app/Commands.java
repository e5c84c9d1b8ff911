package tidtam.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import tidtam.reports.Language;

/** The command line: words in, exit code out. Whatever goes wrong becomes one line in the user's language. */
final class Commands {
    private final Command.Session session;
    private final Voice voice;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    private Commands(Command.Session session) {
        this.session = session;
        this.voice = session.voice();
        commands.put("check", new CheckCommand());
        commands.put("read", new ReadCommand());
        commands.put("explain", new ExplainCommand());
        commands.put("rules", new RulesCommand());
    }

    /** Carries out what the words say. */
    static int run(Surroundings surroundings, String... words) {
        Anywhere anywhere = Anywhere.of(words);
        if (anywhere.debug()) {
            System.setProperty(LogSetup.DEBUG, "true");
        }
        Voice voice = new Voice(Language.find(anywhere.language()).orElse(Language.TH));
        Command.Session session = new Command.Session(surroundings, voice, new Output(surroundings.out(), voice));
        try {
            return new Commands(session).run(anywhere);
        } catch (Refused e) {
            session.tell(e.sentence());
            return Exit.NOT_STARTED;
        } catch (OutOfMemoryError e) {
            session.tell(voice.say(
                    "หน่วยความจำไม่พอ ลองกำหนด TIDTAM_JAVA_OPTS=-Xmx2g แล้วสั่งใหม่",
                    "out of memory: set TIDTAM_JAVA_OPTS=-Xmx2g and try again"));
            return Exit.DEFECT;
        } catch (RuntimeException | Error e) {
            if (anywhere.debug()) {
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
        List<String> words = anywhere.others();
        if (words.isEmpty()) {
            if (anywhere.help()) {
                session.out().print(help());
                return Exit.CLEAN;
            }
            session.surroundings().err().print(help());
            return Exit.NOT_STARTED;
        }
        if (words.get(0).equals("--version")) {
            session.out().print("Tidtam " + Version.get() + "\n");
            return Exit.CLEAN;
        }
        Command command = Optional.ofNullable(commands.get(words.get(0)))
                .orElseThrow(() -> new Refused(voice.say(
                        "ไม่รู้จักคำสั่ง '" + words.get(0) + "' ดูวิธีใช้: tidtam --help",
                        "unknown command '" + words.get(0) + "'; see tidtam --help")));
        Words.Form form = command.form(voice);
        if (anywhere.help()) {
            session.out().print(form.help(voice));
            return Exit.CLEAN;
        }
        return command.run(Words.read(form, words.subList(1, words.size()), voice), session);
    }

    private String help() {
        StringBuilder help = new StringBuilder();
        help.append(voice.say("วิธีใช้: tidtam คำสั่ง …\n", "Usage: tidtam COMMAND …\n"));
        help.append(
                voice.say(
                        "ติดตามมาตรการ ITA: อ่านตารางมาตรการของหน่วยงาน แล้วบอกว่าอะไรเลยกำหนด ขาดหลักฐาน หรือผิดพลาด\n",
                        "Follows up ITA measures: reads an agency's measure plan and says what is overdue, unproven or wrong.\n"));
        List<Words.Described> known = commands.values().stream()
                .map(command -> command.form(voice))
                .map(form -> new Words.Described(form.command(), form.description()))
                .toList();
        Words.Described.list(help, voice.say("คำสั่ง:", "Commands:"), known);
        Words.Described.list(
                help,
                voice.say("ใช้ได้กับทุกคำสั่ง:", "With every command:"),
                List.of(
                        described("--help, -h", "แสดงวิธีใช้ของคำสั่ง", "show how to use the command"),
                        described("--lang th|en", "ภาษา (ปกติ th)", "the language (usually th)"),
                        described(
                                "--debug",
                                "แสดงรายละเอียดเมื่อโปรแกรมผิดพลาด",
                                "show the details when the program fails"),
                        described("--version", "แสดงรุ่นของโปรแกรม", "show the program's version")));
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
                        described("70", "โปรแกรมผิดพลาด", "a defect of the program")));
        return help.toString();
    }

    private Words.Described described(String label, String thai, String english) {
        return new Words.Described(label, voice.say(thai, english));
    }

    /** The words that may stand anywhere, and the others in order. */
    private record Anywhere(String language, boolean debug, boolean help, List<String> others) {
        static Anywhere of(String... words) {
            String language = "th";
            boolean debug = false;
            boolean help = false;
            List<String> others = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "--debug" -> debug = true;
                    case "--help", "-h" -> help = true;
                    case "--lang" -> {
                        i++;
                        language = i < words.length ? words[i] : "";
                    }
                    default -> {
                        if (words[i].startsWith("--lang=")) {
                            language = words[i].substring("--lang=".length());
                        } else {
                            others.add(words[i]);
                        }
                    }
                }
            }
            return new Anywhere(language, debug, help, List.copyOf(others));
        }
    }
}
