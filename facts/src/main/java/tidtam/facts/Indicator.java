package tidtam.facts;

import java.util.List;

/**
 * An indicator of the assessment.
 *
 * @param titles its title, then the titles of its parts (9.1 …)
 */
public record Indicator(int number, Tool tool, List<String> titles) implements Fact {}
