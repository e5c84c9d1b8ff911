package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeskTextsTest {
    private static Properties lines(String name) throws IOException {
        Properties lines = new Properties();
        try (InputStream in = DeskTexts.resource(name)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return lines;
    }

    @Test
    void both_languages_say_the_same_with_the_same_places() throws IOException {
        Properties thai = lines("th.properties");
        Properties english = lines("en.properties");
        assertThat(thai.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : thai.stringPropertyNames()) {
            assertThat(places(thai.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static Set<String> places(String line) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(line).results().forEach(one -> places.add(one.group()));
        return places;
    }
}
