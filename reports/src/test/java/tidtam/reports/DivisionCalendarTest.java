package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Kind;
import tidtam.facts.Ledger;
import tidtam.facts.Limits;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.Period;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Responsible;
import tidtam.facts.Round;
import tidtam.facts.State;

class DivisionCalendarTest {
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Optional<String> FINANCE = Optional.of("กองคลัง");
    private static final Optional<byte[]> NONE = Optional.empty();

    /** A plan as the tests say it. */
    private static final class Given {
        private final List<PlannedMeasure> measures = new ArrayList<>();
        private final List<ObligationState> obligations = new ArrayList<>();
        private LocalDate asOf = LocalDate.of(2023, 1, 5);
        private Round round = new Round(2566, 0);
        private String agency = "อบต.จอม่วง";
        private boolean complete = true;

        /** A measure with duties of these kinds; a name {@code ทุก} is every division. */
        Given measure(String key, String division, Kind... kinds) {
            MeasureId id = new MeasureId(measures.size() + 1);
            CellText cell = CellText.of(new CellRef("มาตรการ", 10 + id.row(), 3), "รายงานตามกำหนด, ให้ครบ; \\ทุกครั้ง");
            List<Duty> duties = new ArrayList<>();
            for (Kind kind : kinds) {
                duties.add(new Duty(id, duties.size(), kind, Limits.none(), Set.of(), Optional.empty(), cell, false));
            }
            List<NamedDivision> named = division.isEmpty() || division.equals("ทุก")
                    ? List.of()
                    : List.of(new NamedDivision(id, division, cell, true));
            measures.add(new PlannedMeasure(
                    new Measure(
                            id, key, Optional.of(key), "ชื่อมาตรการ", cell, Optional.empty(), Optional.empty(), false),
                    Map.of(Column.DEADLINE, cell),
                    duties,
                    List.of(),
                    Optional.empty(),
                    Optional.of(new Responsible(id, cell, division.equals("ทุก"), named, List.of())),
                    Optional.empty(),
                    List.of()));
            return this;
        }

        /** An obligation of a duty of the last measure. */
        Given due(int duty, String start, String due, State state) {
            PlannedMeasure last = measures.get(measures.size() - 1);
            LocalDate day = LocalDate.parse(due);
            Period period = new Period(LocalDate.parse(start), day);
            Obligation obligation =
                    new Obligation(last.duties().get(duty), obligations.size(), period, period, day, false);
            obligations.add(ObligationState.of(obligation, state, day, asOf));
            return this;
        }

        Given due(String start, String due) {
            return due(0, start, due, State.UPCOMING);
        }

        Given asOf(String day) {
            asOf = LocalDate.parse(day);
            return this;
        }

        Given round(int number) {
            round = new Round(2566, number);
            return this;
        }

        Given agency(String name) {
            agency = name;
            return this;
        }

        Given incomplete() {
            complete = false;
            return this;
        }

        Evaluation evaluation() {
            return new Evaluation(
                    new Plan(
                            PlanTitle.of(Optional.of(agency), OptionalInt.of(2566), OptionalInt.empty()),
                            measures,
                            List.of(),
                            AgencyRecords.none(),
                            complete),
                    round,
                    asOf,
                    obligations,
                    Map.of(),
                    List.of(),
                    List.of(),
                    new Ledger(List.of(), measures.size(), List.of()),
                    Map.of(),
                    Map.of(),
                    List.of("กองคลัง", "กองช่าง"),
                    List.of());
        }

        byte[] calendar(Optional<String> division, Optional<byte[]> previous) {
            return findCalendar(division, previous).orElseThrow();
        }

        Optional<byte[]> findCalendar(Optional<String> division, Optional<byte[]> previous) {
            try {
                return DivisionCalendar.of(evaluation(), division, previous, THAI);
            } catch (NotACalendarException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Given quarter(String due) {
        return new Given().measure("E5", "กองคลัง", Kind.QUARTERLY).due("2023-01-01", due);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    /** {@code day status sequence}, by UID. */
    private static Map<String, String> events(byte[] file) {
        Map<String, String> events = new TreeMap<>();
        for (String event : text(file).replace("\r\n ", "").split("BEGIN:VEVENT", -1)) {
            Map<String, String> lines = event.lines()
                    .map(line -> line.split(":", 2))
                    .filter(line -> line.length == 2)
                    .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, later) -> first));
            if (lines.containsKey("UID")) {
                events.put(
                        lines.getOrDefault("UID", ""),
                        lines.get("DTSTART;VALUE=DATE") + " " + lines.get("STATUS") + " " + lines.get("SEQUENCE"));
            }
        }
        return events;
    }

    @Test
    void writes_an_all_day_event_with_alarms_for_an_obligation_ahead() {
        assertThat(text(quarter("2023-03-31").calendar(FINANCE, NONE)).replace("\r\n ", ""))
                .startsWith("BEGIN:VCALENDAR\r\nPRODID:-//Tidtam//Obligations//TH\r\nVERSION:2.0\r\n")
                .contains(
                        "\r\nDTSTAMP:20230105T000000Z\r\n",
                        "\r\nDTSTART;VALUE=DATE:20230331\r\nDTEND;VALUE=DATE:20230401\r\n",
                        "\r\nSUMMARY:รายงาน E5: ไตรมาสที่ ๒/๒๕๖๖",
                        "รายงานตามกำหนด\\, ให้ครบ\\; \\\\ทุกครั้ง",
                        "มาตรการ!D12",
                        "\r\nCATEGORIES:ITA,รายไตรมาส\r\n",
                        "\r\nTRANSP:TRANSPARENT\r\n",
                        "\r\nTRIGGER:-P2W\r\n",
                        "\r\nTRIGGER:-P1D\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void the_alarms_of_a_short_period_ring_three_days_and_one_day_before() {
        Given given = new Given()
                .measure("E5", "กองคลัง", Kind.WITHIN_DAYS)
                .due("2023-03-01", "2023-03-15")
                .measure("E6", "กองคลัง", Kind.WITHIN_DAYS)
                .due("2023-05-01", "2023-05-16");
        assertThat(text(given.calendar(FINANCE, NONE)).lines().filter(line -> line.startsWith("TRIGGER")))
                .containsExactly("TRIGGER:-P3D", "TRIGGER:-P1D", "TRIGGER:-P2W", "TRIGGER:-P1D");
    }

    @Test
    void has_what_no_dated_report_serves_and_is_due_on_the_day_or_later() {
        Given given = new Given().measure("E5", "กองคลัง", Kind.MONTHLY);
        int month = 1;
        for (State state : State.values()) {
            given.due(0, "2023-0" + month + "-01", "2023-0" + month + "-28", state);
            month++;
        }
        given.due(0, "2022-12-01", "2023-01-05", State.DUE_SOON).due(0, "2022-11-01", "2023-01-04", State.MISSING);
        assertThat(events(given.calendar(FINANCE, NONE)).values())
                .containsExactlyInAnyOrder(
                        "20230105 CONFIRMED 0", // due on the day itself
                        "20230328 CONFIRMED 0", // claimed
                        "20230428 CONFIRMED 0", // missing
                        "20230528 CONFIRMED 0",
                        "20230628 CONFIRMED 0",
                        "20230728 CONFIRMED 0"); // not evaluable
    }

    @Test
    void a_measure_of_every_division_is_in_each_file_and_one_of_none_in_a_file_of_its_own() {
        Given given = new Given()
                .measure("E1", "ทุก", Kind.ANNUAL)
                .due("2022-10-01", "2023-09-30")
                .measure("E2", "กองทัพ", Kind.ANNUAL)
                .due("2022-10-01", "2023-09-29")
                .measure("E3", "", Kind.ANNUAL)
                .due("2022-10-01", "2023-09-28");
        assertThat(DivisionCalendar.divisions(given.evaluation())).containsExactly("กองคลัง", "กองช่าง", "กองทัพ");
        assertThat(events(given.calendar(FINANCE, NONE)).values()).containsExactly("20230930 CONFIRMED 0");
        assertThat(events(given.calendar(Optional.of("กองช่าง"), NONE)))
                .isEqualTo(events(given.calendar(FINANCE, NONE)));
        assertThat(events(given.calendar(Optional.of("กองทัพ"), NONE)).values())
                .containsExactly("20230929 CONFIRMED 0");
        assertThat(events(given.calendar(Optional.empty(), NONE)).values()).containsExactly("20230928 CONFIRMED 0");
    }

    @Test
    void writes_nothing_where_nothing_is_ahead() {
        assertThat(quarter("2023-01-04").findCalendar(FINANCE, NONE)).isEmpty();
        assertThat(quarter("2023-03-31").findCalendar(Optional.of("กองช่าง"), NONE))
                .isEmpty();
    }

    @Test
    void the_same_check_over_its_own_output_changes_no_byte() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        assertThat(quarter("2023-03-31").calendar(FINANCE, Optional.of(first))).isEqualTo(first);
        byte[] moved = quarter("2023-04-10").calendar(FINANCE, Optional.of(first));
        assertThat(quarter("2023-04-10").calendar(FINANCE, Optional.of(moved))).isEqualTo(moved);
        byte[] cancelled = new Given().calendar(FINANCE, Optional.of(moved));
        assertThat(new Given().calendar(FINANCE, Optional.of(cancelled))).isEqualTo(cancelled);
    }

    @Test
    void an_event_whose_date_moves_keeps_its_identity_and_its_sequence_grows() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        byte[] moved = quarter("2023-04-10").calendar(FINANCE, Optional.of(first));
        byte[] back = quarter("2023-03-31").calendar(FINANCE, Optional.of(moved));

        assertThat(events(first).keySet())
                .isEqualTo(events(moved).keySet())
                .isEqualTo(events(back).keySet());
        assertThat(events(moved).values()).containsExactly("20230410 CONFIRMED 1");
        assertThat(events(back).values()).containsExactly("20230331 CONFIRMED 2");
    }

    @Test
    void a_fixed_date_that_moves_is_the_same_event() {
        byte[] first = new Given()
                .measure("E5", "กองคลัง", Kind.BY_FIXED_DATE)
                .due("2022-10-01", "2023-03-31")
                .calendar(FINANCE, NONE);
        byte[] moved = new Given()
                .measure("E5", "กองคลัง", Kind.BY_FIXED_DATE)
                .due("2022-10-02", "2023-08-31")
                .calendar(FINANCE, Optional.of(first));
        assertThat(events(moved).keySet()).isEqualTo(events(first).keySet());
        assertThat(events(moved).values()).containsExactly("20230831 CONFIRMED 1");
    }

    @Test
    void what_the_plan_no_longer_asks_for_is_cancelled_once_and_kept_until_its_day() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        byte[] cancelled = new Given().asOf("2023-01-06").calendar(FINANCE, Optional.of(first));

        assertThat(events(cancelled).values()).containsExactly("20230331 CANCELLED 1");
        assertThat(text(cancelled)).contains("DTSTAMP:20230106").doesNotContain("VALARM");
        byte[] later = new Given().asOf("2023-03-31").calendar(FINANCE, Optional.of(cancelled));
        assertThat(later).isEqualTo(cancelled);
        assertThat(new Given().asOf("2023-04-01").findCalendar(FINANCE, Optional.of(later)))
                .isEmpty();
        assertThat(events(quarter("2023-03-31").calendar(FINANCE, Optional.of(cancelled)))
                        .values())
                .containsExactly("20230331 CONFIRMED 2");
    }

    @Test
    void an_obligation_that_was_reported_or_given_to_another_division_is_cancelled() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        Given reported = new Given()
                .round(1)
                .measure("E5", "กองคลัง", Kind.QUARTERLY)
                .due(0, "2023-01-01", "2023-03-31", State.MET);
        Given given =
                new Given().round(1).measure("E5", "กองช่าง", Kind.QUARTERLY).due("2023-01-01", "2023-03-31");

        assertThat(events(reported.calendar(FINANCE, Optional.of(first))).values())
                .containsExactly("20230331 CANCELLED 1");
        assertThat(events(given.calendar(FINANCE, Optional.of(first))).values())
                .containsExactly("20230331 CANCELLED 1");
    }

    @Test
    void what_was_not_looked_at_stays_as_it_was() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        assertThat(new Given().round(2).calendar(FINANCE, Optional.of(first))).isEqualTo(first);
        assertThat(new Given().incomplete().calendar(FINANCE, Optional.of(first)))
                .isEqualTo(first);
        assertThat(events(new Given().agency("เทศบาลอื่น").calendar(FINANCE, Optional.of(first))))
                .isEqualTo(events(first));
    }

    @Test
    void rows_that_move_change_no_identity() {
        Given other = new Given()
                .measure("E1", "กองช่าง", Kind.MONTHLY)
                .due("2023-01-01", "2023-01-31")
                .measure("E5", "กองคลัง", Kind.QUARTERLY)
                .due("2023-01-01", "2023-03-31");
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        assertThat(events(other.calendar(FINANCE, Optional.of(first)))).isEqualTo(events(first));
    }

    @Test
    void duties_and_events_that_are_alike_stay_apart() {
        Given given = new Given()
                .measure("E5", "กองคลัง", Kind.WITHIN_DAYS, Kind.MONTHLY, Kind.WITHIN_DAYS)
                .due(0, "2023-03-01", "2023-03-16", State.UPCOMING)
                .due(0, "2023-03-01", "2023-03-16", State.UPCOMING)
                .due(1, "2023-03-01", "2023-03-31", State.UPCOMING)
                .due(2, "2023-03-01", "2023-03-16", State.UPCOMING);
        assertThat(events(given.calendar(FINANCE, NONE))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a calendar",
                "BEGIN:VCALENDAR|",
                "BEGIN:VCALENDAR|PRODID:-//Tidtam//Obligations//TH|VERSION:2.0|BEGIN:VEVENT|",
                "BEGIN:VCALENDAR|PRODID:-//Other//EN|VERSION:2.0|END:VCALENDAR|",
                "BEGIN:VCALENDAR|PRODID:-//Tidtam//Obligations//TH|BEGIN:VEVENT|UID:x|END:VEVENT|END:VCALENDAR|",
                "BEGIN:VCALENDAR|PRODID:-//Tidtam//Obligations//TH|BEGIN:VTODO|UID:x|END:VTODO|END:VCALENDAR|",
                "PK\u0003\u0004\u0000"
            })
    void refuses_what_is_no_calendar_of_its_own(String previous) {
        assertThatThrownBy(() -> DivisionCalendar.of(
                        quarter("2023-03-31").evaluation(),
                        FINANCE,
                        Optional.of(previous.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8)),
                        THAI))
                .isInstanceOf(NotACalendarException.class);
    }

    @Test
    void refuses_its_own_calendar_cut_short() {
        byte[] first = quarter("2023-03-31").calendar(FINANCE, NONE);
        assertThatThrownBy(() -> DivisionCalendar.of(
                        quarter("2023-03-31").evaluation(),
                        FINANCE,
                        Optional.of(Arrays.copyOf(first, first.length / 2)),
                        THAI))
                .isInstanceOf(NotACalendarException.class);
    }

    @Property(tries = 300)
    void no_line_is_longer_than_75_octets_nor_cut_inside_a_character(@ForAll String any) {
        String line = "SUMMARY:" + Clean.line(any + "น้ำเป็นที่ตั้ง กำ\u0E48\u0E49 👨‍👩‍👧".repeat(3));
        byte[] folded = ContentLines.folded(line + "\r\n");
        String lines = text(folded);
        assertThat(lines).endsWith("\r\n");
        assertThat(lines.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        assertThat(Pattern.compile("\r\n").splitAsStream(lines))
                .allSatisfy(one ->
                        assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(Pattern.compile("\r\n ").splitAsStream(lines).skip(1))
                .noneMatch(part -> Character.getType(part.codePointAt(0)) == Character.NON_SPACING_MARK
                        && Graphemes.next("ก" + part, 0) < 20);
    }

    @Property(tries = 50)
    void the_order_of_measures_changes_no_event(@ForAll java.util.Random random) {
        List<String> keys = new ArrayList<>(List.of("E1", "E2", "E3", "E4", "E5"));
        Map<String, String> expected = new HashMap<>();
        for (boolean shuffled : new boolean[] {false, true}) {
            if (shuffled) {
                Collections.shuffle(keys, random);
            }
            Given given = new Given();
            keys.forEach(key -> given.measure(key, "ทุก", Kind.MONTHLY)
                    .due("2023-02-01", "2023-02-28")
                    .due("2023-03-01", "2023-03-31"));
            Map<String, String> events = events(given.calendar(FINANCE, NONE));
            if (shuffled) {
                assertThat(events).isEqualTo(expected);
            } else {
                expected.putAll(events);
            }
        }
        assertThat(expected).hasSize(10);
    }
}
