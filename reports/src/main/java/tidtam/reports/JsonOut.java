package tidtam.reports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tidtam.facts.CellRef;
import tidtam.facts.Period;
import tidtam.facts.Values;

/**
 * JSON in the one form all files share: UTF-8, two spaces, line feeds. What is unknown is null. Characters that steer a display are
 * escaped, lone surrogates replaced.
 */
final class JsonOut implements Closeable {
    private final JsonGenerator json;

    private JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** Over many lines. Leaves the stream open. */
    static JsonOut indented(OutputStream out) throws IOException {
        JsonGenerator json = generator(out);
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        json.setPrettyPrinter(printer);
        return new JsonOut(json);
    }

    /** On one line. Leaves the stream open. */
    static JsonOut oneLine(OutputStream out) throws IOException {
        return new JsonOut(generator(out));
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.setCharacterEscapes(new SteeringEscapes());
        return json;
    }

    void object() throws IOException {
        json.writeStartObject();
    }

    void object(String name) throws IOException {
        json.writeObjectFieldStart(name);
    }

    void endObject() throws IOException {
        json.writeEndObject();
    }

    void array(String name) throws IOException {
        json.writeArrayFieldStart(name);
    }

    void endArray() throws IOException {
        json.writeEndArray();
    }

    void nothing(String name) throws IOException {
        json.writeNullField(name);
    }

    void text(String name, String text) throws IOException {
        json.writeStringField(name, Clean.wellFormed(text));
    }

    void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        } else {
            nothing(name);
        }
    }

    void number(String name, long number) throws IOException {
        json.writeNumberField(name, number);
    }

    void number(String name, OptionalInt number) throws IOException {
        if (number.isPresent()) {
            number(name, number.getAsInt());
        } else {
            nothing(name);
        }
    }

    void truth(String name, boolean truth) throws IOException {
        json.writeBooleanField(name, truth);
    }

    /** A list of texts or of constants. */
    void texts(String name, Collection<?> texts) throws IOException {
        array(name);
        for (Object text : texts) {
            json.writeString(Clean.wellFormed(text.toString()));
        }
        endArray();
    }

    void numbers(String name, Collection<Integer> numbers) throws IOException {
        array(name);
        for (int number : numbers) {
            json.writeNumber(number);
        }
        endArray();
    }

    /** One of the kinds of value that {@link Values} may hold. */
    void value(String name, Object value) throws IOException {
        json.writeFieldName(name);
        value(value);
    }

    private void value(Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Period period) {
            object();
            text("start", period.start().toString());
            text("end", period.end().toString());
            endObject();
        } else if (value instanceof List<?> many) {
            json.writeStartArray();
            for (Object one : many) {
                value(one);
            }
            endArray();
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else if (value instanceof String || value instanceof LocalDate || value instanceof CellRef) {
            json.writeString(Clean.wellFormed(value.toString()));
        } else {
            throw new IllegalArgumentException("a value of " + value.getClass());
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** Escapes what {@link Clean#steering} names, beyond the controls that JSON escapes itself. */
    private static final class SteeringEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] ascii = standardAsciiEscapesForJSON();

        SteeringEscapes() {
            ascii[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return Clean.steering(c) ? new SerializedString("\\u" + hexadecimal(c)) : null;
        }

        private static String hexadecimal(int c) {
            String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
            return "0".repeat(4 - digits.length()) + digits;
        }
    }
}
