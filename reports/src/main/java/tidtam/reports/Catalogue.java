package tidtam.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tidtam.facts.Need;
import tidtam.facts.RuleInfo;

/** The catalogue of rules, by id, from what each rule declares of itself and its sentence in both languages. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * As a table in Markdown, with headings in English and both sentences.
     *
     * @param off why a rule is turned off, by its id
     */
    public static String markdown(List<RuleInfo> rules, SortedMap<String, String> off, Wording thai, Wording english) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(english.line("catalogue.title")).append("\n\n");
        page.append(english.line("catalogue.intro")).append("\n\n");
        row(
                page,
                List.of(
                        english.line("catalogue.id"),
                        english.line("heading.severity"),
                        english.line("catalogue.subject"),
                        english.line("catalogue.needs"),
                        thai.line("catalogue.sentence"),
                        english.line("catalogue.sentence"),
                        english.line("catalogue.basis")));
        row(page, List.of("---", "---", "---", "---", "---", "---", "---"));
        for (RuleInfo rule : sorted(rules)) {
            row(
                    page,
                    List.of(
                            english.rule('`' + rule.id() + '`', rule.origin()),
                            rule.severity().name(),
                            english.name(rule.subject()),
                            needs(rule).stream().map(english::name).collect(Collectors.joining("; ")),
                            templates(rule, thai),
                            templates(rule, english),
                            escaped(rule.basis())));
        }
        if (!off.isEmpty()) {
            page.append("\n## ").append(english.line("catalogue.off")).append("\n\n");
            off.forEach((rule, reason) -> page.append("- `")
                    .append(rule)
                    .append("`: ")
                    .append(escaped(reason))
                    .append('\n'));
        }
        return page.toString();
    }

    /**
     * As JSON: {@code {"rules": [{id, origin, title, severity, subject, needs, basis, off, messages: {th: [], en: []}}]}}; {@code off} is why the
     * rule is turned off, else null.
     */
    public static String json(List<RuleInfo> rules, SortedMap<String, String> off, Wording thai, Wording english) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonOut json = JsonOut.indented(out)) {
            json.object();
            json.array("rules");
            for (RuleInfo rule : sorted(rules)) {
                json.object();
                json.text("id", rule.id());
                json.text("origin", rule.origin().name());
                json.text("title", rule.title());
                json.text("severity", rule.severity().name());
                json.text("subject", rule.subject().name());
                json.texts("needs", needs(rule));
                json.text("basis", rule.basis());
                json.text("off", Optional.ofNullable(off.get(rule.id())));
                json.object("messages");
                json.texts("th", thai.templates(rule.id()));
                json.texts("en", english.templates(rule.id()));
                json.endObject();
                json.endObject();
            }
            json.endArray();
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8) + "\n";
    }

    private static List<RuleInfo> sorted(List<RuleInfo> rules) {
        return rules.stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
    }

    private static List<Need> needs(RuleInfo rule) {
        return rule.needs().stream().distinct().sorted().toList();
    }

    private static String templates(RuleInfo rule, Wording wording) {
        return wording.templates(rule.id()).stream().map(Catalogue::escaped).collect(Collectors.joining("<br>"));
    }

    private static String escaped(String text) {
        return Clean.line(text).replace("|", "\\|").replace("<", "&lt;");
    }

    private static void row(StringBuilder page, List<String> cells) {
        cells.forEach(cell -> page.append("| ").append(cell).append(' '));
        page.append("|\n");
    }
}
