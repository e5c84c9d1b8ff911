package tidtam.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.Sighting;
import tidtam.reports.markup.Markup;

/**
 * Findings by division. Each stands in full once: under "every division" where it concerns all of them, else under the first of its
 * divisions; under the others a short row leads there.
 */
final class PageFindings {
    /** How much of a cell's text is quoted, in columns. */
    private static final int QUOTE = 600;

    private static final int TITLE = 60;

    /** How many findings that stand in full under another division are repeated under one. */
    static final int REPEATED = 100;

    private final PageTexts texts;
    private final Markup markup;
    private final Figures figures;
    private final Map<String, Integer> divisions = new TreeMap<>();
    private final Map<Integer, Map<MeasureId, String>> anchors = new HashMap<>();
    private final Map<Integer, List<FindingGroup>> groups = new HashMap<>();
    private final Map<String, RuleInfo> rules;

    PageFindings(PageTexts texts, Figures figures) {
        this.texts = texts;
        this.markup = texts.markup();
        this.figures = figures;
        figures.plans().stream()
                .flatMap(plan -> plan.divisions().stream())
                .flatMap(division -> division.name().stream())
                .distinct()
                .sorted()
                .forEach(name -> divisions.put(name, divisions.size()));
        figures.plans().forEach(plan -> {
            anchors.put(plan.input(), anchors(plan));
            groups.put(plan.input(), FindingGroup.of(plan));
        });
        this.rules = figures.rules();
    }

    /** A division's name, or what stands for none. */
    static String division(Optional<String> name, Wording wording) {
        return name.map(wording::quote).orElseGet(() -> wording.line("page.noDivision"));
    }

    /** The place of a measure's first finding on the page; empty where it has none. */
    Optional<String> anchor(PlanFigures plan, MeasureId measure) {
        return Optional.ofNullable(anchors.getOrDefault(plan.input(), Map.of()).get(measure));
    }

    /** Where on the page a division finds its own findings, else those of every division, else its figures. */
    String group(PlanFigures plan, Optional<String> division) {
        List<FindingGroup> all = groups(plan);
        if (all.stream()
                .anyMatch(group -> !group.everyDivision() && group.division().equals(division))) {
            return "own-" + plan.input()
                    + division.map(name -> "-" + divisions.get(name)).orElse("");
        }
        return (FindingGroup.everywhere(all) == 0 ? "divisions-" : "every-") + plan.input();
    }

    private List<FindingGroup> groups(PlanFigures plan) {
        return groups.getOrDefault(plan.input(), List.of());
    }

    /** The divisions as the script knows them. */
    String indexes(List<String> names) {
        return names.stream().map(divisions::get).map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Map<MeasureId, String> anchors(PlanFigures plan) {
        Map<MeasureId, String> first = new HashMap<>();
        List<ReportedFinding> findings = plan.evaluation().findings();
        for (int i = 0; i < findings.size(); i++) {
            String anchor = id(plan, i);
            findings.get(i).finding().measures().forEach(measure -> first.putIfAbsent(measure, anchor));
        }
        return first;
    }

    private static String id(PlanFigures plan, int finding) {
        return "f" + plan.input() + "-" + (finding + 1);
    }

    /** What the script works with; without one it stays hidden and everything is shown. */
    void filter() {
        markup.open(
                        "form",
                        "id",
                        "filter",
                        "class",
                        "filter",
                        "role",
                        "search",
                        "hidden",
                        "",
                        "aria-label",
                        texts.say("filter"),
                        "data-zero",
                        texts.wording().number(0),
                        "data-shown",
                        texts.say("shown", Map.of("count", figures.findings().total() + figures.waived())))
                .line();
        select("division", "filter.division");
        option("", texts.say("filter.all"));
        divisions.forEach((name, index) -> option(String.valueOf(index), Clean.shorten(Clean.line(name), TITLE)));
        markup.close().close().line();
        select("severity", "filter.severity");
        option("", texts.say("filter.all"));
        option("0", texts.wording().name(Severity.ERROR));
        option("1", texts.say("filter.warnings"));
        markup.close().close().line();
        select("sort", "filter.sort");
        option("severity", texts.say("filter.bySeverity"));
        option("due", texts.say("filter.byDue"));
        option("late", texts.say("filter.byLate"));
        option("row", texts.say("filter.byRow"));
        markup.close().close().line();
        markup.open("label")
                .text(texts.say("filter.search"))
                .leaf("input", "type", "search", "name", "search", "autocomplete", "off")
                .close();
        markup.element("output", "", "aria-live", "polite").close().line();
    }

    private void select(String name, String key) {
        markup.open("label").text(texts.say(key)).open("select", "name", name, "autocomplete", "off");
    }

    private void option(String value, String text) {
        markup.element("option", text, "value", value);
    }

    /** Everything found in one plan. */
    void write(PlanFigures plan) {
        Evaluation evaluation = plan.evaluation();
        markup.element("h3", texts.say("findings"), "id", "findings-" + plan.input())
                .line();
        if (evaluation.findings().isEmpty()) {
            markup.element("p", texts.wording().line(plan.evaluated() ? "table.nothing" : "table.nothingEvaluated"))
                    .line();
            return;
        }
        ByMeasure rows = new ByMeasure(evaluation);
        HistoryWords words = new HistoryWords(plan, texts.wording());
        int everywhere = FindingGroup.everywhere(groups(plan));
        for (FindingGroup group : groups(plan)) {
            group(plan, group, group.division().isPresent() ? everywhere : 0, rows, words);
        }
    }

    /**
     * @param also how many findings concern the division because they concern every one
     */
    private void group(PlanFigures plan, FindingGroup group, int also, ByMeasure rows, HistoryWords words) {
        markup.open("section", "class", "group")
                .open("h4", "id", group.everyDivision() ? "every-" + plan.input() : group(plan, group.division()));
        texts.foreign(
                group.everyDivision()
                        ? texts.wording().line("table.everyDivision")
                        : division(group.division(), texts.wording()));
        markup.text(" – " + group.weights(texts.wording()));
        markup.close().line();
        if (also > 0) {
            markup.open("p", "class", "small")
                    .element("a", texts.say("alsoEvery", Map.of("count", also)), "href", "#every-" + plan.input())
                    .close();
        }
        markup.open("table", "class", "findings stack");
        texts.head("severity", "what", "where", "due");
        markup.open("tbody").line();
        int repeated = 0;
        for (FindingGroup.Numbered one : group.findings()) {
            boolean again = group.again(one);
            repeated += again ? 1 : 0;
            if (!again || repeated <= REPEATED) {
                row(plan, one, group, rows, words);
            }
        }
        markup.close().close();
        if (repeated > REPEATED) {
            markup.element("p", texts.say("repeated", Map.of("count", repeated - REPEATED)), "class", "small");
        }
        markup.close().line();
    }

    private void row(
            PlanFigures plan, FindingGroup.Numbered numbered, FindingGroup group, ByMeasure rows, HistoryWords words) {
        ReportedFinding reported = numbered.reported();
        Finding finding = reported.finding();
        boolean again = group.again(numbered);
        String id = id(plan, numbered.number());
        List<String> attributes = new ArrayList<>(List.of(
                "data-s",
                String.valueOf(
                        reported.waived()
                                ? Severity.values().length
                                : List.of(Severity.values()).indexOf(reported.severity())),
                "data-d",
                indexes(reported.divisions())));
        attributes.addAll(again ? List.of("class", "again") : List.of("id", id));
        finding.findDue().ifPresent(due -> attributes.addAll(List.of("data-due", due.toString())));
        finding.findDaysOverdue().ifPresent(days -> attributes.addAll(List.of("data-o", String.valueOf(days))));
        finding.measures().stream()
                .findFirst()
                .ifPresent(first -> attributes.addAll(List.of("data-r", String.valueOf(first.row()))));
        markup.open("tr", attributes.toArray(String[]::new)).open("td");
        texts.badge(reported);
        markup.close().open("td");
        markup.open("span", "class", "what");
        texts.foreign(texts.wording().sentence(reported));
        markup.close();
        words.find(reported).ifPresent(sighting -> mark(sighting, words.mark(sighting)));
        if (again) {
            markup.text(" ").element("a", texts.say("inFull"), "href", "#" + id);
        } else {
            details(reported, group.division());
        }
        markup.close().open("td");
        where(finding, rows);
        markup.close().open("td", "data-k", texts.say("head.due"));
        due(finding);
        markup.close().close().line();
    }

    /** What changed stands out; since when the rest is found is said quietly. */
    private void mark(Sighting sighting, String said) {
        String style = sighting.state() == Lifecycle.UNCHANGED ? "small" : "mark " + PageTexts.style(sighting.state());
        markup.text(" ").element("span", said, "class", style);
    }

    private void details(ReportedFinding reported, Optional<String> division) {
        Finding finding = reported.finding();
        finding.cell()
                .map(CellText::quote)
                .map(Clean::line)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> markup.element("q", Clean.shorten(text, QUOTE)));
        markup.open("small");
        if (finding.guessed()) {
            markup.text(texts.wording().line("table.guessed") + " ");
        }
        markup.open("a", "href", "#" + PageRules.id(finding.rule()))
                .element("code", finding.rule())
                .close();
        Optional.ofNullable(rules.get(finding.rule()))
                .ifPresent(rule -> markup.text(" · " + texts.say("basis") + " "
                        + Clean.shorten(texts.wording().basis(rule), QUOTE)));
        if (division.isPresent() && reported.divisions().size() > 1) {
            markup.text(" · " + texts.say("concerns") + " ");
            texts.foreign(texts.wording()
                    .list(reported.divisions().stream()
                            .map(texts.wording()::quote)
                            .toList()));
        }
        markup.close();
    }

    private void where(Finding finding, ByMeasure rows) {
        if (finding.measures().isEmpty()) {
            markup.text(texts.wording().line("table.plan"));
        } else {
            texts.foreign(texts.wording()
                    .measure(rows.measure(finding.measures().get(0)).measure(), TITLE));
        }
        if (finding.measures().size() > 1) {
            List<Integer> all = finding.measures().stream().map(MeasureId::row).toList();
            markup.leaf("br").element("small", texts.say("rows", Map.of("rows", all)));
        }
        finding.cell().ifPresent(text -> {
            markup.leaf("br").open("small").text(texts.say("cell") + " ");
            texts.foreign(texts.wording().quote(text.cell().toString()));
            markup.close();
        });
    }

    private void due(Finding finding) {
        finding.findDue().ifPresent(due -> markup.text(texts.wording().date(due)));
        finding.findDaysOverdue()
                .filter(days -> days > 0)
                .ifPresent(days -> markup.leaf("br")
                        .element(
                                "span",
                                texts.wording().fill("table.overdue", Map.of("days", days)),
                                "class",
                                "late-by"));
    }
}
