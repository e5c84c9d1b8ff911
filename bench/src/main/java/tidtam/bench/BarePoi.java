package tidtam.bench;

import java.io.File;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** The least that opening a workbook costs: the user model, and a count of its cells. */
final class BarePoi {
    private BarePoi() {}

    public static void main(String[] args) throws IOException {
        int cells = 0;
        try (Workbook workbook = WorkbookFactory.create(new File(args[0]), null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    cells += row.getPhysicalNumberOfCells();
                }
            }
        }
        System.out.println(cells);
    }
}
