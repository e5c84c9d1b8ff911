package tidtam.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.Outcome;
import tidtam.facts.Severity;
import tidtam.reports.markup.Markup;

/** The first screen: how many, how bad, whose, and what is due next. */
final class PageOverview {
    /** How many rows each list has here; the whole is further down, and a line says so. */
    private static final int SHOWN = 5;

    private final PageTexts texts;
    private final Markup markup;
    private final CheckResult result;
    private final Figures figures;
    private final PageFindings findings;

    PageOverview(PageTexts texts, CheckResult result, Figures figures, PageFindings findings) {
        this.texts = texts;
        this.markup = texts.markup();
        this.result = result;
        this.figures = figures;
        this.findings = findings;
    }

    void write() {
        markup.open("section", "aria-label", texts.say("overview")).line();
        unreadable();
        tiles();
        markup.open("div", "class", "two").line();
        whose();
        next();
        markup.close().line();
        notEvaluated();
        if (figures.plans().size() > 1) {
            inputs();
        }
        markup.close().line();
    }

    private void unreadable() {
        if (figures.unreadable() == 0) {
            return;
        }
        markup.open("div", "class", "alert")
                .element("p", texts.wording().fill("summary.unreadable", Map.of("count", figures.unreadable())))
                .open("ul");
        for (Checked input : result.inputs()) {
            if (input instanceof Checked.Unreadable unreadable) {
                markup.open("li");
                texts.foreign(texts.wording().path(unreadable.path()));
                markup.text(": " + texts.wording().unreadable(unreadable.why())).close();
            }
        }
        markup.close().close().line();
    }

    private void tiles() {
        markup.open("ul", "class", "tiles").line();
        for (Severity severity : Severity.values()) {
            tile(
                    PageTexts.style(severity),
                    figures.findings().of(severity),
                    texts.say("weight." + severity),
                    texts.say("means." + severity));
        }
        tile(
                figures.overdue() > 0 ? "error" : "none",
                figures.overdue(),
                texts.say("overdue"),
                overdue(figures, texts.wording()));
        if (figures.waived() > 0) {
            tile("none", figures.waived(), texts.say("waived"), texts.say("means.waived"));
        }
        markup.close().line();
    }

    /** What the count of overdue obligations means; a due date that could not be counted may have passed too. */
    static String overdue(Figures figures, Wording wording) {
        String said = figures.overdue() > 0
                ? wording.fill("page.mostOverdue", Map.of("days", figures.mostDaysOverdue()))
                : wording.line("page.nothingOverdue");
        return figures.uncounted() == 0
                ? said
                : said + " · " + wording.fill("page.uncounted", Map.of("count", figures.uncounted()));
    }

    private void tile(String style, int number, String name, String meaning) {
        markup.open("li", "class", "tile " + style)
                .element("b", texts.wording().number(number))
                .text(name)
                .leaf("br")
                .element("small", meaning)
                .close()
                .line();
    }

    private record Holder(String name, String target, Tally<Severity> findings, int waived) {}

    private List<Holder> holders() {
        if (figures.plans().size() == 1) {
            PlanFigures plan = figures.plans().get(0);
            return plan.divisions().stream()
                    .map(division -> new Holder(
                            PageFindings.division(division.name(), texts.wording()),
                            "#" + findings.group(plan, division.name()),
                            division.findings(),
                            division.waived()))
                    .toList();
        }
        return figures.plans().stream()
                .map(plan -> new Holder(
                        ReportPage.name(plan, texts.wording()),
                        "#plan-" + plan.input(),
                        plan.findings(),
                        plan.waived()))
                .toList();
    }

    /** The headings of what counts findings; waived ones have a column only where there are any. */
    static List<String> columns(Figures figures, String first, String... last) {
        List<String> columns = new ArrayList<>(List.of(first, "errors", "warnings", "infos"));
        if (figures.waived() > 0) {
            columns.add("waived");
        }
        columns.addAll(List.of(last));
        return columns;
    }

    /** Those with the most errors first, then the most warnings; the name decides where they are equal. */
    private void whose() {
        markup.open("div");
        texts.heading("h2", "whose");
        List<Holder> worst = holders().stream()
                .filter(holder -> holder.findings().total() + holder.waived() > 0)
                .sorted(Comparator.comparing(
                                (Holder holder) -> holder.findings().of(Severity.ERROR))
                        .thenComparing(holder -> holder.findings().of(Severity.WARNING))
                        .reversed()
                        .thenComparing(Holder::name))
                .toList();
        if (worst.isEmpty()) {
            markup.element("p", texts.wording().line(figures.evaluated() ? "table.nothing" : "table.nothingEvaluated"));
        } else {
            markup.open("table", "class", "whose");
            texts.head(columns(figures, figures.plans().size() == 1 ? "division" : "plan"));
            markup.open("tbody");
            for (Holder holder : worst.subList(0, Math.min(SHOWN, worst.size()))) {
                markup.open("tr").open("td").open("a", "href", holder.target());
                texts.foreign(holder.name());
                markup.close().close();
                for (Severity severity : Severity.values()) {
                    texts.number(holder.findings().of(severity));
                }
                if (figures.waived() > 0) {
                    texts.number(holder.waived());
                }
                markup.close().line();
            }
            markup.close().close();
            if (figures.plans().size() == 1) {
                markup.element("p", texts.say("divisionsSay"), "class", "small");
            }
            more(worst.size(), figures.plans().size() == 1 ? "#divisions-" + input() : "#inputs");
        }
        markup.close().line();
    }

    private int input() {
        return figures.plans().get(0).input();
    }

    private void more(int all, String target) {
        if (all > SHOWN) {
            markup.open("p", "class", "small")
                    .element("a", texts.say("more", Map.of("count", all - SHOWN)), "href", target)
                    .close();
        }
    }

    /** Where nothing more falls due, what has waited longest comes next. */
    private void next() {
        markup.open("div");
        texts.heading("h2", "next");
        List<Figures.Day> days = figures.coming();
        if (days.isEmpty()) {
            markup.element("p", texts.say("nothingNext"));
            days = figures.past();
            if (!days.isEmpty()) {
                markup.element("p", texts.say("waiting"), "class", "soft");
            }
        }
        if (!days.isEmpty()) {
            markup.open("ul", "class", "next");
            days.stream().limit(SHOWN).forEach(this::day);
            markup.close();
            more(days.size(), "#timeline-" + days.get(0).plan().input());
        }
        markup.close().line();
    }

    private void day(Figures.Day day) {
        LocalDate due = day.on().due();
        int days = (int) ChronoUnit.DAYS.between(result.run().asOf(), due);
        String who = figures.plans().size() == 1
                ? texts.divisions(day.on().divisions(), day.plan().evaluation())
                : ReportPage.name(day.plan(), texts.wording());
        markup.open("li").element("b", texts.wording().date(due)).text(" ");
        markup.element(
                "span",
                days < 0 ? texts.say("daysAgo", Map.of("days", -days)) : texts.say("inDays", Map.of("days", days)),
                "class",
                "soft");
        markup.leaf("br")
                .text(texts.say(
                        "dueThen",
                        Map.of(
                                "count",
                                day.on().obligations().size(),
                                "rows",
                                day.on().rows())))
                .leaf("br")
                .open("small");
        texts.foreign(who);
        markup.close().close().line();
    }

    private void notEvaluated() {
        markup.element("p", pairs(figures.pairs(), texts.wording()), "class", "small")
                .line();
    }

    /** How many pairs ended in each outcome. */
    static String pairs(Tally<Outcome> pairs, Wording wording) {
        return wording.fill(
                "page.notPassed",
                Map.of(
                        "pairs", pairs.total(),
                        "passed", pairs.of(Outcome.PASSED),
                        "found", pairs.of(Outcome.FOUND),
                        "notApplicable", pairs.of(Outcome.NOT_APPLICABLE),
                        "notEvaluable", pairs.of(Outcome.NOT_EVALUABLE),
                        "broken", pairs.of(Outcome.ERROR),
                        "waived", pairs.of(Outcome.WAIVED)));
    }

    private void inputs() {
        markup.open("div", "id", "inputs");
        texts.heading("h2", "inputs");
        markup.open("table", "class", "stack");
        texts.head(columns(figures, "plan", "overdue", "longest", "nextDue"));
        markup.open("tbody").line();
        for (PlanFigures plan : figures.plans()) {
            markup.open("tr").open("th", "scope", "row").open("a", "href", "#plan-" + plan.input());
            texts.foreign(ReportPage.name(plan, texts.wording()));
            markup.close().leaf("br").open("small");
            texts.foreign(texts.wording().path(plan.checked().path()));
            markup.close().close();
            texts.number(plan.findings().of(Severity.ERROR), "errors");
            texts.number(plan.findings().of(Severity.WARNING), "warnings");
            texts.number(plan.findings().of(Severity.INFO), "infos");
            if (figures.waived() > 0) {
                texts.number(plan.waived(), "waived");
            }
            texts.number(plan.overdue(), "overdue");
            texts.number(plan.mostDaysOverdue(), "longest");
            Optional<PlanFigures.OnDay> coming = plan.coming().stream().findFirst();
            markup.element(
                    "td",
                    coming.map(next -> texts.wording().date(next.due())).orElse(""),
                    "data-k",
                    texts.say("head.nextDue"));
            markup.close().line();
        }
        markup.close().close().close().line();
    }
}
