package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.Outcome;
import tidtam.facts.Period;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.reports.Checked;

/** The real plan, against what a careful auditor records in it. */
class SampleTest {
    private static final Check CHECK = Rules.builtIn().check();
    private static final LocalDate AUDIT = LocalDate.of(2023, 4, 30);

    @Test
    void finds_what_a_careful_auditor_finds_and_no_other_error_or_warning() {
        List<String> expected = new String(Run.resource("expected-2566-04-30.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(row -> String.join(" ", row[0], row[1], row[2], checkable(row[0], row[3]))
                        .strip())
                .toList();

        List<String> found = evaluation(AUDIT, Optional.empty()).findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(SampleTest::line)
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void evaluates_the_round_its_title_names() {
        assertThat(evaluation(AUDIT, Optional.empty()).round()).isEqualTo(new Round(2566, 1));
    }

    @Test
    void evaluates_another_round_where_asked() {
        assertThat(evaluation(AUDIT, Optional.of(new Round(2566, 2))).round()).isEqualTo(new Round(2566, 2));
    }

    @Test
    void accounts_for_every_rule_and_subject() {
        Evaluation evaluation = evaluation(AUDIT, Optional.empty());

        int total = evaluation.ledger().totals().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(total).isEqualTo(evaluation.ledger().entries().size()).isPositive();
        assertThat(evaluation.ledger().totals()).containsEntry(Outcome.ERROR, 0);
    }

    private static Evaluation evaluation(LocalDate asOf, Optional<Round> round) {
        Checked checked = CHECK.check("jomuang.xlsx", Run.sample(), new Check.Settings(asOf, round));
        assertThat(checked).isInstanceOf(Checked.Evaluated.class);
        return ((Checked.Evaluated) checked).evaluation();
    }

    /** The part of an auditor's note that is a value and not a remark. */
    private static String checkable(String rule, String note) {
        return switch (rule) {
            case "item-missing", "indicator-missing" -> note;
            case "quarterly-report-overdue" -> note;
            case "within-days-report-overdue" -> note.replaceFirst("^event \\S+ ", "");
            default -> "";
        };
    }

    private static String line(ReportedFinding reported) {
        Finding finding = reported.finding();
        return String.join(
                        " ",
                        finding.rule(),
                        reported.severity().name(),
                        rows(finding.measures()),
                        switch (finding.rule()) {
                            case "item-missing" -> value(finding, "item");
                            case "indicator-missing" -> value(finding, "indicator");
                            case "quarterly-report-overdue" ->
                                "period " + period(finding) + " due " + value(finding, "due") + " days "
                                        + value(finding, "daysOverdue");
                            case "within-days-report-overdue" ->
                                "due " + value(finding, "due") + " days " + value(finding, "daysOverdue");
                            default -> "";
                        })
                .strip();
    }

    private static String period(Finding finding) {
        Period period = (Period) finding.values().find("period").orElseThrow();
        return period.start() + ".." + period.end();
    }

    private static String value(Finding finding, String name) {
        return finding.values().find(name).orElseThrow().toString();
    }

    /** One row, a run of rows as {@code 4-9}, or a few as {@code 5+6}. */
    private static String rows(List<MeasureId> measures) {
        List<Integer> rows = new ArrayList<>();
        measures.forEach(measure -> rows.add(measure.row()));
        boolean run = rows.size() > 2 && rows.get(rows.size() - 1) - rows.get(0) == rows.size() - 1;
        return run
                ? rows.get(0) + "-" + rows.get(rows.size() - 1)
                : rows.stream().map(String::valueOf).collect(Collectors.joining("+"));
    }
}
