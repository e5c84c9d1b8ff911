package tidtam.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tidtam.facts.Evaluation;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.markup.Markup;

/** What every part of the page is written with: the markup, the wording, and the few elements that look the same everywhere. */
record PageTexts(Markup markup, Wording wording) {
    /** The order in which states are drawn, the worst first. */
    static final List<State> STATES = List.of(
            State.MISSING, State.CLAIMED, State.LATE, State.NOT_EVALUABLE, State.DUE_SOON, State.UPCOMING, State.MET);

    private static final String[] COLUMN = {"scope", "col"};

    /** Headings of columns of numbers. */
    private static final Set<String> NUMBERS =
            Set.of("errors", "warnings", "infos", "waived", "overdue", "longest", "pairs", "found");

    String say(String key) {
        return wording.line("page." + key);
    }

    String say(String key, Map<String, ?> values) {
        return wording.fill("page." + key, values);
    }

    /** The class that a constant's colour hangs on. */
    static String style(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    void heading(String level, String key) {
        markup.element(level, say(key)).line();
    }

    void badge(Severity severity) {
        markup.element("span", wording.name(severity), "class", "badge " + style(severity));
    }

    /** A finding's weight; what is waived has none. */
    void badge(ReportedFinding reported) {
        markup.element(
                "span",
                wording.weight(reported),
                "class",
                "badge " + (reported.waived() ? "waived" : style(reported.severity())));
    }

    /** A state's letter, with what it means for who cannot see the legend. */
    void letter(State state) {
        markup.element("abbr", wording.line("letter." + state), "class", "s " + style(state), "title", name(state));
    }

    /** A state in a few words. */
    String name(State state) {
        return wording.line("short." + state);
    }

    /** A row of headings. */
    void head(String... keys) {
        head(List.of(keys));
    }

    void head(List<String> keys) {
        markup.open("thead").open("tr");
        for (String key : keys) {
            markup.open("th", NUMBERS.contains(key) ? new String[] {"scope", "col", "class", "n"} : COLUMN)
                    .text(say("head." + key))
                    .close();
        }
        markup.close().close().line();
    }

    void number(int number) {
        markup.element("td", wording.number(number), "class", "n");
    }

    /** A cell that on a narrow screen is led by its column's heading. */
    void number(int number, String heading) {
        markup.element("td", wording.number(number), "class", "n", "data-k", say("head." + heading));
    }

    /** Foreign text, which may run in another direction. */
    void foreign(String text) {
        markup.element("bdi", text);
    }

    /** A term and what is said of it. */
    void term(String key, String text) {
        markup.element("dt", say(key)).element("dd", text);
    }

    /** Divisions as a list; in a word where all of the plan are among them. */
    String divisions(List<String> names, Evaluation evaluation) {
        return wording.divisions(names, evaluation);
    }
}
