package tidtam.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import tidtam.facts.CellProblem;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.Waiver;

/**
 * The file findings.json, schema version 1. Every property but a finding's {@code origin} and {@code waiver}, and the list {@code
 * idleWaivers}, is always there: what is unknown or does not apply is null, a list without members is empty. The same result gives the same bytes.
 */
public final class FindingsJson {
    public static final int SCHEMA_VERSION = 1;

    private static final String SCHEMA = "findings.schema.json";

    private final CheckResult result;
    private final Wording thai;
    private final Wording english;
    private final JsonOut json;

    private FindingsJson(CheckResult result, Wording thai, Wording english, JsonOut json) {
        this.result = result;
        this.thai = thai;
        this.english = english;
        this.json = json;
    }

    /** Writes the file to a stream, which stays open. */
    public static void write(CheckResult result, Wording thai, Wording english, OutputStream out) throws IOException {
        try (JsonOut json = JsonOut.indented(out)) {
            new FindingsJson(result, thai, english, json).write();
        }
        out.write('\n');
    }

    /** The JSON Schema (draft 2020-12) that the file keeps, to be published beside it. */
    public static byte[] schema() {
        try (InputStream in = FindingsJson.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + SCHEMA);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA, e);
        }
    }

    private void write() throws IOException {
        json.object();
        json.number("schemaVersion", SCHEMA_VERSION);
        json.object("run");
        json.text("asOf", result.run().asOf().toString());
        json.text("tidtam", result.run().tidtam());
        json.text("rulesDigest", result.run().rulesDigest());
        json.array("rulesOff");
        for (Map.Entry<String, String> off : result.run().rulesOff().entrySet()) {
            json.object();
            json.text("rule", off.getKey());
            json.text("reason", off.getValue());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        each("inputs", this::input);
        each("measures", this::measures);
        each("findings", this::findings);
        each("problems", this::problems);
        if (result.evaluations().stream()
                .anyMatch(evaluation -> !evaluation.idleWaivers().isEmpty())) {
            each("idleWaivers", this::idleWaivers);
        }
        json.endObject();
    }

    private interface Part {
        void write(int input, Checked checked) throws IOException;
    }

    private void each(String name, Part part) throws IOException {
        json.array(name);
        for (int input = 0; input < result.inputs().size(); input++) {
            part.write(input, result.inputs().get(input));
        }
        json.endArray();
    }

    private void input(int number, Checked input) throws IOException {
        json.object();
        json.text("path", input.path());
        json.text("sha256", input.sha256());
        if (input instanceof Checked.Evaluated evaluated) {
            Evaluation evaluation = evaluated.evaluation();
            json.text("agency", evaluation.plan().title().agency());
            json.number("fiscalYear", evaluation.round().fiscalYear());
            json.number("round", evaluation.round().number());
            ledger(evaluation.ledger());
        } else {
            json.nothing("agency");
            json.nothing("fiscalYear");
            json.nothing("round");
            json.nothing("ledger");
        }
        json.endObject();
    }

    private void ledger(Ledger ledger) throws IOException {
        Map<Outcome, Integer> totals = ledger.totals();
        json.object("ledger");
        json.number("rules", ledger.rules().size());
        json.number("measures", ledger.measures());
        json.number("pairs", ledger.entries().size());
        json.number("passed", totals.getOrDefault(Outcome.PASSED, 0));
        json.number("found", totals.getOrDefault(Outcome.FOUND, 0));
        json.number("waived", totals.getOrDefault(Outcome.WAIVED, 0));
        json.number("notApplicable", totals.getOrDefault(Outcome.NOT_APPLICABLE, 0));
        json.number("notEvaluable", totals.getOrDefault(Outcome.NOT_EVALUABLE, 0));
        json.number("errors", totals.getOrDefault(Outcome.ERROR, 0));
        json.endObject();
    }

    private void measures(int number, Checked input) throws IOException {
        if (input instanceof Checked.Evaluated evaluated) {
            MeasureJson measures = new MeasureJson(number, evaluated.evaluation(), json);
            for (PlannedMeasure measure : evaluated.evaluation().plan().measures()) {
                measures.write(measure);
            }
        }
    }

    private void findings(int number, Checked input) throws IOException {
        if (input instanceof Checked.Evaluated evaluated) {
            ByMeasure rows = new ByMeasure(evaluated.evaluation());
            for (ReportedFinding reported : evaluated.evaluation().findings()) {
                finding(number, reported, rows);
            }
        }
    }

    private void finding(int number, ReportedFinding reported, ByMeasure rows) throws IOException {
        Finding finding = reported.finding();
        json.object();
        json.number("input", number);
        json.text("rule", finding.rule());
        if (rows.origin(finding.rule()) == RuleInfo.Origin.AGENCY) {
            json.text("origin", RuleInfo.Origin.AGENCY.name());
        }
        json.text("severity", reported.severity().name());
        json.truth("guessed", finding.guessed());
        if (finding.measures().isEmpty()) {
            json.nothing("row");
            json.nothing("measure");
        } else {
            MeasureId first = finding.measures().get(0);
            json.number("row", first.row());
            json.text("measure", rows.measure(first).measure().code());
        }
        json.texts("divisions", reported.divisions());
        json.text("cell", finding.cell().map(text -> text.cell()));
        json.text("quote", finding.cell().map(text -> text.quote()));
        json.text("periodStart", finding.findPeriod().map(period -> period.start()));
        json.text("periodEnd", finding.findPeriod().map(period -> period.end()));
        json.text("due", finding.findDue());
        json.number(
                "daysOverdue", finding.findDaysOverdue().map(OptionalInt::of).orElseGet(OptionalInt::empty));
        message(thai.sentence(reported), english.sentence(reported));
        json.object("values");
        for (Map.Entry<String, Object> value : values(finding).entrySet()) {
            json.value(value.getKey(), value.getValue());
        }
        json.endObject();
        json.text("fingerprint", reported.fingerprint());
        if (reported.waiver().isPresent()) {
            json.object("waiver");
            waiver(reported.waiver().get());
            json.truth("inForce", reported.waived());
            json.endObject();
        }
        json.endObject();
    }

    private void waiver(Waiver waiver) throws IOException {
        json.number("record", waiver.record());
        json.text("reason", waiver.reason());
        json.text("approver", waiver.approver());
        json.text("from", waiver.from().toString());
        json.text("to", waiver.to().toString());
    }

    private void idleWaivers(int number, Checked input) throws IOException {
        if (input instanceof Checked.Evaluated evaluated) {
            for (Waiver waiver : evaluated.evaluation().idleWaivers()) {
                json.object();
                json.number("input", number);
                json.text("fingerprint", waiver.fingerprint());
                waiver(waiver);
                message(thai.idle(waiver), english.idle(waiver));
                json.endObject();
            }
        }
    }

    /** A finding about several rows names them all. */
    private static Map<String, Object> values(Finding finding) {
        if (finding.measures().size() < 2) {
            return finding.values().map();
        }
        Map<String, Object> values = new TreeMap<>(finding.values().map());
        values.put("rows", finding.measures().stream().map(MeasureId::row).toList());
        return values;
    }

    private void problems(int number, Checked input) throws IOException {
        if (input instanceof Checked.Unreadable unreadable) {
            json.object();
            json.number("input", number);
            json.nothing("cell");
            message(thai.unreadable(unreadable.why()), english.unreadable(unreadable.why()));
            json.endObject();
        } else if (input instanceof Checked.Evaluated evaluated) {
            for (CellProblem problem : sorted(evaluated.evaluation().problems())) {
                json.object();
                json.number("input", number);
                json.text("cell", problem.cell());
                message(thai.problem(problem), english.problem(problem));
                json.endObject();
            }
        }
    }

    /** By sheet, then place; those about a whole sheet first. */
    static List<CellProblem> sorted(List<CellProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(CellProblem::sheet)
                        .thenComparing(problem -> problem.cell().isPresent())
                        .thenComparing(problem ->
                                problem.cell().map(cell -> cell.row()).orElse(0))
                        .thenComparing(problem ->
                                problem.cell().map(cell -> cell.column()).orElse(0))
                        .thenComparing(CellProblem::code)
                        .thenComparing(CellProblem::text))
                .toList();
    }

    private void message(String inThai, String inEnglish) throws IOException {
        json.object("message");
        json.text("th", inThai);
        json.text("en", inEnglish);
        json.endObject();
    }
}
