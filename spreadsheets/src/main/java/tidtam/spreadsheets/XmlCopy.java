package tidtam.spreadsheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Copies an XML part token by token: names with their prefixes, attributes in their order, texts, comments and instructions. Subclasses change
 * what they must. What they leave alone comes out canonically equal.
 */
class XmlCopy extends DefaultHandler2 {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** The most characters of a cell's text, as UTF-16 counts them; a program that finds more calls the file damaged. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Writer out;
    private boolean tagOpen;
    private String prefix = "";
    private String rootPrefix = "";
    private boolean begun;

    XmlCopy(Writer out) {
        this.out = out;
    }

    /** A copier, made by the constructor given, that writes UTF-8 to a stream; the stream stays open. */
    static XmlCopy to(OutputStream out, Function<Writer, XmlCopy> copier) {
        return copier.apply(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    /** Copies a part. There are no document types, hence no entities and nothing fetched; nesting is bounded. */
    final void copy(InputStream part) throws IOException, SAXException {
        XMLReader reader;
        try {
            reader = XMLHelper.newXMLReader();
            reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            reader.setFeature("http://xml.org/sax/features/namespaces", false);
            reader.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            reader.setProperty(
                    "http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(WorkbookLimits.DEPTH));
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", this);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser refuses its own settings", e);
        }
        reader.setContentHandler(this);
        reader.setErrorHandler(this);
        write(DECLARATION);
        reader.parse(new InputSource(part));
        out.flush();
    }

    /** An element begins; its attributes, which may be changed, by their names with prefixes. */
    void start(String name, Map<String, String> attributes) {}

    /** An element is about to end. */
    void ending(String name) {}

    /** An element has ended. */
    void ended(String name) {}

    /** The prefix of the element that began last, with its colon; empty where it has none. */
    final String prefix() {
        return prefix;
    }

    /** The prefix of the root element, with its colon. */
    final String rootPrefix() {
        return rootPrefix;
    }

    /** Writes XML inside the current element. */
    final void write(String xml) {
        try {
            if (tagOpen) {
                out.write('>');
                tagOpen = false;
            }
            out.write(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void startElement(String uri, String local, String qualified, Attributes attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.getQName(i), attributes.getValue(i));
        }
        prefix = qualified.substring(0, qualified.indexOf(':') + 1);
        rootPrefix = begun ? rootPrefix : prefix;
        begun = true;
        start(name(qualified), values);
        StringBuilder tag = new StringBuilder("<").append(qualified);
        values.forEach((name, value) -> tag.append(' ')
                .append(name)
                .append("=\"")
                .append(attribute(value))
                .append('"'));
        write(tag.toString());
        tagOpen = true;
    }

    @Override
    public final void endElement(String uri, String local, String qualified) {
        ending(name(qualified));
        if (tagOpen) {
            tagOpen = false;
            write("/>");
        } else {
            write("</" + qualified + ">");
        }
        ended(name(qualified));
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        write(text(new String(characters, start, length)));
    }

    @Override
    public final void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public final void processingInstruction(String target, String data) {
        write("<?" + target + " " + data + "?>");
    }

    @Override
    public final void comment(char[] characters, int start, int length) {
        write("<!--" + new String(characters, start, length) + "-->");
    }

    /** A name without its prefix. */
    static String name(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    /** A text as the content of an element. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }

    /** A text of a cell or note, in which a spreadsheet program would take {@code _x0041_} for a letter; cut where it is too long for one. */
    static String cellText(String text) {
        String whole = text.indexOf('_') < 0 ? text : CODE.matcher(text).replaceAll("_x005F_");
        if (whole.length() <= MOST_CHARACTERS) {
            return text(whole);
        }
        int end = MOST_CHARACTERS - 1;
        return text(whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end)) + "…";
    }

    /** A text as the value of an attribute. */
    static String attribute(String text) {
        return text(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
