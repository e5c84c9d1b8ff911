package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final List<Integer> STEPS = List.of(-14, -7, -1, 1, 7, 15, 30);
    private static final List<Integer> BRIEF = List.of(-3, -1, 1, 7, 15, 30);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            first day | last day | step
            -14       | -8       | -14
            -7        | -2       | -7
            -1        |  0       | -1
            1         |  6       | 1
            7         |  14      | 7
            15        |  29      | 15
            30        |  400     | 30
            """)
    void a_step_holds_from_its_day_to_the_day_before_the_next(int first, int last, int step) {
        assertThat(Ladder.passed(first, false)).hasValue(step);
        assertThat(Ladder.passed(last, false)).hasValue(step);
        assertThat(Ladder.passed(first - 1, false)).isNotEqualTo(OptionalInt.of(step));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            first day | last day | step
            -3        | -2       | -3
            -1        |  0       | -1
            1         |  6       | 1
            7         |  14      | 7
            15        |  29      | 15
            30        |  400     | 30
            """)
    void a_brief_period_is_told_three_days_before_and_not_a_fortnight(int first, int last, int step) {
        assertThat(Ladder.passed(first, true)).hasValue(step);
        assertThat(Ladder.passed(last, true)).hasValue(step);
        assertThat(Ladder.passed(first - 1, true)).isNotEqualTo(OptionalInt.of(step));
    }

    @Test
    void nothing_is_passed_before_the_first_step() {
        assertThat(Ladder.passed(-15, false)).isEmpty();
        assertThat(Ladder.passed(-4, true)).isEmpty();
        assertThat(Ladder.passed(Long.MIN_VALUE, false)).isEmpty();
    }

    @Property
    void the_step_passed_is_the_highest_that_is_not_ahead(
            @ForAll @IntRange(min = -60, max = 400) int days, @ForAll boolean brief) {
        OptionalInt passed = Ladder.passed(days, brief);

        assertThat(brief ? BRIEF : STEPS)
                .allSatisfy(step -> assertThat(passed.isPresent() && step <= passed.getAsInt())
                        .isEqualTo(step <= days));
        assertThat(passed.stream().boxed()).isSubsetOf(brief ? BRIEF : STEPS);
    }

    @Property
    void a_later_day_never_passes_a_lower_step(
            @ForAll @IntRange(min = -60, max = 400) int one,
            @ForAll @IntRange(min = -60, max = 400) int other,
            @ForAll boolean brief) {
        int earlier = Ladder.passed(Math.min(one, other), brief).orElse(Integer.MIN_VALUE);
        int later = Ladder.passed(Math.max(one, other), brief).orElse(Integer.MIN_VALUE);

        assertThat(later).isGreaterThanOrEqualTo(earlier);
    }
}
