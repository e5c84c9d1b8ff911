package tidtam.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.Evaluation;
import tidtam.facts.ObligationState;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.markup.Markup;

/** What each division has to answer for as bars, and when obligations fall due along a line of time. */
final class PageCharts {
    /** Of the drawing, in its own units. */
    private static final int WIDTH = 920;

    private static final int HEIGHT = 180;
    private static final int FOOT = 42;
    private static final int TOP = 36;
    private static final int MOST_LABELS = 14;
    private static final int LETTER = 13;
    private static final int MANY_MONTHS = 18;
    /** A month's days in four bars, none of which reaches into the next month. */
    private static final int WEEK = 8;

    private static final int LONGEST_MONTH = 31;

    private final PageTexts texts;
    private final Markup markup;
    private final Figures figures;
    private final PlanFigures plan;

    PageCharts(PageTexts texts, Figures figures, PlanFigures plan) {
        this.figures = figures;
        this.texts = texts;
        this.markup = texts.markup();
        this.plan = plan;
    }

    void write() {
        divisions();
        timeline();
    }

    private void divisions() {
        markup.element("h3", texts.say("divisions"), "id", "divisions-" + plan.input())
                .line();
        int most = plan.divisions().stream()
                .mapToInt(division -> division.findings().total())
                .max()
                .orElse(0);
        markup.open("table", "class", "bars stack").element("caption", texts.say("divisionsSay"));
        List<String> columns = PageOverview.columns(figures, "division", "overdue", "longest");
        columns.add(1, "share");
        texts.head(columns);
        markup.open("tbody").line();
        for (PlanFigures.OfDivision division : plan.divisions()) {
            markup.open("tr").open("th", "scope", "row");
            texts.foreign(PageFindings.division(division.name(), texts.wording()));
            markup.close().open("td");
            bar(division.findings(), most);
            markup.close();
            texts.number(division.findings().of(Severity.ERROR), "errors");
            texts.number(division.findings().of(Severity.WARNING), "warnings");
            texts.number(division.findings().of(Severity.INFO), "infos");
            if (figures.waived() > 0) {
                texts.number(division.waived(), "waived");
            }
            texts.number(division.overdue(), "overdue");
            texts.number(division.mostDaysOverdue(), "longest");
            markup.close().line();
        }
        markup.close().close().line();
    }

    /** The numbers beside it say the same. */
    private void bar(Tally<Severity> findings, int most) {
        markup.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + Math.max(1, most) + " 1",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "focusable",
                "false");
        int x = 0;
        for (Severity severity : Severity.values()) {
            int count = findings.of(severity);
            if (count > 0) {
                rect(PageTexts.style(severity), x, 0, count, 1);
                x += count;
            }
        }
        markup.close();
    }

    private void timeline() {
        markup.element("h3", texts.say("timeline"), "id", "timeline-" + plan.input())
                .line();
        List<ObligationState> obligations = plan.evaluation().obligations();
        if (obligations.isEmpty()) {
            markup.element("p", texts.say("nothingDue")).line();
            return;
        }
        Evaluation evaluation = plan.evaluation();
        LocalDate from = first(evaluation).withDayOfMonth(1);
        LocalDate to = YearMonth.from(last(evaluation)).atEndOfMonth();
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        int days = months <= MANY_MONTHS ? WEEK : LONGEST_MONTH;
        SortedMap<LocalDate, Tally<State>> bars = new TreeMap<>();
        obligations.stream()
                .collect(Collectors.groupingBy(one -> bar(one.due(), days)))
                .forEach((start, due) ->
                        bars.put(start, Tally.of(State.class, due.stream().map(ObligationState::state))));
        String label = "timeline-label-" + plan.input();
        markup.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", label);
        markup.open(
                "svg",
                "class",
                "timeline",
                "viewBox",
                "0 0 " + WIDTH + " " + (TOP + HEIGHT + FOOT),
                "role",
                "img",
                "aria-labelledby",
                label);
        markup.element(
                        "title",
                        texts.say(
                                "timelineSays",
                                Map.of(
                                        "count", obligations.size(),
                                        "overdue", plan.overdue(),
                                        "days", days,
                                        "from", from,
                                        "to", to)),
                        "id",
                        label)
                .line();
        Scale scale = new Scale(from, (int) ChronoUnit.DAYS.between(from, to) + 1);
        bars(bars, scale, days);
        months(from, to, scale);
        asOf(evaluation.asOf(), scale);
        markup.close().close().line();
        markup.element("p", texts.say("timelineReads", Map.of("days", days)), "class", "small")
                .line();
    }

    /** The first day of the bar that a day belongs to. */
    private static LocalDate bar(LocalDate day, int days) {
        return day.withDayOfMonth((day.getDayOfMonth() - 1) / days * days + 1);
    }

    private static LocalDate first(Evaluation evaluation) {
        return Stream.concat(
                        evaluation.obligations().stream().map(ObligationState::due),
                        Stream.of(evaluation.round().from()))
                .reduce(evaluation.asOf(), (one, other) -> one.isBefore(other) ? one : other);
    }

    private static LocalDate last(Evaluation evaluation) {
        return Stream.concat(
                        evaluation.obligations().stream().map(ObligationState::due),
                        Stream.of(evaluation.round().to()))
                .reduce(evaluation.asOf(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Where a day lies. */
    private record Scale(LocalDate from, int days) {
        int x(LocalDate day) {
            return (int) (ChronoUnit.DAYS.between(from, day) * WIDTH / days);
        }
    }

    private void bars(SortedMap<LocalDate, Tally<State>> bars, Scale scale, int days) {
        int most = bars.values().stream().mapToInt(Tally::total).max().orElse(1);
        bars.forEach((start, bar) -> {
            int longest = start.lengthOfMonth() - start.getDayOfMonth() + 1;
            int x = scale.x(start);
            int width = Math.max(2, scale.x(start.plusDays(Math.min(days, longest))) - x - 2);
            int below = 0;
            for (State state : PageTexts.STATES) {
                int count = bar.of(state);
                if (count > 0) {
                    int bottom = TOP + HEIGHT - below * HEIGHT / most;
                    int height = bottom - (TOP + HEIGHT - (below + count) * HEIGHT / most);
                    segment(state, x, bottom - height, width, height);
                    below += count;
                }
            }
            int top = TOP + HEIGHT - bar.total() * HEIGHT / most;
            label("sum", x + width / 2, top - 4, texts.wording().number(bar.total()));
        });
    }

    private void segment(State state, int x, int y, int width, int height) {
        rect(PageTexts.style(state), x, y, width, height);
        if (height >= LETTER && width >= LETTER) {
            label(
                    state == State.MISSING ? "on white" : "on",
                    x + width / 2,
                    y + height / 2 + 4,
                    texts.wording().line("letter." + state));
        }
    }

    private void months(LocalDate from, LocalDate to, Scale scale) {
        int bottom = TOP + HEIGHT;
        line("axis", 0, bottom, WIDTH, bottom);
        YearMonth last = YearMonth.from(to);
        YearMonth first = YearMonth.from(from);
        int every = (int) (ChronoUnit.MONTHS.between(first, last) / MOST_LABELS) + 1;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(every)) {
            int x = Math.max(0, scale.x(month.atDay(1)));
            line("axis", x, bottom, x, bottom + 6);
            markup.element("text", texts.wording().month(month), "x", "" + (x + 2), "y", "" + (bottom + 20));
        }
        markup.line();
    }

    private void asOf(LocalDate asOf, Scale scale) {
        int x = scale.x(asOf);
        line("asof", x, TOP - 18, x, TOP + HEIGHT);
        boolean right = x > WIDTH * 2 / 3;
        markup.element(
                        "text",
                        texts.say("asOfLine", Map.of("asOf", asOf)),
                        "x",
                        "" + (right ? x - 4 : x + 4),
                        "y",
                        "" + (TOP - 22),
                        "text-anchor",
                        right ? "end" : "start")
                .line();
    }

    private void label(String style, int x, int y, String text) {
        markup.element("text", text, "class", style, "x", "" + x, "y", "" + y, "text-anchor", "middle");
    }

    private void rect(String style, int x, int y, int width, int height) {
        markup.leaf("rect", "class", style, "x", "" + x, "y", "" + y, "width", "" + width, "height", "" + height);
    }

    private void line(String style, int fromX, int fromY, int toX, int toY) {
        markup.leaf("line", "class", style, "x1", "" + fromX, "y1", "" + fromY, "x2", "" + toX, "y2", "" + toY);
    }
}
