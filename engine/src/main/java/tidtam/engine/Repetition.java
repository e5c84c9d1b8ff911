package tidtam.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Fact;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.RepeatedMeasure;
import tidtam.facts.RepeatedText;
import tidtam.facts.Status;

/** What stands more than once in a plan. */
final class Repetition {
    private Repetition() {}

    static List<Fact> of(List<PlannedMeasure> measures) {
        List<Fact> facts = new ArrayList<>();
        for (List<PlannedMeasure> same : groups(measures, Repetition::identity)) {
            // An issue cell merged down over several rows is one item, not a repeated one.
            if (same.stream().map(Repetition::issueCell).distinct().count() > 1) {
                facts.add(repeatedMeasure(same));
            }
        }
        for (List<PlannedMeasure> same : groups(measures, Repetition::actionText)) {
            CellText first = action(same.get(0)).statedIn();
            List<CellRef> cells = same.stream()
                    .map(planned -> action(planned).statedIn().cell())
                    .toList();
            facts.add(new RepeatedText(ids(same), same.size(), first, cells));
        }
        return facts;
    }

    private static RepeatedMeasure repeatedMeasure(List<PlannedMeasure> same) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (PlannedMeasure planned : same) {
            texts.putIfAbsent(
                    Folded.of(planned.measure().title()), planned.measure().title());
        }
        PlannedMeasure first = same.get(0);
        return new RepeatedMeasure(
                ids(same),
                first.measure().code().orElse(first.measure().title()),
                first.measure().issue(),
                same.stream().map(Repetition::issueCell).toList(),
                List.copyOf(texts.values()));
    }

    private static CellRef issueCell(PlannedMeasure planned) {
        return planned.measure().issue().cell();
    }

    private static String identity(PlannedMeasure planned) {
        return planned.measure()
                .code()
                .orElseGet(() -> Folded.of(planned.measure().title()));
    }

    private static String actionText(PlannedMeasure planned) {
        boolean says = planned.completion()
                .map(Completion::status)
                .filter(status -> status != Status.EMPTY && status != Status.NOT_APPLICABLE)
                .isPresent();
        return says
                ? Folded.of(Objects.requireNonNull(planned.cells().get(Column.ACTION))
                        .quote())
                : "";
    }

    private static Completion action(PlannedMeasure planned) {
        return planned.completion().orElseThrow();
    }

    /** The groups of two or more measures whose text is the same and not empty. */
    private static List<List<PlannedMeasure>> groups(
            List<PlannedMeasure> measures, Function<PlannedMeasure, String> text) {
        Map<String, List<PlannedMeasure>> groups = new LinkedHashMap<>();
        for (PlannedMeasure planned : measures) {
            groups.computeIfAbsent(text.apply(planned), fresh -> new ArrayList<>())
                    .add(planned);
        }
        groups.remove("");
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static List<MeasureId> ids(List<PlannedMeasure> same) {
        return same.stream().map(planned -> planned.measure().id()).toList();
    }
}
