package tidtam.reports;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * What one run of the program rests on.
 *
 * @param tidtam the program's version, such as {@code 0.1.0}
 * @param rulesDigest {@code sha256:} and the digest of the rules, added rules and parameters
 * @param rulesOff why the agency turned a rule off, by its id
 */
public record RunInfo(LocalDate asOf, String tidtam, String rulesDigest, SortedMap<String, String> rulesOff) {}
