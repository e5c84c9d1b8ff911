package tidtam.reports.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Elements, attributes and text, written in order. Text is always escaped, and what XML cannot hold becomes U+FFFD. An attribute that a
 * browser would act on is refused, except a link within the page. Errors of the writer are {@link UncheckedIOException}s.
 */
public final class Markup {
    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    public Markup(Writer out) {
        this.out = out;
    }

    /** What stands before the first element, or inside a style or script that the program brings along: never foreign text. */
    public Markup own(String trusted) {
        write(trusted);
        return this;
    }

    /** Opens an element. */
    public Markup open(String element, String... attributes) {
        start(element, attributes);
        write(">");
        open.push(element);
        return this;
    }

    /** Closes the innermost element. */
    public Markup close() {
        write("</");
        write(open.pop());
        write(">");
        return this;
    }

    /** An element with a text in it. */
    public Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that has no content, such as {@code meta} or {@code rect}. */
    public Markup leaf(String element, String... attributes) {
        start(element, attributes);
        write("/>");
        return this;
    }

    public Markup text(String text) {
        escape(text, false);
        return this;
    }

    /** A line break of the file, for those who read it with an editor. */
    public Markup line() {
        write("\n");
        return this;
    }

    /** Whether every element has been closed. */
    public boolean closed() {
        return open.isEmpty();
    }

    private void start(String element, String... attributes) {
        write("<");
        write(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            refuseActive(name, value);
            write(" ");
            write(name);
            write("=\"");
            escape(value, true);
            write("\"");
        }
    }

    private static void refuseActive(String name, String value) {
        boolean active = name.startsWith("on")
                || name.equals("src")
                || name.equals("style")
                || name.equals("action")
                || (name.equals("href") && !value.startsWith("#"));
        if (active) {
            throw new IllegalArgumentException("attribute " + name);
        }
    }

    private void escape(String text, boolean attribute) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text, i, attribute);
            if (!escaped.isEmpty()) {
                write(text, done, i);
                write(escaped);
                done = i + 1;
            }
        }
        write(text, done, text.length());
    }

    /** What stands for a character; empty where it stands for itself. */
    private static String escaped(String text, int at, boolean attribute) {
        char c = text.charAt(at);
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> attribute ? "&quot;" : "";
            case '\t' -> attribute ? "&#9;" : "";
            case '\n' -> attribute ? "&#10;" : "";
            case '\r' -> "&#13;";
            default -> allowed(text, at, c) ? "" : "\uFFFD";
        };
    }

    private static boolean allowed(String text, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= ' ' && (c < 0x7F || c > 0x9F) && c < 0xFFFE;
    }

    private void write(String text) {
        write(text, 0, text.length());
    }

    private void write(String text, int from, int to) {
        try {
            out.write(text, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
