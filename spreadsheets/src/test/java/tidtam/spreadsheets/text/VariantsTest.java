package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Phrases of the kinds that real tables have, none of them taken from one: the grammar reads what it has not been shown. */
class VariantsTest {
    static Stream<String[]> deadlines() {
        return Reads.rows("/variants/deadlines.tsv").stream();
    }

    static Stream<String[]> completions() {
        return Reads.rows("/variants/completions.tsv").stream();
    }

    static Stream<String[]> dates() {
        return Reads.rows("/variants/dates.tsv").stream();
    }

    static Stream<String[]> responsible() {
        return Reads.rows("/variants/responsible.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void reads_deadlines(String text, String duties) {
        assertThat(Reads.line(Reads.duties(text), duties.contains("["), true)).isEqualTo(duties);
    }

    @ParameterizedTest
    @MethodSource("completions")
    void reads_completions(String text, String reading) {
        assertThat(Reads.line(Reads.completion(text), reading.contains("channels=")))
                .isEqualTo(reading);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void reads_dates(String text, String dates) {
        assertThat(Reads.line(Reads.dates(text))).isEqualTo(dates);
    }

    @ParameterizedTest
    @MethodSource("responsible")
    void reads_who_is_responsible(String text, String reading) {
        assertThat(Reads.line(ResponsibleReader.responsible(Reads.MEASURE, Reads.cell(text), List.of())))
                .isEqualTo(reading);
    }
}
