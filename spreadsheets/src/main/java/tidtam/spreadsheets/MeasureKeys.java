package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tidtam.facts.Column;
import tidtam.facts.Folded;

/**
 * The keys that identify measures from one run to the next: the code; {@code =} and the folded issue text where there is no code;
 * both where the code is repeated; and {@code #} and an ordinal where all that is repeated too. The ordinal counts equal rows by
 * their other cells, not by their place. Neither moved rows nor digit script nor the forms of {@code ำ} change a key.
 */
final class MeasureKeys {
    private MeasureKeys() {}

    /** The rows' keys, in the order of the rows; no two are equal. */
    static List<String> keys(List<TableRow> rows, List<Optional<String>> codes) {
        Map<String, Long> uses = codes.stream()
                .flatMap(Optional::stream)
                .map(MeasureKeys::escaped)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> keys = new ArrayList<>();
        Map<String, List<Integer>> equal = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String code = codes.get(i).map(MeasureKeys::escaped).orElse("");
            boolean alone = uses.getOrDefault(code, 0L) == 1;
            keys.add(alone ? code : code + "=" + escaped(rows.get(i).issue().raw()));
            equal.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(i);
        }
        equal.values().stream().filter(same -> same.size() > 1).forEach(same -> number(same, rows, keys));
        return keys;
    }

    private static void number(List<Integer> same, List<TableRow> rows, List<String> keys) {
        Map<Integer, String> others = same.stream().collect(Collectors.toMap(i -> i, i -> otherCells(rows.get(i))));
        List<Integer> ordered = same.stream()
                .sorted(Comparator.<Integer, String>comparing(
                                i -> Optional.ofNullable(others.get(i)).orElse(""))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        IntStream.range(0, ordered.size())
                .forEach(n -> keys.set(ordered.get(n), keys.get(ordered.get(n)) + "#" + (n + 1)));
    }

    private static String otherCells(TableRow row) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey() != Column.ISSUE)
                .map(cell -> Folded.of(cell.getValue().raw()))
                .collect(Collectors.joining("\n"));
    }

    /** Folded, with the two marks of this class doubled, so that a text can never pass for a key made of parts. */
    private static String escaped(String text) {
        return Folded.of(text).replace("=", "==").replace("#", "##");
    }
}
