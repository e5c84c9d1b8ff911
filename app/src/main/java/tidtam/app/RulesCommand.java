package tidtam.app;

import java.util.List;
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
                        Settings.rules(voice)));
    }

    @Override
    public int run(Words words, Session session) {
        String format = words.oneOf("--format", List.of("md", "json"), session.voice());
        Rules all = Rules.of(words, session.voice());
        List<RuleInfo> rules = all.catalogue();
        Wording thai = all.wording(Language.TH);
        Wording english = all.wording(Language.EN);
        session.out()
                .print(
                        format.equals("md")
                                ? Catalogue.markdown(rules, thai, english)
                                : Catalogue.json(rules, thai, english));
        return Exit.CLEAN;
    }
}
