package tidtam.facts;

import java.util.List;

/**
 * A measure plan as read from a workbook.
 *
 * @param titleLines the lines above the measures, as printed; none where the working form's general sheet stands for them
 * @param sections the rows between the measures, as printed
 * @param headings the section headings that state an indicator, whether or not rows follow
 * @param records what the working form holds beside the measures
 * @param complete whether every sheet that holds a measure table or the report log was read to its end
 */
public record Plan(
        PlanTitle title,
        List<CellText> titleLines,
        List<SectionRow> sections,
        List<PlannedMeasure> measures,
        List<IndicatorHeading> headings,
        AgencyRecords records,
        boolean complete) {
    /** A plan of which nothing but the measures matters. */
    public Plan(
            PlanTitle title,
            List<PlannedMeasure> measures,
            List<IndicatorHeading> headings,
            AgencyRecords records,
            boolean complete) {
        this(title, List.of(), List.of(), measures, headings, records, complete);
    }
}
