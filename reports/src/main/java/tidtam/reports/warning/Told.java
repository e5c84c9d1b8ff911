package tidtam.reports.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tidtam.facts.Severity;

/**
 * What the recipients of a digest were told before.
 *
 * @param last the as-of date of the last mail; empty where there was none
 * @param known what was told, by fingerprint
 */
public record Told(Optional<LocalDate> last, Map<String, Known> known) {
    private static final Told NOTHING = new Told(Optional.empty(), Map.of());

    /**
     * An item that was told.
     *
     * @param since the as-of date of the mail that told it first
     * @param step the highest step of the ladder told
     * @param severity when it was told last
     * @param periods how many periods it left open when it was told last
     * @param plan the round of its plan
     * @param open false once a check no longer found it
     */
    public record Known(LocalDate since, OptionalInt step, Severity severity, int periods, String plan, boolean open) {}

    /** Nothing was ever told. */
    public static Told nothing() {
        return NOTHING;
    }

    /** What was told and is neither settled nor among these, by fingerprint. */
    Map<String, Known> without(List<Item> items) {
        Map<String, Known> rest = new TreeMap<>(known);
        rest.values().removeIf(one -> !one.open());
        items.forEach(item -> rest.remove(item.fingerprint()));
        return rest;
    }

    /** An item as it was told, if it was, and has not been settled since. */
    public Optional<Known> find(Item item) {
        return Optional.ofNullable(known.get(item.fingerprint())).filter(Known::open);
    }
}
