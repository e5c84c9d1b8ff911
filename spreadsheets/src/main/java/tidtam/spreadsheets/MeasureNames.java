package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.Folded;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;

/**
 * Finds the measure that a text names: by its item or own code, by its number in the plan, or by its issue text or a clear beginning of
 * it. What fits several measures names none.
 */
final class MeasureNames {
    private static final int SHORTEST_BEGINNING = 8;
    private static final Pattern NUMBER = FoldedPattern.of("^(?:มาตรการ|ลำดับ|ข้อ)?(?:ที่)?(\\d{1,5})[.)]?$");
    private static final Pattern CODE_NUMBER = Pattern.compile("^[a-z]+0*(\\d{1,5})$");
    private static final Pattern CUT_SHORT = Pattern.compile("[.…ฯ]+$");

    private final int count;
    private final Map<String, Set<MeasureId>> codes = new HashMap<>();
    private final Map<Integer, Set<MeasureId>> numbers = new HashMap<>();
    private final TreeMap<String, Set<MeasureId>> texts = new TreeMap<>();
    private final Map<String, Optional<MeasureId>> known = new HashMap<>();

    /** @param rows those of the measures, in their order */
    MeasureNames(List<TableRow> rows, List<Measure> measures) {
        count = measures.size();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            measure.code().ifPresent(code -> code(code, measure.id()));
            IssueText.ownCode(rows.get(i).code()).ifPresent(code -> code(code, measure.id()));
            for (String text : List.of(measure.issue().raw(), measure.title())) {
                String folded = Folded.of(text);
                if (!folded.isEmpty()) {
                    texts.computeIfAbsent(folded, k -> new TreeSet<>()).add(measure.id());
                }
            }
        }
    }

    private void code(String code, MeasureId measure) {
        String folded = Folded.of(code);
        codes.computeIfAbsent(folded, k -> new TreeSet<>()).add(measure);
        Matcher number = CODE_NUMBER.matcher(folded);
        if (number.find()) {
            numbers.computeIfAbsent(Integer.valueOf(number.group(1)), k -> new TreeSet<>())
                    .add(measure);
        }
    }

    /** The one measure that a text names. */
    Optional<MeasureId> find(String text) {
        Optional<MeasureId> found = known.get(text);
        if (found == null) {
            found = only(fitting(text));
            known.put(text, found);
        }
        return found;
    }

    private static Optional<MeasureId> only(Set<MeasureId> measures) {
        return measures.size() == 1 ? measures.stream().findFirst() : Optional.empty();
    }

    private Set<MeasureId> fitting(String text) {
        String folded = CUT_SHORT.matcher(Folded.of(text)).replaceFirst("");
        if (folded.isEmpty()) {
            return Set.of();
        }
        Set<MeasureId> coded = IssueText.ownCode(text)
                .map(code -> codes.getOrDefault(Folded.of(code), Set.of()))
                .orElse(Set.of());
        if (!coded.isEmpty()) {
            return coded;
        }
        Matcher number = NUMBER.matcher(folded);
        if (number.find()) {
            return numbered(Integer.parseInt(number.group(1)));
        }
        Set<MeasureId> named = texts(folded);
        IssueText issue = IssueText.of(text);
        Set<MeasureId> byCode = issue.code()
                .map(code -> codes.getOrDefault(Folded.of(code), Set.of()))
                .orElse(Set.of());
        if (byCode.isEmpty()) {
            return named;
        }
        Set<MeasureId> titled = named.isEmpty() ? texts(Folded.of(issue.title())) : named;
        Set<MeasureId> both = new TreeSet<>(byCode);
        if (!titled.isEmpty()) {
            both.retainAll(titled);
        }
        return both;
    }

    /** A bare number is the measure's own or its place, where both are one measure. */
    private Set<MeasureId> numbered(int number) {
        Set<MeasureId> measures = new TreeSet<>(codes.getOrDefault(String.valueOf(number), Set.of()));
        if (measures.isEmpty()) {
            measures.addAll(numbers.getOrDefault(number, Set.of()));
            if (number >= 1 && number <= count) {
                measures.add(new MeasureId(number));
            }
        }
        return measures;
    }

    private Set<MeasureId> texts(String folded) {
        Set<MeasureId> equal = texts.getOrDefault(folded, Set.of());
        if (!equal.isEmpty() || folded.length() < SHORTEST_BEGINNING) {
            return equal;
        }
        Set<MeasureId> beginning = new TreeSet<>();
        new ArrayList<>(texts.subMap(folded, folded + '\uFFFF').values()).forEach(beginning::addAll);
        return beginning;
    }
}
