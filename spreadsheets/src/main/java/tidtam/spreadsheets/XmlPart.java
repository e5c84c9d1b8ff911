package tidtam.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses XML parts: no document types, hence no entities and nothing fetched; nesting is bounded. */
final class XmlPart {
    private final SAXParser parser;

    XmlPart() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parser = factory.newSAXParser();
            parser.setProperty(
                    "http://www.oracle.com/xml/jaxp/properties/maxElementDepth", String.valueOf(WorkbookLimits.DEPTH));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own XML parser refuses its own settings", e);
        }
    }

    /** What is done with a part, chosen by the name of its root element; it sees local names only. */
    abstract static class Handler {
        abstract void start(String name, Attributes attributes) throws UnreadableException;

        void text(char[] characters, int start, int length) {}

        void end(String name) throws UnreadableException {}
    }

    /**
     * Parses a part with the handler for its root element, or only its first tag where there is none.
     *
     * @return the handler, having seen the whole part
     * @throws UnreadableException where the handler says so
     * @throws SAXException where the part is not well-formed
     */
    Optional<Handler> parse(InputStream part, Function<String, Optional<Handler>> byRoot)
            throws IOException, SAXException, UnreadableException {
        Dispatch dispatch = new Dispatch(byRoot);
        XMLReader reader = parser.getXMLReader();
        reader.setContentHandler(dispatch);
        reader.setErrorHandler(dispatch);
        try {
            reader.parse(new InputSource(part));
        } catch (Stop stop) {
            if (stop.why != null) {
                throw stop.why;
            }
        }
        return Optional.ofNullable(dispatch.handler);
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
        private final @Nullable UnreadableException why;

        Stop(@Nullable UnreadableException why) {
            this.why = why;
        }
    }

    private static final class Dispatch extends DefaultHandler {
        private final Function<String, Optional<Handler>> byRoot;
        private @Nullable Handler handler;

        Dispatch(Function<String, Optional<Handler>> byRoot) {
            this.byRoot = byRoot;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            Handler active = handler;
            if (active == null) {
                active = byRoot.apply(name).orElse(null);
                handler = active;
            }
            if (active == null) {
                throw new Stop(null);
            }
            try {
                active.start(name, attributes);
            } catch (UnreadableException e) {
                throw new Stop(e);
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (handler != null) {
                handler.text(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            try {
                if (handler != null) {
                    handler.end(name);
                }
            } catch (UnreadableException e) {
                throw new Stop(e);
            }
        }
    }
}
