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
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class NewWorkbookTest {
    private static final SheetForm FORM = new SheetForm(
            "ข้อ",
            List.of(10, 20),
            List.of(List.of(Cell.text("ที่", Look.HEADING), Cell.text("ข้อความ", Look.HEADING))),
            1,
            true,
            2,
            List.of(new SheetForm.Marking(1, "ก\"<&", Colour.RED)),
            List.of(new SheetForm.Choice(1, List.of("ใช่", "ไม่"))));

    private static Map<String, String> parts(int rows, List<List<Cell>> content) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(rows, content)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] bytes(int rows, List<List<Cell>> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NewWorkbook book = new NewWorkbook(out, rows);
        book.sheet(FORM, content.iterator());
        List<Cell> said = List.of(Cell.number(book.continued()), Cell.number(book.cut()));
        SheetForm first = SheetForm.free("สรุป", List.of(10, 10));
        book.finish(first, List.of(said).iterator(), "ชื่อ", LocalDate.of(2023, 4, 30), "yyyy");
        return out.toByteArray();
    }

    private static List<Cell> row(String text) {
        return List.of(Cell.number(1), Cell.text(text));
    }

    @Test
    void continues_on_another_sheet_where_one_is_full_and_counts_it() throws IOException {
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
        assertThat(parts.get("xl/worksheets/sheet0.xml")).contains("<v>2</v>");
    }

    @Test
    void writes_a_sheet_without_rows() throws IOException {
        assertThat(parts(NewWorkbook.ROWS, List.of()).get("xl/worksheets/sheet1.xml"))
                .contains("ข้อความ")
                .doesNotContain("autoFilter", "dataValidation", "conditionalFormatting");
    }

    @Test
    void cuts_a_text_that_no_cell_holds_between_characters_and_counts_it() throws IOException {
        String longest = "ก".repeat(32_767);
        Map<String, String> parts = parts(NewWorkbook.ROWS, List.of(row(longest), row("ก".repeat(32_765) + "👍👍")));

        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains(longest + "</t>", "ก".repeat(32_765) + "…</t>")
                .doesNotContain("👍");
        assertThat(parts.get("xl/worksheets/sheet0.xml")).contains("<v>1</v>");
    }

    @Test
    void marks_what_looks_like_a_formula_as_text() throws IOException {
        int literal = Look.PLAIN.format(true);
        for (String text : new String[] {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"}) {
            assertThat(parts(NewWorkbook.ROWS, List.of(row(text))).get("xl/worksheets/sheet1.xml"))
                    .as(text)
                    .contains("<c r=\"B2\" s=\"" + literal + "\" t=\"inlineStr\">")
                    .doesNotContain("<f>");
        }
        assertThat(Look.styles("yyyy")).contains("quotePrefix=\"1\"");
    }

    @Test
    void leaves_out_what_xml_cannot_carry_and_keeps_what_looks_like_a_code() throws IOException {
        String sheet = parts(NewWorkbook.ROWS, List.of(row("ก\u0000\u0001\uFFFE_x0041_<&>\"\n👍")))
                .get("xl/worksheets/sheet1.xml");

        assertThat(sheet).contains(">ก_x005F_x0041_&lt;&amp;&gt;&quot;\n👍</t>");
    }

    @Test
    void repeats_headings_and_frozen_columns_in_print() throws IOException {
        Map<String, String> parts = parts(NewWorkbook.ROWS, List.of(row("ก")));

        assertThat(parts.get("xl/workbook.xml")).contains(">'ข้อ'!$A:$A,'ข้อ'!$1:$1</definedName>");
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"2\"")
                .contains("<formula>B2=\"ก&quot;&quot;&lt;&amp;\"</formula>")
                .contains("<formula1>\"ใช่,ไม่\"</formula1>");
    }

    @Test
    void dates_before_excels_calendar_are_texts() throws IOException {
        String sheet = parts(
                        NewWorkbook.ROWS,
                        List.of(List.of(Cell.day(LocalDate.of(1900, 2, 28)), Cell.day(LocalDate.of(2023, 4, 30)))))
                .get("xl/worksheets/sheet1.xml");

        assertThat(sheet).contains(">1900-02-28<", "<v>45046</v>");
    }

    @Test
    void the_same_calls_give_the_same_bytes() throws IOException {
        assertThat(bytes(5, List.of(row("ก")))).isEqualTo(bytes(5, List.of(row("ก"))));
    }
}
