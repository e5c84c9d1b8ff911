package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.Evaluation;

class TerminalTableTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void no_line_is_wider_than_the_terminal(Language language) {
        for (int width = TerminalTable.NARROWEST; width < 140; width += 7) {
            int most = width;
            assertThat(new TerminalTable(Sample.wording(language), width, false)
                            .table(Sample.result(), Figures.of(Sample.result()))
                            .lines())
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(most));
        }
    }

    @Test
    void a_terminal_too_narrow_is_taken_for_the_narrowest() {
        Wording wording = Sample.wording(Language.TH);
        assertThat(new TerminalTable(wording, 3, false).table(Sample.result(), Figures.of(Sample.result())))
                .isEqualTo(new TerminalTable(wording, TerminalTable.NARROWEST, false)
                        .table(Sample.result(), Figures.of(Sample.result())));
    }

    @Test
    void colours_add_nothing_but_escapes() {
        Wording wording = Sample.wording(Language.TH);
        String coloured = new TerminalTable(wording, 100, true).table(Sample.result(), Figures.of(Sample.result()));
        String plain = new TerminalTable(wording, 100, false).table(Sample.result(), Figures.of(Sample.result()));
        assertThat(coloured).contains("\u001B[1;31m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]+m", "")).isEqualTo(plain);
        assertThat(plain).doesNotContain("\u001B");
    }

    @Test
    void the_summary_says_what_was_not_evaluated() {
        String summary = new TerminalTable(Sample.wording(Language.EN), 200, false)
                .summary(Sample.result(), Figures.of(Sample.result()));
        assertThat(summary)
                .contains("errors 4, warnings 3, infos 1; measures 14, files 2; as of 2023-04-30")
                .contains("not counted as passed")
                .contains("another finding says it already")
                .contains("Rules that failed")
                .contains("Files not checked: 2");
    }

    @Test
    void a_plan_without_findings_says_so() {
        CheckResult result =
                only(Sample.nothingFound(Sample.evaluation().plan().measures().subList(0, 1)));
        assertThat(new TerminalTable(Sample.wording(Language.EN), 80, false).table(result, Figures.of(result)))
                .contains("Nothing found");
        assertThat(result.partial()).isFalse();
        assertThat(Sample.result().partial()).isTrue();
    }

    @Test
    void a_plan_without_measures_is_not_said_to_have_no_fault() {
        assertThat(new TerminalTable(Sample.wording(Language.EN), 80, false)
                        .table(only(Sample.nothingFound()), Figures.of(only(Sample.nothingFound()))))
                .doesNotContain("Nothing found");
    }

    private static CheckResult only(Evaluation evaluation) {
        return new CheckResult(Sample.result().run(), List.of(new Checked.Evaluated("a.xlsx", Sample.SHA, evaluation)));
    }
}
