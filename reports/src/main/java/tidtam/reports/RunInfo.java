package tidtam.reports;

import java.time.LocalDate;

/**
 * What one run of the program rests on.
 *
 * @param tidtam the program's version, such as {@code 0.1.0}
 * @param rulesDigest {@code sha256:} and the digest of the rules, added rules and parameters
 */
public record RunInfo(LocalDate asOf, String tidtam, String rulesDigest) {}
