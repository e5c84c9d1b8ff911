package tidtam.facts;

/** The steps or the deadline column require that something is published ({@code เผยแพร่}, {@code ลงเว็บไซต์}). */
public record Publication(MeasureId measure, CellText statedIn) implements Fact {}
