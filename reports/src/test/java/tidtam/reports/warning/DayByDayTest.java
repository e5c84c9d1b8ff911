package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.TREASURY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tidtam.facts.EmailAddress;

/** A report that is due on Friday 31 March and never comes, checked every night from 20 days before to 40 days after. */
class DayByDayTest {
    private static final LocalDate DUE = LocalDate.of(2023, 3, 31);
    private static final Policy POLICY = new Policy(7, 0, 7, 15);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final List<String> sent = new ArrayList<>();
    private final List<String> held = new ArrayList<>();

    private void run(int headFrom, Digest.Kind kind, Set<DayOfWeek> daysOff) {
        Contacts contacts = new Contacts(Optional.empty(), EmailAddress.find("auditor@example.go.th"), address -> true);
        Memory memory = new Memory();
        for (LocalDate day = DUE.minusDays(20); !day.isAfter(DUE.plusDays(40)); day = day.plusDays(1)) {
            SamplePlan plan =
                    SamplePlan.on(day).lists(TREASURY, "treasury@example.go.th").owes(DUE, TREASURY);
            Digest digest = Digests.of(SamplePlan.figures(plan), contacts, headFrom).stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            Decision decision = Decision.of(digest, memory.told(), Map.of(), day, POLICY);
            if (daysOff.contains(day.getDayOfWeek())) {
                decision = decision.held(MailReason.HELD_HOLIDAY);
            }
            memory.note(digest, decision, day);
            if (decision.sends() || decision.held().isPresent()) {
                String line = String.format("%+d", ChronoUnit.DAYS.between(DUE, day)) + " " + decision.reason()
                        + decision.steps().values().stream()
                                .map(step -> String.format(" step %+d", step))
                                .findFirst()
                                .orElse("")
                        + (decision.copiesClerk() ? " clerk" : "");
                (decision.sends() ? sent : held).add(line);
            }
        }
    }

    @Test
    void is_told_at_every_step_and_every_week() {
        run(0, Digest.Kind.DIVISIONS, Set.of());

        assertThat(sent)
                .containsExactly(
                        "-14 FIRST step -14",
                        "-7 ESCALATED step -7",
                        "-1 ESCALATED step -1",
                        "+1 NEW_FINDINGS step +1",
                        "+7 ESCALATED step +7",
                        "+14 REPEAT_DUE step +7",
                        "+15 ESCALATED step +15 clerk",
                        "+22 REPEAT_DUE step +15 clerk",
                        "+29 REPEAT_DUE step +15 clerk",
                        "+30 ESCALATED step +30 clerk",
                        "+37 REPEAT_DUE step +30 clerk");
        assertThat(held).isEmpty();
    }

    @Test
    void is_caught_up_on_monday_where_weekends_are_held() {
        run(0, Digest.Kind.DIVISIONS, WEEKEND);

        assertThat(sent)
                .containsExactly(
                        "-14 FIRST step -14",
                        "-7 ESCALATED step -7",
                        "-1 ESCALATED step -1",
                        "+3 NEW_FINDINGS step +1",
                        "+7 ESCALATED step +7",
                        "+14 REPEAT_DUE step +7",
                        "+17 ESCALATED step +15 clerk",
                        "+24 REPEAT_DUE step +15 clerk",
                        "+31 ESCALATED step +30 clerk",
                        "+38 REPEAT_DUE step +30 clerk");
        assertThat(held)
                .containsExactly(
                        "+1 NEW_FINDINGS step +1",
                        "+2 NEW_FINDINGS step +1",
                        "+15 ESCALATED step +15 clerk",
                        "+16 ESCALATED step +15 clerk",
                        "+30 ESCALATED step +30 clerk");
    }

    @Test
    void says_nothing_in_between_to_a_head_who_is_told_from_the_seventh_day_overdue_on() {
        run(7, Digest.Kind.DIVISIONS, Set.of());

        assertThat(sent)
                .containsExactly(
                        "-14 FIRST step -14",
                        "-7 ESCALATED step -7",
                        "-1 ESCALATED step -1",
                        "+7 NEW_FINDINGS step +7",
                        "+14 REPEAT_DUE step +7",
                        "+15 ESCALATED step +15 clerk",
                        "+22 REPEAT_DUE step +15 clerk",
                        "+29 REPEAT_DUE step +15 clerk",
                        "+30 ESCALATED step +30 clerk",
                        "+37 REPEAT_DUE step +30 clerk");
    }

    @Test
    void stands_in_the_auditors_summary_every_week() {
        run(0, Digest.Kind.ROLL_UP, Set.of());

        assertThat(sent)
                .containsExactly(
                        "-20 FIRST",
                        "-13 REPEAT_DUE step -14",
                        "-6 REPEAT_DUE step -7",
                        "+1 REPEAT_DUE step +1",
                        "+8 REPEAT_DUE step +7",
                        "+15 REPEAT_DUE step +15",
                        "+22 REPEAT_DUE step +15",
                        "+29 REPEAT_DUE step +15",
                        "+36 REPEAT_DUE step +30");
    }
}
