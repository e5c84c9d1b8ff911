package tidtam.spreadsheets.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Row heights that show wrapped texts whole: not every program measures them when it opens a workbook. */
final class RowHeights {
    private static final float LINE = 24;
    private static final float PADDING = 4;

    /** The height of a row of one line. */
    static final float ONE_LINE = LINE + PADDING;

    private static final float MOST = 409;
    private static final double UNITS = 256;

    /** How much of a line is filled before the next word no longer fits. */
    private static final double FILLED = 0.76;

    private RowHeights() {}

    /** Makes each row as high as the texts that begin in it need; the last row of a merged area takes what its text still lacks. */
    static void fit(XSSFSheet sheet) {
        Map<CellAddress, CellRangeAddress> areas = new HashMap<>();
        List<CellRangeAddress> merged = sheet.getMergedRegions();
        merged.forEach(area -> areas.put(new CellAddress(area.getFirstRow(), area.getFirstColumn()), area));
        for (Row row : sheet) {
            float height = ONE_LINE;
            for (Cell cell : row) {
                CellRangeAddress area = areas.getOrDefault(cell.getAddress(), alone(cell));
                if (area.getFirstRow() == area.getLastRow()) {
                    height = Math.max(height, needed(sheet, cell, area));
                }
            }
            set(row, height);
        }
        for (CellRangeAddress area : merged) {
            if (area.getFirstRow() < area.getLastRow()) {
                float lacking = needed(sheet, sheet.getRow(area.getFirstRow()).getCell(area.getFirstColumn()), area);
                for (int r = area.getFirstRow(); r < area.getLastRow(); r++) {
                    lacking -= sheet.getRow(r).getHeightInPoints();
                }
                Row last = sheet.getRow(area.getLastRow());
                set(last, Math.max(last.getHeightInPoints(), lacking));
            }
        }
    }

    /** A height that the spreadsheet program may still fit to what is typed later. */
    private static void set(Row row, float height) {
        row.setHeightInPoints(Math.min(MOST, height));
        ((XSSFRow) row).getCTRow().setCustomHeight(false);
    }

    private static CellRangeAddress alone(Cell cell) {
        int row = cell.getRowIndex();
        return new CellRangeAddress(row, row, cell.getColumnIndex(), cell.getColumnIndex());
    }

    private static float needed(XSSFSheet sheet, Cell cell, CellRangeAddress area) {
        if (cell.getCellType() != CellType.STRING || !cell.getCellStyle().getWrapText()) {
            return cell.getSheet()
                            .getWorkbook()
                            .getFontAt(cell.getCellStyle().getFontIndex())
                            .getFontHeightInPoints()
                    * LINE
                    / FormStyles.SIZE;
        }
        double width = 0;
        for (int c = area.getFirstColumn(); c <= area.getLastColumn(); c++) {
            width += sheet.getColumnWidth(c) / UNITS * FILLED;
        }
        int lines = 0;
        for (String line : cell.getStringCellValue().split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(letters(line) / width));
        }
        return lines * LINE + PADDING;
    }

    /** The letters that take up room; Thai vowels and tone marks above and below the line do not. */
    private static long letters(String line) {
        return line.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
