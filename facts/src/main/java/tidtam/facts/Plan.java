package tidtam.facts;

import java.util.List;

/**
 * A measure plan as read from a workbook.
 *
 * @param headings the section headings that state an indicator, whether or not rows follow
 * @param records what the working form holds beside the measures
 * @param complete whether every sheet that holds a measure table or the report log was read to its end
 */
public record Plan(
        PlanTitle title,
        List<PlannedMeasure> measures,
        List<IndicatorHeading> headings,
        AgencyRecords records,
        boolean complete) {}
