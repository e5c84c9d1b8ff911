package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule that runs every day, over the holidays of April 2566 (Chakri Day on the 6th, Songkran from the 13th to the 17th). */
class WarnDayByDayTest {
    private static final String[] QUARTERLY = {
        "การใช้งบประมาณ", "กองคลัง", "รายงานทุกไตรมาส", "รายงานแล้วเมื่อวันที่ ๒๕ ธันวาคม ๒๕๖๕"
    };
    private static final Pattern STATED = Pattern.compile("– ((?:HELD_\\w+ [^;]+; )?)([A-Z_]+) ");

    @TempDir
    private Path folder;

    private WarnOffice office() {
        return new WarnOffice(folder).settings("""
                        warnings:
                          clerk: palad@example.go.th
                          fall-back: clerk@example.go.th
                        off:
                          indicator-missing: ไม่ใช่เรื่องของการทดสอบนี้
                          item-missing: ไม่ใช่เรื่องของการทดสอบนี้
                        divisions:
                          - name: กองคลัง
                            email: klang@example.go.th
                        """).plans(QUARTERLY);
    }

    /** The mails of a stretch of days: day, reason and whether the clerk has a copy. */
    private static List<String> mails(WarnOffice office, LocalDate from, LocalDate to, Set<LocalDate> missed) {
        List<String> mails = new ArrayList<>();
        Set<Path> before = new HashSet<>(office.outbox());
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (missed.contains(day)) {
                continue;
            }
            Run run = office.warn(day, "--as-of", day.toString());
            assertThat(run.exit()).as(day + run.err()).isZero();
            List<Path> now = new ArrayList<>(office.outbox());
            now.removeAll(before);
            before.addAll(now);
            if (!now.isEmpty()) {
                assertThat(now).as("mails of %s", day).hasSize(1);
                Matcher stated = STATED.matcher(run.out());
                assertThat(stated.find()).as(run.out()).isTrue();
                mails.add(day + " " + stated.group(2) + (run.out().contains("palad@") ? " copied" : ""));
            }
        }
        return mails;
    }

    @Test
    void a_report_that_never_comes_is_told_of_on_the_days_of_the_ladder_and_once_a_week() {
        List<String> mails = mails(office(), LocalDate.of(2023, 3, 10), LocalDate.of(2023, 5, 10), Set.of());

        assertThat(mails)
                .containsExactly(
                        // Fourteen days, a week and a day before 31 March.
                        "2023-03-17 FIRST",
                        "2023-03-24 ESCALATED",
                        "2023-03-30 ESCALATED",
                        // 1 April is a Saturday.
                        "2023-04-03 NEW_FINDINGS",
                        "2023-04-07 ESCALATED",
                        // The week ends, and the fifteenth day comes, while all offices are closed.
                        "2023-04-18 ESCALATED copied",
                        "2023-04-25 REPEAT_DUE copied",
                        // The thirtieth day is a Sunday.
                        "2023-05-01 ESCALATED copied",
                        "2023-05-08 REPEAT_DUE copied");
    }

    @Test
    void nights_that_were_missed_are_caught_up_with_one_mail() {
        Set<LocalDate> missed = new HashSet<>();
        for (LocalDate day = LocalDate.of(2023, 3, 18); day.isBefore(LocalDate.of(2023, 5, 3)); day = day.plusDays(1)) {
            missed.add(day);
        }

        assertThat(mails(office(), LocalDate.of(2023, 3, 10), LocalDate.of(2023, 5, 10), missed))
                .containsExactly("2023-03-17 FIRST", "2023-05-03 NEW_FINDINGS copied", "2023-05-10 REPEAT_DUE copied");
    }

    @Test
    void a_report_that_came_is_told_once_and_then_there_is_silence() {
        WarnOffice office = office();
        assertThat(mails(office, LocalDate.of(2023, 4, 3), LocalDate.of(2023, 4, 4), Set.of()))
                .containsExactly("2023-04-03 FIRST");

        office.plans(new String[] {
            "การใช้งบประมาณ",
            "กองคลัง",
            "รายงานทุกไตรมาส",
            "รายงานแล้วเมื่อวันที่ ๒๕ ธันวาคม ๒๕๖๕ และวันที่ ๓๐ มีนาคม ๒๕๖๖"
        });

        assertThat(mails(office, LocalDate.of(2023, 4, 5), LocalDate.of(2023, 5, 10), Set.of()))
                .containsExactly("2023-04-05 ALL_RESOLVED");
    }
}
