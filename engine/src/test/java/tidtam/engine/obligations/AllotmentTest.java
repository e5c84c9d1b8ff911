package tidtam.engine.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.engine.obligations.Duties.expand;
import static tidtam.engine.obligations.Duties.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Report;
import tidtam.facts.Round;

class AllotmentTest {
    private static final LocalDate AS_OF = LocalDate.parse("2023-04-30");
    private static final List<Obligation> QUARTERS = expand(Kind.QUARTERLY, Limits.none(), new Round(2566, 1));

    private static Map<Integer, LocalDate> allot(int grace, String... days) {
        Map<Integer, LocalDate> served = new TreeMap<>();
        Allotment.of(
                        QUARTERS,
                        Arrays.stream(days)
                                .map(day -> report(LocalDate.parse(day)))
                                .toList(),
                        grace,
                        AS_OF)
                .forEach((index, report) -> served.put(index, report.to()));
        return served;
    }

    @Test
    void a_report_serves_the_period_in_which_it_lies_before_an_earlier_one_left_open() {
        assertThat(allot(0, "2023-01-10")).containsOnlyKeys(1);
    }

    @Test
    void a_second_report_of_a_period_serves_the_earlier_one_late() {
        assertThat(allot(0, "2023-01-10", "2023-02-20"))
                .containsEntry(1, LocalDate.parse("2023-01-10"))
                .containsEntry(0, LocalDate.parse("2023-02-20"));
    }

    @Test
    void one_report_serves_one_obligation() {
        assertThat(allot(0, "2022-11-01")).containsOnlyKeys(0);
    }

    @Test
    void within_grace_a_report_serves_the_period_that_is_due_first() {
        assertThat(allot(10, "2023-01-05")).containsOnlyKeys(0);
    }

    @Test
    void a_report_after_the_as_of_date_serves_nothing() {
        assertThat(allot(0, "2023-05-01")).isEmpty();
    }

    @Property
    void another_report_never_leaves_an_obligation_open_that_was_served(
            @ForAll @Size(max = 8) List<@IntRange(min = -40, max = 250) Integer> days,
            @ForAll @IntRange(min = -40, max = 250) int another,
            @ForAll @IntRange(max = 15) int grace) {
        List<Obligation> months = expand(Kind.MONTHLY, Limits.none(), new Round(2566, 1));
        List<Report> reports = new ArrayList<>();
        days.forEach(day -> reports.add(report(LocalDate.parse("2022-10-01").plusDays(day))));
        Map<Integer, Report> before = Allotment.of(months, reports, grace, AS_OF);
        reports.add(report(LocalDate.parse("2022-10-01").plusDays(another)));
        Map<Integer, Report> after = Allotment.of(months, reports, grace, AS_OF);
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(new HashSet<>(after.values()).size()).isLessThanOrEqualTo(after.size());
    }

    @Property
    void the_order_of_the_reports_does_not_matter(@ForAll @Size(max = 8) List<@IntRange(max = 220) Integer> days) {
        List<Report> reports = new ArrayList<>();
        days.forEach(day -> reports.add(report(LocalDate.parse("2022-10-01").plusDays(day))));
        List<Report> reversed = new ArrayList<>(reports);
        Collections.reverse(reversed);
        assertThat(Allotment.of(QUARTERS, reversed, 0, AS_OF)).isEqualTo(Allotment.of(QUARTERS, reports, 0, AS_OF));
    }
}
