package tidtam.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import tidtam.facts.CellProblem;

/** Reads the binary {@code .xls} of Excel 97–2003 with POI. */
final class XlsFile {
    private final HSSFWorkbook workbook;
    private final boolean since1904;
    private final Map<String, NumberFormat> formats = new HashMap<>();

    private XlsFile(HSSFWorkbook workbook) {
        this.workbook = workbook;
        this.since1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    /** The sheets of a workbook, in their order. */
    static WorkbookGrids read(byte[] file) throws UnreadableException {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            if (ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableException(Reading.Why.ENCRYPTED);
            }
            if (!ole.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !ole.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new UnreadableException(Reading.Why.NOT_A_WORKBOOK);
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(ole)) {
                return new XlsFile(workbook).grids();
            }
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(Reading.Why.ENCRYPTED, e);
        } catch (OldExcelFormatException e) {
            throw new UnreadableException(Reading.Why.NOT_A_WORKBOOK, e);
        } catch (IOException | RuntimeException e) {
            // POI reports broken records with whatever exception they happen to cause.
            throw new UnreadableException(Reading.Why.DAMAGED, e);
        }
    }

    private WorkbookGrids grids() throws UnreadableException {
        SheetGrid.TextBudget budget = new SheetGrid.TextBudget();
        List<SheetGrid> grids = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            grids.add(grid(workbook.getSheetAt(i), hidden, budget));
        }
        return new WorkbookGrids(grids, List.of());
    }

    private SheetGrid grid(HSSFSheet sheet, boolean hidden, SheetGrid.TextBudget budget) throws UnreadableException {
        SheetGrid.Builder grid = new SheetGrid.Builder(CellCharacters.clean(sheet.getSheetName()), hidden, budget);
        for (Row row : sheet) {
            if (row.getZeroHeight() || row.getHeight() == 0) {
                grid.hide(row.getRowNum());
            }
            for (Cell cell : row) {
                grid.text(cell.getRowIndex(), cell.getColumnIndex(), shown((HSSFCell) cell));
                if (type(cell) == CellType.ERROR) {
                    grid.problem(
                            CellProblem.Code.FORMULA_ERROR, cell.getRowIndex(), cell.getColumnIndex(), error(cell));
                }
            }
        }
        for (HSSFHyperlink link : sheet.getHyperlinkList()) {
            if (link.getAddress() != null) {
                grid.link(link.getFirstRow(), link.getFirstColumn(), link.getAddress());
            }
        }
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            grid.merge(new SheetGrid.Area(
                    merge.getFirstRow(), merge.getFirstColumn(), merge.getLastRow(), merge.getLastColumn()));
        }
        return grid.build();
    }

    private String shown(HSSFCell cell) {
        return switch (type(cell)) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> format(cell).text(cell.getNumericCellValue(), since1904);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> error(cell);
            default -> "";
        };
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static String error(Cell cell) {
        byte code = cell.getErrorCellValue();
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
    }

    private NumberFormat format(HSSFCell cell) {
        int id = cell.getCellStyle().getDataFormat();
        String code = cell.getCellStyle().getDataFormatString();
        return id < 164 || code == null ? NumberFormat.builtIn(id) : formats.computeIfAbsent(code, NumberFormat::of);
    }
}
