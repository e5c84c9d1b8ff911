package tidtam.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.facts.Waiver;

/**
 * What waivers change of an evaluation: a finding under one stays with it, and its pair ends as waived. A waiver that has ended comes back
 * with its finding; one that has not begun is as if it were not there.
 */
public final class Waivers {
    private static final Comparator<Waiver> LAST =
            Comparator.comparing(Waiver::to).thenComparing(Waiver::record);

    private final Evaluation evaluation;
    private final Map<String, List<Waiver>> begun;

    private Waivers(Evaluation evaluation, Collection<Waiver> waivers) {
        this.evaluation = evaluation;
        this.begun = waivers.stream()
                .filter(waiver -> waiver.plan().equals(evaluation.planKey()))
                .filter(waiver -> !waiver.from().isAfter(evaluation.asOf()))
                .collect(Collectors.groupingBy(Waiver::fingerprint));
    }

    /** An evaluation under these waivers; those of other plans change nothing. */
    public static Evaluation applied(Evaluation evaluation, Collection<Waiver> waivers) {
        Waivers own = new Waivers(evaluation, waivers);
        return own.begun.isEmpty() ? evaluation : own.applied();
    }

    private Evaluation applied() {
        List<ReportedFinding> findings =
                evaluation.findings().stream().map(this::judged).toList();
        Set<String> found = findings.stream().map(ReportedFinding::fingerprint).collect(Collectors.toSet());
        List<Waiver> idle = begun.values().stream()
                .flatMap(List::stream)
                .filter(waiver -> waiver.holdsOn(evaluation.asOf()) && !found.contains(waiver.fingerprint()))
                .sorted(Comparator.comparing(Waiver::record))
                .toList();
        return evaluation.with(findings, ledger(findings), idle);
    }

    private ReportedFinding judged(ReportedFinding reported) {
        List<Waiver> own = begun.getOrDefault(reported.fingerprint(), List.of());
        Optional<Waiver> holding =
                own.stream().filter(waiver -> waiver.holdsOn(evaluation.asOf())).max(LAST);
        return holding.map(waiver -> reported.under(waiver, true))
                .or(() -> own.stream().max(LAST).map(waiver -> reported.under(waiver, false)))
                .orElse(reported);
    }

    /** A pair is waived only where all that its rule found there is. */
    private Ledger ledger(List<ReportedFinding> findings) {
        Ledger before = evaluation.ledger();
        Set<String> aboutPlans = before.rules().stream()
                .filter(rule -> rule.subject() == RuleInfo.Subject.PLAN)
                .map(RuleInfo::id)
                .collect(Collectors.toSet());
        Map<Pair, Boolean> waived = new HashMap<>();
        for (ReportedFinding reported : findings) {
            String rule = reported.finding().rule();
            List<MeasureId> measures = reported.finding().measures();
            Stream<Optional<MeasureId>> subjects = aboutPlans.contains(rule) || measures.isEmpty()
                    ? Stream.of(Optional.empty())
                    : measures.stream().map(Optional::of);
            subjects.forEach(subject -> waived.merge(new Pair(rule, subject), reported.waived(), Boolean::logicalAnd));
        }
        List<Ledger.Entry> entries = before.entries().stream()
                .map(entry -> entry.outcome() == Outcome.FOUND
                                && waived.getOrDefault(new Pair(entry.rule(), entry.measure()), false)
                        ? new Ledger.Entry(entry.rule(), entry.measure(), Outcome.WAIVED, entry.why())
                        : entry)
                .toList();
        return new Ledger(before.rules(), before.measures(), entries);
    }

    private record Pair(String rule, Optional<MeasureId> subject) {}
}
