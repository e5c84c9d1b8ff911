package tidtam.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Round;
import tidtam.facts.Sha256;
import tidtam.facts.Values;

/**
 * What identifies findings across runs: agency, fiscal year and round, rule, measure key, duty, period and, where still equal, the
 * folded quote. They do not change when rows move, blank rows appear, or digits switch script, and are unique within a run.
 */
final class Fingerprints {
    private static final int BYTES = 16;

    private final Map<MeasureId, String> keys;
    private final String plan;

    Fingerprints(String agency, Round round, Map<MeasureId, String> keys) {
        this.keys = keys;
        this.plan = Folded.of(agency) + "\n" + round;
    }

    /** The same findings, each once, with what identifies them: lowercase hexadecimal. */
    List<ReportedFinding> stamped(List<ReportedFinding> sorted) {
        List<ReportedFinding> findings = new ArrayList<>(sorted.size());
        Map<String, Integer> counts = new HashMap<>();
        List<String> identities = new ArrayList<>(sorted.size());
        for (ReportedFinding one : sorted) {
            if (findings.isEmpty() || !findings.get(findings.size() - 1).equals(one)) {
                String identity = identity(one.finding());
                findings.add(one);
                identities.add(identity);
                counts.merge(identity, 1, Integer::sum);
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            ReportedFinding one = findings.get(i);
            String identity = identities.get(i);
            if (counts.getOrDefault(identity, 1) > 1) {
                identity += "\n"
                        + Folded.of(one.finding().cell().map(CellText::quote).orElse(""));
                int ordinal = seen.merge(identity, 1, Integer::sum);
                identity += ordinal == 1 ? "" : "\n" + ordinal;
            }
            findings.set(
                    i, new ReportedFinding(one.finding(), one.severity(), one.divisions(), Sha256.of(identity, BYTES)));
        }
        return List.copyOf(findings);
    }

    private String identity(Finding finding) {
        String subject = finding.measures().isEmpty()
                ? unplaced(finding.values()).toString()
                : finding.measures().stream().map(keys::get).sorted().collect(Collectors.joining("\u001f"));
        String period = finding.values().find("period").map(Object::toString).orElse("");
        return String.join("\n", plan, finding.rule(), subject, finding.duty().orElse(""), period);
    }

    /** Without the cells, which change when rows move. */
    private static SortedMap<String, Object> unplaced(Values values) {
        SortedMap<String, Object> kept = new TreeMap<>(values.map());
        kept.values()
                .removeIf(value -> value instanceof CellRef
                        || (value instanceof List<?> many
                                && !many.isEmpty()
                                && many.stream().allMatch(CellRef.class::isInstance)));
        return kept;
    }
}
