package tidtam.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tidtam.engine.Engine;
import tidtam.engine.Parameters;
import tidtam.engine.RuleBase;
import tidtam.facts.Evaluation;
import tidtam.facts.Framework;
import tidtam.facts.Plan;
import tidtam.facts.Round;
import tidtam.rules.BuiltInRules;

/** The engine alone, all rules, on one thread: plans of 30 measures, expanded, judged, weighed and accounted for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private static final LocalDate AS_OF = LocalDate.of(2023, 4, 30);

    private final Engine engine = new Engine(
            RuleBase.load(BuiltInRules.MODEL_INDEX, EngineBenchmark.class.getClassLoader()),
            Parameters.of(BuiltInRules.limits()));
    private final List<Plan> plans =
            IntStream.range(0, 100).mapToObj(seed -> GeneratedPlan.of(30, seed)).toList();
    private final Optional<Framework> framework = BuiltInRules.framework(2566);
    private int next;

    /** Counts what a second of the benchmark judged. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Judged {
        public long obligations;

        @Setup(Level.Iteration)
        public void reset() {
            obligations = 0;
        }
    }

    @Benchmark
    public Evaluation workbook(Judged judged) {
        Plan plan = plans.get(next++ % plans.size());
        Evaluation evaluation = engine.evaluate(plan, List.of(), new Round(2566, 1), AS_OF, framework);
        judged.obligations += evaluation.obligations().size();
        return evaluation;
    }
}
