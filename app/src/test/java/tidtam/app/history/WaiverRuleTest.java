package tidtam.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.app.history.WaiverRule.Fault;

class WaiverRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 4, 30);
    private static final WaiverRule.Parties PARTIES = new WaiverRule.Parties(
            List.of("กองคลัง"),
            List.of(
                    new History.DivisionHead("กองคลัง", "นางสาวอำไพ ใจดี", Optional.empty()),
                    new History.DivisionHead("กองช่าง", "นายสมชาย มั่นคง", Optional.empty()),
                    new History.DivisionHead("กองศึกษา", "", Optional.empty())));

    private static List<Fault> faults(String reason, String approver, LocalDate from, LocalDate to) {
        return WaiverRule.faults(new Decision.Waive(reason, approver, from, to), PARTIES, TODAY, 90);
    }

    private static List<Fault> approvedBy(String approver) {
        return faults("รอระบบ", approver, TODAY, TODAY);
    }

    @Test
    void takes_the_longest_that_may_be_and_one_of_today_only() {
        assertThat(faults("รอระบบ", "ปลัดเทศบาล", TODAY, TODAY.plusDays(89))).isEmpty();
        assertThat(faults("รอระบบ", "ปลัดเทศบาล", TODAY, TODAY)).isEmpty();
    }

    @Test
    void refuses_a_day_more() {
        assertThat(faults("รอระบบ", "ปลัดเทศบาล", TODAY, TODAY.plusDays(90))).containsExactly(Fault.TOO_LONG);
    }

    @Test
    void refuses_one_that_ended_or_ends_before_it_starts() {
        assertThat(faults("รอระบบ", "ปลัดเทศบาล", TODAY.minusDays(3), TODAY.minusDays(1)))
                .containsExactly(Fault.ENDED);
        assertThat(faults("รอระบบ", "ปลัดเทศบาล", TODAY.plusDays(2), TODAY.plusDays(1)))
                .containsExactly(Fault.ENDS_BEFORE_START);
    }

    @Test
    void asks_for_reason_and_approver() {
        assertThat(faults(" \u200b", "\u00a0", TODAY, TODAY))
                .containsExactly(Fault.REASON_MISSING, Fault.APPROVER_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "นางสาวอำไพ ใจดี",
        "นางสาวอําไพ  ใจดี",
        "อำไพ ใจดี",
        "นางสาวอำไพ ใจดี ผู้อำนวยการกองคลัง",
    })
    void the_head_cannot_approve_for_the_own_division(String approver) {
        assertThat(approvedBy(approver)).containsExactly(Fault.APPROVER_IS_HEAD);
    }

    @Test
    void another_divisions_head_may() {
        assertThat(approvedBy("นายสมชาย มั่นคง")).isEmpty();
    }

    @Test
    void a_division_is_no_person() {
        assertThat(approvedBy("กอง ช่าง")).containsExactly(Fault.APPROVER_IS_DIVISION);
        assertThat(approvedBy("กองคลัง")).containsExactly(Fault.APPROVER_IS_DIVISION);
    }
}
