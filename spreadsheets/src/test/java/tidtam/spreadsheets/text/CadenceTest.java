package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tidtam.facts.Kind;

class CadenceTest {
    @Test
    void is_a_kind_only_where_one_holds_it() {
        assertThat(Cadence.every(3, Unit.MONTH).kind()).contains(Kind.QUARTERLY);
        assertThat(Cadence.every(2, Unit.QUARTER).kind()).contains(Kind.SEMIANNUAL);
        assertThat(Cadence.every(4, Unit.MONTH).kind()).isEmpty();
        assertThat(Cadence.every(2, Unit.YEAR).kind()).isEmpty();
        assertThat(Cadence.every(24, Unit.HOUR).kind()).contains(Kind.DAILY);
        assertThat(Cadence.every(0, Unit.MONTH).kind()).isEmpty();
    }

    @Test
    void counts_times_in_a_unit() {
        assertThat(Cadence.times(2, 1, Unit.YEAR).kind()).contains(Kind.SEMIANNUAL);
        assertThat(Cadence.times(3, 1, Unit.YEAR).kind()).isEmpty();
        assertThat(Cadence.times(2, 1, Unit.WEEK).kind()).contains(Kind.WEEKLY);
        assertThat(Cadence.times(2, 1, Unit.MONTH).kind()).isEmpty();
        assertThat(Cadence.times(1, 6, Unit.MONTH).kind()).contains(Kind.SEMIANNUAL);
    }

    @Test
    void counts_days_and_weeks_in_days() {
        assertThat(Cadence.every(2, Unit.WEEK).days()).hasValue(14);
        assertThat(Cadence.every(5, Unit.WORKDAY).workingDays()).isTrue();
        assertThat(Cadence.every(999_999_999, Unit.WEEK).kind()).isEmpty();
    }

    @Test
    void takes_months_of_a_year_as_a_rhythm() {
        assertThat(Cadence.atMonths(new TreeSet<>(List.of(6, 12))).kind()).contains(Kind.SEMIANNUAL);
        assertThat(Cadence.atMonths(new TreeSet<>(List.of(3, 6, 9, 12))).kind()).contains(Kind.QUARTERLY);
        assertThat(Cadence.atMonths(new TreeSet<>(List.of(6, 9, 12))).kind()).isEmpty();
        assertThat(Cadence.inMonths(new TreeSet<>(List.of(4, 10))).kind()).contains(Kind.SEMIANNUAL);
        assertThat(Cadence.inMonths(new TreeSet<>(List.of(1, 5, 9))).kind()).isEmpty();
    }
}
