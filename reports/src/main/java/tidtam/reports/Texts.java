package tidtam.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The reports' own texts in one language. A missing text is an error, never an empty one. */
final class Texts {
    private final Language language;
    private final Digits digits;
    private final Properties lines = new Properties();

    Texts(Language language, Digits digits) {
        this.language = language;
        this.digits = digits;
        String name = language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String line(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no text " + key + " in " + language.code()));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(lines.getProperty(key))
                .filter(line -> !line.isBlank())
                .map(digits::text);
    }

    /** The key of a constant: its type within the package and its name, such as {@code Report.Source.LOG}. */
    static String key(Enum<?> constant) {
        String type = constant.getDeclaringClass().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + '.' + constant.name();
    }
}
