package tidtam.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tidtam.facts.Severity;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.Sighting;
import tidtam.reports.markup.Markup;

/** What became of a plan's findings since the run before, and how many there were from day to day. */
final class PageHistory {
    /** Of the drawing, in its own units. */
    private static final int WIDTH = 920;

    private static final int HEIGHT = 120;
    private static final int FOOT = 30;
    private static final int TOP = 24;
    /** Room for half of a date on either side. */
    private static final int SIDE = 70;

    private static final int WIDEST_BAR = 48;
    private static final int MOST_LABELS = 6;

    private final PageTexts texts;
    private final Markup markup;
    private final PlanFigures plan;
    private final HistoryWords words;

    PageHistory(PageTexts texts, PlanFigures plan) {
        this.texts = texts;
        this.markup = texts.markup();
        this.plan = plan;
        this.words = new HistoryWords(plan, texts.wording());
    }

    void write() {
        markup.element("h3", texts.wording().line("history.title"), "id", "changes-" + plan.input())
                .line();
        markup.element("p", words.compared()).line();
        words.counts().ifPresent(counts -> markup.element("p", counts).line());
        gone(Lifecycle.RESOLVED);
        gone(Lifecycle.ABSENT);
        if (!words.trend().isEmpty()) {
            trend(words.trend());
        }
    }

    private void gone(Lifecycle state) {
        List<Sighting> gone = words.gone(state);
        if (gone.isEmpty()) {
            return;
        }
        markup.element("h4", texts.wording().line("history.title." + state)).line();
        markup.element("p", texts.wording().line("history.says." + state), "class", "small");
        markup.open("table", "class", "settled stack");
        texts.head("severity", "what", "where", "due");
        markup.open("tbody").line();
        for (Sighting one : gone) {
            markup.open("tr").element("td", words.weight(one)).open("td");
            texts.foreign(words.sentence(one));
            markup.leaf("br").open("small").text(words.since(one) + " · ");
            markup.element("code", Clean.line(one.rule())).close();
            markup.close().open("td");
            texts.foreign(words.measure(one));
            words.cell(one).ifPresent(cell -> {
                markup.leaf("br").open("small").text(texts.say("cell") + " ");
                texts.foreign(cell);
                markup.close();
            });
            markup.close()
                    .element("td", one.due().map(texts.wording()::date).orElse(""), "data-k", texts.say("head.due"))
                    .close()
                    .line();
        }
        markup.close().close().line();
    }

    private void trend(List<PlanHistory.Point> trend) {
        markup.element("h4", texts.wording().line("history.trend")).line();
        String label = "trend-label-" + plan.input();
        markup.open("ul", "class", "legend");
        for (Part part : Part.values()) {
            markup.open("li")
                    .element("span", "", "class", "key " + part.style())
                    .text(" " + texts.say("head." + part.heading()))
                    .close();
        }
        markup.close().line();
        markup.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", label);
        markup.open(
                "svg",
                "class",
                "trend",
                "viewBox",
                "0 0 " + WIDTH + " " + (TOP + HEIGHT + FOOT),
                "role",
                "img",
                "aria-labelledby",
                label);
        PlanHistory.Point first = trend.get(0);
        PlanHistory.Point last = trend.get(trend.size() - 1);
        markup.element(
                        "title",
                        texts.wording()
                                .fill(
                                        "history.trendSays",
                                        Map.of("count", trend.size(), "from", first.asOf(), "to", last.asOf())),
                        "id",
                        label)
                .line();
        bars(trend);
        markup.close().close().line();
        table(trend);
    }

    /** What a bar is made of, from below. */
    private enum Part {
        ERRORS(Severity.ERROR.name()),
        WARNINGS(Severity.WARNING.name()),
        INFOS(Severity.INFO.name()),
        WAIVED("WAIVED");

        private final String style;

        Part(String style) {
            this.style = style;
        }

        String style() {
            return style.toLowerCase(Locale.ROOT);
        }

        String heading() {
            return name().toLowerCase(Locale.ROOT);
        }

        int of(PlanHistory.Point point) {
            return switch (this) {
                case ERRORS -> point.errors();
                case WARNINGS -> point.warnings();
                case INFOS -> point.infos();
                case WAIVED -> point.waived();
            };
        }
    }

    private static int total(PlanHistory.Point point) {
        int total = 0;
        for (Part part : Part.values()) {
            total += part.of(point);
        }
        return total;
    }

    private void bars(List<PlanHistory.Point> trend) {
        int most = Math.max(1, trend.stream().mapToInt(PageHistory::total).max().orElse(1));
        int slot = (WIDTH - 2 * SIDE) / trend.size();
        int width = Math.max(2, Math.min(WIDEST_BAR, slot - 2));
        int bottom = TOP + HEIGHT;
        int every = (trend.size() - 1) / MOST_LABELS + 1;
        markup.leaf("line", "class", "axis", "x1", "0", "y1", "" + bottom, "x2", "" + WIDTH, "y2", "" + bottom);
        for (int i = 0; i < trend.size(); i++) {
            PlanHistory.Point point = trend.get(i);
            int middle = SIDE + (WIDTH - 2 * SIDE) * (2 * i + 1) / (2 * trend.size());
            int below = 0;
            for (Part part : Part.values()) {
                int count = part.of(point);
                if (count > 0) {
                    int y = bottom - (below + count) * HEIGHT / most;
                    int height = bottom - below * HEIGHT / most - y;
                    markup.leaf(
                            "rect",
                            "class",
                            part.style(),
                            "x",
                            "" + (middle - width / 2),
                            "y",
                            "" + y,
                            "width",
                            "" + width,
                            "height",
                            "" + height);
                    below += count;
                }
            }
            boolean labelled = (trend.size() - 1 - i) % every == 0;
            if (labelled) {
                label(
                        middle,
                        bottom - below * HEIGHT / most - 5,
                        texts.wording().number(below));
                label(middle, bottom + 20, texts.wording().date(point.asOf()));
            }
            markup.line();
        }
    }

    private void label(int x, int y, String text) {
        markup.element("text", text, "x", "" + x, "y", "" + y, "text-anchor", "middle");
    }

    /** The numbers of the drawing, for who cannot see it. */
    private void table(List<PlanHistory.Point> trend) {
        markup.open("table");
        texts.head("asOf", "errors", "warnings", "infos", "waived");
        markup.open("tbody").line();
        for (PlanHistory.Point point : trend) {
            markup.open("tr").element("th", texts.wording().date(point.asOf()), "scope", "row");
            for (Part part : Part.values()) {
                texts.number(part.of(point));
            }
            markup.close().line();
        }
        markup.close().close().line();
    }
}
