package tidtam.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import tidtam.app.history.History;
import tidtam.app.history.NewRun;
import tidtam.app.history.Run;
import tidtam.app.history.Verification;
import tidtam.app.history.Verifier;
import tidtam.app.store.Database;
import tidtam.app.store.Octets;
import tidtam.engine.Engine;
import tidtam.engine.Parameters;
import tidtam.engine.RuleBase;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.RunInfo;
import tidtam.reports.history.Lifecycles;
import tidtam.rules.BuiltInRules;

/** Records a thousand runs of one plan with two hundred findings in a folder, and prints how long looking at them takes. */
final class HistoryFigures {
    private static final int RUNS = 1000;
    private static final int FINDINGS = 200;
    private static final int MEASURES = 150;
    private static final int WARM_UPS = 3;
    private static final int TIMES = 15;
    private static final double LEFT_OUT = 0.04;
    private static final double MILLION = 1e6;
    private static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
    private static final Instant NOW = Instant.parse("2023-04-01T01:00:00Z");

    private HistoryFigures() {}

    public static void main(String[] args) {
        Evaluation evaluation = new Engine(
                        RuleBase.load(BuiltInRules.MODEL_INDEX, HistoryFigures.class.getClassLoader()),
                        Parameters.of(BuiltInRules.limits()))
                .evaluate(
                        GeneratedPlan.of(MEASURES, 1),
                        List.of(),
                        new Round(2566, 1),
                        FIRST,
                        BuiltInRules.framework(2566));
        List<ReportedFinding> findings =
                evaluation.findings().stream().limit(FINDINGS).toList();
        try (Database database = Database.open(Path.of(args[0]))) {
            History history = new History(database);
            long start = System.nanoTime();
            for (int i = 0; i < RUNS; i++) {
                Random random = new Random(i);
                List<ReportedFinding> found = findings.stream()
                        .filter(one -> random.nextDouble() > LEFT_OUT)
                        .toList();
                history.record(run(evaluation, found, i), NOW.plusSeconds(i), "bench");
            }
            double seconds = (System.nanoTime() - start) / MILLION / 1000;
            say("%d runs of %d findings recorded: %.1f s, %.0f ms each", RUNS, findings.size(), seconds, seconds);
            figures(history, evaluation, findings.get(0).fingerprint());
            long begun = System.nanoTime();
            Verification verified = new Verifier(database).verify(List.of());
            say("verify: %.0f ms, intact: %s", (System.nanoTime() - begun) / MILLION, verified.intact());
        }
    }

    private static void figures(History history, Evaluation evaluation, String fingerprint) {
        String plan = evaluation.planKey();
        say("history, the last 100 runs: %.1f ms", median(() -> history.runs(100)));
        say(
                "one run and its findings: %.1f ms",
                median(() -> {
                    Run run = history.find(RUNS / 2).orElseThrow();
                    return history.sightings(run.number(), plan);
                }));
        say("one run with its trend: %.1f ms", median(() -> history.recorded(RUNS)));
        say("one finding's life: %.1f ms", median(() -> history.life(fingerprint)));
        say(
                "a finding by its first characters: %.1f ms",
                median(() -> history.beginning(fingerprint.substring(0, 12))));
    }

    private static NewRun run(Evaluation evaluation, List<ReportedFinding> found, int number) {
        byte[] workbook = ("workbook " + number).getBytes(StandardCharsets.UTF_8);
        String sha256 = Sha256.of(workbook);
        Evaluation now = evaluation.with(found, evaluation.ledger(), List.of());
        List<Checked> inputs = new ArrayList<>(List.of(new Checked.Evaluated("plan.xlsx", sha256, now)));
        return new NewRun(
                new CheckResult(new RunInfo(FIRST.plusDays(number / 2), "bench", "sha256:", new TreeMap<>()), inputs),
                Optional.empty(),
                sha256,
                Optional.empty(),
                new TreeMap<>(),
                Map.of(sha256, new Octets(workbook)),
                new Lifecycles(HistoryFigures::sentence, HistoryFigures::sentence));
    }

    private static String sentence(Finding finding) {
        return finding.rule() + " " + finding.measures() + " " + finding.cell() + " " + finding.periods();
    }

    /** In milliseconds. */
    private static double median(Supplier<?> look) {
        long[] times = new long[TIMES];
        for (int i = -WARM_UPS; i < TIMES; i++) {
            long start = System.nanoTime();
            Objects.requireNonNull(look.get());
            times[Math.max(i, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[TIMES / 2] / MILLION;
    }

    private static void say(String form, Object... figures) {
        System.out.printf(Locale.ROOT, form + "%n", figures);
    }
}
