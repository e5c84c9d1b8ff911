package tidtam.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tidtam.facts.CellText;
import tidtam.facts.Fact;
import tidtam.facts.Framework;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.PlacedItems;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.PresentIndicator;
import tidtam.facts.StatedIndicator;
import tidtam.facts.StatedItem;
import tidtam.facts.Tool;

/**
 * The plan's numbers and items laid beside the framework's.
 *
 * @param facts what the numbering rules are given
 * @param indicators the indicator each measure belongs to: that of its item, else the one stated for it; measures with neither are not
 *     keys
 */
record Numbering(List<Fact> facts, Map<MeasureId, Integer> indicators) {

    static Numbering of(Plan plan, Framework framework) {
        return new Reader(plan, framework).read();
    }

    /** Headings that say the same over rows of one section are one statement, wherever the rows stand. */
    private record Statement(Optional<CellText> heading, Optional<Tool> section, int number, int titleOf) {}

    /** Where a statement stands first, and the rows it governs. */
    private record Stated(CellText where, List<Measure> rows) {}

    private record Placement(int indicator, int under, IndicatorHeading heading) {}

    private static final class Reader {
        private final Plan plan;
        private final Map<Integer, Tool> tools = new HashMap<>();
        private final Map<String, Integer> items = new HashMap<>();
        private final Map<String, OptionalInt> titles = new HashMap<>();
        private final Framework framework;

        Reader(Plan plan, Framework framework) {
            this.plan = plan;
            this.framework = framework;
            framework.indicators().forEach(indicator -> tools.put(indicator.number(), indicator.tool()));
            framework.items().forEach(item -> items.put(item.code(), item.indicator()));
        }

        Numbering read() {
            Map<MeasureId, Integer> indicators = new TreeMap<>();
            Map<Statement, Stated> statements = new LinkedHashMap<>();
            Map<Placement, List<Measure>> placements = new LinkedHashMap<>();
            Map<Integer, Fact> present = new TreeMap<>();
            List<Fact> facts = new ArrayList<>();

            for (IndicatorHeading heading : plan.headings()) {
                statements.computeIfAbsent(
                        statement(heading, false), fresh -> new Stated(heading.statedIn(), new ArrayList<>()));
                markPresent(heading, present);
            }
            for (PlannedMeasure planned : plan.measures()) {
                Measure measure = planned.measure();
                Optional<Integer> item = measure.code().map(items::get);
                measure.heading().ifPresent(heading -> {
                    boolean own = !plan.headings().contains(heading);
                    statements
                            .computeIfAbsent(
                                    statement(heading, own), fresh -> new Stated(heading.statedIn(), new ArrayList<>()))
                            .rows()
                            .add(measure);
                    markPresent(heading, present);
                    int under = effective(heading);
                    indicators.put(measure.id(), item.orElse(under));
                    item.ifPresent(belongs -> placements
                            .computeIfAbsent(new Placement(belongs, under, heading), fresh -> new ArrayList<>())
                            .add(measure));
                });
                item.ifPresent(belongs -> {
                    facts.add(new StatedItem(measure.code().orElseThrow()));
                    indicators.putIfAbsent(measure.id(), belongs);
                    present.put(belongs, new PresentIndicator(belongs));
                });
            }
            statements.forEach((statement, stated) -> statement
                    .section()
                    .or(() -> Optional.ofNullable(tools.get(statement.number())))
                    .ifPresent(section -> facts.add(new StatedIndicator(
                            stated.where(), section, statement.number(), statement.titleOf(), ids(stated.rows())))));
            placements.forEach((placement, rows) -> facts.add(new PlacedItems(
                    rows.get(0).issue(),
                    rows.stream().map(measure -> measure.code().orElseThrow()).toList(),
                    placement.indicator(),
                    placement.under(),
                    placement.heading().statedIn(),
                    ids(rows))));
            facts.addAll(present.values());
            facts.addAll(framework.indicators());
            facts.addAll(framework.items());
            return new Numbering(facts, indicators);
        }

        private Statement statement(IndicatorHeading heading, boolean own) {
            return new Statement(
                    own ? Optional.empty() : Optional.of(heading.statedIn()),
                    heading.section(),
                    heading.number(),
                    titleOf(heading).orElse(heading.number()));
        }

        /** The stated number where the tool has it, else the indicator whose title stands there. */
        private int effective(IndicatorHeading heading) {
            return validNumber(heading) ? heading.number() : titleOf(heading).orElse(heading.number());
        }

        private boolean validNumber(IndicatorHeading heading) {
            Tool tool = tools.get(heading.number());
            return tool != null && heading.section().map(tool::equals).orElse(true);
        }

        private OptionalInt titleOf(IndicatorHeading heading) {
            return titles.computeIfAbsent(heading.title(), title -> TitleMatch.of(title, framework));
        }

        private void markPresent(IndicatorHeading heading, Map<Integer, Fact> present) {
            if (validNumber(heading)) {
                present.put(heading.number(), new PresentIndicator(heading.number()));
            }
            titleOf(heading).ifPresent(number -> present.put(number, new PresentIndicator(number)));
        }

        private static List<MeasureId> ids(List<Measure> rows) {
            return rows.stream().map(Measure::id).toList();
        }
    }
}
