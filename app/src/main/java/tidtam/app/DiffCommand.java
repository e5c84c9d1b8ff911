package tidtam.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidtam.app.history.History;
import tidtam.app.history.Run;
import tidtam.reports.history.Sighting;

/** {@code tidtam diff}: what one run found that another did not. */
final class DiffCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "diff",
                voice.say("เทียบการตรวจสองครั้ง", "Compares two runs."),
                List.of(
                        new Words.Described("RUN", voice.say("เลขที่การตรวจครั้งก่อน", "the earlier run's number")),
                        new Words.Described("RUN", voice.say("เลขที่การตรวจครั้งหลัง", "the later run's number"))),
                HistoryCommand.options(voice));
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        long before = number(words.operands().get(0), voice);
        long after = number(words.operands().get(1), voice);
        Rules rules = Rules.of(words, voice);
        HistoryWords said = new HistoryWords(voice, rules.wording(voice.language()));
        return HistoryCommand.look(rules, session, database -> {
            History history = new History(database);
            Map<String, Sighting> old = found(history, HistoryCommand.known(history, before, voice));
            Map<String, Sighting> now = found(history, HistoryCommand.known(history, after, voice));
            StringBuilder text = new StringBuilder();
            part(text, voice.say("พบเฉพาะครั้งหลัง", "only the later run found"), now, old, said);
            part(text, voice.say("พบเฉพาะครั้งก่อน", "only the earlier run found"), old, now, said);
            Map<String, Sighting> changed = new LinkedHashMap<>(now);
            changed.values().removeIf(one -> same(one, old.get(one.fingerprint())));
            part(
                    text,
                    voice.say(
                            "พบทั้งสองครั้ง แต่น้ำหนักหรือจำนวนงวดต่างกัน",
                            "both found, with another weight or number of periods"),
                    changed,
                    Map.of(),
                    said);
            long both = now.keySet().stream().filter(old::containsKey).count();
            text.append(voice.say("พบทั้งสองครั้ง ", "found by both: "))
                    .append(both)
                    .append('\n');
            session.out().print(text.toString());
            return Exit.CLEAN;
        });
    }

    private static boolean same(Sighting one, @Nullable Sighting other) {
        return other == null || (one.severity() == other.severity() && one.periods() == other.periods());
    }

    private static void part(
            StringBuilder text,
            String heading,
            Map<String, Sighting> some,
            Map<String, Sighting> without,
            HistoryWords said) {
        List<Sighting> only = some.values().stream()
                .filter(one -> !without.containsKey(one.fingerprint()))
                .toList();
        text.append(heading).append(": ").append(only.size()).append('\n');
        only.forEach(one -> text.append(said.sighting(one)));
    }

    private static Map<String, Sighting> found(History history, Run run) {
        Map<String, Sighting> found = new LinkedHashMap<>();
        run.plans()
                .forEach(plan -> history.sightings(run.number(), plan.key()).stream()
                        .filter(one -> one.state().open())
                        .forEach(one -> found.put(one.fingerprint(), one)));
        return found;
    }

    /** A run's number as a user writes it. */
    static long number(String given, Voice voice) {
        if (!given.matches("\\d{1,9}")) {
            throw new Refused(voice.say(
                    "'" + given + "' ไม่ใช่เลขที่การตรวจ ดูด้วย tidtam history",
                    "'" + given + "' is no run's number; see tidtam history"));
        }
        return Long.parseLong(given);
    }
}
