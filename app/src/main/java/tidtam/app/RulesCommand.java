package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.facts.RuleInfo;
import tidtam.reports.Catalogue;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/** {@code tidtam rules}: the catalogue. */
final class RulesCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "rules",
                voice.say("แสดงรายการกฎทั้งหมด", "Prints the catalogue of rules."),
                List.of(),
                List.of(
                        Words.valued("format", "md|json", voice.say("รูปแบบ (ปกติ md)", "the format (usually md)")),
                        Settings.rules(voice),
                        Settings.config(voice),
                        Words.valued(
                                "test",
                                "DIR",
                                voice.say(
                                        "ทดลองกฎกับกรณีใน DIR/cases/*.yaml",
                                        "try the rules on the cases in DIR/cases/*.yaml"))));
    }

    @Override
    public int run(Words words, Session session) {
        if (words.has("--test")) {
            return test(words, session);
        }
        String format = words.oneOf("--format", List.of("md", "json"), session.voice());
        Rules all = Rules.of(words, session.voice());
        List<RuleInfo> rules = all.catalogue();
        Wording thai = all.wording(Language.TH);
        Wording english = all.wording(Language.EN);
        session.out()
                .print(
                        format.equals("md")
                                ? Catalogue.markdown(rules, all.off(), thai, english)
                                : Catalogue.json(rules, all.off(), thai, english));
        return Exit.CLEAN;
    }

    /** Not tried is never passed: without a case there is nothing to say. */
    private static int test(Words words, Session session) {
        Voice voice = session.voice();
        for (String other : List.of("--rules", "--format")) {
            if (words.has(other)) {
                throw new Refused(
                        voice.say("--test ใช้คู่กับ " + other + " ไม่ได้", "--test does not go with " + other));
            }
        }
        Rules rules = Rules.of(words, voice);
        RuleFolder folder = rules.folder().orElseThrow();
        Set<String> ids = rules.catalogue().stream().map(RuleInfo::id).collect(Collectors.toUnmodifiableSet());
        List<RuleCase> cases = new ArrayList<>();
        folder.cases(voice).forEach((path, text) -> cases.addAll(CaseFile.read(folder.place(path), text, ids, voice)));
        if (cases.isEmpty()) {
            throw new Refused(voice.say(
                    folder.name() + ": ไม่มีกรณีทดลองใน cases/*.yaml จึงยังไม่ได้ทดลองกฎใด",
                    folder.name() + ": there are no cases in cases/*.yaml, so no rule was tried"));
        }
        Wording wording = rules.wording(voice.language());
        CaseRun run = new CaseRun(rules.check(), wording, voice);
        int passed = 0;
        for (RuleCase each : cases) {
            CaseRun.Result result = run.run(each);
            session.out().print(result.line() + "\n");
            passed += result.passed() ? 1 : 0;
        }
        String count = wording.number(passed);
        String all = wording.number(cases.size());
        session.out()
                .print(voice.say(
                        "สรุป: ผ่าน " + count + " จาก " + all + " กรณี\n",
                        "In all: " + count + " of " + all + " cases passed\n"));
        return passed == cases.size() ? Exit.CLEAN : Exit.FOUND;
    }
}
