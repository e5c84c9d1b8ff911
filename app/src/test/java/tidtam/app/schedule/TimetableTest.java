package tidtam.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.engine.obligations.Holidays;
import tidtam.rules.BuiltInRules;

class TimetableTest {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final Predicate<LocalDate> OFF = Holidays.of(BuiltInRules.holidays())::dayOff;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every working day 08:30          | 2023-04-11T08:29:59 | 2023-04-11T08:30",
                "every working day 08:30          | 2023-04-11T08:30    | 2023-04-12T08:30",
                "every working day 08:30          | 2023-04-12T08:30    | 2023-04-18T08:30", // สงกรานต์ ๑๓–๑๗
                "ทุกวันทำการ 08:30                 | 2023-04-12T08:30    | 2023-04-18T08:30",
                "ทุกวันทำการ ๐๘.๓๐ น.               | 2024-04-11T12:00    | 2024-04-17T08:30", // ๑๒–๑๖
                "every working day 08:30          | 2023-04-21T09:00    | 2023-04-24T08:30", // a Friday
                "every working day 08:30          | 2023-12-28T09:00    | 2024-01-02T08:30",
                "every working day 00:00          | 2023-04-30T00:00    | 2023-05-01T00:00",
                "every day 08:30                  | 2023-04-12T08:30    | 2023-04-13T08:30",
                "every day at 8.30                | 2023-12-31T23:59    | 2024-01-01T08:30",
                "ทุกวัน ๐๘.๓๐ น.                    | 2024-02-28T08:30    | 2024-02-29T08:30", // ๒๕๖๗
                "ทุกวัน เวลา ๐๘.๓๐ น.               | 2023-02-28T08:30    | 2023-03-01T08:30",
                "every monday 08:30               | 2023-04-17T08:00    | 2023-04-17T08:30", // a holiday, and a Monday
                "Every Monday 08:30               | 2023-04-17T08:30    | 2023-04-24T08:30",
                "ทุกวันจันทร์ 08:30                 | 2023-04-29T00:00    | 2023-05-01T08:30",
                "ทุกวันอาทิตย์ 23.59 น.             | 2023-04-29T00:00    | 2023-04-30T23:59",
                "ทุกวันพฤหัสบดี 7:05                | 2024-02-23T00:00    | 2024-02-29T07:05",
                "first working day of the month 09:00 | 2023-04-01T00:00 | 2023-04-03T09:00",
                "first working day of the month 09:00 | 2023-04-03T09:00 | 2023-05-01T09:00",
                "วันทำการแรกของเดือน 09:00          | 2022-12-01T09:00    | 2023-01-03T09:00", // ๑–๒ หยุดปีใหม่
                "วันทำการแรกของเดือน ๐๙.๐๐ น.        | 2023-12-31T09:00    | 2024-01-02T09:00",
                "30 8 * * 1-5                     | 2023-04-12T08:30    | 2023-04-13T08:30",
                "๓๐ ๘ * * ๑-๕                     | 2023-04-14T08:30    | 2023-04-17T08:30",
                "0 9 1 * *                        | 2023-04-01T09:00    | 2023-05-01T09:00",
                "0 9 31 * *                       | 2023-01-31T09:00    | 2023-03-31T09:00",
                "0 0 29 2 *                       | 2024-02-29T00:00    | 2028-02-29T00:00",
                "0 0 29 2 *                       | 2096-02-29T00:00    | 2104-02-29T00:00",
                "*/20 8-10/2 * * *                | 2023-04-12T08:40    | 2023-04-12T10:00",
                "0,15,45 * * * *                  | 2023-04-12T23:45    | 2023-04-13T00:00",
                "0 9 * jan,APR mon                | 2023-04-24T09:00    | 2024-01-01T09:00",
                "0 9 13 * fri                     | 2023-04-08T00:00    | 2023-04-13T09:00", // either of the two
                "0 9 13 * 5                       | 2023-04-13T09:00    | 2023-04-14T09:00",
                "0 9 */2 * 5                      | 2023-04-13T09:00    | 2023-04-21T09:00", // both of them
                "0 9 * * 7                        | 2023-04-13T09:00    | 2023-04-16T09:00",
                "0 9 * * 5-7                      | 2023-04-15T09:00    | 2023-04-16T09:00",
            })
    void is_due_next(String text, LocalDateTime after, LocalDateTime next) {
        Timetable timetable = Timetable.find(text).orElseThrow();

        assertThat(timetable.next(instant(after), OFF)).contains(instant(next));
        assertThat(timetable).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "08:30",
                "every 08:30",
                "every day",
                "every day 24:00",
                "every day 08:60",
                "every day 8",
                "every day 08:30 and 09:30",
                "every someday 08:30",
                "ทุกวันทำงาน 08:30",
                "0 0 31 2 *",
                "0 0 30 feb *",
                "0 0 31 4,6,9,11 *",
                "60 0 * * *",
                "0 24 * * *",
                "0 0 0 * *",
                "0 0 * 13 *",
                "0 0 * * 8",
                "0 0 * *",
                "0 0 * * * *",
                "5-1 0 * * *",
                "*/0 0 * * *",
                "5/2 0 * * *",
                "1,,2 0 * * *",
                "-1 0 * * *",
                "0 0 * mon *",
                "@daily",
            })
    void what_means_no_time_is_refused(String text) {
        assertThat(Timetable.find(text)).isEmpty();
    }

    @Test
    void where_no_one_ever_works_no_working_day_comes() {
        assertThat(Timetable.find("every working day 08:30").orElseThrow().next(Instant.EPOCH, day -> true))
                .isEmpty();
    }

    /** A day in the fifteen months from October 2565 on, minute by minute, against the fields as sets. */
    @Property(tries = 200)
    void next_is_after_fits_and_passes_none_over(
            @ForAll("minutes") Set<Integer> minutes,
            @ForAll("hours") Set<Integer> hours,
            @ForAll("daysOfMonth") Set<Integer> days,
            @ForAll("daysOfWeek") Set<Integer> weekdays,
            @ForAll @LongRange(max = 450L * 24 * 60) long offset,
            @ForAll @IntRange(max = 59) int seconds) {
        String text = list(minutes, 60) + " " + list(hours, 24) + " " + list(days, 31) + " * " + list(weekdays, 7);
        LocalDateTime after =
                LocalDateTime.of(2022, 10, 1, 0, 0).plusMinutes(offset).plusSeconds(seconds);

        LocalDateTime expected = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (!(minutes.contains(expected.getMinute())
                && hours.contains(expected.getHour())
                && fits(expected.toLocalDate(), days, weekdays))) {
            expected = expected.plusMinutes(1);
        }

        assertThat(Timetable.find(text).orElseThrow().next(instant(after), day -> false))
                .as(text)
                .contains(instant(expected));
    }

    private static boolean fits(LocalDate day, Set<Integer> days, Set<Integer> weekdays) {
        boolean ofMonth = days.contains(day.getDayOfMonth());
        boolean ofWeek = weekdays.contains(day.getDayOfWeek().getValue() % 7);
        boolean either = days.size() < 31 && weekdays.size() < 7;
        return either ? (ofMonth || ofWeek) : (ofMonth && ofWeek);
    }

    @Property(tries = 200)
    void a_working_day_is_never_passed_over_and_a_day_off_never_met(
            @ForAll @LongRange(max = 6L * 365 * 24 * 60) long offset,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute) {
        LocalDateTime after = LocalDateTime.of(2021, 10, 1, 0, 0).plusMinutes(offset);
        LocalTime time = LocalTime.of(hour, minute);
        LocalDate day = after.toLocalDate();
        while (OFF.test(day) || !day.atTime(time).isAfter(after)) {
            day = day.plusDays(1);
        }

        assertThat(Timetable.find("every working day " + time).orElseThrow().next(instant(after), OFF))
                .contains(instant(day.atTime(time)));
    }

    @Provide
    static Arbitrary<Set<Integer>> minutes() {
        return some(0, 59);
    }

    @Provide
    static Arbitrary<Set<Integer>> hours() {
        return some(0, 23);
    }

    @Provide
    static Arbitrary<Set<Integer>> daysOfMonth() {
        return some(1, 31);
    }

    @Provide
    static Arbitrary<Set<Integer>> daysOfWeek() {
        return some(0, 6);
    }

    /** A few of them, or all. */
    private static Arbitrary<Set<Integer>> some(int least, int most) {
        Set<Integer> all = IntStream.rangeClosed(least, most).boxed().collect(Collectors.toSet());
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(least, most)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.of(true, false))
                .as((few, every) -> every ? all : few);
    }

    private static String list(Set<Integer> values, int all) {
        List<Integer> sorted = Stream.of(values).flatMap(Set::stream).sorted().toList();
        return values.size() == all ? "*" : sorted.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(BANGKOK).toInstant();
    }
}
