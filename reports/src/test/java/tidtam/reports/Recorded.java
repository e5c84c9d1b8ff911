package tidtam.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Waiver;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.Lifecycles;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;
import tidtam.reports.history.Sighting;

/** The sample as a run that is recorded: a finding waived, one whose waiver has ended, a waiver that is idle, and what became of each. */
public final class Recorded {
    public static final ChainHead HEAD = new ChainHead(57, "9f86d081884c7d65".repeat(4));
    static final String REASON = "=1+1 <b>&\u202E รอคำสั่ง";
    static final LocalDate BEFORE = LocalDate.of(2023, 3, 31);

    private Recorded() {}

    static CheckResult result() {
        List<Checked> inputs = Sample.result().inputs().stream()
                .map(input -> input.path().startsWith("แผน")
                        ? new Checked.Evaluated(input.path(), Sample.SHA, waived())
                        : input)
                .toList();
        CheckResult result = new CheckResult(Sample.result().run(), inputs);
        TreeMap<String, PlanHistory> plans = new TreeMap<>();
        plans.put(
                Sample.nothingFound().planKey(),
                new PlanHistory(Optional.empty(), List.of(), List.of(point(Sample.AS_OF, 0, 0, 0, 0))));
        plans.put(waived().planKey(), history());
        return result.with(new RunHistory(plans, HEAD));
    }

    /** The second finding is waived, the waiver of the third has ended, and one waives nothing. */
    static Evaluation waived() {
        Evaluation sample = Sample.evaluation();
        List<ReportedFinding> findings = new ArrayList<>(sample.findings());
        findings.set(1, findings.get(1).under(waiver(findings.get(1), REASON, "2023-04-01", "2023-06-30"), true));
        findings.set(2, findings.get(2).under(waiver(findings.get(2), "รอเอกสาร", "2023-01-01", "2023-04-29"), false));
        List<Ledger.Entry> entries = sample.ledger().entries().stream()
                .map(entry -> entry.rule().equals("quarterly-report-overdue")
                                && entry.measure().equals(Optional.of(new MeasureId(4)))
                        ? new Ledger.Entry(entry.rule(), entry.measure(), Outcome.WAIVED, entry.why())
                        : entry)
                .toList();
        Ledger ledger = new Ledger(sample.ledger().rules(), sample.ledger().measures(), entries);
        Waiver idle = new Waiver(
                sample.planKey(),
                "fp-idle",
                "อาคารปรับปรุง",
                "=ปลัด",
                LocalDate.of(2023, 4, 1),
                LocalDate.of(2023, 9, 30),
                41);
        return sample.with(findings, ledger, List.of(idle));
    }

    private static Waiver waiver(ReportedFinding of, String reason, String from, String to) {
        return new Waiver(
                "plan", of.fingerprint(), reason, "นายก <อบต.>", LocalDate.parse(from), LocalDate.parse(to), 40);
    }

    private static PlanHistory.Point point(LocalDate day, int errors, int warnings, int infos, int waived) {
        return new PlanHistory.Point(day, errors, warnings, infos, waived);
    }

    private static PlanHistory history() {
        Wording thai = Sample.wording(Language.TH);
        Wording english = Sample.wording(Language.EN);
        Evaluation now = waived();
        Lifecycles lifecycles = new Lifecycles(thai::sentence, english::sentence);
        List<Sighting> all = lifecycles.of(List.of(now), List.of(), Set.of());
        List<Sighting> before = new ArrayList<>();
        before.add(sighting("fp-settled", "item-missing", List.of()));
        before.add(sighting("fp-absent", "date-impossible", List.of("no such row")));
        // The first is new, the second worse, the last found again after it was settled.
        before.add(earlier(all.get(1), Severity.WARNING));
        all.subList(2, all.size() - 1).forEach(one -> before.add(earlier(one, one.severity())));
        return new PlanHistory(
                Optional.of(BEFORE),
                lifecycles.of(
                        List.of(now), before, Set.of(all.get(all.size() - 1).fingerprint())),
                List.of(
                        point(LocalDate.of(2023, 2, 28), 2, 5, 1, 0),
                        point(BEFORE, 5, 2, 0, 1),
                        point(Sample.AS_OF, 3, 3, 1, 1)));
    }

    private static Sighting earlier(Sighting one, Severity severity) {
        return new Sighting(
                one.fingerprint(),
                Lifecycle.UNCHANGED,
                LocalDate.of(2023, 2, 28),
                one.rule(),
                severity,
                one.periods(),
                one.measures(),
                one.label(),
                one.divisions(),
                one.cell(),
                one.due(),
                one.daysOverdue(),
                one.thai(),
                one.english(),
                false);
    }

    private static Sighting sighting(String fingerprint, String rule, List<String> measures) {
        return new Sighting(
                fingerprint,
                Lifecycle.NEW,
                BEFORE,
                rule,
                Severity.ERROR,
                0,
                measures,
                measures.isEmpty() ? "" : "=E99 <i>",
                List.of("กองคลัง"),
                Optional.of("มาตรการ!E9"),
                Optional.of(LocalDate.of(2023, 3, 31)),
                OptionalInt.of(3),
                "=ไม่พบ <b> " + rule,
                "=missing <b> " + rule,
                false);
    }
}
