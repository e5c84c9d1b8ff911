package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.Actor;
import tidtam.facts.CellProblem;
import tidtam.facts.Channel;
import tidtam.facts.Column;
import tidtam.facts.Kind;
import tidtam.facts.Need;
import tidtam.facts.Outcome;
import tidtam.facts.Precision;
import tidtam.facts.Reason;
import tidtam.facts.Report;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Status;
import tidtam.facts.Tool;
import tidtam.facts.Uncounted;
import tidtam.facts.Unreported;

class TextsTest {
    private static Properties lines(Language language) throws IOException {
        Properties lines = new Properties();
        try (InputStream in = Objects.requireNonNull(
                TextsTest.class.getResourceAsStream("/tidtam/reports/" + language.code() + ".properties"))) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return lines;
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_placeholders() throws IOException {
        Properties thai = lines(Language.TH);
        Properties english = lines(Language.EN);
        assertThat(new TreeSet<>(thai.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : thai.stringPropertyNames()) {
            assertThat(thai.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(Template.names(thai.getProperty(key)))
                    .as(key)
                    .isEqualTo(Template.names(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_constant_has_a_name(Language language) {
        Texts texts = new Texts(language);
        Stream.<Class<? extends Enum<?>>>of(
                        Kind.class,
                        Status.class,
                        State.class,
                        Outcome.class,
                        Severity.class,
                        Actor.class,
                        Channel.class,
                        Column.class,
                        Precision.class,
                        Tool.class,
                        Need.class,
                        Report.Source.class,
                        RuleInfo.Subject.class,
                        Uncounted.Why.class,
                        Unreported.Instead.class,
                        Checked.Why.class)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .forEach(constant -> assertThat(texts.find(Texts.key(constant)))
                        .as(Texts.key(constant))
                        .isPresent());
        for (Reason.Code code : Reason.Code.values()) {
            assertThat(texts.find("reason." + code)).as("reason." + code).isPresent();
        }
        for (CellProblem.Code code : CellProblem.Code.values()) {
            assertThat(texts.find("problem." + code)).as("problem." + code).isPresent();
        }
    }

    @Test
    void a_missing_text_is_an_error() {
        assertThatThrownBy(() -> new Texts(Language.TH).line("no.such"))
                .hasMessageContaining("no.such")
                .hasMessageContaining("th");
    }

    @Test
    void a_placeholder_that_is_not_closed_is_an_error() {
        assertThatThrownBy(() -> Template.fill("a {b", name -> name)).hasMessageContaining("a {b");
        assertThat(Template.fill("{a}–{b}!", name -> name + name)).isEqualTo("aa–bb!");
    }
}
