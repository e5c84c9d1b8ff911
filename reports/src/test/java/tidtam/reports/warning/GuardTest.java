package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.CLERK;
import static tidtam.reports.warning.SamplePlan.TREASURY;
import static tidtam.reports.warning.SamplePlan.WORKS;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidtam.facts.Severity;

class GuardTest {
    private static final Guard GUARD = new Guard(20, 30);

    private static Map<String, Digests.Flags> flags(String agency, int divisions, int flagged) {
        return Map.of(agency, new Digests.Flags(names(0, divisions), names(0, flagged)));
    }

    private static Set<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "กอง " + i).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void so_many_mails_go_out_and_not_one_more() {
        assertThat(GUARD.trips(20, Map.of(), Map.of())).isEmpty();
        assertThat(GUARD.trips(21, Map.of(), Map.of())).contains(new Guard.TooManyMails(21, 20));
    }

    @Test
    void a_first_run_may_find_something_of_every_division() {
        assertThat(GUARD.trips(1, flags("ก", 10, 10), Map.of())).isEmpty();
        assertThat(GUARD.trips(1, flags("ก", 10, 10), Map.of("ข", Set.of()))).isEmpty();
    }

    @Test
    void from_the_second_run_on_so_many_of_a_hundred_divisions_may_be_new_and_not_one_more() {
        Map<String, Set<String>> before = Map.of("ก", Set.of());

        assertThat(GUARD.trips(1, flags("ก", 10, 3), before)).isEmpty();
        assertThat(GUARD.trips(1, flags("ก", 10, 4), before)).contains(new Guard.TooManyDivisions("ก", 4, 10, 30));
    }

    @Test
    void what_was_flagged_before_is_not_new() {
        assertThat(GUARD.trips(1, flags("ก", 10, 10), Map.of("ก", names(0, 7)))).isEmpty();
        assertThat(GUARD.trips(1, flags("ก", 10, 10), Map.of("ก", names(0, 6))))
                .contains(new Guard.TooManyDivisions("ก", 4, 10, 30));
        assertThat(GUARD.trips(1, flags("ก", 10, 4), Map.of("ก", names(4, 10))))
                .contains(new Guard.TooManyDivisions("ก", 4, 10, 30));
    }

    @Test
    void one_or_two_divisions_of_a_small_agency_trip_nothing() {
        Map<String, Set<String>> before = Map.of("ก", Set.of());

        assertThat(GUARD.trips(1, flags("ก", 1, 1), before)).isEmpty();
        assertThat(GUARD.trips(1, flags("ก", 2, 2), before)).isEmpty();
        assertThat(GUARD.trips(1, flags("ก", 3, 3), before)).contains(new Guard.TooManyDivisions("ก", 3, 3, 30));
    }

    @Test
    void an_agency_without_divisions_trips_nothing() {
        assertThat(GUARD.trips(1, flags("ก", 0, 0), Map.of("ก", Set.of()))).isEmpty();
    }

    @Test
    void a_division_is_flagged_by_an_error_and_by_nothing_less() {
        SamplePlan one = SamplePlan.on("2023-04-30")
                .misdates(Severity.ERROR, TREASURY)
                .misdates(Severity.WARNING, TREASURY, WORKS)
                .misdates(Severity.INFO, WORKS)
                .lacks("E4");
        SamplePlan other = SamplePlan.on("2023-04-30").in(2).misdates(Severity.ERROR, CLERK);
        SamplePlan neighbour =
                SamplePlan.on("2023-04-30").of("เทศบาลตำบลข้างเคียง").misdates(Severity.ERROR, WORKS);

        assertThat(Digests.flags(SamplePlan.figures(one, other, neighbour)))
                .isEqualTo(Map.of(
                        Digests.agency(one.evaluation()),
                        new Digests.Flags(Set.of(TREASURY, WORKS, CLERK), Set.of(TREASURY, CLERK)),
                        Digests.agency(neighbour.evaluation()),
                        new Digests.Flags(Set.of(WORKS), Set.of(WORKS))));
    }
}
