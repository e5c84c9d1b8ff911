package tidtam.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tidtam.facts.CellProblem;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Waiver;
import tidtam.reports.markup.Markup;

/** What was not evaluated and why, and what could not be read. Not evaluated is never passed. */
final class PageUnevaluated {
    private final PageTexts texts;
    private final Markup markup;
    private final PlanFigures plan;

    PageUnevaluated(PageTexts texts, PlanFigures plan) {
        this.texts = texts;
        this.markup = texts.markup();
        this.plan = plan;
    }

    void write() {
        markup.element("h3", texts.say("unevaluated"), "id", "unevaluated-" + plan.input())
                .line();
        if (plan.notEvaluated().isEmpty()) {
            markup.element("p", complete(plan, texts.wording())).line();
        } else {
            pairs();
        }
        if (!plan.evaluation().problems().isEmpty()) {
            problems();
        }
        if (!plan.evaluation().idleWaivers().isEmpty()) {
            idle();
        }
    }

    private void idle() {
        markup.element("h4", texts.wording().line("waiver.idles")).open("ul");
        for (Waiver waiver : plan.evaluation().idleWaivers()) {
            markup.open("li");
            texts.foreign(texts.wording().idle(waiver));
            markup.close().line();
        }
        markup.close().line();
    }

    /** What is said of a plan without a pair that was not evaluated. */
    static String complete(PlanFigures plan, Wording wording) {
        return wording.line(plan.evaluated() ? "page.everythingEvaluated" : "table.nothingEvaluated");
    }

    /** How many pairs were not evaluated, each outcome by its own name. */
    static String counts(PlanFigures plan, Wording wording) {
        return wording.fill(
                "page.notEvaluated",
                Map.of(
                        "pairs", plan.pairs().total(),
                        "notEvaluable", plan.pairs().of(Outcome.NOT_EVALUABLE),
                        "broken", plan.pairs().of(Outcome.ERROR),
                        "waived", plan.pairs().of(Outcome.WAIVED)));
    }

    private void pairs() {
        markup.element("p", counts(plan, texts.wording()));
        markup.open("table");
        texts.head("why", "rule", "rows", "pairs");
        byReason(plan.notEvaluated(), texts.wording()).forEach(reason -> reason(reason.getKey(), reason.getValue()));
        markup.close().line();
    }

    /** Pairs by why they ended so, the most frequent first. */
    static List<Map.Entry<String, List<PlanFigures.NotEvaluated>>> byReason(
            List<PlanFigures.NotEvaluated> all, Wording wording) {
        return all.stream()
                .collect(Collectors.groupingBy(one -> reason(one, wording), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted((one, other) -> Integer.compare(count(other.getValue()), count(one.getValue())))
                .toList();
    }

    private static int count(List<PlanFigures.NotEvaluated> pairs) {
        return pairs.stream().mapToInt(PlanFigures.NotEvaluated::pairs).sum();
    }

    private static String reason(PlanFigures.NotEvaluated one, Wording wording) {
        String why = wording.reason(one.why());
        return one.outcome() == Outcome.NOT_EVALUABLE ? why : wording.name(one.outcome()) + ": " + why;
    }

    private void reason(String why, List<PlanFigures.NotEvaluated> pairs) {
        markup.open("tbody").line();
        for (int i = 0; i < pairs.size(); i++) {
            PlanFigures.NotEvaluated one = pairs.get(i);
            markup.open("tr");
            if (i == 0) {
                markup.open("th", "scope", "rowgroup", "rowspan", String.valueOf(pairs.size()));
                texts.foreign(why);
                markup.close();
            }
            markup.open("td")
                    .open("a", "href", "#" + PageRules.id(one.rule()))
                    .element("code", one.rule())
                    .close()
                    .close();
            markup.element("td", rows(one, texts.wording()));
            texts.number(one.pairs());
            markup.close().line();
        }
        markup.close().line();
    }

    /** The subjects of some pairs. */
    static String rows(PlanFigures.NotEvaluated one, Wording wording) {
        List<String> subjects = new ArrayList<>();
        if (one.ofPlan() > 0) {
            subjects.add(wording.line("table.plan"));
        }
        if (!one.measures().isEmpty()) {
            List<Integer> rows = one.measures().stream().map(MeasureId::row).toList();
            subjects.add(wording.fill("page.rows", Map.of("rows", rows)));
        }
        return String.join(" · ", subjects);
    }

    private void problems() {
        markup.element("h4", texts.wording().line("table.problems")).open("ul");
        for (CellProblem problem : FindingsJson.sorted(plan.evaluation().problems())) {
            markup.open("li");
            texts.foreign(texts.wording().problem(problem));
            markup.close().line();
        }
        markup.close().line();
    }
}
