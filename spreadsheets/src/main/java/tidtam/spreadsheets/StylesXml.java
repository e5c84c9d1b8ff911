package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;

/** The number formats of cell styles ({@code styles.xml}). */
final class StylesXml extends XmlPart.Handler {
    private final Map<Integer, NumberFormat> custom = new HashMap<>();
    private final List<NumberFormat> formats = new ArrayList<>();
    private boolean inCellStyles;

    @Override
    void start(String name, Attributes attributes) {
        switch (name) {
            case "numFmt" ->
                custom.put(
                        XmlPart.number(attributes, "numFmtId"),
                        NumberFormat.of(
                                XmlPart.attribute(attributes, "formatCode").orElse("")));
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles) {
                    int id = XmlPart.number(attributes, "numFmtId");
                    formats.add(custom.getOrDefault(id, NumberFormat.builtIn(id)));
                }
            }
            default -> {}
        }
    }

    @Override
    void end(String name) {
        if (name.equals("cellXfs")) {
            inCellStyles = false;
        }
    }

    /** The format of each style, by the number that cells refer to it with. */
    List<NumberFormat> formats() {
        return formats;
    }
}
