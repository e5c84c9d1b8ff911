package tidtam.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tidtam.engine.Engine;
import tidtam.engine.Parameters;
import tidtam.engine.RuleBase;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Framework;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;

/** Checks one built-in rule on a given plan: {@code rule("…").given(asOf, plan).finds(…)}. */
final class RuleCheck {
    static final RuleBase BASE = RuleBase.load(BuiltInRules.MODEL_INDEX, RuleCheck.class.getClassLoader());
    static final Framework ITA = BuiltInRules.framework(2566).orElseThrow();

    private final String rule;
    private final Round round;
    private final Parameters parameters;

    private RuleCheck(String rule, Round round, Parameters parameters) {
        this.rule = rule;
        this.round = round;
        this.parameters = parameters;
    }

    static RuleCheck rule(String id) {
        return new RuleCheck(id, new Round(2566, 1), Parameters.of(BuiltInRules.limits()));
    }

    RuleCheck with(Parameters other) {
        return new RuleCheck(rule, round, other);
    }

    RuleCheck in(Round other) {
        return new RuleCheck(rule, other, parameters);
    }

    Result given(String asOf, Given.Row row) {
        return given(asOf, row.plan());
    }

    Result given(String asOf, Given.Logged row) {
        return given(asOf, row.plan());
    }

    Result given(String asOf, Given plan) {
        Evaluation evaluation = new Engine(BASE, parameters)
                .evaluate(plan.plan(), List.of(), round, LocalDate.parse(asOf), Optional.of(ITA));
        return new Result(rule, evaluation);
    }

    /** What the rule found. */
    record Result(String rule, Evaluation evaluation) {
        List<Finding> findings() {
            return reported().stream().map(ReportedFinding::finding).toList();
        }

        List<ReportedFinding> reported() {
            return evaluation.findings().stream()
                    .filter(one -> one.finding().rule().equals(rule))
                    .toList();
        }

        /** One finding only; its values in one line, sorted by name. */
        void finds(String values) {
            assertThat(findings().stream().map(Result::line).toList()).containsExactly(values);
        }

        void findsAll(String... values) {
            assertThat(findings().stream().map(Result::line).toList()).containsExactlyInAnyOrder(values);
        }

        /** Nothing, and the rule says why: it passed, or it does not apply. */
        void findsNothing(Outcome outcome) {
            assertThat(findings()).isEmpty();
            assertThat(outcome()).isEqualTo(outcome);
        }

        /** How the rule ended for the first measure, or for the plan. */
        Outcome outcome() {
            return evaluation.ledger().entries().stream()
                    .filter(entry -> entry.rule().equals(rule))
                    .filter(entry -> entry.measure().orElse(new MeasureId(1)).row() == 1)
                    .findFirst()
                    .orElseThrow()
                    .outcome();
        }

        String why() {
            return evaluation.ledger().entries().stream()
                    .filter(entry -> entry.rule().equals(rule))
                    .findFirst()
                    .map(entry -> (entry.why().code() + " " + entry.why().detail()).strip())
                    .orElseThrow();
        }

        private static String line(Finding finding) {
            return finding.values().map().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                    .collect(Collectors.joining(" "));
        }

        private static String value(Object value) {
            if (value instanceof Period period) {
                return period.start() + ".." + period.end();
            }
            return value instanceof List<?> many
                    ? many.stream().map(Result::value).collect(Collectors.joining(",", "[", "]"))
                    : value.toString();
        }
    }
}
