package tidtam.reports;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.markup.Markup;

/** Measures and the months in which something falls due, each state with a colour and a letter. */
final class PageMatrix {
    private static final int TITLE = 70;

    private final PageTexts texts;
    private final Markup markup;
    private final PlanFigures plan;
    private final PageFindings findings;

    PageMatrix(PageTexts texts, PlanFigures plan, PageFindings findings) {
        this.texts = texts;
        this.markup = texts.markup();
        this.plan = plan;
        this.findings = findings;
    }

    void write() {
        String heading = "matrix-" + plan.input();
        markup.element("h3", texts.say("matrix"), "id", heading).line();
        legend();
        markup.element("p", texts.say("matrixSays"), "class", "small").line();
        markup.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", heading);
        markup.open("table", "class", "matrix");
        head();
        markup.open("tbody").line();
        plan.measures().forEach(this::row);
        markup.close().close().close().line();
    }

    /** The states with their letters, and how many obligations each has. */
    private void legend() {
        markup.open("ul", "class", "legend");
        for (State state : PageTexts.STATES) {
            markup.open("li");
            texts.letter(state);
            markup.text(" " + texts.name(state) + " ("
                            + texts.wording().number(plan.obligations().of(state)) + ")")
                    .close();
        }
        markup.close().line();
    }

    private void head() {
        markup.open("thead").open("tr").element("th", texts.say("head.measure"), "scope", "col");
        for (YearMonth month : plan.months()) {
            markup.element("th", texts.wording().month(month), "scope", "col");
        }
        markup.element("th", texts.say("head.uncounted"), "scope", "col")
                .element("th", texts.say("head.findings"), "scope", "col")
                .close()
                .close()
                .line();
    }

    private void row(PlanFigures.OfMeasure measure) {
        markup.open("tr", "data-d", findings.indexes(measure.divisions())).open("th", "scope", "row");
        texts.foreign(texts.wording().measure(measure.measure().measure(), TITLE));
        markup.close();
        for (YearMonth month : plan.months()) {
            markup.open("td");
            Optional.ofNullable(measure.months().get(month)).ifPresent(this::cell);
            markup.close();
        }
        markup.open("td");
        if (measure.uncounted() > 0) {
            cell(Tally.of(State.class, Collections.nCopies(measure.uncounted(), State.NOT_EVALUABLE).stream()));
        } else if (measure.months().isEmpty()) {
            markup.element("small", texts.say("noPeriods"));
        }
        markup.close().open("td");
        findings.anchor(plan, measure.measure().measure().id()).ifPresent(anchor -> link(measure, anchor));
        markup.close().close().line();
    }

    private void cell(Tally<State> states) {
        for (State state : PageTexts.STATES) {
            int count = states.of(state);
            if (count > 0) {
                texts.letter(state);
            }
            if (count > 1) {
                markup.element("small", "×" + texts.wording().number(count));
            }
        }
    }

    private void waived(PlanFigures.OfMeasure measure, String anchor) {
        markup.element(
                "a",
                texts.wording().fill("waiver.count", Map.of("count", measure.waived())),
                "class",
                "badge waived",
                "href",
                "#" + anchor);
    }

    private void link(PlanFigures.OfMeasure measure, String anchor) {
        Severity worst = Severity.INFO;
        for (Severity severity : Severity.values()) {
            if (measure.findings().of(severity) > 0) {
                worst = severity;
                break;
            }
        }
        int count = measure.findings().total();
        if (measure.waived() > 0) {
            waived(measure, anchor);
        }
        if (count == 0) {
            return;
        }
        markup.element(
                "a",
                texts.wording().number(count),
                "class",
                "badge " + PageTexts.style(worst),
                "href",
                "#" + anchor,
                "aria-label",
                texts.say(
                        "findingsOf",
                        Map.of(
                                "count",
                                count,
                                "row",
                                measure.measure().measure().id().row())));
    }
}
