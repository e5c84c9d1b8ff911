package tidtam.facts;

import java.util.List;

/**
 * The assessment's framework of one fiscal year: its indicators and the items that belong to them.
 *
 * @param fiscalYear Buddhist
 * @param source where the data comes from
 */
public record Framework(int fiscalYear, String source, List<Indicator> indicators, List<FrameworkItem> items) {}
