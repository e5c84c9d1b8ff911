package tidtam.facts;

import java.util.List;

/**
 * A finding as it is reported: weighed, addressed and identified.
 *
 * @param divisions the divisions it concerns, sorted; empty where none is known
 * @param fingerprint identifies the finding across runs
 */
public record ReportedFinding(Finding finding, Severity severity, List<String> divisions, String fingerprint) {}
