package tidtam.facts;

/**
 * A division as a cell names it.
 *
 * @param name the name in the agency's list, or as read where it is in none
 * @param listed whether the agency's own list has it
 */
public record NamedDivision(MeasureId measure, String name, CellText text, boolean listed) implements Fact {}
