package tidtam.facts;

import java.util.Optional;

/**
 * One row of the plan.
 *
 * @param key what identifies the measure in every run: its item id or own code, with the folded issue text where that is absent or
 *     repeated; unique within a plan
 * @param code the item ({@code E5}) or the agency's own code
 * @param title the issue text without number or code, on one line
 * @param section the tool under whose heading the row stands
 * @param heading the indicator stated in the measure's own text, else by a row above it that it inherits from, else by the section's
 *     heading
 * @param ownHeading whether {@code heading} stands in the measure's own text
 */
public record Measure(
        MeasureId id,
        String key,
        Optional<String> code,
        String title,
        CellText issue,
        Optional<Tool> section,
        Optional<IndicatorHeading> heading,
        boolean ownHeading)
        implements Fact {}
