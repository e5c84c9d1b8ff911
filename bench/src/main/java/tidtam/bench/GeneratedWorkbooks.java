package tidtam.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes plans of so many measures as workbooks: folder, how many workbooks, measures in each. */
final class GeneratedWorkbooks {
    private static final List<String> HEADER = List.of(
            "ประเด็นที่ต้องปรับปรุงแก้ไข/ ประเด็นที่ต้องพัฒนา",
            "ผู้รับผิดชอบ",
            "ขั้นตอนหรือวิธีการ/มาตรการ",
            "การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ",
            "การดำเนินการ");
    private static final List<String> OWNERS =
            List.of("ทุกสำนัก/กอง", "กองคลัง", "สำนักปลัด กองช่าง และกองการศึกษาฯ", "ผู้บริหาร สำนักปลัด");
    private static final List<String> DEADLINES = List.of(
            "๑. เจ้าหน้าที่ผู้รับผิดชอบรายงานการใช้จ่ายงบประมาณทุกไตรมาส ๒. เผยแพร่ลงในเว็บไซต์",
            "๑. เจ้าหน้าที่ดำเนินการอย่างสม่ำเสมอเป็นปัจจุบัน ๒. ผู้บริหารกำกับติดตามทุกเดือน",
            "รายงานการดำเนินการให้ประชาชนทราบภายใน ๑๕ วัน",
            "เจ้าหน้าที่รายงานผู้บริหารทุก ๖ เดือน ภายในเดือนเมษายน และเดือนตุลาคม ของทุกปี",
            "รายงานสรุปให้ผู้บริหารทราบ อย่างน้อยไตรมาสละ ๑ ครั้ง");
    private static final List<String> ACTIONS = List.of(
            "ดำเนินการแล้วเมื่อวันที่ %s มกราคม ๒๕๖๖ และเผยแพร่ลงเว็บไซต์",
            "ดำเนินการแล้วรายงานทุกสิ้นเดือน",
            "ดำเนินการแล้ว",
            "๑. กองคลังดำเนินการแล้ว เมื่อวันที่เดือน..... พ.ศ.",
            "ดำเนินการแล้วเมื่อวันที่ %s เดือนพฤศจิกายน พ.ศ. ๒๕๖๕ พร้อมทั้งรายงานทุกไตรมาส");

    private GeneratedWorkbooks() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            write(folder.resolve("แผน-" + i + ".xlsx"), Integer.parseInt(args[2]), new Random(i));
        }
    }

    private static void write(Path file, int measures, Random random) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("มาตรการ");
            heading(sheet, "รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน");
            heading(sheet, "(เดือนตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖)");
            heading(sheet, "เทศบาลตำบลทดสอบที่ " + random.nextInt(10_000));
            heading(sheet, "เครื่องมือการประเมิน IIT");
            row(sheet, HEADER);
            for (int n = 1; n <= measures; n++) {
                String day = String.valueOf(1 + random.nextInt(28));
                row(
                        sheet,
                        List.of(
                                "การปฏิบัติหน้าที่ให้บริการประชาชน เรื่องที่ " + n + " ตามคู่มือ",
                                one(OWNERS, random),
                                "๑. แต่งตั้งผู้รับผิดชอบ ๒. รายงานผู้บริหาร ๓. เผยแพร่ลงเว็บไซต์",
                                one(DEADLINES, random),
                                one(ACTIONS, random).replace("%s", day)));
            }
            workbook.write(out);
        }
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static void heading(Sheet sheet, String text) {
        int row = row(sheet, List.of(text));
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, HEADER.size() - 1));
    }

    private static int row(Sheet sheet, List<String> texts) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < texts.size(); column++) {
            row.createCell(column).setCellValue(texts.get(column));
        }
        return row.getRowNum();
    }
}
