package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import tidtam.facts.Division;

/** Reads a workbook, {@code .xlsx} or {@code .xls}, whatever its name says. */
public final class WorkbookReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private WorkbookReader() {}

    /** The plan that a workbook's bytes hold, or why nothing can be read. The same bytes always give an equal reading. */
    public static Reading read(byte[] workbook) {
        return read(workbook, List.of());
    }

    /**
     * The same.
     *
     * @param divisions the agency's, where the workbook has no list of its own
     */
    public static Reading read(byte[] workbook, List<Division> divisions) {
        try {
            return PlanReader.read(grids(workbook), divisions);
        } catch (UnreadableException e) {
            return new Reading.Unreadable(e.why());
        }
    }

    /** The plan that sheets hold, read as those of a workbook are. */
    public static Reading read(List<SheetTexts> sheets) {
        SheetGrid.TextBudget budget = new SheetGrid.TextBudget();
        List<SheetGrid> grids = new ArrayList<>();
        try {
            for (SheetTexts sheet : sheets) {
                grids.add(sheet.grid(budget));
            }
            return PlanReader.read(new WorkbookGrids(grids, List.of()), List.of());
        } catch (UnreadableException e) {
            return new Reading.Unreadable(e.why());
        }
    }

    static WorkbookGrids grids(byte[] workbook) throws UnreadableException {
        if (workbook.length == 0) {
            throw new UnreadableException(Reading.Why.EMPTY_FILE);
        }
        if (workbook.length > WorkbookLimits.FILE) {
            throw new UnreadableException(Reading.Why.TOO_LARGE);
        }
        if (startsWith(workbook, ZIP)) {
            return XlsxFile.read(workbook);
        }
        if (startsWith(workbook, OLE2)) {
            return XlsFile.read(workbook);
        }
        throw new UnreadableException(Reading.Why.NOT_A_WORKBOOK);
    }

    /** Whether it is in the binary format of Excel 97–2003. */
    static boolean old(byte[] workbook) {
        return startsWith(workbook, OLE2);
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && java.util.Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }
}
