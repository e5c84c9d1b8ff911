package tidtam.reports.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class NewWorkbookTest {
    private static final Pattern CODE = Pattern.compile("&#x([0-9a-f]+);");
    private static final int ROWS = 1_048_576;
    private static final SheetForm FORM = new SheetForm(
            "ข้อ",
            List.of(10, 20),
            List.of(List.of(Cell.text("ที่", Look.HEADING), Cell.text("ข้อความ", Look.HEADING))),
            1,
            true,
            2,
            List.of(new SheetForm.Marking(1, "ก\"", Colour.RED)),
            List.of(new SheetForm.Choice(1, List.of("ใช่", "ไม่"), "เลือก", "เลือกจากรายการ")));

    private static Map<String, String> parts(int rows, List<List<Cell>> content) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(rows, content)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), readable(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return parts;
    }

    private static String readable(String xml) {
        return CODE.matcher(xml)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    private static String sheet(String text) throws IOException {
        return sheet(row(text));
    }

    private static String sheet(List<Cell> row) throws IOException {
        return parts(ROWS, List.of(row)).getOrDefault("xl/worksheets/sheet1.xml", "");
    }

    private static byte[] bytes(int rows, List<List<Cell>> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NewWorkbook book = new NewWorkbook(
                out, new NewWorkbook.Words("ชื่อ <", LocalDate.of(2023, 4, 30), "yyyy", "0", "… ตัด"), rows);
        book.sheet(FORM, content.iterator());
        book.finish();
        return out.toByteArray();
    }

    private static List<Cell> row(String text) {
        return List.of(Cell.number(1), Cell.text(text));
    }

    @Test
    void continues_on_another_sheet_where_one_is_full() throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(row("แถว" + i));
        }
        Map<String, String> parts = parts(5, rows);

        assertThat(parts.get("xl/workbook.xml")).contains("name=\"ข้อ\"", "name=\"ข้อ 2\"", "name=\"ข้อ 3\"");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("ข้อความ", "แถว4")
                .doesNotContain("แถว3");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("แถว9");
    }

    @Test
    void writes_a_sheet_without_rows() throws IOException {
        assertThat(parts(ROWS, List.of()).get("xl/worksheets/sheet1.xml"))
                .contains("ข้อความ")
                .doesNotContain("autoFilter", "dataValidation", "conditionalFormatting");
    }

    @Test
    void cuts_a_text_that_no_cell_holds_between_characters_and_says_so() throws IOException {
        String longest = "ก".repeat(32_767);

        assertThat(sheet(longest)).contains(">" + longest + "</t>");
        assertThat(sheet("ก".repeat(32_761) + "👍👍👍👍"))
                .contains(">" + "ก".repeat(32_761) + "… ตัด</t>")
                .doesNotContain("👍");
    }

    @Test
    void what_looks_like_a_formula_stays_a_text_when_it_is_edited() throws IOException {
        for (String text : new String[] {"=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "－1"}) {
            assertThat(sheet(text))
                    .as(text)
                    .contains("t=\"inlineStr\"><is><t>&apos;" + text.replace("'", "&apos;") + "</t>")
                    .doesNotContain("<f>");
        }
        for (String text : new String[] {"-", "- ไม่มี", "–", "1-2"}) {
            assertThat(sheet(text)).contains("<t>" + text + "</t>");
        }
    }

    @Test
    void leaves_out_what_xml_cannot_carry_and_keeps_what_looks_like_a_code() throws IOException {
        assertThat(sheet("ก\u0000\u0001\uFFFE_x0041_<&>\"\n👍")).contains(">ก_x005F_x0041_&lt;&amp;&gt;&quot;\n👍</t>");
    }

    @Test
    void repeats_headings_and_frozen_columns_in_print() throws IOException {
        Map<String, String> parts = parts(ROWS, List.of(row("ก")));

        assertThat(parts.get("xl/workbook.xml")).contains(">'ข้อ'!$A:$A,'ข้อ'!$1:$1</definedName>");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("paperSize=\"9\"", "orientation=\"landscape\"", "fitToWidth=\"2\" fitToHeight=\"0\"")
                .contains("ySplit=\"1\" topLeftCell=\"B2\"")
                .contains("<formula>B2=\"ก\"\"\"</formula>")
                .contains("<formula1>\"ใช่,ไม่\"</formula1>");
    }

    @Test
    void dates_before_excels_calendar_are_texts() throws IOException {
        assertThat(sheet(List.of(Cell.day(LocalDate.of(1900, 2, 28)), Cell.day(LocalDate.of(2023, 4, 30)))))
                .contains(">1900-02-28<", "<v>45046");
    }

    @Test
    void the_same_calls_give_the_same_bytes_at_any_time() throws IOException {
        assertThat(bytes(5, List.of(row("ก")))).isEqualTo(bytes(5, List.of(row("ก"))));
        assertThat(parts(5, List.of()).get("docProps/core.xml"))
                .contains("ชื่อ &lt;", ">2023-04-30T00:00:00Z</dcterms:created>");
    }
}
