package tidtam.reports.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class MarkupTest {
    private final StringWriter out = new StringWriter();
    private final Markup markup = new Markup(out);

    @Test
    void closes_what_it_opens_and_escapes_what_it_is_given() {
        markup.open("p", "title", "\"<&>\n").text("a<b>&\"\r").leaf("br").close();

        assertThat(out).hasToString("<p title=\"&quot;&lt;&amp;&gt;&#10;\">a&lt;b&gt;&amp;\"&#13;<br/></p>");
        assertThat(markup.closed()).isTrue();
    }

    @Test
    void replaces_what_xml_cannot_hold() {
        markup.element("p", "a\u0000\u001B\u0085\uD800b\uFFFE\uDC00 👨‍👩‍👧 กำ");

        assertThat(out).hasToString("<p>a\uFFFD\uFFFD\uFFFD\uFFFDb\uFFFD\uFFFD 👨‍👩‍👧 กำ</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "href, javascript:alert(1)",
        "href, https://example.org",
        "onclick, x",
        "src, data:x",
        "style, color:red",
        "action, #"
    })
    void refuses_attributes_that_act(String name, String value) {
        assertThatThrownBy(() -> markup.open("a", name, value)).hasMessageContaining(name);
    }

    @Property(tries = 300)
    void is_well_formed_whatever_the_text(@ForAll String text)
            throws IOException, SAXException, ParserConfigurationException {
        StringWriter any = new StringWriter();
        new Markup(any).open("p", "title", text).text(text).close();

        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(any.toString())));

        assertThat(read.getDocumentElement().getChildNodes().getLength()).isLessThan(2);
    }
}
