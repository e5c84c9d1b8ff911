package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.spreadsheets.Reading;
import tidtam.spreadsheets.WorkbookReader;

/** The working paper and the annotated workbooks, as the command writes them. */
class WorkbookReportsTest {
    private static final String DATE = "--as-of=2566-04-30";

    @TempDir
    Path folder = Path.of("");

    private Run check(String... words) {
        List<String> all = new ArrayList<>(List.of("check", DATE, "--quiet", "--out", out("").toString()));
        all.addAll(List.of(words));
        return Run.of(all.toArray(String[]::new));
    }

    private Path out(String name) {
        return folder.resolve("ผลลัพธ์").resolve(name);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(out(""))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int rows(Sheet sheet, int top) {
        return sheet.getPhysicalNumberOfRows() - top;
    }

    private static String text(Row row, int column) {
        return row.getCell(column).getStringCellValue();
    }

    @Test
    void every_figure_of_the_working_paper_is_that_of_findings_json() throws IOException {
        check(Run.sampleIn(folder, "แผน.xlsx"), "--lang", "en", "--format", "json,xlsx");
        String json = Files.readString(out("findings.json"));
        try (XSSFWorkbook book = open(out("working-paper.xlsx"))) {
            Row total = StreamSupport.stream(book.getSheet("Summary").spliterator(), false)
                    .filter(row -> row.getLastCellNum() > 5 && row.getCell(1).getCellType() == CellType.STRING)
                    .filter(row -> text(row, 1).equals("Total"))
                    .findFirst()
                    .orElseThrow();
            assertThat(List.of(
                            total.getCell(3).getNumericCellValue(),
                            total.getCell(4).getNumericCellValue(),
                            total.getCell(5).getNumericCellValue()))
                    .containsExactly(
                            (double) count("\"severity\": \"ERROR\"", json),
                            (double) count("\"severity\": \"WARNING\"", json),
                            (double) count("\"severity\": \"INFO\"", json));
            assertThat(rows(book.getSheet("Findings"), 2)).isEqualTo(count("\"fingerprint\": ", json));
            assertThat(rows(book.getSheet("Obligations"), 2)).isEqualTo(count("\"state\": ", json));
            Map<String, Integer> letters = letters(book.getSheet("Rules and measures"));
            assertThat(letters.getOrDefault("P", 0)).isEqualTo(number("passed", json));
            assertThat(letters.getOrDefault("F", 0)).isEqualTo(number("found", json));
            assertThat(letters.getOrDefault("N", 0)).isEqualTo(number("notEvaluable", json));
            assertThat(letters.getOrDefault("–", 0)).isEqualTo(number("notApplicable", json));
            assertThat(rows(book.getSheet("Why not evaluated"), 2)).isEqualTo(number("notEvaluable", json));
        }
    }

    private static int count(String part, String json) {
        return json.split(Pattern.quote(part), -1).length - 1;
    }

    private static int number(String name, String json) {
        Matcher number = Pattern.compile("\"" + name + "\": (\\d+)").matcher(json);
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group(1));
    }

    private static Map<String, Integer> letters(Sheet matrix) {
        Map<String, Integer> letters = new TreeMap<>();
        for (Row row : matrix) {
            if (row.getRowNum() > 7) {
                for (int column = 3; column < row.getLastCellNum(); column++) {
                    letters.merge(text(row, column), 1, Integer::sum);
                }
            }
        }
        return letters;
    }

    @Test
    void the_working_paper_holds_dates_and_choices_and_nothing_active() throws IOException {
        check(Run.sampleIn(folder, "แผน.xlsx"), "--format", "xlsx");
        try (XSSFWorkbook book = open(out("working-paper.xlsx"))) {
            assertThat(book.isMacroEnabled()).isFalse();
            for (Sheet sheet : book) {
                assertThat(sheet.getHyperlinkList()).isEmpty();
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
            Sheet findings = book.getSheet("ข้อค้นพบ");
            assertThat(findings.getPaneInformation().isFreezePane()).isTrue();
            assertThat(findings.getRepeatingRows().formatAsString()).isEqualTo("2:2");
            assertThat(findings.getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .containsExactly("เห็นด้วย", "ไม่เห็นด้วย", "ติดตามต่อ");
            Cell due = StreamSupport.stream(book.getSheet("ภาระตามงวด").spliterator(), false)
                    .skip(2)
                    .map(row -> row.getCell(7))
                    .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                    .findFirst()
                    .orElseThrow();
            assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
            assertThat(due.getCellStyle().getDataFormatString()).isEqualTo("[$-D07041E]d mmm yyyy");
        }
    }

    @Test
    void annotates_each_workbook_under_a_name_of_its_own() throws IOException {
        Path other = Files.createDirectories(folder.resolve("อื่น"));
        String first = Run.sampleIn(folder, "แผน ๒๕๖๖.xlsx");
        String second = Run.sampleIn(other, "แผน ๒๕๖๖.XLSX");

        Run run = check(first, second, "--format", "annotated");

        assertThat(run.err()).isEmpty();
        assertThat(written()).hasSize(2).allSatisfy(name -> {
            assertThat(name).matches("แผน ๒๕๖๖ [0-9a-f]{8}-annotated\\.xlsx");
            assertThat(((Reading.Contents) WorkbookReader.read(Files.readAllBytes(out(name)))).plan())
                    .isEqualTo(((Reading.Contents) WorkbookReader.read(Run.sample())).plan());
        });
    }

    @Test
    void a_workbooks_name_stays_in_the_folder_and_takes_the_place_of_an_older_file() throws IOException {
        String workbook = Run.sampleIn(folder, "..แผน\u202E:\"*?.xlsx");
        Files.createDirectories(out(""));
        Files.writeString(out("แผน--annotated.xlsx"), "old");

        assertThat(check(workbook, "--format", "annotated").exit()).isEqualTo(Exit.FOUND);
        assertThat(written()).containsExactly("แผน--annotated.xlsx");
        assertThat(Files.size(out("แผน--annotated.xlsx"))).isGreaterThan(1000);
    }

    @Test
    void marks_only_what_concerns_a_division() throws IOException {
        String workbook = Run.sampleIn(folder, "แผน.xlsx");
        check(workbook, "--format", "annotated");
        int all = notes("แผน-annotated.xlsx");
        check(workbook, "--format", "annotated", "--division", "กอง คลัง");

        String own = "แผน กองคลัง-annotated-division.xlsx";
        assertThat(written()).containsExactly(own, "แผน-annotated.xlsx");
        assertThat(notes("แผน-annotated.xlsx")).isEqualTo(all);
        assertThat(notes(own)).isPositive().isLessThan(all);
        try (XSSFWorkbook book = open(out(own))) {
            Sheet list = book.getSheet("ผลการตรวจ");
            assertThat(text(list.getRow(1), 0)).contains("กองคลัง");
            for (int row = 6; row <= list.getLastRowNum(); row++) {
                assertThat(text(list.getRow(row), 6)).contains("กองคลัง");
            }
            Sheet plan = book.getSheetAt(0);
            assertThat(plan.getCellComments().keySet())
                    .filteredOn(cell -> plan.getRow(cell.getRow()).getCell(1) != null)
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(
                                    text(plan.getRow(cell.getRow()), 1).replace(" ", ""))
                            .containsAnyOf("กองคลัง", "ทุกสำนัก/กอง", "ทุกตำแหน่ง"));
        }
    }

    private int notes(String file) throws IOException {
        try (XSSFWorkbook book = open(out(file))) {
            return book.getSheetAt(0).getCellComments().size();
        }
    }

    @Test
    void finds_a_division_in_each_plan_as_that_spells_it_and_says_where_there_is_none() throws IOException {
        String usual = plan("1.xlsx", "กองคลัง");
        String otherwise = plan("2.xlsx", "กอง  คลัง");
        String without = plan("3.xlsx", "กองช่าง");

        Run run = check(usual, otherwise, "--format", "annotated", "--division", "กองคลัง");
        assertThat(run.err()).isEmpty();
        assertThat(written()).hasSize(2);
        for (String name : written()) {
            assertThat(notes(name)).as(name).isPositive();
        }

        Run three = check(usual, without, "--format", "annotated", "--division", "กองคลัง");
        assertThat(three.exit()).isEqualTo(Exit.PARTIAL);
        assertThat(three.err()).contains("3.xlsx", "ไม่มีสำนัก/กอง 'กองคลัง'");
        assertThat(written()).noneMatch(name -> name.startsWith("3"));
    }

    private String plan(String name, String division) throws IOException {
        String[][] rows = {
            {"ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ", "กำหนดเวลาแล้วเสร็จ", "การดำเนินการ"},
            {"ตัวชี้วัดที่ ๑", division, "รายงานผลต่อผู้บริหาร", "ทุกเดือน", ""}
        };
        Path file = folder.resolve(name);
        XSSFWorkbook book = new XSSFWorkbook();
        try (book;
                var out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("แผน");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int column = 0; column < rows[i].length; column++) {
                    row.createCell(column).setCellValue(rows[i][column]);
                }
            }
            book.write(out);
        }
        return file.toString();
    }

    @Test
    void refuses_a_division_that_no_plan_has_and_writes_nothing() throws IOException {
        String workbook = Run.sampleIn(folder, "แผน.xlsx");
        for (String division : new String[] {"กองกลาง", "../..", "/", "=cmd"}) {
            Run run = check(workbook, "--division", division);

            assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.err()).contains(division, "กองคลัง", "สำนักปลัด");
            assertThat(written()).isEmpty();
        }
    }

    @Test
    void a_division_needs_annotated_workbooks() {
        String workbook = Run.sampleIn(folder, "แผน.xlsx");

        assertThat(check(workbook, "--format", "json", "--division", "กองคลัง").err())
                .contains("annotated");
        assertThat(Run.of("check", workbook, "--division", "กองคลัง").exit()).isEqualTo(Exit.NOT_STARTED);
    }

    @Test
    void says_that_an_old_workbook_is_not_annotated_and_writes_the_rest() throws IOException {
        HSSFWorkbook old = new HSSFWorkbook();
        try (old;
                var out = Files.newOutputStream(folder.resolve("เก่า.xls"))) {
            Row header = old.createSheet("แผน").createRow(0);
            String[] columns = {
                "ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ", "กำหนดเวลาแล้วเสร็จ", "การดำเนินการ"
            };
            Row measure = old.getSheetAt(0).createRow(1);
            for (int i = 0; i < columns.length; i++) {
                header.createCell(i).setCellValue(columns[i]);
                measure.createCell(i).setCellValue("กองคลัง รายงานทุกเดือน");
            }
            old.write(out);
        }

        Run run = check(folder.resolve("เก่า.xls").toString(), "--format", "json,xlsx,annotated");

        assertThat(run.exit()).isEqualTo(Exit.PARTIAL);
        assertThat(run.err()).contains("เก่า.xls", ".xlsx");
        assertThat(written()).containsExactly("findings.json", "findings.schema.json", "working-paper.xlsx");
    }

    @Test
    void the_same_run_writes_the_same_bytes() throws IOException {
        String workbook = Run.sampleIn(folder, "แผน.xlsx");
        check(workbook, "--format", "xlsx,annotated");
        byte[] paper = Files.readAllBytes(out("working-paper.xlsx"));
        byte[] annotated = Files.readAllBytes(out("แผน-annotated.xlsx"));
        check(workbook, "--format", "xlsx,annotated");

        assertThat(Files.readAllBytes(out("working-paper.xlsx"))).isEqualTo(paper);
        assertThat(Files.readAllBytes(out("แผน-annotated.xlsx"))).isEqualTo(annotated);
    }
}
