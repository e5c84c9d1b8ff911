package tidtam.reports;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidtam.facts.RuleInfo;
import tidtam.reports.markup.Markup;

/** The rules and severities in force, each with its explanation, its basis and what it found. */
final class PageRules {
    private final PageTexts texts;
    private final Markup markup;
    private final RunInfo run;
    private final Figures figures;

    PageRules(PageTexts texts, RunInfo run, Figures figures) {
        this.texts = texts;
        this.markup = texts.markup();
        this.run = run;
        this.figures = figures;
    }

    /** A rule's place on the page. */
    static String id(String rule) {
        return "rule-" + rule.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    void write() {
        markup.open("section", "aria-labelledby", "rules").line();
        markup.element("h2", texts.say("rules"), "id", "rules");
        markup.element("p", texts.say("rulesSay"), "class", "soft").line();
        markup.open("table", "class", "stack");
        texts.head("rule", "severity", "explanation", "basis", "found");
        markup.open("tbody").line();
        Map<String, Integer> found = figures.found();
        Set<String> placed = new HashSet<>();
        for (RuleInfo rule : inForce(figures)) {
            markup.open("tr", placed.add(rule.id()) ? new String[] {"id", id(rule.id())} : new String[0]);
            rule(rule, found.getOrDefault(rule.id(), 0));
            markup.close().line();
        }
        markup.close().close().close().line();
    }

    /** The rules of all plans, by id; more than once where their severities differ. */
    static List<RuleInfo> inForce(Figures figures) {
        return figures.plans().stream()
                .flatMap(plan -> plan.evaluation().ledger().rules().stream())
                .distinct()
                .sorted(Comparator.comparing(RuleInfo::id).thenComparing(RuleInfo::severity))
                .toList();
    }

    /** What a rule says, with … where values stand. */
    static String sentence(String template) {
        return Clean.line(template).replaceAll("\\{[^}]*}", "…");
    }

    private void rule(RuleInfo rule, int found) {
        markup.open("th", "scope", "row").element("code", rule.id());
        if (rule.origin() == RuleInfo.Origin.AGENCY) {
            markup.text(" ").element("span", texts.wording().name(rule.origin()), "class", "own");
        }
        Optional.ofNullable(run.rulesOff().get(rule.id()))
                .ifPresent(why ->
                        markup.text(" ").element("span", texts.say("off", Map.of("why", why)), "class", "own"));
        markup.close().open("td");
        texts.badge(rule.severity());
        markup.close().open("td");
        List<String> sentences = texts.wording().templates(rule.id());
        for (int i = 0; i < sentences.size(); i++) {
            if (i > 0) {
                markup.leaf("br");
            }
            markup.text(sentence(sentences.get(i)));
        }
        markup.close().element("td", texts.wording().basis(rule));
        texts.number(found, "found");
    }
}
