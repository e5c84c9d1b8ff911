package tidtam.engine.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.engine.obligations.Duties.event;
import static tidtam.engine.obligations.Duties.expand;
import static tidtam.engine.obligations.Duties.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.Report;
import tidtam.facts.Round;

class AllotmentTest {
    private static final LocalDate AS_OF = LocalDate.parse("2023-04-30");
    private static final List<Obligation> QUARTERS = expand(Kind.QUARTERLY, Limits.none(), new Round(2566, 1));

    private static final List<Obligation> MONTHS = expand(Kind.MONTHLY, Limits.none(), new Round(2566, 1));

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

    @Test
    void a_report_that_states_its_period_serves_that_one_and_no_other() {
        Period october = MONTHS.get(0).period();
        assertThat(days(List.of(
                        report("2022-11-20", october), report("2022-11-21", october), report(date("2022-12-20")))))
                .containsOnly(Map.entry(0, "2022-11-20"), Map.entry(2, "2022-12-20"));
    }

    @Test
    void a_report_in_time_goes_before_the_period_s_own_that_is_late() {
        assertThat(days(List.of(report("2022-11-20", MONTHS.get(0).period()), report(date("2022-10-20")))))
                .containsOnly(Map.entry(0, "2022-10-20"));
    }

    @Test
    void a_report_that_states_another_period_serves_only_what_that_touches() {
        Period quarter = new Period(date("2022-10-01"), date("2022-12-31"));
        assertThat(days(List.of(report("2023-02-10", quarter), report("2022-12-10", quarter))))
                .containsOnly(Map.entry(2, "2022-12-10"), Map.entry(0, "2023-02-10"));
    }

    @Test
    void a_report_of_an_event_serves_no_other_event() {
        List<Obligation> events = expand(
                Kind.WITHIN_DAYS,
                Limits.none().withDays(15, false),
                new Round(2566, 1),
                event("2022-11-01", "2022-11-01"),
                event("2022-11-03", "2022-11-03"));
        Period second = new Period(date("2022-11-03"), date("2022-11-03"));
        assertThat(Allotment.of(events, List.of(report("2022-11-05", second), report("2022-11-06", second)), 0, AS_OF))
                .containsOnlyKeys(1);
    }

    /** Reports by the day counted from 1 October, and the month they state: 0 for none, 7 for the half-year. */
    @Property
    void another_report_never_takes_evidence_away_nor_makes_any_late(
            @ForAll @Size(max = 8) List<@IntRange(min = -40, max = 212) Integer> days,
            @ForAll @Size(value = 9) List<@IntRange(max = 7) Integer> stating,
            @ForAll @IntRange(min = -40, max = 212) int another,
            @ForAll @IntRange(max = 15) int grace) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            reports.add(stating(days.get(i), stating.get(i)));
        }
        Map<Integer, Report> before = Allotment.of(MONTHS, reports, grace, AS_OF);
        reports.add(stating(another, stating.get(8)));
        Map<Integer, Report> after = Allotment.of(MONTHS, reports, grace, AS_OF);
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(inTime(after, grace)).containsAll(inTime(before, grace));
        Collections.reverse(reports);
        assertThat(Allotment.of(MONTHS, reports, grace, AS_OF).keySet()).isEqualTo(after.keySet());
    }

    @Property
    void what_was_reported_in_time_stays_so_on_a_later_day(
            @ForAll @Size(max = 8) List<@IntRange(min = -40, max = 212) Integer> days,
            @ForAll @Size(value = 8) List<@IntRange(max = 7) Integer> stating,
            @ForAll @IntRange(max = 200) int asOf,
            @ForAll @IntRange(max = 60) int later) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            reports.add(stating(days.get(i), stating.get(i)));
        }
        LocalDate day = date("2022-10-01").plusDays(asOf);
        Map<Integer, Report> before = Allotment.of(MONTHS, reports, 0, day);
        Map<Integer, Report> after = Allotment.of(MONTHS, reports, 0, day.plusDays(later));
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(inTime(after, 0)).containsAll(inTime(before, 0));
    }

    private static Report stating(int day, int month) {
        Report report = report(date("2022-10-01").plusDays(day));
        return month == 0
                ? report
                : report(
                        report.to().toString(),
                        month == 7
                                ? new Period(date("2022-10-01"), date("2023-03-31"))
                                : MONTHS.get(month - 1).period());
    }

    private static Set<Integer> inTime(Map<Integer, Report> allotted, int grace) {
        Set<Integer> inTime = new HashSet<>();
        allotted.forEach((index, report) -> {
            if (!report.to().isAfter(MONTHS.get(index).due().plusDays(grace))) {
                inTime.add(index);
            }
        });
        return inTime;
    }

    private static Map<Integer, String> days(List<Report> reports) {
        Map<Integer, String> days = new TreeMap<>();
        Allotment.of(MONTHS, reports, 0, AS_OF)
                .forEach((index, report) -> days.put(index, report.to().toString()));
        return days;
    }

    private static LocalDate date(String day) {
        return LocalDate.parse(day);
    }
}
