package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.history.History;
import tidtam.app.history.Run.Plan;
import tidtam.app.outbox.Outbox;
import tidtam.app.store.Database;
import tidtam.reports.history.Lifecycle;

/**
 * January 2566 in an office: a check and its warnings every working day, by programs that start and end; the workbook is edited, a finding is
 * waived and the waiver runs out, a row vanishes. At the end everything is as the people there would expect.
 */
class MonthOfAnOfficeTest {
    private static final String REPAIRED = "ดำเนินการแล้วเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖";
    private static final String BLANK = "ดำเนินการแล้วเมื่อวันที่ .... เดือน ........ พ.ศ. ....";
    private static final String[] CASH = {"E1 การเบิกจ่าย", "กองคลัง", "ภายในวันที่ ๓๑ ธันวาคม ๒๕๖๕", BLANK};
    private static final String[] CASH_REPAIRED = {CASH[0], CASH[1], CASH[2], REPAIRED};
    private static final String[] ROADS = {"E2 ถนน", "กองช่าง", "ภายในวันที่ ๓๑ ธันวาคม ๒๕๖๕", BLANK};
    private static final String[] SCHOOL = {"E3 โรงเรียน", "กองการศึกษา", "ภายในวันที่ ๓๑ ธันวาคม ๒๕๖๕", BLANK};
    private static final String[] DONE = {"E4 เว็บไซต์", "สำนักปลัด", "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๖", REPAIRED};

    private static final String EXPECTED = """
            3: exit 1, 4 errors, 0 waived {NEW=5} chang:FIRST klang:FIRST palad:FIRST suksa:FIRST
            4: exit 1, 4 errors, 0 waived {}
            5: exit 1, 4 errors, 0 waived {}
            6: exit 1, 4 errors, 0 waived {}
            9: exit 1, 4 errors, 0 waived {} chang:ESCALATED klang:ESCALATED suksa:ESCALATED
            10: exit 1, 3 errors, 0 waived {RESOLVED=1} palad:ALL_RESOLVED
            11: exit 1, 2 errors, 0 waived {NEW=1, RESOLVED=2} klang:NEW_FINDINGS
            12: exit 1, 1 errors, 1 waived {}
            13: exit 1, 1 errors, 1 waived {}
            16: exit 1, 1 errors, 1 waived {} suksa:ESCALATED
            17: exit 1, 1 errors, 1 waived {}
            18: exit 0, 0 errors, 1 waived {ABSENT=1} klang:REPEAT_DUE
            19: exit 0, 0 errors, 1 waived {ABSENT=1}
            20: exit 0, 0 errors, 1 waived {} suksa:ALL_RESOLVED
            23: exit 1, 1 errors, 0 waived {} chang:ESCALATED
            24: exit 1, 1 errors, 0 waived {}
            25: exit 1, 2 errors, 0 waived {REOPENED=1, RESOLVED=1} klang:NEW_FINDINGS
            26: exit 1, 2 errors, 0 waived {}
            27: exit 1, 2 errors, 0 waived {}
            30: exit 1, 2 errors, 0 waived {} chang:ESCALATED klang:ESCALATED
            31: exit 1, 2 errors, 0 waived {}""";

    @TempDir
    Path folder = Path.of("");

    private WarnOffice office = new WarnOffice(folder);
    private final List<String> diary = new ArrayList<>();

    @Test
    void ends_as_the_office_would_expect() {
        office = new WarnOffice(folder).settings("""
                        divisions:
                          - {name: กองคลัง, head: นายสมชาย ใจดี, email: klang@example.go.th}
                          - {name: กองช่าง, head: นายช่าง เขียนแบบ, email: chang@example.go.th}
                          - {name: กองการศึกษา, email: suksa@example.go.th}
                          - {name: สำนักปลัด, email: palad@example.go.th}
                        off:
                          item-missing: แผนทดสอบ
                          indicator-missing: แผนทดสอบ
                        """);
        for (LocalDate day = day(3); !day.isAfter(day(31)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                before(day);
                work(day);
            }
        }
        assertThat(String.join("\n", diary)).isEqualTo(EXPECTED);
        provable();
    }

    /** What people do before the day's run. */
    private void before(LocalDate day) {
        switch (day.getDayOfMonth()) {
            case 3 -> office.plans(CASH, ROADS, SCHOOL, DONE);
            case 11 -> office.plans(CASH_REPAIRED, ROADS, SCHOOL, DONE);
            case 12 ->
                assertThat(decide(
                                day,
                                "waive",
                                "กองช่าง",
                                "--reason",
                                "รองบกลาง",
                                "--approver",
                                "นายก อบต.",
                                "--from",
                                "2566-01-12",
                                "--to",
                                "2566-01-22"))
                        .isEqualTo(Exit.CLEAN);
            case 16 -> office.plans(DONE, SCHOOL, arabic(ROADS), CASH_REPAIRED);
            case 18 -> office.plans(CASH_REPAIRED, ROADS, DONE);
            case 20 ->
                assertThat(decide(day, "confirm", "กองการศึกษา", "--reason", "ยุบโครงการตามมติสภา"))
                        .isEqualTo(Exit.CLEAN);
            case 25 -> office.plans(CASH, ROADS, DONE);
            default -> {
                // A day like any other.
            }
        }
    }

    private static String[] arabic(String[] row) {
        return Stream.of(row)
                .map(text -> text.codePoints()
                        .map(c -> c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .toArray(String[]::new);
    }

    private int decide(LocalDate day, String command, String division, String... words) {
        String finding = look(history -> {
            tidtam.app.history.Run last = history.latest().orElseThrow();
            return history.sightings(last.number(), last.plans().get(0).key()).stream()
                    .filter(one -> one.divisions().equals(List.of(division)))
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
        });
        List<String> all = new ArrayList<>(List.of(command, finding.substring(0, 12)));
        all.addAll(List.of("--config", office.settings().toString()));
        all.addAll(List.of(words));
        return office.run(day, all.toArray(String[]::new)).exit();
    }

    private interface Look<T> {
        T at(History history);
    }

    private <T> T look(Look<T> look) {
        try (Database database = Database.find(office.data()).orElseThrow()) {
            return look.at(new History(database));
        }
    }

    private void work(LocalDate day) {
        String plan = office.plan().toString();
        Run check = office.run(
                day,
                "check",
                plan,
                "--config",
                office.settings().toString(),
                "--out",
                folder.resolve("reports").toString());
        long before = mails();
        office.warn(day);
        Plan recorded = look(history -> history.latest().orElseThrow().plans().get(0));
        Map<Lifecycle, Integer> became = new EnumMap<>(Lifecycle.class);
        became.putAll(checked().became());
        became.values().removeIf(count -> count == 0);
        String said = Map.of(12, "รองบกลาง", 18, "หายไป ต้องยืนยัน", 23, "การยกเว้นสิ้นสุดแล้ว", 25, "กลับมาอีก")
                .getOrDefault(day.getDayOfMonth(), "ความเปลี่ยนแปลง");
        assertThat(folder.resolve("reports/report.html"))
                .content(StandardCharsets.UTF_8)
                .contains(said);
        diary.add(day.getDayOfMonth() + ": exit " + check.exit() + ", " + recorded.errors() + " errors, "
                + recorded.waived() + " waived " + became + sent(before));
    }

    /** The check's run; the one after it is that of the warnings. */
    private Plan checked() {
        return look(history -> history.runs(2).get(1).plans().get(0));
    }

    private List<Outbox.Entry> entries() {
        try (Database database = Database.find(office.data()).orElseThrow()) {
            return new Outbox(database).entries(0);
        }
    }

    private long mails() {
        return entries().stream().filter(entry -> entry.message().isPresent()).count();
    }

    private String sent(long before) {
        return entries().stream()
                .filter(entry -> entry.message().isPresent())
                .skip(before)
                .map(entry -> " " + entry.address().orElse("").replace("@example.go.th", "") + ":" + entry.reason())
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining());
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2023, 1, ofJanuary);
    }

    /** Nothing can have been changed, and every run gives the same again. */
    private void provable() {
        String settings = office.settings().toString();
        Run verified = office.run(day(31), "verify", "--config", settings);
        assertThat(verified.exit()).as(verified.out()).isEqualTo(Exit.CLEAN);
        List<Long> runs = look(history ->
                history.runs(100).stream().map(tidtam.app.history.Run::number).toList());
        assertThat(runs).hasSize(2 * diary.size());
        for (long run : runs.subList(0, 6)) {
            Run replayed = office.run(day(31), "replay", String.valueOf(run), "--config", settings);
            assertThat(replayed.exit()).as(replayed.err()).isEqualTo(Exit.CLEAN);
        }
    }
}
