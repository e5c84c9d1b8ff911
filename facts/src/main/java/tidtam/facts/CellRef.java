package tidtam.facts;

import java.util.Comparator;

/**
 * A cell's address.
 *
 * @param sheet the sheet's name as the workbook spells it
 * @param row zero-based
 * @param column zero-based
 */
public record CellRef(String sheet, int row, int column) implements Comparable<CellRef> {
    private static final Comparator<CellRef> ORDER =
            Comparator.comparing(CellRef::sheet).thenComparing(CellRef::row).thenComparing(CellRef::column);

    /** The address as a person reads it in the spreadsheet program, such as {@code มาตรการ!A24}. */
    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return sheet + "!" + letters + (row + 1);
    }

    @Override
    public int compareTo(CellRef other) {
        return ORDER.compare(this, other);
    }
}
