package tidtam.engine.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.engine.obligations.Duties.duty;
import static tidtam.engine.obligations.Duties.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.facts.DateSpan;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Obligation;
import tidtam.facts.Round;

/** The table of duties, periods and due dates, line by line. */
class DueDatesTest {
    private static final Holidays NEW_YEAR =
            new Holidays(Map.of(LocalDate.parse("2023-01-02"), "หยุดชดเชยวันสิ้นปี"), Set.of(2566), Set.of());

    /**
     * Limits are written {@code n=15}, {@code n=3w} for working days, {@code months=4+10}, {@code day=10} and {@code date=2023-01-05}; each
     * obligation is its period and due date, with the window where that is not the days from the period's start to the due date.
     */
    @ParameterizedTest(name = "{0} {1} in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # fiscal calendar periods that touch the round, due on their last day
            MONTHLY    | -             | 2566/2 | 04-01..04-30 05-01..05-31 06-01..06-30 07-01..07-31 08-01..08-31 09-01..09-30
            QUARTERLY  | -             | 2566/1 | 10-01..12-31 01-01..03-31
            QUARTERLY  | -             | 2566/2 | 04-01..06-30 07-01..09-30
            SEMIANNUAL | -             | 2566/1 | 10-01..03-31
            SEMIANNUAL | -             | 2566/0 | 10-01..03-31 04-01..09-30
            ANNUAL     | -             | 2566/1 | 10-01..09-30
            ANNUAL     | -             | 2566/2 | 10-01..09-30
            ANNUAL     | -             | 2566/0 | 10-01..09-30
            # a half-year is due in the first named month after it, and reported in that month
            SEMIANNUAL | months=4+10   | 2566/1 | 10-01..03-31:04-30@04-01
            SEMIANNUAL | months=4+10   | 2566/2 | 04-01..09-30:10-31@10-01
            SEMIANNUAL | months=4+10   | 2566/0 | 10-01..03-31:04-30@04-01 04-01..09-30:10-31@10-01
            # named months close the periods of any other kind, across the end of the fiscal year too
            SEMIANNUAL | months=6+12   | 2566/1 | 07-01..12-31 01-01..06-30
            QUARTERLY  | months=3+6+9+12 | 2566/2 | 04-01..06-30 07-01..09-30
            ANNUAL     | months=12     | 2566/2 | 01-01..12-31
            ANNUAL     | months=10 day=10 | 2566/2 | 11-01..10-31:10-10
            # every evaluation round is the half-year that is the round
            EVERY_EVALUATION_ROUND | - | 2566/2 | 04-01..09-30
            EVERY_EVALUATION_ROUND | - | 2566/0 | 10-01..03-31 04-01..09-30
            # a day of the month after the period, at most its last
            QUARTERLY  | day=10        | 2566/1 | 10-01..12-31:01-10 01-01..03-31:04-10
            SEMIANNUAL | day=15        | 2566/1 | 10-01..03-31:04-15
            ANNUAL     | day=31        | 2566/2 | 10-01..09-30:10-31
            MONTHLY    | day=29        | 2566/1 | 10-01..10-31:11-29 11-01..11-30:12-29 12-01..12-31:01-29 01-01..01-31:02-28 02-01..02-28:03-29 03-01..03-31:04-29
            MONTHLY    | day=30        | 2567/1 | 10-01..10-31:11-30 11-01..11-30:12-30 12-01..12-31:01-30 01-01..01-31:02-29 02-01..02-29:03-30 03-01..03-31:04-30
            MONTHLY    | day=31        | 2567/1 | 10-01..10-31:11-30 11-01..11-30:12-31 12-01..12-31:01-31 01-01..01-31:02-29 02-01..02-29:03-31 03-01..03-31:04-30
            # whole windows of so many days from the round's first day
            EVERY_N_DAYS | n=90        | 2566/1 | 10-01..12-29 12-30..03-29
            EVERY_N_DAYS | n=183       | 2566/1 | -
            # once
            BY_FIXED_DATE | date=2023-01-05 | 2566/1 | 10-01..01-05@01-06
            BY_FIXED_DATE | months=2    | 2567/1 | 10-01..02-29@03-01
            FISCAL_YEAR_END | -        | 2566/1 | 10-01..09-30
            # nothing follows
            DAILY      | -             | 2566/1 | -
            WEEKLY     | -             | 2566/1 | -
            CONTINUOUS | -             | 2566/0 | -
            """)
    void a_duty_falls_due(Kind kind, String limits, String round, String expected) {
        assertThat(lines(expand(kind, limits, round, HolidayRule.LAST_DAY_COUNTS, Optional.empty())))
                .isEqualTo(expected);
    }

    /** {@code n} days after the last day of the event, which is not counted itself. */
    @ParameterizedTest(name = "within {1} of {0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2022-12-20..2022-12-24 | n=7  | LAST_DAY_COUNTS  | 12-24..12-31
            2022-12-24             | n=7  | NEXT_WORKING_DAY | 12-24..01-03
            2022-12-28             | n=3w | LAST_DAY_COUNTS  | 12-28..01-03
            2023-02-27             | n=2  | LAST_DAY_COUNTS  | 02-27..03-01
            2022-09-20             | n=11 | LAST_DAY_COUNTS  | 09-20..10-01
            2022-09-20             | n=10 | LAST_DAY_COUNTS  | -
            """)
    void an_event_is_to_be_reported(String days, String limits, HolidayRule rule, String expected) {
        String[] ends = days.split("\\.\\.", -1);
        DateSpan event = event(ends[0], ends[ends.length - 1]);
        assertThat(lines(expand(Kind.WITHIN_DAYS, limits, "2566/1", rule, Optional.empty(), event)))
                .isEqualTo(expected);
    }

    @Test
    void the_other_holiday_rule_moves_the_last_day_to_the_next_working_day() {
        assertThat(lines(expand(Kind.QUARTERLY, "-", "2566/1", HolidayRule.NEXT_WORKING_DAY, Optional.empty())))
                .isEqualTo("10-01..12-31:01-03 01-01..03-31");
    }

    /** A plan that begins in the middle of its year owes nothing for what ended before. */
    @ParameterizedTest(name = "{0} from {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            MONTHLY       | -               | 2022-12-31 | 12-01..12-31 01-01..01-31 02-01..02-28 03-01..03-31
            QUARTERLY     | -               | 2023-01-01 | 01-01..03-31
            QUARTERLY     | -               | 2022-12-31 | 10-01..12-31 01-01..03-31
            SEMIANNUAL    | months=4+10     | 2023-04-01 | -
            EVERY_N_DAYS  | n=30            | 2023-01-15 | 01-15..02-13 02-14..03-15
            EVERY_N_DAYS  | n=90            | 2022-09-01 | 10-01..12-29 12-30..03-29
            BY_FIXED_DATE | date=2023-01-05 | 2023-01-06 | -
            WITHIN_DAYS   | n=15            | 2023-01-06 | 01-06..01-21
            """)
    void a_plan_that_starts_in_mid_year(Kind kind, String limits, LocalDate start, String expected) {
        DateSpan[] events = {event("2023-01-05", "2023-01-05"), event("2023-01-06", "2023-01-06")};
        assertThat(lines(expand(kind, limits, "2566/1", HolidayRule.LAST_DAY_COUNTS, Optional.of(start), events)))
                .isEqualTo(expected);
    }

    @Test
    void what_ended_before_the_plan_began_is_owed_by_no_one_and_not_uncounted() {
        assertThat(Expansion.of(
                                duty(Kind.BY_FIXED_DATE, limits("date=2023-01-05")),
                                round("2566/1"),
                                Optional.of(LocalDate.parse("2023-01-06")),
                                List.of(),
                                false,
                                NEW_YEAR,
                                HolidayRule.LAST_DAY_COUNTS)
                        .uncounted())
                .isEmpty();
    }

    private static List<Obligation> expand(
            Kind kind, String limits, String round, HolidayRule rule, Optional<LocalDate> start, DateSpan... events) {
        return Expansion.of(duty(kind, limits(limits)), round(round), start, List.of(events), false, NEW_YEAR, rule)
                .obligations();
    }

    private static Round round(String written) {
        String[] parts = written.split("/", -1);
        return new Round(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Limits limits(String written) {
        Limits limits = Limits.none();
        for (String part : written.split(" ", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            limits = switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
                case "n" -> limits.withDays(Integer.parseInt(value.replace("w", "")), value.endsWith("w"));
                case "months" ->
                    limits.withMonths(Stream.of(value.split("\\+", -1))
                            .map(Integer::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new)));
                case "day" -> limits.withDay(Integer.parseInt(value));
                case "date" -> limits.withDate(LocalDate.parse(value));
                default -> limits;
            };
        }
        return limits;
    }

    private static String lines(List<Obligation> obligations) {
        String lines = obligations.stream().map(DueDatesTest::line).collect(Collectors.joining(" "));
        return lines.isEmpty() ? "-" : lines;
    }

    private static String line(Obligation one) {
        String due = one.due().equals(one.period().end()) ? "" : ":" + day(one.due());
        String opens = one.window().start().equals(one.period().start())
                ? ""
                : "@" + day(one.window().start());
        return day(one.period().start()) + ".." + day(one.period().end()) + due + opens;
    }

    private static String day(LocalDate day) {
        return day.toString().substring(5);
    }
}
