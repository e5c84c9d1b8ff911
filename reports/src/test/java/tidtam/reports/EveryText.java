package tidtam.reports;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.CellText;
import tidtam.facts.RuleInfo;
import tidtam.facts.Values;

/** A result in which every text is another one: those of cells, sheets, paths, settings and rules. Rules' ids and what the program computes stay. */
final class EveryText {
    private static final Set<String> OWN = Set.of("rule", "sha256", "rulesDigest", "tidtam", "fingerprint", "hash");

    private final UnaryOperator<String> change;

    private EveryText(UnaryOperator<String> change) {
        this.change = change;
    }

    /**
     * @param change gives equal texts for equal ones, and different ones for different ones
     */
    static CheckResult of(CheckResult result, UnaryOperator<String> change) {
        return (CheckResult) new EveryText(change).changed(result);
    }

    private Object changed(Object value) {
        if (value instanceof String text) {
            return change.apply(text);
        } else if (value instanceof Optional<?> maybe) {
            return maybe.map(this::changed);
        } else if (value instanceof CellText text) {
            return CellText.of((tidtam.facts.CellRef) changed(text.cell()), change.apply(text.raw()));
        } else if (value instanceof Values values) {
            return values(values);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> changed = map instanceof SortedMap ? new TreeMap<>() : new LinkedHashMap<>();
            map.forEach((key, one) -> changed.put(key instanceof String ? key : changed(key), changed(one)));
            return changed;
        } else if (value instanceof Collection<?> many) {
            Stream<Object> changed = many.stream().map(this::changed);
            return value instanceof SortedSet
                    ? changed.collect(Collectors.toCollection(TreeSet::new))
                    : value instanceof Set ? changed.collect(Collectors.toSet()) : changed.toList();
        }
        return value instanceof Record one ? record(one) : value;
    }

    private Values values(Values values) {
        Values changed = Values.none();
        for (Map.Entry<String, Object> one : values.map().entrySet()) {
            changed = changed.with(
                    one.getKey(), one.getKey().equals("variant") ? one.getValue() : changed(one.getValue()));
        }
        return changed;
    }

    private Record record(Record one) {
        RecordComponent[] components = one.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(one);
                values[i] = programs(one, components[i].getName()) ? value : changed(value);
            }
            Class<?>[] types =
                    List.of(components).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> made = one.getClass().getDeclaredConstructor(types);
            return made.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(one.getClass().getName(), e);
        }
    }

    private static boolean programs(Record one, String component) {
        return OWN.contains(component) || (one instanceof RuleInfo && component.equals("id"));
    }
}
