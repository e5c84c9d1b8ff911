package tidtam.spreadsheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.spreadsheets.form.FormContents.OtherText;

/** The notes that people put to a workbook's cells. Read with POI's user model: no check needs them. */
final class CellNotes {
    private static final String UNREAD = "อ่านหมายเหตุประจำช่องของแฟ้มเดิมไม่ได้ โปรดตรวจในแฟ้มเดิม";

    private CellNotes() {}

    /** The notes by sheet and cell; where they cannot be read, one text that says so. */
    static List<OtherText> read(byte[] workbook) {
        List<OtherText> notes = new ArrayList<>();
        try (Workbook opened = open(workbook)) {
            for (Sheet sheet : opened) {
                sheet.getCellComments().forEach((cell, note) -> {
                    String text = CellCharacters.clean(text(note));
                    if (!CellCharacters.blank(text)) {
                        notes.add(new OtherText(
                                CellCharacters.clean(sheet.getSheetName()), cell + " (หมายเหตุประจำช่อง)", text));
                    }
                });
            }
        } catch (IOException | RuntimeException e) {
            // POI reports broken parts with whatever exception they happen to cause.
            notes.add(new OtherText("", "", UNREAD));
        }
        return notes;
    }

    private static Workbook open(byte[] workbook) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(workbook);
        return workbook[0] == 'P' ? new XSSFWorkbook(in) : new HSSFWorkbook(in);
    }

    private static String text(Comment note) {
        return note.getString() == null ? "" : note.getString().getString();
    }
}
