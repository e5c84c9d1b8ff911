package tidtam.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tidtam.facts.Severity;

/**
 * For how long findings may be waived.
 *
 * @param longestDays by the finding's weight, each weight once, both ends counted
 */
record WaiverSettings(Map<Severity, Integer> longestDays) {
    WaiverSettings {
        longestDays = Map.copyOf(longestDays);
    }

    /** As it is where the settings file does not say. */
    static WaiverSettings usual() {
        return new WaiverSettings(Map.of(Severity.ERROR, 90, Severity.WARNING, 180, Severity.INFO, 365));
    }

    /** With other days for some weights. */
    WaiverSettings with(Map<Severity, Integer> days) {
        Map<Severity, Integer> all = new EnumMap<>(longestDays);
        all.putAll(days);
        return new WaiverSettings(all);
    }

    /** The longest that a finding of this weight may be waived. */
    int longest(Severity severity) {
        return Objects.requireNonNull(longestDays.get(severity));
    }
}
