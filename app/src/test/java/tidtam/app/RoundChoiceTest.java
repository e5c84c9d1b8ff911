package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.facts.PlanTitle;

class RoundChoiceTest {
    @ParameterizedTest
    @CsvSource({
        // fiscal year and round of the title, as-of date, round checked
        "2566, 1, 2024-01-01, 2566/1",
        "2566,  , 2023-04-30, 2566/2",
        "2566,  , 2023-10-01, 2566",
        "    , 1, 2023-04-30, 2566/1",
        "    ,  , 2022-10-01, 2566/1",
    })
    void takes_what_the_title_names_and_the_rest_from_the_date(
            @Nullable Integer year, @Nullable Integer round, LocalDate asOf, String expected) {
        PlanTitle title = PlanTitle.of(Optional.empty(), number(year), number(round));

        assertThat(Check.round(title, asOf)).hasToString(expected);
    }

    private static OptionalInt number(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
