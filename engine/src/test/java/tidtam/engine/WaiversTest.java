package tidtam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.Values;
import tidtam.facts.Waiver;

class WaiversTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 4, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 4, 30);
    private static final MeasureId ONE = new MeasureId(1);
    private static final MeasureId TWO = new MeasureId(2);

    /** Two dates of the first measure are wrong, and the second repeats the first; an item is missing in the plan. */
    private static Evaluation on(LocalDate asOf) {
        List<ReportedFinding> findings = List.of(
                found("item-missing", "missing"),
                found("date-impossible", "date 1", ONE),
                found("date-impossible", "date 2", ONE),
                found("measure-duplicated", "twice", ONE, TWO));
        List<Ledger.Entry> entries = List.of(
                entry("item-missing", Optional.empty(), Outcome.FOUND),
                entry("date-impossible", Optional.of(ONE), Outcome.FOUND),
                entry("date-impossible", Optional.of(TWO), Outcome.PASSED),
                entry("measure-duplicated", Optional.of(ONE), Outcome.FOUND),
                entry("measure-duplicated", Optional.of(TWO), Outcome.FOUND));
        List<RuleInfo> rules = List.of(
                rule("date-impossible", RuleInfo.Subject.MEASURE),
                rule("item-missing", RuleInfo.Subject.PLAN),
                rule("measure-duplicated", RuleInfo.Subject.MEASURE));
        return new Evaluation(
                new Plan(
                        PlanTitle.of(Optional.of("อบต. จอม่วง"), OptionalInt.of(2566), OptionalInt.of(1)),
                        List.of(),
                        List.of(),
                        AgencyRecords.none(),
                        true),
                new Round(2566, 1),
                asOf,
                List.of(),
                Map.of(),
                List.of(),
                findings,
                new Ledger(rules, 2, entries),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static ReportedFinding found(String rule, String fingerprint, MeasureId... measures) {
        CellText cell = CellText.of(new CellRef("มาตรการ", 4, 4), "๓๑ ก.พ. ๒๕๖๖");
        Finding finding = measures.length == 0
                ? new Finding(rule, Values.none())
                : new Finding(rule, List.of(measures), cell, Values.none());
        return new ReportedFinding(finding, Severity.ERROR, List.of(), fingerprint);
    }

    private static Ledger.Entry entry(String rule, Optional<MeasureId> measure, Outcome outcome) {
        return new Ledger.Entry(rule, measure, outcome, Reason.of(Reason.Code.FOUND));
    }

    private static RuleInfo rule(String id, RuleInfo.Subject subject) {
        return new RuleInfo(id, id, Severity.ERROR, subject, List.of(), "basis", RuleInfo.Origin.BUILT_IN);
    }

    private static Waiver waiver(String fingerprint, LocalDate from, LocalDate to, long record) {
        return new Waiver(on(FIRST).planKey(), fingerprint, "รอเอกสาร", "ปลัด", from, to, record);
    }

    private static Waiver waiver(String fingerprint) {
        return waiver(fingerprint, FIRST, LAST, 7);
    }

    private static ReportedFinding find(Evaluation evaluation, String fingerprint) {
        return evaluation.findings().stream()
                .filter(one -> one.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(Evaluation evaluation, String rule, Optional<MeasureId> measure) {
        return evaluation.ledger().entries().stream()
                .filter(entry -> entry.rule().equals(rule) && entry.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void a_waiver_holds_on_its_first_and_its_last_day() {
        for (LocalDate day : List.of(FIRST, LAST)) {
            Evaluation under = Waivers.applied(on(day), List.of(waiver("missing")));

            assertThat(find(under, "missing").waived()).isTrue();
            assertThat(find(under, "missing").waiver()).contains(waiver("missing"));
            assertThat(outcome(under, "item-missing", Optional.empty())).isEqualTo(Outcome.WAIVED);
            assertThat(under.findings()).hasSameSizeAs(on(day).findings());
            assertThat(under.idleWaivers()).isEmpty();
        }
    }

    @Test
    void one_that_has_ended_comes_back_with_its_finding() {
        Evaluation under = Waivers.applied(on(LAST.plusDays(1)), List.of(waiver("missing")));

        assertThat(find(under, "missing").waived()).isFalse();
        assertThat(find(under, "missing").waiver()).contains(waiver("missing"));
        assertThat(outcome(under, "item-missing", Optional.empty())).isEqualTo(Outcome.FOUND);
    }

    @Test
    void one_that_has_ended_and_matches_nothing_is_not_idle() {
        assertThat(Waivers.applied(on(LAST.plusDays(1)), List.of(waiver("corrected")))
                        .idleWaivers())
                .isEmpty();
    }

    @Test
    void one_that_has_not_begun_is_as_if_it_were_not_there() {
        Evaluation before = on(FIRST.minusDays(1));

        assertThat(Waivers.applied(before, List.of(waiver("missing"), waiver("corrected"))))
                .isEqualTo(before);
    }

    @Test
    void one_of_another_plan_changes_nothing() {
        Waiver elsewhere = new Waiver("อื่น\n2566/1", "missing", "r", "a", FIRST, LAST, 7);

        assertThat(Waivers.applied(on(FIRST), List.of(elsewhere))).isEqualTo(on(FIRST));
    }

    @Test
    void one_that_matches_no_finding_is_idle_by_record() {
        Waiver later = waiver("gone", FIRST, LAST, 9);
        Evaluation under = Waivers.applied(on(FIRST), List.of(later, waiver("corrected"), waiver("missing")));

        assertThat(under.idleWaivers()).containsExactly(waiver("corrected"), later);
        assertThat(find(under, "missing").waived()).isTrue();
    }

    @Test
    void a_pair_is_waived_only_where_all_its_findings_are() {
        Evaluation half = Waivers.applied(on(FIRST), List.of(waiver("date 1")));
        Evaluation whole = Waivers.applied(on(FIRST), List.of(waiver("date 1"), waiver("date 2")));

        assertThat(outcome(half, "date-impossible", Optional.of(ONE))).isEqualTo(Outcome.FOUND);
        assertThat(find(half, "date 1").waived()).isTrue();
        assertThat(find(half, "date 2").waived()).isFalse();
        assertThat(outcome(whole, "date-impossible", Optional.of(ONE))).isEqualTo(Outcome.WAIVED);
        assertThat(outcome(whole, "date-impossible", Optional.of(TWO))).isEqualTo(Outcome.PASSED);
        assertThat(whole.ledger().entries()).hasSameSizeAs(half.ledger().entries());
    }

    @Test
    void a_finding_about_several_measures_is_waived_for_each() {
        Evaluation under = Waivers.applied(on(FIRST), List.of(waiver("twice")));

        assertThat(outcome(under, "measure-duplicated", Optional.of(ONE))).isEqualTo(Outcome.WAIVED);
        assertThat(outcome(under, "measure-duplicated", Optional.of(TWO))).isEqualTo(Outcome.WAIVED);
    }

    @Test
    void of_two_waivers_the_one_that_holds_longest_is_named_whatever_their_order() {
        Waiver ended = waiver("missing", FIRST.minusDays(30), FIRST.minusDays(1), 5);
        Waiver brief = waiver("missing", FIRST, FIRST.plusDays(3), 8);
        Waiver longest = waiver("missing", FIRST.minusDays(2), LAST, 6);
        List<Waiver> all = new ArrayList<>(List.of(ended, brief, longest));

        for (int i = 0; i < all.size(); i++) {
            all.add(all.remove(0));
            assertThat(find(Waivers.applied(on(FIRST), all), "missing").waiver())
                    .contains(longest);
            assertThat(find(Waivers.applied(on(LAST.plusDays(9)), all), "missing")
                            .waiver())
                    .contains(longest);
        }
    }
}
