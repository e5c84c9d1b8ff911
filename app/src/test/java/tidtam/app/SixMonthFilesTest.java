package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.facts.Column;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.SectionRow;
import tidtam.spreadsheets.Reading;
import tidtam.spreadsheets.WorkbookReader;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;

/** The six-month reports, as the command writes them. */
class SixMonthFilesTest {
    @TempDir
    private Path folder;

    private List<String> written(String... inputs) throws IOException {
        Path out = folder.resolve("out");
        String[] words = Stream.concat(
                        Stream.of("check", "--as-of=2566-04-30", "--quiet", "--format=docx", "--out=" + out),
                        Stream.of(inputs))
                .toArray(String[]::new);
        Run run = Run.of(words);
        assertThat(run.exit()).as(run.err()).isIn(Exit.CLEAN, Exit.FOUND, Exit.PARTIAL);
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<XWPFTableRow> rows(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("out").resolve(name));
                XWPFDocument document = new XWPFDocument(in)) {
            return document.getTables().get(0).getRows();
        }
    }

    private static List<String> lines(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    @Test
    void one_input_gives_one_report_and_several_give_one_each() throws IOException {
        String plan = Run.sampleIn(folder, "แผน ๒๕๖๖.xlsx");
        assertThat(written(plan)).containsExactly("report.docx");

        String same = Run.sampleIn(Files.createDirectories(folder.resolve("อื่น")), "แผน ๒๕๖๖.xlsx");
        String broken = Run.write(folder, "เสีย.xlsx", new byte[] {1});
        assertThat(written(plan, same, broken))
                .hasSize(3)
                .contains("report.docx")
                .filteredOn(name -> name.matches("แผน ๒๕๖๖ [0-9a-f]{8}-report\\.docx"))
                .hasSize(2);
    }

    @Test
    void has_every_text_of_the_sample_in_its_place() throws IOException {
        Plan plan = ((Reading.Contents) WorkbookReader.read(Run.sample())).plan();
        written(Run.sampleIn(folder, "plan.xlsx"));
        List<XWPFTableRow> rows = rows("report.docx");

        assertThat(rows.stream()
                        .filter(row -> row.getTableCells().size() == 1)
                        .map(row -> row.getCell(0).getText()))
                .containsExactlyElementsOf(plan.sections().stream()
                        .map(SectionRow::statedIn)
                        .map(text -> text.raw())
                        .toList());
        List<XWPFTableRow> measures = rows.stream()
                .filter(row -> row.getTableCells().size() == 5)
                .skip(1)
                .toList();
        assertThat(measures).hasSameSizeAs(plan.measures());
        for (int i = 0; i < measures.size(); i++) {
            PlannedMeasure planned = plan.measures().get(i);
            List<Column> columns = List.copyOf(Column.official());
            for (int column = 0; column < columns.size(); column++) {
                String raw = Optional.ofNullable(planned.cells().get(columns.get(column)))
                        .orElseThrow()
                        .raw();
                assertThat(lines(measures.get(i).getCell(column))).first().isEqualTo(raw);
            }
        }
    }

    @Test
    void a_report_that_is_entered_in_the_log_is_told_and_its_mark_is_gone() throws IOException {
        Path form = folder.resolve("form.xlsx");
        Run.of("template", "--from", Run.sampleIn(folder, "plan.xlsx"), form.toString());
        String told = "ไตรมาสที่ ๒/๒๕๖๖: รายงานเมื่อวันที่ ๓๐ มีนาคม ๒๕๖๖ (บันทึกการรายงาน แถว ";
        String mark = "[ยังไม่มีรายงาน: ไตรมาสที่ ๒/๒๕๖๖ ครบกำหนด ๓๑ มีนาคม ๒๕๖๖]";
        written(form.toString());
        assertThat(actionOf("ตัวชี้วัดที่ ๔")).contains(mark).noneMatch(line -> line.startsWith(told));

        enter(form, "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของ ทางราชการ", "30/3/2566");
        written(form.toString());

        assertThat(actionOf("ตัวชี้วัดที่ ๔"))
                .doesNotContain(mark)
                .anyMatch(line -> line.startsWith(told))
                .noneMatch(line -> line.startsWith("["));
    }

    private List<String> actionOf(String issue) throws IOException {
        return rows("report.docx").stream()
                .filter(row -> row.getCell(0).getText().startsWith(issue))
                .findFirst()
                .map(row -> lines(row.getCell(4)))
                .orElseThrow();
    }

    private static void enter(Path form, String measure, String day) throws IOException {
        try (InputStream in = Files.newInputStream(form);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Sheet log = workbook.getSheet(FormSheet.LOG.title());
            Row row = log.createRow(log.getLastRowNum() + 1);
            List<FormColumn> columns = FormSheet.LOG.columns();
            row.createCell(columns.indexOf(FormColumn.LOG_MEASURE)).setCellValue(measure);
            row.createCell(columns.indexOf(FormColumn.LOG_REPORTED)).setCellValue(day);
            try (OutputStream out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
        }
    }

    @Test
    void asks_for_no_date_that_lies_ahead() throws IOException {
        Run.of(
                "check",
                Run.sampleIn(folder, "plan.xlsx"),
                "--as-of=2566-02-20",
                "--quiet",
                "--format=docx",
                "--out=" + folder.resolve("out"));
        List<String> marks = rows("report.docx").stream()
                .flatMap(row -> row.getTableCells().stream())
                .flatMap(cell -> lines(cell).stream())
                .toList();

        assertThat(marks)
                .anyMatch(line -> line.contains("[โปรดเติมวันที่รายงาน: ") && line.contains("๓๑ ธันวาคม ๒๕๖๕]"))
                .noneMatch(line -> line.contains("[โปรดเติมวันที่รายงาน: ") && line.contains("๓๑ มีนาคม ๒๕๖๖]"))
                .anyMatch(line -> line.contains("[ยังไม่ถึงกำหนด: ") && line.contains("๓๑ มีนาคม ๒๕๖๖]"));
    }
}
