package tidtam.app.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Ledger;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.facts.Sha256;
import tidtam.facts.Values;

/** One workbook as it was evaluated: measures by key, and how the one rule ended for each. */
final class PlanOnADay {
    static final String RULE = "completion-date-blank";
    private static final LocalDate PERIOD = LocalDate.of(2023, 3, 31);

    private final String agency;
    private final Round round;
    private final List<String> keys = new ArrayList<>();
    private final List<ReportedFinding> findings = new ArrayList<>();
    private final List<Ledger.Entry> entries = new ArrayList<>();
    private final List<Division> divisions = new ArrayList<>();

    PlanOnADay(String agency, int round) {
        this.agency = agency;
        this.round = new Round(2566, round);
    }

    static PlanOnADay plan() {
        return new PlanOnADay("อบต.ทดสอบ", 1);
    }

    /** The fingerprint of what is found for a measure. */
    static String fingerprint(String key) {
        return Sha256.of(key, 32);
    }

    PlanOnADay found(String key, Severity severity, int periods) {
        MeasureId id = row(key, Outcome.FOUND);
        List<Period> open = new ArrayList<>();
        for (int i = 0; i < periods; i++) {
            open.add(new Period(PERIOD.minusMonths(i), PERIOD.minusMonths(i)));
        }
        Finding finding = new Finding(
                RULE,
                id,
                CellText.of(new CellRef("มาตรการ", id.row(), 4), "…"),
                Values.of("periods", List.copyOf(open)));
        findings.add(new ReportedFinding(finding, severity, List.of("กองคลัง"), fingerprint(key)));
        return this;
    }

    PlanOnADay found(String key) {
        return found(key, Severity.WARNING, 1);
    }

    PlanOnADay clear(String key) {
        row(key, Outcome.PASSED);
        return this;
    }

    PlanOnADay unknown(String key) {
        row(key, Outcome.NOT_EVALUABLE);
        return this;
    }

    PlanOnADay headed(String division, String head, String email) {
        divisions.add(new Division(
                division,
                List.of(),
                Optional.of(head),
                email.isEmpty() ? Optional.empty() : Optional.of(email),
                List.of()));
        return this;
    }

    private MeasureId row(String key, Outcome outcome) {
        keys.add(key);
        MeasureId id = new MeasureId(keys.size());
        entries.add(new Ledger.Entry(RULE, Optional.of(id), outcome, Reason.of(Reason.Code.FOUND)));
        return id;
    }

    Evaluation on(LocalDate day) {
        List<PlannedMeasure> measures = new ArrayList<>();
        for (String key : keys) {
            MeasureId id = new MeasureId(measures.size() + 1);
            CellText issue = CellText.of(new CellRef("มาตรการ", id.row(), 0), key);
            measures.add(new PlannedMeasure(
                    new Measure(id, key, Optional.of(key), key, issue, Optional.empty(), Optional.empty(), false),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
        return new Evaluation(
                new Plan(
                        PlanTitle.of(Optional.of(agency), OptionalInt.empty(), OptionalInt.empty()),
                        measures,
                        List.of(),
                        new AgencyRecords(List.copyOf(divisions), List.of(), List.of(), Optional.empty(), false),
                        true),
                round,
                day,
                List.of(),
                new HashMap<>(),
                List.of(),
                List.copyOf(findings),
                new Ledger(List.of(), keys.size(), List.copyOf(entries)),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
