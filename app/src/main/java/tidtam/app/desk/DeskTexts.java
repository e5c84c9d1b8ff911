package tidtam.app.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import tidtam.reports.Language;

/** The desk's own texts in one language. A missing text is an error, never an empty one. */
final class DeskTexts {
    private final Language language;
    private final Properties lines = new Properties();

    DeskTexts(Language language) {
        this.language = language;
        try (InputStream in = resource(language.code() + ".properties")) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(DeskTexts.class.getResourceAsStream(name), name);
    }

    /** A text in which {@code {0}} stands for the first value, and so on. */
    String line(String key, Object... values) {
        String line = lines.getProperty(key);
        if (line == null || line.isBlank()) {
            throw new IllegalStateException("no text " + key + " in " + language.code());
        }
        for (int i = 0; i < values.length; i++) {
            line = line.replace("{" + i + "}", values[i].toString());
        }
        return line;
    }
}
