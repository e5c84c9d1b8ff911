package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.CellProblem;
import tidtam.facts.Kind;
import tidtam.facts.Reason;
import tidtam.facts.Report;
import tidtam.reports.warning.MailReason;
import tidtam.reports.warning.Section;

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
    void every_constant_has_a_name(Language language)
            throws IOException, ReflectiveOperationException, URISyntaxException {
        Texts texts = new Texts(language, Digits.THAI);
        Set<Class<?>> otherwise = Set.of(Reason.Code.class, CellProblem.Code.class);
        List<Class<?>> enums = new ArrayList<>(factEnums());
        enums.removeAll(otherwise);
        enums.addAll(List.of(Checked.Why.class, MailReason.class, Section.Missing.class));
        assertThat(enums).contains(Kind.class, Report.Source.class);
        for (Class<?> type : enums) {
            for (Object constant : type.getEnumConstants()) {
                String key = Texts.key((Enum<?>) constant);
                assertThat(texts.find(key)).as(key).isPresent();
            }
        }
        for (Reason.Code code : Reason.Code.values()) {
            assertThat(texts.find("reason." + code)).as("reason." + code).isPresent();
        }
        for (CellProblem.Code code : CellProblem.Code.values()) {
            assertThat(texts.find("problem." + code)).as("problem." + code).isPresent();
        }
    }

    /** Every enum of the facts module, whether it stands in a folder or in a jar. */
    private static List<Class<?>> factEnums() throws IOException, ReflectiveOperationException, URISyntaxException {
        Path home = Path.of(
                Kind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> enums = new ArrayList<>();
        try (FileSystem jar = Files.isDirectory(home) ? null : FileSystems.newFileSystem(home);
                Stream<Path> files = Files.walk(jar == null ? home : jar.getPath("/"))) {
            for (String file : files.map(path -> path.getFileName() + "").toList()) {
                if (file.endsWith(".class") && !file.contains("-info")) {
                    Class<?> type = Class.forName("tidtam.facts." + file.substring(0, file.length() - 6));
                    if (type.isEnum()) {
                        enums.add(type);
                    }
                }
            }
        }
        return enums;
    }

    @Test
    void a_missing_text_is_an_error() {
        assertThatThrownBy(() -> new Texts(Language.TH, Digits.THAI).line("no.such"))
                .hasMessageContaining("no.such")
                .hasMessageContaining("th");
    }

    @Test
    void a_placeholder_that_is_not_closed_is_an_error() {
        assertThatThrownBy(() -> Template.fill("a {b", name -> name)).hasMessageContaining("a {b");
        assertThat(Template.fill("{a}–{b}!", name -> name + name)).isEqualTo("aa–bb!");
    }
}
