package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Compares a part before and after: all that was there is still there, in its order, and only what notes need was added. */
final class XmlGrowth {
    private static final Set<String> ADDED = Set.of(
            "Types/Override",
            "Relationships/Relationship",
            "sheets/sheet",
            "fonts/font",
            "fills/fill",
            "cellXfs/xf",
            "sheetData/row",
            "row/c",
            "worksheet/legacyDrawing",
            "authors/author",
            "commentList/comment",
            "text/r",
            "xml/v:shape",
            "xml/v:shapetype");
    private static final Set<String> CHANGED =
            Set.of("fonts@count", "fills@count", "cellXfs@count", "c@s", "row@spans");

    private XmlGrowth() {}

    static void assertOnlyAdded(String part, byte[] before, byte[] after) {
        Element old = root(before);
        Element now = root(after);
        assertThat(name(now)).as(part).isEqualTo(name(old));
        compare(part, old, now);
    }

    private static Element root(byte[] xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static void compare(String path, Element old, Element now) {
        Map<String, String> was = attributes(old);
        Map<String, String> is = attributes(now);
        is.keySet().removeIf(key -> CHANGED.contains(name(old) + "@" + key) && !was.containsKey(key));
        assertThat(is.keySet()).as(path).isEqualTo(was.keySet());
        was.forEach((key, value) -> {
            if (!CHANGED.contains(name(old) + "@" + key)) {
                assertThat(is.get(key)).as(path + "@" + key).isEqualTo(value);
            }
        });
        List<Node> left = children(now);
        for (Node child : children(old)) {
            while (!left.isEmpty() && !matches(child, left.get(0))) {
                mayBeAdded(path, now, left.remove(0));
            }
            assertThat(left).as(path + ": " + child + " is gone").isNotEmpty();
            Node found = left.remove(0);
            if (child instanceof Element element) {
                compare(path + "/" + name(element), element, (Element) found);
            }
        }
        left.forEach(more -> mayBeAdded(path, now, more));
    }

    private static void mayBeAdded(String path, Element parent, Node child) {
        String added = name(parent) + "/" + (child instanceof Element element ? name(element) : "text");
        if (!ADDED.contains(added)) {
            fail(path + ": added " + added);
        }
    }

    /** Whether one stands for the other: rows and cells by their address, all else by its name and first attributes. */
    private static boolean matches(Node old, Node now) {
        if (old instanceof Element was && now instanceof Element is) {
            boolean addressed = was.hasAttribute("r") && is.hasAttribute("r");
            return name(was).equals(name(is))
                    && (!addressed || was.getAttribute("r").equals(is.getAttribute("r")));
        }
        return !(old instanceof Element)
                && !(now instanceof Element)
                && old.getTextContent().equals(now.getTextContent());
    }

    private static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            children.add(nodes.item(i));
        }
        return children;
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> values = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        return values;
    }

    private static String name(Element element) {
        return element.getNodeName();
    }
}
