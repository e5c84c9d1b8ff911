package tidtam.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule saw, by name, for the sentence that is written later. A value is a {@link String}, {@link Integer},
 * {@link LocalDate}, {@link Period}, {@link CellRef}, an enum, or a list of those. Immutable.
 */
public final class Values {
    private static final Values NONE = new Values(new TreeMap<>());

    private final SortedMap<String, Object> map;

    private Values(SortedMap<String, Object> map) {
        this.map = map;
    }

    public static Values none() {
        return NONE;
    }

    public static Values of(String name, Object value) {
        return NONE.with(name, value);
    }

    /** These values and one more. A list is kept in the order given. */
    public Values with(String name, Object value) {
        TreeMap<String, Object> more = new TreeMap<>(map);
        more.put(name, known(value instanceof Collection<?> many ? List.copyOf(many) : value));
        return new Values(more);
    }

    public Optional<Object> find(String name) {
        return Optional.ofNullable(map.get(name));
    }

    /** By name, sorted. */
    public SortedMap<String, Object> map() {
        return Collections.unmodifiableSortedMap(map);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Values values && map.equals(values.map);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(map);
    }

    @Override
    public String toString() {
        return map.toString();
    }

    private static Object known(Object value) {
        boolean known = value instanceof String
                || value instanceof Integer
                || value instanceof LocalDate
                || value instanceof Period
                || value instanceof CellRef
                || value instanceof Enum<?>
                || value instanceof List<?>;
        if (!known) {
            throw new IllegalArgumentException("a value of " + value.getClass());
        }
        if (value instanceof List<?> many) {
            many.forEach(Values::known);
        }
        return value;
    }
}
