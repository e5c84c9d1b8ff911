package tidtam.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.Round;

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

    /** One for each finding, in the order given; lowercase hexadecimal. */
    List<String> of(List<Finding> findings) {
        List<String> identities = findings.stream().map(this::identity).toList();
        identities = unequal(
                identities,
                findings.stream()
                        .map(finding ->
                                Folded.of(finding.cell().map(CellText::quote).orElse("")))
                        .toList());
        Map<String, Integer> seen = new HashMap<>();
        List<String> fingerprints = new ArrayList<>();
        for (String identity : identities) {
            int ordinal = seen.merge(identity, 1, Integer::sum);
            fingerprints.add(hash(ordinal == 1 ? identity : identity + "\n" + ordinal));
        }
        return fingerprints;
    }

    private String identity(Finding finding) {
        String subject = finding.measures().isEmpty()
                ? finding.values().map().toString()
                : finding.measures().stream().map(keys::get).sorted().collect(Collectors.joining("\u001f"));
        String period = finding.values().find("period").map(Object::toString).orElse("");
        return String.join("\n", plan, finding.rule(), subject, finding.duty().orElse(""), period);
    }

    /** Where several are equal, the further text is added to each of them. */
    private static List<String> unequal(List<String> identities, List<String> further) {
        Map<String, Long> counts =
                identities.stream().collect(Collectors.groupingBy(identity -> identity, Collectors.counting()));
        List<String> apart = new ArrayList<>();
        for (int i = 0; i < identities.size(); i++) {
            String identity = identities.get(i);
            apart.add(counts.getOrDefault(identity, 1L) == 1 ? identity : identity + "\n" + further.get(i));
        }
        return apart;
    }

    private static String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
