package tidtam.facts;

import java.util.List;

/**
 * A measure plan as read from a workbook.
 *
 * @param headings the section headings that state an indicator, whether or not rows follow
 * @param divisions the agency's own list; empty where it gave none
 * @param complete whether every sheet that holds a measure table was read to its end
 */
public record Plan(
        PlanTitle title,
        List<PlannedMeasure> measures,
        List<IndicatorHeading> headings,
        List<Division> divisions,
        boolean complete) {}
