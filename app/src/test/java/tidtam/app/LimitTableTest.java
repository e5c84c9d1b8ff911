package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample has three overdue quarters: of row 3, which concerns every division, and of rows 4 and 13, both of สำนักปลัด, under EIT,
 * indicators 6 and 7.
 */
class LimitTableTest {
    private static final Pattern OVERDUE = Pattern.compile(
            "\"rule\": \"quarterly-report-overdue\",\\s+\"severity\": \"(\\w+)\",\\s+\"guessed\": \\w+,\\s+\"row\": (\\d+)");

    @TempDir
    Path folder = Path.of("");

    private String workbook = "";

    @BeforeEach
    void sample() {
        workbook = Run.sampleIn(folder, "plan.xlsx");
    }

    @Test
    void without_a_table_three_quarters_are_overdue() {
        assertThat(overdue(Run.of("check", workbook, "--json"))).containsExactly("ERROR 3", "ERROR 4", "ERROR 13");
    }

    @Test
    void a_row_without_a_scope_holds_for_the_kind() {
        Run run = checked("kind,grace\nquarterly,10\n");

        assertThat(run.out()).contains("\"due\": \"2023-04-10\"", "\"daysOverdue\": 20");
        assertThat(run.out()).contains("\"rule\": \"within-days-report-overdue\"", "\"due\": \"2023-04-08\"");
    }

    @Test
    void the_table_goes_before_the_settings_file_and_this_before_the_program() {
        String config = Run.write(
                folder,
                "tidtam.yaml",
                "grace: 5\nseverities: {quarterly-report-overdue: warning}\n".getBytes(StandardCharsets.UTF_8));

        Run both = checked("kind,grace,severity\nquarterly,10,info\n", "--config", config);
        assertThat(both.out()).contains("\"due\": \"2023-04-10\"");
        assertThat(overdue(both)).contains("INFO 3");
        Run open = checked("kind,lead\nquarterly,30\n", "--config", config);
        assertThat(open.out()).contains("\"due\": \"2023-04-05\"");
        assertThat(overdue(open)).contains("WARNING 3");
    }

    @Test
    void a_scope_of_tool_indicator_or_division_holds_there_alone() {
        assertThat(overdue(checked("kind,grace,tool\nquarterly,200,EIT\n"))).containsExactly("ERROR 3");
        assertThat(overdue(checked("kind,grace,indicator\nquarterly,200,6\n"))).containsExactly("ERROR 3", "ERROR 13");
        assertThat(overdue(checked("kind,grace,division\nmonthly,200,สำนักปลัด\n")))
                .containsExactly("ERROR 3", "ERROR 4", "ERROR 13");
    }

    @Test
    void a_measure_of_several_divisions_is_judged_by_the_most_lenient_of_their_limits() {
        assertThat(overdue(checked("kind,grace,division\nquarterly,200,กอง คลัง\n")))
                .containsExactly("ERROR 4", "ERROR 13");
        assertThat(overdue(checked("kind,grace,division\nquarterly,200,\nquarterly,0,กองคลัง\n")))
                .isEmpty();
        assertThat(overdue(checked("kind,severity,division\nquarterly,info,กองคลัง\n")))
                .containsExactlyInAnyOrder("INFO 3", "ERROR 4", "ERROR 13");
    }

    @Test
    void a_division_is_found_by_its_other_names() {
        String config = Run.write(
                folder,
                "tidtam.yaml",
                "divisions:\n  - {name: สำนักปลัด, other-names: [สป.]}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(overdue(checked("kind,grace,division\nquarterly,200,สป.\n", "--config", config)))
                .isEmpty();
        assertThat(overdue(checked("kind,grace,division\nquarterly,200,สป.\n"))).hasSize(3);
    }

    @Test
    void the_row_with_more_fields_counts_and_what_it_leaves_open_is_as_without_it() {
        String table = "kind,grace,severity,tool,indicator\nquarterly,200,warning,EIT,\nquarterly,0,,EIT,7\n";

        assertThat(overdue(checked(table))).containsExactlyInAnyOrder("ERROR 3", "WARNING 13");
    }

    @Test
    void a_lead_time_of_the_table_makes_a_period_due_soon() {
        Run run = explained("kind,lead\nquarterly,90\n", "3", "--round", "2566");

        assertThat(run.out())
                .contains("→ due soon", "grace 0 days, due soon 90 days before: the agency's table of limits");
    }

    @Test
    void the_same_table_in_any_form_and_order_gives_the_same_bytes() throws IOException {
        String comma = """
                ชนิดหน้าที่,ผ่อนผัน (วัน),เตือนล่วงหน้า (วัน),ระดับ,เครื่องมือ,ตัวชี้วัด,หน่วยงาน,หมายเหตุ
                รายไตรมาส,๕,,คำเตือน,,,,ก
                รายไตรมาส,7,,,EIT,,,
                """;
        String semicolon = "\uFEFFKind;Severity;Grace;Tool\r\nQUARTERLY;;7;eit\r\n\r\n# ก\r\nquarterly;WARNING;5;\r\n";
        String expected = checked(comma).out();
        assertThat(checked(semicolon).out())
                .isEqualTo(expected)
                .isNotEqualTo(checked("kind,grace\nquarterly,5\n").out());

        Files.delete(folder.resolve("rules/limits.csv"));
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("ค่ากำหนด");
            row(sheet, 0, "ตัวชี้วัด", "ชนิดหน้าที่", "ผ่อนผัน", "ระดับ", "เครื่องมือ");
            row(sheet, 2, "", "รายไตรมาส", 5, "คำเตือน");
            row(sheet, 3, "", "รายไตรมาส", 7, "", "EIT");
            book.createSheet("อื่น").createRow(0).createCell(0).setCellValue("ไม่อ่าน");
            write("limits.xlsx", bytes(book));
        }
        assertThat(Run.of("check", workbook, "--json", "--rules", rules()).out())
                .isEqualTo(expected);
    }

    @Test
    void cells_are_data_whatever_they_look_like() {
        String usual =
                checked("kind,grace,division,remark\nquarterly,5,กองช่าง,\n").out();
        String strange = checked("kind,grace,division,remark\nquarterly,5,กองช่าง,=HYPERLINK(\"http://x\")\n")
                .out();

        assertThat(strange).isEqualTo(usual);
        Run run = checked("kind,grace,division\nquarterly,200,\"System.exit(1); } rule \"\"x\"\" when then end //\"\n");
        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(overdue(run)).hasSize(3);
        assertThat(checked("kind,grace\nquarterly,=1+1\n", "--lang", "en").err())
                .contains("limits!B2: '=1+1' will not do; expected is a number from 0 to 366");
    }

    /** A table, and what is said of it: Thai and English. */
    private static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of(
                        "kind,grase\nquarterly,1\n",
                        "limits!B1: 'grase' ไม่ใช่หัวคอลัมน์ของตารางนี้ ใช้ได้: ชนิดหน้าที่ / kind, ผ่อนผัน (วัน) / grace",
                        "limits!B1: 'grase' is no heading of this table; they are ชนิดหน้าที่ / kind"),
                List.of(
                        "kind,grace,ผ่อนผัน (วัน)\nquarterly,1,2\n",
                        "limits!C1:",
                        "'ผ่อนผัน (วัน)' this heading stands twice"),
                List.of("grace\n1\n", "ขาดหัวคอลัมน์ ชนิดหน้าที่ / kind", "a heading is missing: ชนิดหน้าที่ / kind"),
                List.of(
                        "kind,grace\nรายสองเดือน,1\n",
                        "limits!A2: 'รายสองเดือน' ไม่ใช่ชนิดหน้าที่ ใช้ได้: รายวัน, รายสัปดาห์",
                        "limits!A2: 'รายสองเดือน' is no kind of duty; they are DAILY, WEEKLY"),
                List.of("kind,grace\n,1\n", "limits!B2: แถวนี้ไม่ระบุชนิดหน้าที่", "limits!B2: this row names no kind"),
                List.of(
                        "kind,grace\nquarterly,\n",
                        "limits!A2: แถวนี้ไม่กำหนดค่าใด",
                        "limits!A2: this row sets nothing"),
                List.of(
                        "kind,grace\nquarterly,400\n",
                        "limits!B2: '400' ใช้ไม่ได้ ต้องเป็นจำนวน 0 ถึง 366",
                        "limits!B2: '400' will not do; expected is a number from 0 to 366"),
                List.of("kind,lead\nquarterly,-1\n", "limits!B2: '-1' ใช้ไม่ได้", "limits!B2: '-1' will not do"),
                List.of(
                        "kind,severity\nquarterly,หนัก\n",
                        "limits!B2: 'หนัก' ใช้ไม่ได้ ใช้ได้: ข้อผิดพลาด, คำเตือน, ข้อสังเกต",
                        "limits!B2: 'หนัก' will not do; allowed are error, warning, info"),
                List.of(
                        "kind,grace,tool\nquarterly,1,ITA\n",
                        "limits!C2: 'ITA' ใช้ไม่ได้ ใช้ได้: IIT, EIT, OIT",
                        "allowed are IIT, EIT, OIT"),
                List.of(
                        "kind,grace,indicator\nquarterly,1,11\n",
                        "limits!C2: '11' ใช้ไม่ได้ ต้องเป็นจำนวน 1 ถึง 10",
                        "limits!C2: '11' will not do; expected is a number from 1 to 10"),
                List.of(
                        "kind,grace\nquarterly,1,2\n",
                        "limits!C2: '2' ไม่มีหัวคอลัมน์",
                        "no known heading above this cell"),
                List.of(
                        "kind,grace\nquarterly,1\nรายไตรมาส,2\n",
                        "limits!A3: แถวนี้ซ้อนกับแถวที่ limits!A2",
                        "limits!A3: this row overlaps the row at limits!A2"),
                List.of(
                        "kind,grace,tool,division\nquarterly,1,EIT,\nquarterly,2,,กองคลัง\n",
                        "limits!A3: แถวนี้ซ้อนกับแถวที่ limits!A2",
                        "limits!A3: this row overlaps the row at limits!A2"),
                List.of("kind,grace\n", "ตารางไม่มีแถวใดเลย", "the table has no rows"),
                List.of("kind,grace\nquarterly,\"1\n", "รูปแบบ CSV ไม่ถูกต้อง", "this is not CSV"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void says_which_cell_is_wrong_and_what_is_allowed(List<String> mistake) {
        for (String language : List.of("th", "en")) {
            Run run = checked(mistake.get(0), "--lang", language);

            assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("tidtam: " + Path.of(rules(), "limits.csv"))
                    .contains(mistake.get(language.equals("th") ? 1 : 2));
        }
    }

    @Test
    void rows_that_no_duty_can_both_match_do_not_overlap() {
        String table = """
                kind,grace,tool,division
                quarterly,1,EIT,
                quarterly,2,OIT,
                quarterly,3,,
                monthly,4,EIT,
                quarterly,5,EIT,กองคลัง
                quarterly,6,EIT,กองช่าง
                """;

        assertThat(checked(table).exit()).isEqualTo(Exit.FOUND);
    }

    @Test
    void tells_everything_that_is_wrong_at_once_and_stops_after_twenty() {
        assertThat(checked("kind,grace\nx,y\nz,400\n").err().lines()).hasSize(4);
        assertThat(checked("kind,grace\n" + "x,1\n".repeat(50)).err().lines()).hasSize(21);
    }

    @Test
    void refuses_two_tables_and_files_that_are_none() {
        write("limits.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8));
        assertThat(Run.of("check", workbook, "--rules", rules(), "--lang", "en").err())
                .contains("limits.xlsx: this workbook cannot be read");
        assertThat(checked("kind,grace\nquarterly,1\n", "--lang", "en").err())
                .contains("there are both limits.csv and limits.xlsx; keep one");
        assertThat(checked("kind,grace\nquarterly,1\n").exit()).isEqualTo(Exit.NOT_STARTED);
    }

    @Test
    void refuses_a_table_that_is_too_long_or_no_text() throws IOException {
        assertThat(checked("kind,grace\n" + "quarterly,1\n".repeat(1001), "--lang", "en")
                        .err())
                .contains("too long; it may have 1000 rows");
        Files.write(folder.resolve("rules/limits.csv"), new byte[] {'k', (byte) 0xE9});
        assertThat(Run.of("check", workbook, "--rules", rules(), "--lang", "en").err())
                .contains("not UTF-8");
    }

    @Test
    void a_kind_without_a_general_row_is_told_once_and_explained() {
        String table = "kind,grace,tool\nquarterly,5,OIT\nmonthly,1,\nmonthly,2,EIT\n";

        assertThat(checked(table).err())
                .isEqualTo("tidtam: ตาราง limits ไม่มีแถวทั่วไปของหน้าที่ชนิด รายไตรมาส"
                        + " นอกขอบเขตที่ระบุจึงใช้ค่าจากแฟ้มการตั้งค่า หรือค่าในโปรแกรม\n");
        Run outside = explained(table, "3");
        assertThat(outside.err()).contains("has no general row for QUARTERLY");
        assertThat(outside.out()).contains("no row of the agency's table of limits is about this measure");
        assertThat(explained(table, "5").out())
                .contains(
                        "grace 2 days, due soon 14 days before: the agency's table of limits, limits!A3 and limits!A4");
    }

    @Test
    void the_example_is_a_table() {
        Run run = Run.of("explain", workbook, "2", "--lang", "en", "--rules", "../rules/examples/limits");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("grace 15 days, due soon 21 days before");
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Integer whole) {
                row.createCell(i).setCellValue(whole);
            } else {
                row.createCell(i).setCellValue((String) cells[i]);
            }
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private String rules() {
        return folder.resolve("rules").toString();
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(Files.createDirectories(folder.resolve("rules")).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run checked(String table, String... more) {
        write("limits.csv", table.getBytes(StandardCharsets.UTF_8));
        return run(Stream.of("check", workbook, "--json", "--rules", rules()), more);
    }

    private Run explained(String table, String measure, String... more) {
        write("limits.csv", table.getBytes(StandardCharsets.UTF_8));
        return run(Stream.of("explain", workbook, measure, "--lang", "en", "--rules", rules()), more);
    }

    private static Run run(Stream<String> words, String... more) {
        return Run.of(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    /** Severity and row of each overdue quarter. */
    private static List<String> overdue(Run run) {
        return OVERDUE.matcher(run.out())
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }
}
