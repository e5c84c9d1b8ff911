package tidtam.facts;

import java.util.List;

/**
 * Who is responsible for a measure.
 *
 * @param everyDivision {@code ทุกสำนัก/กอง} or {@code บุคลากร…ทุกตำแหน่ง}
 * @param divisions the divisions named, in the order of the text
 * @param actors people named by position, who are not divisions
 */
public record Responsible(
        MeasureId measure,
        CellText statedIn,
        boolean everyDivision,
        List<NamedDivision> divisions,
        List<String> actors) {}
