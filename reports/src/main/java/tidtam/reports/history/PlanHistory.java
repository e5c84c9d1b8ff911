package tidtam.reports.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of one plan's findings.
 *
 * @param before the as-of date of the run that this one is compared with; empty for the first
 * @param sightings those found, in the evaluation's order, then those settled or absent, by fingerprint
 * @param trend one point for each as-of date, oldest first, this run's last
 */
public record PlanHistory(Optional<LocalDate> before, List<Sighting> sightings, List<Point> trend) {
    /** How many findings, those waived apart, a plan had on one day. */
    public record Point(LocalDate asOf, int errors, int warnings, int infos, int waived) {}

    /** The sightings in one state. */
    public List<Sighting> in(Lifecycle state) {
        return sightings.stream().filter(one -> one.state() == state).toList();
    }

    /** What was found, settled or lost of sight, by fingerprint. */
    public Map<String, Sighting> byFingerprint() {
        return sightings.stream()
                .collect(Collectors.toMap(Sighting::fingerprint, one -> one, (one, same) -> one, TreeMap::new));
    }
}
