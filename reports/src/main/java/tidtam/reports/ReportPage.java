package tidtam.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tidtam.facts.PlanTitle;
import tidtam.facts.Sha256;
import tidtam.reports.history.RunHistory;
import tidtam.reports.markup.Markup;

/**
 * The file report.html: one page that needs nothing else, for a browser, as an attachment, on paper, with or without scripts. What it runs and
 * looks like is inside it and named by its hash in the page's own security policy, so that nothing else can run or be fetched.
 *
 * <p>Every finding and every measure is on it, however many there are. Cut are only a text, with … where, and under a division what stands
 * in full under another, with how many.
 */
public final class ReportPage {
    private static final String SCRIPT = new String(resource("page/page.js"), StandardCharsets.UTF_8);
    /** What only a page needs that shows waivers or earlier runs. */
    private static final String MORE_STYLE = new String(resource("page/more.css"), StandardCharsets.UTF_8);

    private static final String STYLE = fonts() + new String(resource("page/page.css"), StandardCharsets.UTF_8);

    private final Figures figures;
    private final CheckResult result;
    private final PageTexts texts;
    private final Markup markup;
    private final String style;
    /** The inputs at which the changes of a plan are told. */
    private final Set<Integer> remembered;

    private ReportPage(CheckResult result, Figures figures, Wording wording, Markup markup) {
        this.result = result;
        this.figures = figures;
        this.remembered = figures.remembered().stream().map(PlanFigures::input).collect(Collectors.toSet());
        this.markup = markup;
        this.texts = new PageTexts(markup, wording);
        String all = figures.waived() > 0 || result.history().isPresent() ? STYLE + MORE_STYLE : STYLE;
        this.style = wording.number(0).equals("0") ? all : all.replace(", decimal)", ", thai)");
    }

    /**
     * Writes the file to a stream, which stays open.
     *
     * @param figures those of the result
     */
    public static void write(CheckResult result, Figures figures, Wording wording, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            new ReportPage(result, figures, wording, new Markup(writer)).page();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        writer.flush();
    }

    private void page() {
        markup.own("<!DOCTYPE html>\n");
        markup.open("html", "lang", texts.wording().language().code()).line();
        head();
        markup.open("body").line();
        markup.element("a", texts.say("skip"), "class", "skip", "href", "#main").line();
        header();
        contents();
        markup.open("main", "id", "main", "tabindex", "-1").line();
        PageFindings findings = new PageFindings(texts, figures);
        new PageOverview(texts, result, figures, findings).write();
        findings.filter();
        markup.open("div", "id", "plans").line();
        for (PlanFigures plan : figures.plans()) {
            plan(plan, findings);
        }
        markup.close().line();
        new PageRules(texts, result.run(), figures).write();
        markup.close().line();
        footer();
        markup.open("script").own(SCRIPT).close().line();
        markup.close().line();
        markup.close().line();
    }

    private void head() {
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(SCRIPT)
                + "'; font-src data:; base-uri 'none'; form-action 'none'";
        markup.open("head").line();
        markup.leaf("meta", "charset", "utf-8").line();
        markup.leaf("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        markup.line();
        markup.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.line();
        markup.leaf("meta", "name", "referrer", "content", "no-referrer").line();
        markup.element("title", title() + agencies()).line();
        markup.open("style").own(style).close().line();
        markup.close().line();
    }

    private String title() {
        return texts.wording().fill("table.title", Map.of("asOf", result.run().asOf()));
    }

    private String agencies() {
        List<PlanFigures> plans = figures.plans();
        return plans.size() == 1 ? " – " + name(plans.get(0), texts.wording()) : "";
    }

    private void header() {
        markup.open("header").line();
        markup.element("h1", title());
        String what = figures.plans().size() == 1
                ? name(figures.plans().get(0), texts.wording())
                : texts.say(
                        "plans",
                        Map.of(
                                "plans", figures.plans().size(),
                                "measures", figures.measures()));
        markup.open("p", "class", "lead");
        texts.foreign(what);
        markup.close().line().close().line();
    }

    private void contents() {
        markup.open("nav", "class", "toc", "aria-label", texts.say("contents")).open("ul");
        if (figures.plans().size() == 1) {
            int input = figures.plans().get(0).input();
            link("#matrix-" + input, "matrix");
            link("#divisions-" + input, "divisions");
            link("#timeline-" + input, "timeline");
            if (remembered.contains(input)) {
                markup.open("li")
                        .element("a", texts.wording().line("history.title"), "href", "#changes-" + input)
                        .close();
            }
            link("#findings-" + input, "findings");
            link("#unevaluated-" + input, "unevaluated");
        } else {
            link("#inputs", "inputs");
            link("#plans", "everyPlan");
        }
        link("#rules", "rules");
        link("#origin", "origin");
        markup.close().close().line();
    }

    private void link(String target, String key) {
        markup.open("li").element("a", texts.say(key), "href", target).close();
    }

    private void plan(PlanFigures plan, PageFindings findings) {
        String heading = "plan-" + plan.input();
        markup.open("section", "class", "plan", "aria-labelledby", heading).line();
        markup.open("h2", "id", heading);
        texts.foreign(name(plan, texts.wording()));
        markup.close().open("p", "class", "soft");
        texts.foreign(texts.wording().path(plan.checked().path()));
        markup.close().line();
        new PageMatrix(texts, plan, findings).write();
        new PageCharts(texts, figures, plan).write();
        if (remembered.contains(plan.input())) {
            new PageHistory(texts, plan).write();
        }
        findings.write(plan);
        new PageUnevaluated(texts, plan).write();
        markup.close().line();
    }

    private void footer() {
        markup.open("footer", "id", "origin").line();
        texts.heading("h2", "origin");
        markup.open("dl");
        texts.term("asOf", texts.wording().date(result.run().asOf()));
        texts.term("version", "Tidtam " + result.run().tidtam());
        markup.element("dt", texts.say("rulesDigest"))
                .open("dd")
                .element("code", result.run().rulesDigest())
                .close();
        for (Checked input : result.inputs()) {
            markup.open("dt");
            texts.foreign(texts.wording().path(input.path()));
            markup.close()
                    .open("dd")
                    .element(
                            "code", input.sha256().map(hash -> "sha256:" + hash).orElse("–"))
                    .close();
        }
        result.history()
                .map(RunHistory::head)
                .ifPresent(head -> markup.element("dt", texts.wording().line("head.label"))
                        .open("dd")
                        .element("code", head.toString())
                        .leaf("br")
                        .element("small", texts.wording().line("head.keep"))
                        .close());
        markup.close().line();
        markup.element("p", texts.say("counted"), "class", "small")
                .element("p", texts.say("guessed"), "class", "small")
                .line();
        markup.close().line();
    }

    /** Whose plan it is, and for which round. */
    static String name(PlanFigures plan, Wording wording) {
        PlanTitle title = plan.evaluation().plan().title();
        String round = wording.round(plan.evaluation().round());
        return title.agency()
                .map(agency -> wording.fill("table.agency", Map.of("agency", agency, "round", round)))
                .orElseGet(() -> wording.fill("table.noAgency", Map.of("round", round)));
    }

    private static String fonts() {
        StringBuilder faces = new StringBuilder();
        for (String weight : List.of("400", "700")) {
            faces.append("@font-face{font-family:Sarabun;font-weight:")
                    .append(weight)
                    .append(";font-display:block;src:url(data:font/woff2;base64,")
                    .append(Base64.getEncoder().encodeToString(resource("fonts/sarabun-" + weight + ".woff2")))
                    .append(") format(\"woff2\")}\n");
        }
        return faces.toString();
    }

    /** A content security policy's name for an inline style or script. */
    private static String hash(String content) {
        byte[] digest = Sha256.start().digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
