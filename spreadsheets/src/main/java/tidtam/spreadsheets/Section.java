package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidtam.facts.CellText;
import tidtam.facts.Folded;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Tool;

/**
 * What a row over all columns says of the rows below it.
 *
 * @param tool the assessment's tool it names
 * @param indicator the indicator it states
 */
record Section(Optional<Tool> tool, Optional<Statement> indicator) {
    private static final int LONGEST = 200;
    private static final Map<String, Tool> NAMES = new TreeMap<>(Map.of(
            "iit",
            Tool.IIT,
            "eit",
            Tool.EIT,
            "oit",
            Tool.OIT,
            Folded.of("ผู้มีส่วนได้ส่วนเสียภายใน"),
            Tool.IIT,
            Folded.of("ผู้มีส่วนได้ส่วนเสียภายนอก"),
            Tool.EIT,
            Folded.of("การเปิดเผยข้อมูลสาธารณะ"),
            Tool.OIT));

    /** What a text says as a section row; empty where it is none. */
    static Optional<Section> read(String raw) {
        if (raw.length() > 3 * LONGEST || Folded.of(raw).length() > LONGEST) {
            return Optional.empty();
        }
        Section section = new Section(tool(raw), Statement.find(raw));
        return section.tool().isPresent() || section.indicator().isPresent() ? Optional.of(section) : Optional.empty();
    }

    /** The one tool a short text names; empty where it names none, or several. */
    static Optional<Tool> tool(String raw) {
        String folded = Folded.of(raw);
        List<Tool> tools = new ArrayList<>();
        NAMES.forEach((name, tool) -> {
            if (!tools.contains(tool) && names(folded, name)) {
                tools.add(tool);
            }
        });
        return tools.size() == 1 ? Optional.of(tools.get(0)) : Optional.empty();
    }

    private static boolean names(String folded, String name) {
        for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean latin = name.charAt(0) < 128;
            boolean partOfWord = latin && (latinAt(folded, at - 1) || latinAt(folded, end));
            if (!partOfWord) {
                return true;
            }
        }
        return false;
    }

    private static boolean latinAt(String folded, int at) {
        return at >= 0 && at < folded.length() && folded.charAt(at) >= 'a' && folded.charAt(at) <= 'z';
    }

    Optional<IndicatorHeading> heading(CellText cell, Optional<Tool> under) {
        return indicator.map(statement -> statement.heading(cell, tool.or(() -> under)));
    }
}
