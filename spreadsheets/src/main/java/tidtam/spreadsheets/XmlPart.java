package tidtam.spreadsheets;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML parts with POI's guarded parser: no document types, hence no entities and nothing fetched; nesting is bounded. */
final class XmlPart {
    private final XMLReader reader;

    XmlPart() {
        try {
            reader = XMLHelper.newXMLReader();
            reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            reader.setProperty(
                    "http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(WorkbookLimits.DEPTH));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own XML parser refuses its own settings", e);
        }
    }

    /** What is done with a part; it sees local names only. */
    abstract static class Handler {
        abstract void start(String name, Attributes attributes) throws UnreadableException;

        void text(char[] characters, int start, int length) {}

        void end(String name) throws UnreadableException {}
    }

    /**
     * Shows a part to its handler.
     *
     * @throws UnreadableException where the handler says so
     * @throws SAXException where the part is not well-formed
     */
    void parse(InputStream part, Handler handler) throws IOException, SAXException, UnreadableException {
        Dispatch dispatch = new Dispatch(handler);
        reader.setContentHandler(dispatch);
        reader.setErrorHandler(dispatch);
        try {
            reader.parse(new InputSource(part));
        } catch (CharConversionException | UnsupportedEncodingException e) {
            throw new SAXException(e);
        } catch (Stop stop) {
            throw stop.why;
        }
    }

    /** An attribute's value by its local name. */
    static Optional<String> attribute(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return Optional.of(attributes.getValue(i));
            }
        }
        return Optional.empty();
    }

    /** An attribute that is a whole number of zero or more; −1 where it is none. */
    static int number(Attributes attributes, String name) {
        return number(attribute(attributes, name).orElse(""));
    }

    /** A whole number of zero or more, of at most nine digits; −1 where the text is none. */
    static int number(String digits) {
        int number = digits.isEmpty() || digits.length() > 9 ? -1 : 0;
        for (int i = 0; i < digits.length() && number >= 0; i++) {
            int digit = digits.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }

    static boolean isTrue(Attributes attributes, String name) {
        String value = attribute(attributes, name).orElse("");
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    private static final class Stop extends SAXException {
        private final UnreadableException why;

        Stop(UnreadableException why) {
            this.why = why;
        }
    }

    private static final class Dispatch extends DefaultHandler {
        private final Handler handler;

        Dispatch(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            try {
                handler.start(name, attributes);
            } catch (UnreadableException e) {
                throw new Stop(e);
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            handler.text(characters, start, length);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            try {
                handler.end(name);
            } catch (UnreadableException e) {
                throw new Stop(e);
            }
        }
    }
}
