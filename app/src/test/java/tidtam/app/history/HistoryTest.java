package tidtam.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.facts.Severity;
import tidtam.reports.history.PlanHistory;
import tidtam.reports.history.RunHistory;

class HistoryTest {
    private static final LocalDate MARCH = LocalDate.of(2023, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2023, 4, 30);
    private static final LocalDate MAY = LocalDate.of(2023, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2023, 6, 30);

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder);
    }

    @AfterEach
    void close() {
        assertThat(office.verify(office.noted()).faults()).isEmpty();
        office.close();
    }

    private static PlanOnADay plan() {
        return PlanOnADay.plan();
    }

    private String states(LocalDate day, PlanOnADay... plans) {
        return String.join(", ", Office.states(office.run(day, plans)));
    }

    @Test
    void what_is_found_first_is_new_and_then_unchanged() {
        assertThat(states(MARCH, plan().found("E1"))).isEqualTo("E1 NEW");
        assertThat(states(APRIL, plan().found("E1"))).isEqualTo("E1 UNCHANGED");
        RunHistory last = office.run(APRIL, plan().found("E1").found("E2"));
        assertThat(Office.states(last)).containsExactly("E1 UNCHANGED", "E2 NEW");
        assertThat(Office.only(last).before()).contains(APRIL);
        assertThat(Office.only(last).sightings()).extracting(one -> one.since()).containsExactly(MARCH, APRIL);
    }

    @Test
    void more_weight_or_more_periods_is_worse_and_less_is_not() {
        states(MARCH, plan().found("E1", Severity.WARNING, 1));

        assertThat(states(APRIL, plan().found("E1", Severity.WARNING, 2))).isEqualTo("E1 WORSENED");
        assertThat(states(APRIL, plan().found("E1", Severity.ERROR, 2))).isEqualTo("E1 WORSENED");
        assertThat(states(APRIL, plan().found("E1", Severity.ERROR, 2))).isEqualTo("E1 UNCHANGED");
        assertThat(states(MAY, plan().found("E1", Severity.INFO, 1))).isEqualTo("E1 UNCHANGED");
        assertThat(states(MAY, plan().found("E1", Severity.INFO, 2))).isEqualTo("E1 WORSENED");
    }

    @Test
    void what_is_settled_is_told_once_and_then_there_is_silence_until_it_is_found_again() {
        states(MARCH, plan().found("E1"));

        assertThat(states(APRIL, plan().clear("E1"))).isEqualTo("E1 RESOLVED");
        assertThat(states(APRIL, plan().clear("E1"))).isEmpty();
        assertThat(states(MAY, plan().clear("E1"))).isEmpty();
        RunHistory again = office.run(MAY, plan().found("E1"));
        assertThat(Office.states(again)).containsExactly("E1 REOPENED");
        assertThat(Office.only(again).sightings())
                .extracting(one -> one.since())
                .containsExactly(MAY);
        assertThat(states(JUNE, plan().found("E1"))).isEqualTo("E1 UNCHANGED");
        assertThat(states(JUNE, plan().clear("E1"))).isEqualTo("E1 RESOLVED");
    }

    @Test
    void a_row_that_vanished_leaves_its_finding_absent_for_as_long_as_it_takes() {
        states(MARCH, plan().found("E1").clear("E2"));

        for (int run = 0; run < 3; run++) {
            assertThat(states(APRIL, plan().clear("E2"))).isEqualTo("E1 ABSENT");
        }
        assertThat(states(MAY, plan().found("E1").clear("E2"))).isEqualTo("E1 UNCHANGED");
    }

    @Test
    void what_could_not_be_evaluated_is_absent_never_settled_until_it_can_be() {
        states(MARCH, plan().found("E1"));

        assertThat(states(APRIL, plan().unknown("E1"))).isEqualTo("E1 ABSENT");
        assertThat(states(MAY, plan().clear("E1"))).isEqualTo("E1 RESOLVED");
    }

    @Test
    void what_is_confirmed_is_gone_and_found_again_it_is_reopened() {
        states(MARCH, plan().found("E1").clear("E2"));
        states(APRIL, plan().clear("E2"));
        office.decide("E1", new Decision.Confirm("แถวถูกรวมกับอีกแถว"));

        assertThat(states(APRIL, plan().clear("E2"))).isEmpty();
        assertThat(states(MAY, plan().found("E1").clear("E2"))).isEqualTo("E1 REOPENED");
    }

    @Test
    void a_confirmation_settles_one_absence_and_not_the_next() {
        states(MARCH, plan().found("E1").clear("E2"));
        states(APRIL, plan().clear("E2"));
        office.decide("E1", new Decision.Confirm("จริง"));
        states(APRIL, plan().clear("E2"));
        states(MAY, plan().found("E1").clear("E2"));

        assertThat(states(MAY, plan().clear("E2"))).isEqualTo("E1 ABSENT");
        assertThat(states(MAY, plan().clear("E2"))).isEqualTo("E1 ABSENT");
        office.decide("E1", new Decision.Confirm("อีกครั้ง"));
        assertThat(states(JUNE, plan().clear("E2"))).isEmpty();
    }

    @Test
    void a_confirmation_says_nothing_about_a_day_before_it_was_ever_found() {
        states(APRIL, plan().found("E1").clear("E2"));
        states(MAY, plan().clear("E2"));
        office.decide("E1", new Decision.Confirm("จริง"));

        assertThat(states(MARCH, plan().found("E1").clear("E2"))).isEqualTo("E1 NEW");
    }

    @Test
    void a_run_in_which_the_workbook_could_not_be_read_changes_nothing_of_its_plan() {
        states(MARCH, plan().found("E1"));
        RunHistory unread = office.run(APRIL);

        assertThat(unread.plans()).isEmpty();
        RunHistory next = office.run(APRIL, plan().found("E1"));
        assertThat(Office.states(next)).containsExactly("E1 UNCHANGED");
        assertThat(Office.only(next).before()).contains(MARCH);
        assertThat(office.history().find(unread.head().number()).orElseThrow().unreadable())
                .isEqualTo(1);
    }

    @Test
    void a_run_for_an_earlier_day_is_compared_with_that_before_it_and_confuses_no_later_one() {
        states(MARCH, plan().found("E1").clear("E2"));
        states(MAY, plan().clear("E1").found("E2"));

        RunHistory between = office.run(APRIL, plan().found("E1").clear("E2"));
        assertThat(Office.states(between)).containsExactly("E1 UNCHANGED");
        assertThat(Office.only(between).before()).contains(MARCH);
        RunHistory later = office.run(JUNE, plan().clear("E1").found("E2"));
        assertThat(Office.states(later)).containsExactly("E2 UNCHANGED");
        assertThat(Office.only(later).before()).contains(MAY);
        assertThat(states(LocalDate.of(2023, 1, 31), plan().found("E1"))).isEqualTo("E1 NEW");
        assertThat(states(APRIL, plan().found("E1").found("E2")))
                .as("settled only later")
                .isEqualTo("E1 UNCHANGED, E2 NEW");
    }

    @Test
    void a_clock_that_was_set_back_changes_nothing() {
        states(MARCH, plan().found("E1"));
        office.clock(Instant.parse("2001-01-01T00:00:00Z"));

        assertThat(states(APRIL, plan().clear("E1"))).isEqualTo("E1 RESOLVED");
        assertThat(states(APRIL, plan().found("E1"))).isEqualTo("E1 REOPENED");
        assertThat(office.history().life(PlanOnADay.fingerprint("E1")))
                .extracting(one -> one.sighting().state().name())
                .containsExactly("NEW", "RESOLVED", "REOPENED");
    }

    @Test
    void two_workbooks_of_one_plan_are_followed_as_one() {
        assertThat(states(MARCH, plan().found("E1"), plan().found("E2"))).isEqualTo("E1 NEW, E2 NEW");
        assertThat(states(APRIL, plan().clear("E1"), plan().found("E2"))).isEqualTo("E1 RESOLVED, E2 UNCHANGED");
        assertThat(states(APRIL, plan().clear("E1")))
                .as("the other was not there")
                .isEqualTo("E2 ABSENT");
        assertThat(states(MAY, plan().clear("E1"), plan().found("E2"))).isEqualTo("E2 UNCHANGED");
    }

    @Test
    void plans_of_two_agencies_in_one_run_do_not_meet() {
        RunHistory first = office.run(MARCH, plan().found("E1"), new PlanOnADay("เทศบาลทดสอบ", 1).clear("E1"));
        assertThat(first.plans()).hasSize(2);

        RunHistory second = office.run(APRIL, plan().clear("E1"), new PlanOnADay("เทศบาลทดสอบ", 1).found("E1"));
        assertThat(second.plans().values().stream().map(Office::states).map(Object::toString))
                .containsExactlyInAnyOrder("[E1 RESOLVED]", "[E1 NEW]");
    }

    @Test
    void a_new_round_begins_anew() {
        states(MARCH, plan().found("E1"));

        RunHistory second = office.run(APRIL, new PlanOnADay("อบต.ทดสอบ", 2).found("E1"));
        assertThat(Office.states(second)).containsExactly("E1 NEW");
        assertThat(Office.only(second).before()).isEmpty();
        assertThat(Office.only(second).trend()).hasSize(1);
    }

    @Test
    void the_trend_has_one_point_for_each_day_and_ends_with_the_run_itself() {
        office.run(MARCH, plan().found("E1").found("E2", Severity.ERROR, 1));
        office.run(APRIL, plan().found("E1").found("E2", Severity.ERROR, 1));
        RunHistory morning =
                office.run(APRIL, plan().found("E1", Severity.INFO, 1).clear("E2"));
        RunHistory evening = office.run(APRIL, plan().clear("E1").clear("E2"));
        office.run(MAY, plan().found("E1"));
        office.run(LocalDate.of(2023, 1, 31), plan().clear("E1"));

        PlanHistory.Point march = new PlanHistory.Point(MARCH, 1, 1, 0, 0);
        assertThat(Office.only(morning).trend()).containsExactly(march, new PlanHistory.Point(APRIL, 0, 0, 1, 0));
        assertThat(Office.only(evening).trend()).containsExactly(march, new PlanHistory.Point(APRIL, 0, 0, 0, 0));
        for (RunHistory run : new RunHistory[] {morning, evening}) {
            assertThat(office.history().recorded(run.head().number()))
                    .as("as it was recorded")
                    .contains(run);
        }
    }

    @Test
    void heads_are_those_of_the_runs_workbook() {
        RunHistory first = office.run(MARCH, plan().found("E1").headed("กองคลัง", "นายหนึ่ง", "one@example.go.th"));
        RunHistory second = office.run(APRIL, plan().found("E1").headed("กองคลัง", "นางสอง", ""));

        String key = first.plans().firstKey();
        assertThat(office.history().heads(first.head().number(), key))
                .extracting(head -> head.name() + " " + head.email().isPresent())
                .containsExactly("นายหนึ่ง true");
        assertThat(office.history().heads(second.head().number(), key))
                .extracting(head -> head.name() + " " + head.email().isPresent())
                .containsExactly("นางสอง false");
    }

    @Test
    void a_finding_is_named_by_the_beginning_of_its_fingerprint() {
        office.run(MARCH, plan().found("E1").found("E2"));
        String fingerprint = PlanOnADay.fingerprint("E1");

        assertThat(office.history().beginning(fingerprint.substring(0, 8))).hasSize(1);
        assertThat(office.history().beginning(fingerprint)).hasSize(1);
        assertThat(office.history().beginning("")).hasSize(2);
        assertThat(office.history().beginning("' or 1=1 --")).isEmpty();
    }

    @Test
    void a_waiver_that_was_taken_down_while_a_run_was_at_work_is_not_of_that_run() {
        office.run(MARCH, plan().found("E1"));
        office.decide("E1", new Decision.Waive("รอระบบ", "นายปลัด", MARCH, APRIL));
        RunHistory begunBefore = office.run(APRIL, plan().found("E1"));

        assertThat(office.decisions().waivers()).hasSize(1);
        assertThat(office.decisions()
                        .waivers(office.history()
                                .find(begunBefore.head().number())
                                .orElseThrow()))
                .isEmpty();
    }
}
