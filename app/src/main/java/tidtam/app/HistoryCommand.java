package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.Run;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;

/** {@code tidtam history}: the runs there were, one run, or one finding's life. */
final class HistoryCommand implements Command {
    private static final Pattern RUN = Pattern.compile("\\d{1,7}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{8,64}");
    private static final int MOST_RUNS = 100;

    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "history",
                voice.say(
                        "แสดงการตรวจที่บันทึกไว้ การตรวจครั้งหนึ่ง หรือความเป็นมาของข้อค้นพบหนึ่ง",
                        "Shows the runs that were recorded, one run, or what became of one finding."),
                List.of(new Words.Described(
                        "[RUN|FINDING]",
                        voice.say(
                                "เลขที่การตรวจ หรือรหัสข้อค้นพบ (fingerprint อย่างน้อย ๘ ตัวแรก)",
                                "a run's number, or a finding's fingerprint (its first 8 characters at least)"))),
                options(voice));
    }

    /** Those of every command that looks at what was kept. */
    static List<Option> options(Voice voice) {
        return new ArrayList<>(List.of(Settings.config(voice)));
    }

    @Override
    public int run(Words words, Session session) {
        Rules rules = Rules.of(words, session.voice());
        HistoryWords said =
                new HistoryWords(session.voice(), rules.wording(session.voice().language()));
        return look(rules, session, database -> {
            History history = new History(database);
            Optional<String> asked = words.operands().stream().findFirst();
            String text = asked.isEmpty()
                    ? runs(history, said)
                    : RUN.matcher(asked.get()).matches()
                            ? run(history, Long.parseLong(asked.get()), said, session.voice())
                            : finding(database, asked.get(), said, session.voice());
            session.out().print(text);
            return Exit.CLEAN;
        });
    }

    /** Looks at what an office has kept; where there is nothing yet, that is told. */
    static int look(Rules rules, Session session, Function<Database, Integer> look) {
        try {
            Optional<Database> found = Database.find(Memory.data(rules));
            if (found.isEmpty()) {
                throw new Refused(Memory.data(rules)
                        + session.voice()
                                .say(
                                        ": ยังไม่มีการตรวจที่บันทึกไว้ การตรวจที่ระบุ --config จะบันทึกเอง",
                                        ": no run was recorded yet; a check with --config is"));
            }
            try (Database database = found.get()) {
                return look.apply(database);
            }
        } catch (DatabaseException e) {
            throw Memory.refused(e, rules, session.voice());
        }
    }

    private static String runs(History history, HistoryWords said) {
        StringBuilder text = new StringBuilder();
        history.runs(MOST_RUNS).forEach(run -> text.append(said.run(run)));
        return text.toString();
    }

    /** A run that the user named. */
    static Run known(History history, long number, Voice voice) {
        return history.find(number)
                .orElseThrow(() -> new Refused(voice.say(
                        "ไม่มีการตรวจที่ " + number + " ดูเลขที่ด้วย tidtam history",
                        "there is no run " + number + "; see tidtam history")));
    }

    private static String run(History history, long number, HistoryWords said, Voice voice) {
        Run run = known(history, number, voice);
        StringBuilder text = new StringBuilder(said.run(run));
        run.plans()
                .forEach(plan -> history.sightings(number, plan.key()).forEach(one -> text.append(said.sighting(one))));
        return text.toString();
    }

    private static String finding(Database database, String given, HistoryWords said, Voice voice) {
        History history = new History(database);
        String fingerprint = finding(history, given, voice).sighting().fingerprint();
        return said.life(history.life(fingerprint), new Decisions(database).about(fingerprint));
    }

    /** The finding that the beginning of a fingerprint names, as it stood last. */
    static History.Seen finding(History history, String given, Voice voice) {
        List<History.Seen> found = FINGERPRINT.matcher(given).matches() ? history.beginning(given) : List.of();
        if (found.size() != 1) {
            throw new Refused(
                    found.isEmpty()
                            ? voice.say(
                                    "ไม่มีข้อค้นพบ '" + given + "' ดูรหัสด้วย tidtam history RUN",
                                    "there is no finding '" + given + "'; see tidtam history RUN")
                            : voice.say(
                                    "'" + given + "' ตรงกับหลายข้อค้นพบ ให้เขียนรหัสให้ยาวขึ้น",
                                    "'" + given + "' names several findings; write more of it"));
        }
        return found.get(0);
    }
}
