package tidtam.reports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many there are of each constant.
 *
 * @param counts every constant of the enum is a key
 */
public record Tally<E extends Enum<E>>(Map<E, Integer> counts) {
    public Tally {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** How often each constant occurs. */
    public static <E extends Enum<E>> Tally<E> of(Class<E> type, Stream<E> all) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counts.put(constant, 0);
        }
        all.forEach(one -> counts.merge(one, 1, Integer::sum));
        return new Tally<>(counts);
    }

    /** The sums of some tallies. */
    public static <E extends Enum<E>> Tally<E> sum(Class<E> type, Stream<Tally<E>> tallies) {
        Map<E, Integer> counts = new EnumMap<>(of(type, Stream.empty()).counts);
        tallies.forEach(tally -> tally.counts.forEach((one, count) -> counts.merge(one, count, Integer::sum)));
        return new Tally<>(counts);
    }

    /** How many there are of one constant. */
    public int of(E constant) {
        return counts.getOrDefault(constant, 0);
    }

    /** How many there are of all. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
