package tidtam.facts;

import java.util.List;
import java.util.stream.Stream;

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
        List<String> actors) {
    /**
     * The divisions responsible, sorted: those named, and where every division is, all.
     *
     * @param all every division of the plan
     */
    public List<String> among(List<String> all) {
        return Stream.concat(
                        everyDivision ? all.stream() : Stream.of(),
                        divisions.stream().map(NamedDivision::name))
                .distinct()
                .sorted()
                .toList();
    }
}
