package tidtam.facts;

/**
 * A measure's place in its workbook.
 *
 * @param row 1 for the first measure; not a spreadsheet row
 */
public record MeasureId(int row) implements Comparable<MeasureId> {
    @Override
    public int compareTo(MeasureId other) {
        return Integer.compare(row, other.row);
    }
}
